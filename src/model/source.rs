//! The source files as read.
use super::{Bytes, SharedMap, SourcePath};
use crate::stamp::Stamp;
use flate2::Compression;
use flate2::read::{DeflateDecoder, DeflateEncoder};
use std::borrow::Cow;
use std::io::Read as _;
use std::sync::Arc;

/// A source file.
#[derive(Clone, Debug, Eq)]
pub struct Source {
    kept: KeptBytes,
    /// The stamp of its bytes.
    pub stamp: Stamp,
}

/// The bytes of a file, unchanged.
#[derive(Clone, Debug, PartialEq, Eq)]
enum KeptBytes {
    Plain(Bytes),
    /// With DEFLATE (RFC 1951), and their number without it.
    Compressed(Arc<[u8]>, u32),
}

/// Level 1 is not faster here and leaves a quarter more.
const COMPRESSION: u32 = 3;

impl Source {
    /// Computes the stamp of the bytes.
    pub fn new(bytes: impl Into<Vec<u8>>) -> Self {
        let bytes = Bytes::from(bytes.into());
        Self { stamp: Stamp::of_bytes(&bytes), kept: KeptBytes::Plain(bytes) }
    }

    /// Compresses the bytes, for a text that is held long and seldom read. Text takes less than half of its size.
    #[must_use]
    pub fn compressed(self) -> Self {
        let KeptBytes::Plain(bytes) = &self.kept else { return self };
        let Ok(size) = u32::try_from(bytes.len()) else { return self };
        let mut smaller = Vec::with_capacity(bytes.len() / 2 + 64);
        match DeflateEncoder::new(&**bytes, Compression::new(COMPRESSION)).read_to_end(&mut smaller) {
            Ok(_) if smaller.len() < bytes.len() => {
                Self { kept: KeptBytes::Compressed(smaller.into(), size), stamp: self.stamp }
            }
            _ => self,
        }
    }

    /// The bytes of the file.
    pub fn bytes(&self) -> Cow<'_, [u8]> {
        match &self.kept {
            KeptBytes::Plain(bytes) => Cow::Borrowed(bytes),
            KeptBytes::Compressed(smaller, size) => {
                let mut bytes = Vec::with_capacity(*size as usize);
                let read = DeflateDecoder::new(&**smaller).read_to_end(&mut bytes);
                read.expect("what was compressed here can be read");
                Cow::Owned(bytes)
            }
        }
    }

    /// The bytes, shared; none if they are compressed. Only pages are.
    pub fn shared_bytes(&self) -> Option<&Bytes> {
        match &self.kept {
            KeptBytes::Plain(bytes) => Some(bytes),
            KeptBytes::Compressed(..) => None,
        }
    }

    /// Its size in bytes.
    pub fn size(&self) -> usize {
        match &self.kept {
            KeptBytes::Plain(bytes) => bytes.len(),
            KeptBytes::Compressed(_, size) => *size as usize,
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_compressed_file_has_the_same_bytes() {
        let long = "Un guide est un dossier de fichiers texte. ".repeat(200).into_bytes();
        for bytes in [Vec::new(), b"x".to_vec(), vec![0xff, 0, 0xfe], long] {
            let plain = Source::new(bytes.clone());
            let small = plain.clone().compressed().compressed();
            assert_eq!((&*small.bytes(), small.size(), small.stamp), (&*bytes, bytes.len(), plain.stamp));
        }
    }

    #[test]
    fn only_what_gets_smaller_is_compressed() {
        assert!(Source::new("é".repeat(500)).compressed().shared_bytes().is_none());
        assert!(Source::new("é").compressed().shared_bytes().is_some());
    }
}
