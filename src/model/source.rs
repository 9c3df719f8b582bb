//! The source files as read.
use super::{Bytes, SourcePath};
use crate::stamp::Stamp;
use std::collections::BTreeMap;

/// A source file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The bytes, unchanged.
    pub bytes: Bytes,
    /// Their stamp.
    pub stamp: Stamp,
}

impl Source {
    /// Computes the stamp of the bytes.
    pub fn new(bytes: impl Into<Vec<u8>>) -> Self {
        let bytes = Bytes::from(bytes.into());
        Self { stamp: Stamp::of_bytes(&bytes), bytes }
    }
}

/// All source files: the guide below `guide/`, the themes below `themes/`.
pub type Sources = BTreeMap<SourcePath, Source>;
