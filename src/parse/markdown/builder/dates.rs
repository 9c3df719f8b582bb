//! Finds dates in the words of a block, also across emphasis, links and line ends.
use super::Builder;
use super::frame::FrameKind;
use super::running::{HOLE, RunningPart};
use crate::language::dates;
use crate::model::{DateIssue, LinkKind, Located, Slice};
use std::ops::Range;

/// The longest source in bytes that is searched for a date whose offset is unknown because of entities.
const SEARCHED: usize = 16 << 10;

impl Builder<'_> {
    /// Adds words of the block: a slice of the body. It begins `skipped` bytes after the beginning of a text, and `range`
    /// is the range of that text in the source. A `plain` text is written there without escapes and entities.
    pub(super) fn add_words(&mut self, slice: Slice, range: &Range<usize>, skipped: usize, plain: bool) {
        let auto = |kind: &FrameKind| matches!(kind, FrameKind::Link { kind: LinkKind::Auto, .. });
        if self.frames.last().is_some_and(|frame| auto(&frame.kind)) {
            return self.running.parts.push(RunningPart::Hole);
        }
        let words = self.parsed.body.str(slice);
        let start = range.start + skipped;
        let exact = start..start + words.len();
        // With escapes and entities the source is longer than the text.
        let is_exact = plain || self.source.get(exact.clone()) == Some(words);
        let source = if is_exact { exact } else { range.clone() };
        self.running.parts.push(RunningPart::Words(slice, source));
    }

    /// Looks at the words of the block that ends here.
    pub(super) fn end_words(&mut self) {
        if self.running.has_bars {
            self.check_table_text();
        }
        if !self.running.marks.is_empty() {
            self.report_stray_marks();
        }
        self.read_dates();
    }

    /// Finds the dates of the block.
    fn read_dates(&mut self) {
        let parts = std::mem::take(&mut self.running.parts);
        if self.running.has_digits || self.running.relative {
            let mut text = std::mem::take(&mut self.running.text);
            for part in &parts {
                match part {
                    RunningPart::Words(slice, _) => text.push_str(self.parsed.body.str(*slice)),
                    RunningPart::Blank => text.push(' '),
                    RunningPart::Hole => text.push(HOLE),
                }
            }
            let mut found = if self.running.has_digits { dates::date_issues(&text) } else { Vec::new() };
            if self.running.relative {
                found.extend(dates::relative(&text));
            }
            found.sort_by_key(|(date, _)| date.start);
            // The part in which the last date began, and its offset: thousands of dates are found in linear time.
            let mut cursor = (0, 0);
            for (date, issue) in found {
                self.add_date_issue(&parts, &mut cursor, &text, &date, issue);
            }
            text.clear();
            self.running.text = text;
        }
        self.running.has_digits = false;
        self.running.parts = parts;
        self.running.parts.clear();
    }

    fn add_date_issue(
        &mut self,
        parts: &[RunningPart],
        cursor: &mut (usize, usize),
        text: &str,
        date: &Range<usize>,
        mut issue: DateIssue,
    ) {
        while let Some(part) = parts.get(cursor.0).filter(|part| cursor.1 + part.length() <= date.start) {
            *cursor = (cursor.0 + 1, cursor.1 + part.length());
        }
        let Some(at) = self.source_of(&parts[cursor.0..], cursor.1, text, date) else { return };
        let until = self.running.until(at.start);
        match &mut issue {
            DateIssue::ToCome { until: known, .. } => *known = until,
            // The author dated the passage.
            DateIssue::Relative(_) if until.is_some() => return,
            _ => {}
        }
        let at = self.span(&at);
        self.parsed.content.date_issues.push(Located::new(at, issue));
    }

    /// The range in the source of a range of the words. The first of the parts begins at byte `from` of the words.
    fn source_of(
        &self,
        parts: &[RunningPart],
        from: usize,
        text: &str,
        date: &Range<usize>,
    ) -> Option<Range<usize>> {
        let mut begin = from;
        let mut found: Option<Range<usize>> = None;
        for part in parts {
            if date.end <= begin {
                break;
            }
            let end = begin + part.length();
            if let RunningPart::Words(_, source) = part
                && date.start < end
            {
                let inside = date.start.max(begin)..date.end.min(end);
                let exact = source.start + inside.start - begin..source.start + inside.end - begin;
                let needle = &text[inside];
                let at = if self.source.get(exact.clone()) == Some(needle) {
                    exact
                } else {
                    let near = self.source.get(source.clone()).filter(|source| source.len() < SEARCHED);
                    let at = near.and_then(|near| near.find(needle));
                    at.map_or(source.clone(), |at| source.start + at..source.start + at + needle.len())
                };
                found = Some(found.map_or(at.clone(), |known| known.start..at.end));
            }
            begin = end;
        }
        found
    }
}
