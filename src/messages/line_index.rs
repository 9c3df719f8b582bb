//! Lines and columns of byte offsets.
use super::visible::visible;
use crate::model::{SourcePath, Sources, Span};
use std::borrow::Cow;
use std::collections::HashMap;

/// A position in a file. Lines and columns are numbered from 1; a column is a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineColumn {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// A range of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineRange {
    /// The first character.
    pub start: LineColumn,
    /// Right after the last character.
    pub end: LineColumn,
}

/// The lines of some files: each file is read once, and then each look-up is fast.
#[derive(Debug)]
pub struct LineIndex<'a> {
    files: HashMap<&'a SourcePath, Lines<'a>>,
}

impl<'a> LineIndex<'a> {
    /// Reads the wanted files that are among the sources.
    pub fn new(sources: &'a Sources, wanted: impl IntoIterator<Item = &'a SourcePath>) -> Self {
        let mut files = HashMap::new();
        for path in wanted {
            if let Some(source) = sources.get(path) {
                files.entry(path).or_insert_with(|| Lines::new(source.bytes()));
            }
        }
        Self { files }
    }

    /// The range of a span; `None` when its file is not among the sources.
    pub fn range(&self, span: &Span) -> Option<LineRange> {
        let lines = self.files.get(&span.file)?;
        let start = lines.position(span.start as usize);
        let end = lines.position(span.end.max(span.start) as usize);
        Some(LineRange { start, end })
    }

    /// `guide/a.md:3:7`; only the path when the file is not among the sources.
    pub fn place(&self, span: &Span) -> String {
        let path = visible(span.file.as_str());
        match self.range(span) {
            Some(LineRange { start, .. }) => format!("{path}:{}:{}", start.line, start.column),
            None => path.into_owned(),
        }
    }

    /// The lines of a file.
    pub(super) fn lines(&self, path: &SourcePath) -> Option<&Lines<'a>> {
        self.files.get(path)
    }
}

/// Characters are counted ahead once every so many bytes.
const STRIDE: usize = 4096;

/// A file's lines. A line ends with `\n` or `\r\n`.
#[derive(Debug)]
pub(super) struct Lines<'a> {
    bytes: Cow<'a, [u8]>,
    /// The first byte of each line; that of the first line is after a byte order mark.
    starts: Vec<usize>,
    /// How many characters begin before each multiple of [`STRIDE`]: a column in a line of megabytes is found as fast as
    /// in a short one.
    characters: Vec<usize>,
}

impl<'a> Lines<'a> {
    fn new(bytes: Cow<'a, [u8]>) -> Self {
        let mark = if bytes.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
        let ends = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
        let starts = std::iter::once(mark).chain(ends.map(|(at, _)| at + 1)).collect();
        let mut characters = vec![0];
        for chunk in bytes.chunks(STRIDE) {
            characters.push(characters.last().copied().unwrap_or(0) + count(chunk));
        }
        Self { bytes, starts, characters }
    }

    /// The position of a byte. A byte beyond the end of the file counts as the end, one inside a line end as its
    /// beginning.
    fn position(&self, at: usize) -> LineColumn {
        let at = at.clamp(self.starts[0], self.bytes.len().max(self.starts[0]));
        let line = self.starts.partition_point(|start| *start <= at);
        let (start, end) = self.range(line);
        let column = self.characters_before(at.min(end)) - self.characters_before(start) + 1;
        LineColumn { line, column }
    }

    /// The bytes of a line (numbered from 1), without its line end.
    pub(super) fn range(&self, line: usize) -> (usize, usize) {
        let start = self.starts[line - 1];
        let Some(next) = self.starts.get(line) else { return (start, self.bytes.len()) };
        let text = &self.bytes[start..next - 1];
        (start, start + text.strip_suffix(b"\r").unwrap_or(text).len())
    }

    /// All bytes of the file.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    fn characters_before(&self, at: usize) -> usize {
        let stride = at / STRIDE;
        self.characters[stride] + count(&self.bytes[stride * STRIDE..at])
    }
}

/// The number of characters that begin in UTF-8 text: all bytes but continuation bytes.
fn count(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Source;

    fn position(lines: &Lines<'_>, at: usize) -> (usize, usize) {
        let LineColumn { line, column } = lines.position(at);
        (line, column)
    }

    fn at(text: &str, wanted: &str) -> (usize, usize) {
        let path = SourcePath::new("guide/a.md");
        let sources = Sources::from_iter([(path.clone(), Source::new(text.as_bytes()))]);
        let start = text.find(wanted).unwrap();
        let span = Span::new(&path, start, start + wanted.len());
        let start = LineIndex::new(&sources, [&path]).range(&span).unwrap().start;
        (start.line, start.column)
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
        let lines = Lines::new(Cow::Borrowed(b"\xef\xbb\xbf"));
        assert_eq!((position(&lines, 0), position(&lines, 9)), ((1, 1), (1, 1)));
    }

    #[test]
    fn the_end_of_a_file_has_a_position() {
        let lines = Lines::new(Cow::Borrowed(b"ab\r\n"));
        let at = |at: usize| position(&lines, at);
        assert_eq!((at(2), at(3), at(4), at(99)), ((1, 3), (1, 3), (2, 1), (2, 1)));
        assert_eq!(position(&Lines::new(Cow::Borrowed(b"")), 0), (1, 1));
    }

    #[test]
    fn columns_of_long_lines_are_right() {
        let text = "é".repeat(20_000);
        let lines = Lines::new(Cow::Borrowed(text.as_bytes()));
        for at in [0, 1, 2047, 2048, 4096, 19_999, 20_000] {
            assert_eq!(position(&lines, at * 2), (1, at + 1));
        }
        let ascii = vec![b'a'; STRIDE * 2];
        assert_eq!(position(&Lines::new(Cow::Borrowed(&ascii)), STRIDE * 2), (1, STRIDE * 2 + 1));
    }

    #[test]
    fn a_file_that_was_not_read_has_no_lines() {
        let path = SourcePath::new("guide/lost.md");
        assert_eq!(LineIndex::new(&Sources::new(), [&path]).range(&Span::start_of(&path)), None);
    }
}
