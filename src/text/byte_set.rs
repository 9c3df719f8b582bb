//! A set of bytes, to find rare bytes in long texts with one look-up a byte.

/// A set of bytes.
#[derive(Debug)]
pub struct ByteSet([bool; 256]);

impl ByteSet {
    /// The bytes of an ASCII text.
    pub const fn of(text: &str) -> Self {
        Self([false; 256]).and(text.as_bytes())
    }

    /// Adds bytes.
    #[must_use]
    pub const fn and(mut self, bytes: &[u8]) -> Self {
        let mut at = 0;
        while at < bytes.len() {
            self.0[bytes[at] as usize] = true;
            at += 1;
        }
        self
    }

    /// Adds the bytes from the first to the last, both included.
    #[must_use]
    pub const fn and_range(mut self, first: u8, last: u8) -> Self {
        let mut byte = first as usize;
        while byte <= last as usize {
            self.0[byte] = true;
            byte += 1;
        }
        self
    }

    /// Adds the bytes of another set.
    #[must_use]
    pub const fn or(mut self, others: &Self) -> Self {
        let mut byte = 0;
        while byte < 256 {
            self.0[byte] |= others.0[byte];
            byte += 1;
        }
        self
    }

    /// Whether the set contains a byte.
    pub const fn has(&self, byte: u8) -> bool {
        self.0[byte as usize]
    }

    /// The position of the first byte of the set at or after `from`.
    pub fn next(&self, bytes: &[u8], from: usize) -> Option<usize> {
        let mut at = from;
        // Four look-ups without a branch between them. With one at a time, a build of 1,000 pages takes 3.5 % more
        // instructions.
        for [first, second, third, fourth] in bytes.get(from..)?.as_chunks().0 {
            if self.has(*first) | self.has(*second) | self.has(*third) | self.has(*fourth) {
                break;
            }
            at += 4;
        }
        bytes[at..].iter().position(|byte| self.has(*byte)).map(|more| at + more)
    }
}

#[cfg(test)]
mod tests {
    use super::ByteSet;

    #[test]
    fn the_next_position_is_found() {
        let marks = ByteSet::of("&<").and(&[0xc2]).and_range(0, 3);
        let text = b"abc&defgh<\x02i\xc2";
        let mut found = Vec::new();
        let mut from = 0;
        while let Some(at) = marks.next(text, from) {
            found.push(at);
            from = at + 1;
        }
        assert_eq!(found, [3, 9, 10, 12]);
        assert_eq!(marks.next(b"abc", 7), None);
        for at in 0..40 {
            let mut text = [b'a'; 40];
            text[at] = b'<';
            assert_eq!((marks.next(&text, 0), marks.next(&text, at)), (Some(at), Some(at)));
            assert_eq!(marks.next(&text, at + 1), None);
        }
    }
}
