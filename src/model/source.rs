//! Files as they were read.
use super::{Bytes, SourcePath};
use crate::stamp::Stamp;
use std::collections::BTreeMap;

/// One file as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its bytes, unchanged.
    pub bytes: Bytes,
    /// Stamp of the bytes.
    pub stamp: Stamp,
}

impl Source {
    /// Stamps the bytes.
    pub fn new(bytes: impl Into<Vec<u8>>) -> Self {
        let bytes = Bytes::from(bytes.into());
        Self { stamp: Stamp::of_bytes(&bytes), bytes }
    }
}

/// Everything that was read: the guide below `guide/`, the themes below `themes/`.
pub type Sources = BTreeMap<SourcePath, Source>;
