//! Looking for rare bytes in long texts: every byte of every page is asked, most of them for nothing.

/// Bytes to stop at.
#[derive(Debug)]
pub struct Bytes([bool; 256]);

impl Bytes {
    /// The bytes of a text, which has to be ASCII.
    pub const fn of(text: &str) -> Self {
        Self([false; 256]).and(text.as_bytes())
    }

    /// The same and some more.
    #[must_use]
    pub const fn and(mut self, bytes: &[u8]) -> Self {
        let mut at = 0;
        while at < bytes.len() {
            self.0[bytes[at] as usize] = true;
            at += 1;
        }
        self
    }

    /// The same and a range, its end included.
    #[must_use]
    pub const fn and_range(mut self, first: u8, last: u8) -> Self {
        let mut byte = first as usize;
        while byte <= last as usize {
            self.0[byte] = true;
            byte += 1;
        }
        self
    }

    /// These and others.
    #[must_use]
    pub const fn or(mut self, others: &Self) -> Self {
        let mut byte = 0;
        while byte < 256 {
            self.0[byte] |= others.0[byte];
            byte += 1;
        }
        self
    }

    /// Whether a byte is one of them.
    pub const fn has(&self, byte: u8) -> bool {
        self.0[byte as usize]
    }

    /// The first place at or after `from` that holds one of them.
    pub fn next(&self, bytes: &[u8], from: usize) -> Option<usize> {
        let mut at = from;
        // Four questions without a branch between them.
        while let Some(four) = bytes.get(at..at + 4) {
            if self.has(four[0]) | self.has(four[1]) | self.has(four[2]) | self.has(four[3]) {
                break;
            }
            at += 4;
        }
        bytes.get(at..)?.iter().position(|byte| self.has(*byte)).map(|more| at + more)
    }
}

#[cfg(test)]
mod tests {
    use super::Bytes;

    #[test]
    fn the_next_place_is_found() {
        let marks = Bytes::of("&<").and(&[0xc2]).and_range(0, 3);
        let text = b"abc&defgh<\x02i\xc2";
        let mut found = Vec::new();
        let mut from = 0;
        while let Some(at) = marks.next(text, from) {
            found.push(at);
            from = at + 1;
        }
        assert_eq!(found, [3, 9, 10, 12]);
        assert_eq!(marks.next(b"abc", 7), None);
    }
}
