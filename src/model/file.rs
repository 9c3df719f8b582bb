//! Files to publish; the second of the two things that a build keeps for the next.
use super::{Noted, OutPath};
use crate::stamp::Made;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The bytes of a file, shared between builds; made of a `Vec` without a copy.
pub use bytes::Bytes;

/// All files to publish, each with what there is to say about it and the stamp of what it was made from.
pub type Files = BTreeMap<OutPath, Made<Arc<Noted<Bytes>>>>;
