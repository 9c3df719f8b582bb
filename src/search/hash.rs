//! A quick hash for words; the tables that use it are only looked up, never walked.
use std::hash::{BuildHasherDefault, Hasher};

/// Builds [`Quick`].
pub(super) type ByWord = BuildHasherDefault<Quick>;

/// Multiplies and turns, eight bytes at a time.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Quick(u64);

impl Quick {
    fn add(&mut self, value: u64) {
        self.0 = (self.0.rotate_left(5) ^ value).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

impl Hasher for Quick {
    fn write(&mut self, bytes: &[u8]) {
        let (parts, rest) = bytes.as_chunks::<8>();
        for part in parts {
            self.add(u64::from_le_bytes(*part));
        }
        if !rest.is_empty() {
            self.add(few(rest));
        }
    }

    fn write_u8(&mut self, value: u8) {
        self.add(u64::from(value));
    }

    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 29)
    }
}

/// One to seven bytes as a number; their length is hashed apart.
fn few(bytes: &[u8]) -> u64 {
    if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        // The two halves overlap.
        return u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << 32;
    }
    let at = |place: usize| u64::from(bytes[place]);
    at(0) | at(bytes.len() / 2) << 8 | at(bytes.len() - 1) << 16
}

/// The hash of a word.
pub(super) fn of(word: &str) -> u64 {
    let mut quick = Quick::default();
    quick.write(word.as_bytes());
    quick.add(word.len() as u64);
    // The upper half is the better one.
    quick.0
}
