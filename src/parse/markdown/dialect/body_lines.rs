//! A body in which marks of other programs are looked for.
use super::finding::FoundMark;
use super::hidden::Hidden;
use super::lines::{self, Line};
use std::ops::Range;

/// The body of a page, and what was found in it so far.
pub(super) struct BodyLines<'a> {
    pub(super) source: &'a str,
    pub(super) lines: Vec<Line<'a>>,
    pub(super) hidden: &'a Hidden,
    /// Whether a line is a mark, so that no other marks are looked for in it.
    pub(super) taken: Vec<bool>,
    pub(super) findings: Vec<FoundMark>,
}

impl<'a> BodyLines<'a> {
    pub(super) fn new(source: &'a str, hidden: &'a Hidden) -> Self {
        let lines = lines::read(source);
        let taken = vec![false; lines.len()];
        Self { source, lines, hidden, taken, findings: Vec::new() }
    }

    /// The content of a line, unless it is empty, code or a mark already.
    pub(super) fn visible(&self, number: usize) -> Option<&'a str> {
        let line = &self.lines[number];
        let is_seen = !self.taken[number] && !line.is_blank() && self.hidden.at(line.at).is_none();
        is_seen.then_some(line.text)
    }

    /// Adds what was found in a line, which is not looked at again.
    pub(super) fn take(&mut self, number: usize, finding: FoundMark) {
        self.taken[number] = true;
        self.findings.push(finding);
    }

    /// The range of a whole line with its line end, if a fix may take it away: there is no mark of a list in it.
    pub(super) fn removable(&self, number: usize) -> Option<Range<usize>> {
        let line = &self.lines[number];
        let end = self.lines.get(number + 1).map_or(self.source.len(), |next| next.start);
        line.marker.is_none().then_some(line.start..end)
    }

    /// How lines end.
    pub(super) fn line_end(&self) -> &'static str {
        let first = self.lines.get(1).and_then(|line| self.source.get(..line.start));
        if first.is_some_and(|line| line.ends_with("\r\n")) { "\r\n" } else { "\n" }
    }

    /// The number of the line that contains a byte.
    pub(super) fn line_of(&self, byte: usize) -> usize {
        self.lines.partition_point(|line| line.start <= byte).saturating_sub(1)
    }

    /// Whether nothing else stands in the line of a range.
    pub(super) fn is_alone(&self, range: &Range<usize>) -> bool {
        self.lines[self.line_of(range.start)].range() == *range
    }

    /// The character before a byte, and the one at a byte.
    pub(super) fn around(&self, range: &Range<usize>) -> (Option<char>, Option<char>) {
        let before = self.source.get(..range.start).and_then(|text| text.chars().next_back());
        let after = self.source.get(range.end..).and_then(|text| text.chars().next());
        (before.filter(|letter| *letter != '\n'), after.filter(|letter| !"\r\n".contains(*letter)))
    }
}
