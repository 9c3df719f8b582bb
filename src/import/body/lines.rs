//! A text as lines that know where they come from, and edits that keep it so.
use std::ops::Range;

/// Where a line comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::import) struct LineOrigin {
    /// 0 for the page itself, else the number of an included file.
    pub(in crate::import) file: u32,
    /// The line in that file, from 1.
    pub(in crate::import) line: u32,
}

/// A line without its end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct SourceLine {
    pub(super) text: String,
    pub(super) origin: LineOrigin,
}

impl SourceLine {
    pub(super) fn new(text: impl Into<String>, origin: LineOrigin) -> Self {
        Self { text: text.into(), origin }
    }

    /// The lines of a text that begins on a line of a file.
    pub(super) fn all(text: &str, file: u32, first: u32) -> Vec<Self> {
        let lines = text.lines().zip(first..);
        lines.map(|(text, line)| Self::new(text.trim_end_matches('\r'), LineOrigin { file, line })).collect()
    }

    /// The blanks at the beginning, and the text between them and those at the end.
    pub(super) fn parts(&self) -> (&str, &str) {
        let bare = self.text.trim_start();
        (&self.text[..self.text.len() - bare.len()], bare.trim_end())
    }

    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// A text in one piece, with the origin of each of its lines.
#[derive(Clone, Debug, Default)]
pub(in crate::import) struct FlatText {
    pub(in crate::import) text: String,
    origins: Vec<LineOrigin>,
    /// Where lines begin.
    starts: Vec<usize>,
}

/// New text for a range of bytes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::import) struct Edit {
    pub(in crate::import) start: usize,
    pub(in crate::import) end: usize,
    pub(in crate::import) text: String,
}

impl Edit {
    pub(in crate::import) fn new(range: Range<usize>, text: impl Into<String>) -> Self {
        Self { start: range.start, end: range.end, text: text.into() }
    }
}

impl FlatText {
    pub(super) fn of(lines: &[SourceLine]) -> Self {
        let mut text = String::with_capacity(lines.iter().map(|line| line.text.len() + 1).sum());
        for line in lines {
            text.push_str(&line.text);
            text.push('\n');
        }
        let starts = starts(&text);
        Self { text, origins: lines.iter().map(|line| line.origin).collect(), starts }
    }

    pub(super) fn into_lines(self) -> Vec<SourceLine> {
        let lines = self.text.lines().zip(&self.origins);
        lines.map(|(text, origin)| SourceLine::new(text, *origin)).collect()
    }

    /// Where the line of a byte comes from.
    pub(in crate::import) fn origin(&self, at: usize) -> LineOrigin {
        let line = self.starts.partition_point(|start| *start <= at).saturating_sub(1);
        self.origins.get(line).or(self.origins.last()).copied().unwrap_or_default()
    }

    /// Makes the edits. Of two that touch, the second is left out.
    pub(in crate::import) fn edited(self, mut edits: Vec<Edit>) -> Self {
        if edits.is_empty() {
            return self;
        }
        edits.sort();
        let text = String::with_capacity(self.text.len() + 64);
        let mut out = Self { text, origins: Vec::with_capacity(self.origins.len()), starts: Vec::new() };
        let (mut at, mut line) = (0, 0);
        for edit in edits {
            if edit.start < at || edit.end < edit.start || edit.end > self.text.len() {
                continue;
            }
            line = out.push(&self.text[at..edit.start], line, &self.origins, true);
            out.push(&edit.text, line, &self.origins, false);
            line += self.text[edit.start..edit.end].matches('\n').count();
            at = edit.end;
        }
        out.push(&self.text[at..], line, &self.origins, true);
        out.starts = starts(&out.text);
        out
    }

    /// Adds text; each line that ends in it gets the origin of the line it comes from. Gives the next line.
    fn push(&mut self, text: &str, line: usize, origins: &[LineOrigin], moves: bool) -> usize {
        let mut line = line;
        for _ in text.matches('\n') {
            self.origins.push(origins.get(line).or(origins.last()).copied().unwrap_or_default());
            line += usize::from(moves);
        }
        self.text.push_str(text);
        line
    }
}

/// The column of the first letter; a tab reaches to the next multiple of four.
pub(super) fn columns(text: &str) -> usize {
    let blanks = text.chars().take_while(|letter| matches!(letter, ' ' | '\t'));
    blanks.fold(0, |column, letter| if letter == '\t' { (column / 4 + 1) * 4 } else { column + 1 })
}

fn starts(text: &str) -> Vec<usize> {
    std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_know_their_origin_after_edits() {
        let text = FlatText::of(&SourceLine::all("a\nb\nc\nd\n", 0, 10));
        let edits = vec![Edit::new(2..5, "x\ny\nz"), Edit::new(0..0, "n\n"), Edit::new(3..4, "no")];
        let text = text.edited(edits);
        assert_eq!(text.text, "n\na\nx\ny\nz\nd\n");
        let lines: Vec<_> = text.into_lines().iter().map(|line| line.origin.line).collect();
        assert_eq!(lines, [10, 10, 11, 11, 12, 13]);
    }
}
