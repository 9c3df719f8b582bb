//! Lines and columns, counted from a file's bytes.
use crate::model::{SourcePath, Sources, Span};
use std::collections::HashMap;

/// A range of a file as its author sees it. Lines and columns are numbered from 1; a column is a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Line of the first character.
    pub line: usize,
    /// Column of the first character.
    pub column: usize,
    /// Line where the range ends.
    pub end_line: usize,
    /// Column right after the last character.
    pub end_column: usize,
}

/// Places in the files that diagnostics name: each file is indexed once, each question is quick.
#[derive(Debug)]
pub struct Places<'a> {
    files: HashMap<&'a SourcePath, Lines<'a>>,
}

impl<'a> Places<'a> {
    /// Indexes those of the wanted files that are among the sources.
    pub fn new(sources: &'a Sources, wanted: impl IntoIterator<Item = &'a SourcePath>) -> Self {
        let mut files = HashMap::new();
        for path in wanted {
            if let Some(source) = sources.get(path) {
                files.entry(path).or_insert_with(|| Lines::new(&source.bytes));
            }
        }
        Self { files }
    }

    /// The place of a span; `None` when its file was not read.
    pub fn of(&self, span: &Span) -> Option<Place> {
        let lines = self.files.get(&span.file)?;
        let (line, column) = lines.position(span.start as usize);
        let (end_line, end_column) = lines.position(span.end.max(span.start) as usize);
        Some(Place { line, column, end_line, end_column })
    }

    /// The lines of a file that was read.
    pub(super) fn lines(&self, path: &SourcePath) -> Option<&Lines<'a>> {
        self.files.get(path)
    }
}

/// Distance in bytes between two counts of characters.
const STRIDE: usize = 4096;

/// A file's lines. A line ends with `\n` or `\r\n`.
#[derive(Debug)]
pub(super) struct Lines<'a> {
    bytes: &'a [u8],
    /// First byte of each line; that of the first line comes after a byte order mark.
    starts: Vec<usize>,
    /// How many characters begin before each multiple of [`STRIDE`], so that a very long line costs no more.
    characters: Vec<usize>,
}

impl<'a> Lines<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        let mark = if bytes.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
        let ends = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
        let starts = std::iter::once(mark).chain(ends.map(|(at, _)| at + 1)).collect();
        let mut characters = vec![0];
        for chunk in bytes.chunks(STRIDE) {
            characters.push(characters.last().copied().unwrap_or(0) + count(chunk));
        }
        Self { bytes, starts, characters }
    }

    /// Line and column of a byte, both from 1. Beyond the end is the end; inside of a line end is its beginning.
    fn position(&self, at: usize) -> (usize, usize) {
        let at = at.clamp(self.starts[0], self.bytes.len().max(self.starts[0]));
        let line = self.starts.partition_point(|start| *start <= at);
        let (start, end) = self.range(line);
        (line, self.characters_before(at.min(end)) - self.characters_before(start) + 1)
    }

    /// Bytes of a line (from 1), without its line end.
    pub(super) fn range(&self, line: usize) -> (usize, usize) {
        let start = self.starts[line - 1];
        let Some(next) = self.starts.get(line) else { return (start, self.bytes.len()) };
        let text = &self.bytes[start..next - 1];
        (start, start + text.strip_suffix(b"\r").unwrap_or(text).len())
    }

    /// All bytes of the file.
    pub(super) fn bytes(&self) -> &'a [u8] {
        self.bytes
    }

    fn characters_before(&self, at: usize) -> usize {
        let stride = at / STRIDE;
        self.characters[stride] + count(&self.bytes[stride * STRIDE..at])
    }
}

/// Characters that begin in UTF-8 text: all bytes but the continuing ones.
fn count(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Source;

    fn at(text: &str, wanted: &str) -> (usize, usize) {
        let path = SourcePath::new("guide/a.md");
        let sources = Sources::from([(path.clone(), Source::new(text.as_bytes()))]);
        let start = text.find(wanted).unwrap();
        let span = Span::new(&path, start, start + wanted.len());
        let place = Places::new(&sources, [&path]).of(&span).unwrap();
        (place.line, place.column)
    }

    #[test]
    fn columns_are_characters() {
        assert_eq!(at("abc", "a"), (1, 1));
        assert_eq!(at("été X", "X"), (1, 5));
        assert_eq!(at("🙂𝄞 X", "X"), (1, 4));
        assert_eq!(at("\t\tX", "X"), (1, 3));
        assert_eq!(at("a\r\nb\r\n\r\néX", "X"), (4, 2));
        assert_eq!(at("a\n\nX", "X"), (3, 1));
    }

    #[test]
    fn a_byte_order_mark_is_no_column() {
        assert_eq!(at("\u{feff}X", "X"), (1, 1));
        assert_eq!(at("\u{feff}a\nX", "X"), (2, 1));
        let lines = Lines::new(b"\xef\xbb\xbf");
        assert_eq!((lines.position(0), lines.position(9)), ((1, 1), (1, 1)));
    }

    #[test]
    fn the_end_is_a_place() {
        let lines = Lines::new(b"ab\r\n");
        assert_eq!((lines.position(2), lines.position(3), lines.position(4)), ((1, 3), (1, 3), (2, 1)));
        assert_eq!(lines.position(99), (2, 1));
        assert_eq!(Lines::new(b"").position(0), (1, 1));
    }

    #[test]
    fn long_lines_are_counted_by_strides() {
        let text = "é".repeat(20_000);
        let lines = Lines::new(text.as_bytes());
        for at in [0, 1, 2047, 2048, 4096, 19_999, 20_000] {
            assert_eq!(lines.position(at * 2), (1, at + 1));
        }
        let ascii = vec![b'a'; STRIDE * 2];
        assert_eq!(Lines::new(&ascii).position(STRIDE * 2), (1, STRIDE * 2 + 1));
    }

    #[test]
    fn a_file_that_was_not_read_has_no_place() {
        let path = SourcePath::new("guide/lost.md");
        assert_eq!(Places::new(&Sources::new(), [&path]).of(&Span::start_of(&path)), None);
    }
}
