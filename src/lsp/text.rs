//! Positions of the protocol in the bytes of a text. A character is counted as the client counts: in units of UTF-16, or in
//! bytes of UTF-8 where it offers that.
use crate::model::Span;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// How the client counts the characters of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum PositionEncoding {
    Utf8,
    /// What every client knows.
    #[default]
    Utf16,
}

/// A place in a text: a line and a character in it, both from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) struct Position {
    pub(super) line: u32,
    pub(super) character: u32,
}

/// A part of a text; the end is not part of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) struct TextRange {
    pub(super) start: Position,
    pub(super) end: Position,
}

/// A new text for a part of another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct TextEdit {
    pub(super) range: TextRange,
    #[serde(rename = "newText")]
    pub(super) new_text: String,
}

/// A text with its lines.
#[derive(Debug)]
pub(super) struct TextLines<'a> {
    bytes: Cow<'a, [u8]>,
    /// The first byte of each line.
    starts: Vec<usize>,
    encoding: PositionEncoding,
}

impl<'a> TextLines<'a> {
    /// The lines of a text that an editor has open.
    pub(super) fn of_buffer(bytes: impl Into<Cow<'a, [u8]>>, encoding: PositionEncoding) -> Self {
        Self::new(bytes.into(), 0, encoding)
    }

    /// The lines of a file as an editor would open it: without a byte order mark.
    pub(super) fn of_file(bytes: impl Into<Cow<'a, [u8]>>, encoding: PositionEncoding) -> Self {
        let bytes = bytes.into();
        let first = if bytes.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
        Self::new(bytes, first, encoding)
    }

    fn new(bytes: Cow<'a, [u8]>, first: usize, encoding: PositionEncoding) -> Self {
        let mut starts = vec![first];
        for (at, byte) in bytes.iter().enumerate() {
            // The protocol knows three line ends.
            if *byte == b'\n' || *byte == b'\r' && bytes.get(at + 1) != Some(&b'\n') {
                starts.push(at + 1);
            }
        }
        Self { bytes, starts, encoding }
    }

    /// All bytes of the text.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The text of a line without its end; empty beyond the last one.
    pub(super) fn line(&self, number: u32) -> Cow<'_, str> {
        let (start, end) = self.line_range(number as usize);
        String::from_utf8_lossy(&self.bytes[start..end])
    }

    /// How many lines there are.
    pub(super) fn count(&self) -> u32 {
        u32::try_from(self.starts.len()).unwrap_or(u32::MAX)
    }

    /// The bytes of a line, without its end; the end of the text beyond the last one.
    fn line_range(&self, line: usize) -> (usize, usize) {
        let Some(start) = self.starts.get(line).copied() else { return (self.bytes.len(), self.bytes.len()) };
        let end = self.starts.get(line + 1).copied().unwrap_or(self.bytes.len());
        let text = &self.bytes[start.min(end)..end];
        let text = text.strip_suffix(b"\n").unwrap_or(text);
        (start.min(end), start.min(end) + text.strip_suffix(b"\r").unwrap_or(text).len())
    }

    /// The position of a byte; one beyond the end counts as the end, one inside a line end as its beginning.
    pub(super) fn position(&self, at: usize) -> Position {
        let at = at.min(self.bytes.len());
        let line = self.starts.partition_point(|start| *start <= at).saturating_sub(1);
        let (start, end) = self.line_range(line);
        let character = self.units(&self.bytes[start..at.clamp(start, end)]);
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        Position { line: number(line), character: number(character) }
    }

    /// The byte at a position. A character beyond the end of its line counts as the end, one in the middle of a letter as
    /// the letter's beginning.
    pub(super) fn offset(&self, position: Position) -> usize {
        let (start, end) = self.line_range(position.line as usize);
        let mut left = position.character as usize;
        let mut at = start;
        for chunk in self.bytes[start..end].utf8_chunks() {
            for letter in chunk.valid().chars() {
                let units = self.units_of(letter);
                if units > left {
                    return at;
                }
                left -= units;
                at += letter.len_utf8();
            }
            for _ in chunk.invalid() {
                if left == 0 {
                    return at;
                }
                left -= 1;
                at += 1;
            }
        }
        at
    }

    /// The range of two bytes.
    pub(super) fn range_of(&self, start: usize, end: usize) -> TextRange {
        TextRange { start: self.position(start), end: self.position(end.max(start)) }
    }

    /// The range of a span.
    pub(super) fn range(&self, span: &Span) -> TextRange {
        self.range_of(span.start as usize, span.end as usize)
    }

    fn units(&self, bytes: &[u8]) -> usize {
        let of_chunk = |chunk: std::str::Utf8Chunk<'_>| {
            chunk.valid().chars().map(|letter| self.units_of(letter)).sum::<usize>() + chunk.invalid().len()
        };
        bytes.utf8_chunks().map(of_chunk).sum()
    }

    fn units_of(&self, letter: char) -> usize {
        match self.encoding {
            PositionEncoding::Utf8 => letter.len_utf8(),
            PositionEncoding::Utf16 => letter.len_utf16(),
        }
    }
}

/// Replaces a part of a text, as the client says it. An end before the start is taken for the start.
pub(super) fn replace(text: &mut String, range: TextRange, new: &str, encoding: PositionEncoding) {
    let lines = TextLines::of_buffer(text.as_bytes(), encoding);
    let start = lines.offset(range.start);
    let end = lines.offset(range.end).max(start);
    text.replace_range(start..end, new);
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "été 😀 fin\r\nb\rc\n\né";

    fn at(line: u32, character: u32) -> Position {
        Position { line, character }
    }

    #[test]
    fn characters_are_units_of_utf_16() {
        let lines = TextLines::of_buffer(TEXT.as_bytes(), PositionEncoding::Utf16);
        let find = |part: &str| TEXT.find(part).unwrap();
        assert_eq!(lines.position(find(" fin")), at(0, 6));
        assert_eq!(lines.position(find("b\r")), at(1, 0));
        assert_eq!(lines.position(find("c\n")), at(2, 0));
        assert_eq!((lines.position(TEXT.len()), lines.position(999)), (at(4, 1), at(4, 1)));
        assert_eq!(lines.position(find("\r\n") + 1), at(0, 10));
        assert_eq!((lines.offset(at(0, 5)), lines.offset(at(0, 4))), (find("😀"), find("😀")));
        assert_eq!((lines.offset(at(0, 99)), lines.offset(at(9, 0))), (find("\r\n"), TEXT.len()));
        assert_eq!((lines.count(), &*lines.line(0), &*lines.line(7)), (5, "été 😀 fin", ""));
    }

    #[test]
    fn characters_are_bytes_of_utf_8_where_that_is_agreed() {
        let lines = TextLines::of_buffer(TEXT.as_bytes(), PositionEncoding::Utf8);
        assert_eq!(lines.position(TEXT.find(" fin").unwrap()), at(0, 10));
        assert_eq!(lines.offset(at(0, 3)), 3);
    }

    #[test]
    fn every_letter_is_found_again() {
        for encoding in [PositionEncoding::Utf8, PositionEncoding::Utf16] {
            let lines = TextLines::of_buffer(TEXT.as_bytes(), encoding);
            for (start, letter) in TEXT.char_indices().filter(|(_, letter)| *letter != '\n') {
                assert_eq!(lines.offset(lines.position(start)), start, "{letter:?} {encoding:?}");
            }
        }
    }

    #[test]
    fn a_byte_order_mark_and_bytes_that_are_no_text_have_their_places() {
        let lines = TextLines::of_file(b"\xef\xbb\xbfa\xffb".as_slice(), PositionEncoding::Utf16);
        assert_eq!((lines.position(3), lines.position(0), lines.position(5)), (at(0, 0), at(0, 0), at(0, 2)));
        assert_eq!((lines.offset(at(0, 2)), lines.offset(at(0, 9))), (5, 6));
    }

    #[test]
    fn edits_replace_what_the_client_means() {
        let mut text = TEXT.to_owned();
        replace(&mut text, TextRange { start: at(0, 4), end: at(0, 6) }, "é", PositionEncoding::Utf16);
        assert_eq!(text, TEXT.replace('😀', "é"));
        replace(&mut text, TextRange { start: at(0, 9), end: at(1, 0) }, "", PositionEncoding::Utf16);
        assert!(text.starts_with("été é finb\rc"), "{text:?}");
        replace(&mut text, TextRange { start: at(7, 0), end: at(0, 0) }, "!", PositionEncoding::Utf16);
        assert!(text.ends_with("é!"), "{text:?}");
    }
}
