//! The source files as read.
use super::{Bytes, SharedMap, SourcePath};
use crate::stamp::Stamp;

/// A source file.
#[derive(Clone, Debug, Eq)]
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

impl PartialEq for Source {
    fn eq(&self, other: &Self) -> bool {
        self.stamp == other.stamp
    }
}

/// All source files: the guide below `guide/`, the themes below `themes/`. What two of these maps have in common they share,
/// so a copy costs nothing and their difference little.
pub type Sources = SharedMap<SourcePath, Source>;
