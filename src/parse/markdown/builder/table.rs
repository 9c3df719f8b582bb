//! The cells of tables: empty ones in header rows, and those that no column holds. The corner above a column of row
//! headings may be empty.
use super::frame::StackFrame;
use super::{Builder, trimmed};
use crate::model::{Diagnostic, Element, EmptyHeaders, Node, codes};
use std::ops::Range;

/// The cells of the open table.
#[derive(Debug, Default)]
pub(super) struct TableCells {
    /// The cells of its open header row.
    header: Vec<Range<usize>>,
    /// How many columns it has.
    columns: usize,
    /// Where the last cell ends.
    end: usize,
}

impl Builder<'_> {
    /// Records the range of a cell.
    pub(super) fn open_cell(&mut self, element: Element, range: &Range<usize>) {
        if !matches!(element, Element::TableCell(_)) {
            return;
        }
        self.cells.end = range.end;
        let above = self.frames.last().and_then(|frame| self.parsed.body.nodes.get(frame.node));
        if above == Some(&Node::Open(Element::TableHead)) {
            self.cells.header.push(range.clone());
        }
    }

    /// Records the empty cells of the header row that ends.
    pub(super) fn end_head(&mut self, frame: &StackFrame) {
        let body = &self.parsed.body;
        let mut filled = Vec::new();
        for node in &body.nodes[frame.node + 1..] {
            match node {
                Node::Open(Element::TableCell(_)) => filled.push(false),
                Node::Open(_)
                | Node::Close
                | Node::SoftBreak
                | Node::HardBreak
                | Node::Html(_)
                | Node::SafeHtml(_) => {}
                Node::Text(slice) if body.str(*slice).trim().is_empty() => {}
                _ => {
                    if let Some(cell) = filled.last_mut() {
                        *cell = true;
                    }
                }
            }
        }
        let cells = std::mem::take(&mut self.cells.header);
        self.cells.columns = cells.len();
        let whole = filled.iter().all(|filled| !filled);
        let corner = usize::from(!whole);
        let empty: Vec<_> = cells.iter().zip(&filled).skip(corner).filter(|(_, filled)| !**filled).collect();
        if !empty.is_empty() {
            self.parsed.content.empty_headers.push(EmptyHeaders {
                span: self.span(&trimmed(self.source, &frame.range)),
                cells: empty.into_iter().map(|(at, _)| self.span(at)).collect(),
                whole,
            });
        }
    }

    /// Reports the cells of a row that stand behind the last column. Readers would not see them.
    pub(super) fn end_row(&mut self, frame: &StackFrame) {
        let Some(rest) = self.source.get(self.cells.end..frame.range.end) else { return };
        if rest.trim_end().trim_matches('|').is_empty() {
            return;
        }
        let mut first = None;
        let mut size = self.cells.columns;
        let mut at = self.cells.end + usize::from(rest.starts_with('|'));
        for (number, cell) in bar_pieces(rest.strip_prefix('|').unwrap_or(rest)).enumerate() {
            let words = cell.trim();
            if !words.is_empty() {
                let start = at + cell.len() - cell.trim_start().len();
                first.get_or_insert(start..start + words.len());
                size = self.cells.columns + number + 1;
            }
            at += cell.len() + 1;
        }
        let Some(first) = first else { return };
        let row = self.source.get(frame.range.clone()).unwrap_or_default();
        let diagnostic = Diagnostic::new(codes::TABLE_TOO_MANY_CELLS, self.span(&first));
        let diagnostic = diagnostic.arg("size", size).arg("limit", self.cells.columns);
        let in_code = row.split('`').skip(1).step_by(2).any(|code| bar_pieces(code).count() > 1);
        self.diagnostic(if in_code { diagnostic.help("help-code") } else { diagnostic });
    }
}

/// The pieces between the bars of a line. A bar behind a backslash is text.
pub(super) fn bar_pieces(line: &str) -> impl Iterator<Item = &str> {
    let mut escaped = false;
    line.split(move |letter| {
        let is_bar = letter == '|' && !escaped;
        escaped = letter == '\\' && !escaped;
        is_bar
    })
}
