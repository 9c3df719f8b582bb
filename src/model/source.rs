//! Files as they were read.
use super::SourcePath;
use crate::stamp::Stamp;
use std::collections::BTreeMap;
use std::sync::Arc;

/// One file as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its bytes, unchanged.
    pub bytes: Arc<[u8]>,
    /// Stamp of the bytes.
    pub stamp: Stamp,
}

impl Source {
    /// Stamps the bytes.
    pub fn new(bytes: impl Into<Arc<[u8]>>) -> Self {
        let bytes = bytes.into();
        Self { stamp: Stamp::of_bytes(&bytes), bytes }
    }
}

/// Everything that was read: the guide below `guide/`, the themes below `themes/`.
pub type Sources = BTreeMap<SourcePath, Source>;
