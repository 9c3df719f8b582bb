//! Tables that are none, because the line of dashes below their header is missing or has another number of columns.
use super::Builder;
use super::running::RunningPart;
use super::table::bar_pieces;
use crate::model::{Diagnostic, codes};
use std::ops::Range;

impl Builder<'_> {
    /// Reports the words of a block that look like a table.
    pub(super) fn check_table_text(&mut self) {
        self.running.has_bars = false;
        let words = self.running.parts.iter().filter_map(|part| match part {
            RunningPart::Words(_, source) => Some(source),
            _ => None,
        });
        let (Some(start), Some(end)) =
            (words.clone().map(|source| source.start).min(), words.map(|source| source.end).max())
        else {
            return;
        };
        let lines = self.table_lines(start..end);
        let dashes = lines.iter().position(|line| dashes(&self.source[line.clone()]).is_some());
        match dashes {
            Some(0) => match self.defined_rows(&lines[0]) {
                Some((header, line)) => self.check_dashes(&header, &line),
                None => self.report_table(&lines[0], None),
            },
            Some(number) => self.check_dashes(&lines[number - 1], &lines[number]),
            None if looks_like_rows(&lines.iter().map(|line| &self.source[line.clone()])) => {
                let columns = columns(&self.source[lines[0].clone()]);
                self.report_table(&lines[0], Some(dash_line(columns)));
            }
            None => {}
        }
    }

    /// The header and the line of dashes of a table that Markdown takes for a term and its definition, because the second
    /// line begins with a colon: `a|b` over `:--|:--|:--`. `dashes` is the line without this colon.
    fn defined_rows(&self, dashes: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
        let above = &self.source[..dashes.start];
        let above = above.strip_suffix(':')?.trim_end_matches([' ', '\t', '>']).strip_suffix('\n')?;
        let row = above.rsplit('\n').next().unwrap_or(above);
        let inside = row.trim_start_matches([' ', '\t', '>']);
        let start = above.len() - inside.len();
        let header = start..start + inside.trim_end().len();
        inside.contains('|').then_some((header, dashes.start - 1..dashes.end))
    }

    /// The whole lines of a range, without the marks of quotations and the blanks around.
    fn table_lines(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let mut start = range.start;
        let rest = &self.source[range.end..];
        let end = range.end + rest.find('\n').unwrap_or(rest.len());
        let mut lines = Vec::new();
        for line in self.source[range.start..end].split_inclusive('\n') {
            let inside = line.trim_start_matches([' ', '\t', '>']);
            let at = start + line.len() - inside.len();
            lines.push(at..at + inside.trim_end().len());
            start += line.len();
        }
        lines
    }

    /// Reports a line of dashes that has not the number of columns of the header above.
    fn check_dashes(&mut self, header: &Range<usize>, line: &Range<usize>) {
        let wanted = columns(&self.source[header.clone()]);
        let cells = dashes(&self.source[line.clone()]).unwrap_or_default();
        if wanted == cells.len() {
            return;
        }
        let mut aligned = cells.clone();
        aligned.resize(wanted, "---");
        let fixed = format!("|{}|", aligned.join("|"));
        let span = self.span(line);
        let diagnostic = Diagnostic::new(codes::TABLE_WRONG_DASHES, span.clone());
        let diagnostic = diagnostic.arg("size", cells.len()).arg("limit", wanted).arg("text", fixed.as_str());
        // With more dashes than names, a name may be missing.
        self.diagnostic(if cells.len() < wanted { diagnostic.fix(span, fixed) } else { diagnostic });
    }

    fn report_table(&mut self, line: &Range<usize>, dashes: Option<String>) {
        let diagnostic = Diagnostic::new(codes::TABLE_NO_DASHES, self.span(line));
        self.diagnostic(match dashes {
            Some(dashes) => diagnostic.arg("text", dashes),
            None => diagnostic.help("help-header"),
        });
    }
}

/// The line of dashes for a number of columns.
pub(super) fn dash_line(columns: usize) -> String {
    format!("|{}", "---|".repeat(columns))
}

/// The cells of a line of dashes, `|---|:-:|`; none for other lines.
fn dashes(line: &str) -> Option<Vec<&str>> {
    let line = line.trim();
    let marks = line.bytes().all(|byte| matches!(byte, b'|' | b'-' | b':' | b' ' | b'\t'));
    if !marks || !line.contains('-') || !line.contains(['|', ':']) {
        return None;
    }
    let inside = line.strip_prefix('|').unwrap_or(line);
    Some(inside.strip_suffix('|').unwrap_or(inside).split('|').map(str::trim).collect())
}

/// How many columns a row has.
pub(super) fn columns(line: &str) -> usize {
    let line = line.trim();
    let inside = line.strip_prefix('|').unwrap_or(line);
    bar_pieces(inside.strip_suffix('|').unwrap_or(inside)).count()
}

/// Whether lines look like the rows of one table: all of them between bars, or at least three with the same number of
/// bars between blanks.
fn looks_like_rows<'a>(lines: &(impl Iterator<Item = &'a str> + Clone)) -> bool {
    let bars = |line: &str| line.split('`').step_by(2).map(|text| text.matches(" | ").count()).sum::<usize>();
    let between = |line: &str| line.len() > 2 && line.starts_with('|') && line.ends_with('|');
    let count = lines.clone().count();
    let first = lines.clone().next().map_or(0, bars);
    (count >= 2 && lines.clone().all(between))
        || (count >= 3 && first > 0 && lines.clone().all(|line| bars(line) == first))
}
