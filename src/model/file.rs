//! The files to publish. With `parsed`, this is what a build keeps for the next one.
use super::{Noted, OutPath};
use crate::stamp::Made;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The bytes of a file, shared between builds; made from a `Vec` without a copy.
pub use bytes::Bytes;

/// All files to publish, each with its diagnostics and the stamp of what it was made from.
pub type Files = BTreeMap<OutPath, Made<Arc<Noted<Bytes>>>>;

/// Files with these paths and texts.
#[cfg(test)]
pub(crate) fn files_of(list: &[(&str, &str)]) -> Files {
    let value = |text: &str| Arc::new(Noted::clean(Bytes::from(text.to_owned())));
    let made = |text: &str| Made { from: crate::stamp::Stamp::of(text), value: value(text) };
    list.iter().map(|(path, text)| (OutPath::new(*path), made(text))).collect()
}
