//! The files to publish. With `parsed`, this is what a build keeps for the next one.
use super::{Noted, OutPath, SharedMap};
use crate::stamp::{Made, Stamp};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The bytes of a file, shared between builds; made from a `Vec` without a copy.
pub use bytes::Bytes;

/// A file with its diagnostics and the stamp of what it was made from.
pub type HeldFile = Made<Arc<Noted<Bytes>>>;

/// All files to publish that are in memory; maps share what they have in common.
pub type Files = SharedMap<OutPath, HeldFile>;

/// A file that is not in memory: it was given to a store when it was made, or it is made again on request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StoredFile {
    /// Its size in bytes.
    pub size: u64,
    /// The stamp of its bytes.
    pub stamp: Stamp,
    /// Whether the same bytes were published already.
    pub is_current: bool,
}

/// A page that is made again on request, with its diagnostics and the stamp of what it was made from.
pub type PageOnRequest = Made<Arc<Noted<StoredFile>>>;

/// All pages that are made again on request; maps share what they have in common.
pub type PagesOnRequest = SharedMap<OutPath, PageOnRequest>;

/// The size of a file with these bytes.
pub fn file_size(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX)
}

impl StoredFile {
    /// A new file with these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self { size: file_size(bytes), stamp: Stamp::of_bytes(bytes), is_current: false }
    }
}

/// All files that are not in memory.
pub type StoredFiles = BTreeMap<OutPath, StoredFile>;

/// Takes the files of a build one by one, so that the build does not hold them all at once.
pub trait FileStore: Sync {
    /// Takes the bytes of a file that was just made. None where it does not take this one: the build holds it then. Several
    /// threads call it at once.
    fn put(&self, path: &OutPath, bytes: &[u8]) -> Option<StoredFile>;
}

/// Files with these paths and texts.
#[cfg(test)]
pub(crate) fn files_of(list: &[(&str, &str)]) -> Files {
    let value = |text: &str| Arc::new(Noted::clean(Bytes::from(text.to_owned())));
    let made = |text: &str| Made { from: Stamp::of(text), value: value(text) };
    list.iter().map(|(path, text)| (OutPath::new(*path), made(text))).collect()
}
