//! Header rows of tables: which cells are empty.
use super::frame::StackFrame;
use super::{Builder, trimmed};
use crate::model::{Element, EmptyHeaders, Node};
use std::ops::Range;

impl Builder<'_> {
    /// Records the range of a cell of a header row.
    pub(super) fn open_cell(&mut self, element: Element, range: &Range<usize>) {
        let above = self.frames.last().and_then(|frame| self.parsed.body.nodes.get(frame.node));
        if matches!(element, Element::TableCell(_)) && above == Some(&Node::Open(Element::TableHead)) {
            self.cells.push(range.clone());
        }
    }

    /// Records the empty cells of the header row that ends.
    pub(super) fn end_head(&mut self, frame: &StackFrame) {
        let body = &self.parsed.body;
        let mut filled = Vec::new();
        for node in &body.nodes[frame.node + 1..] {
            match node {
                Node::Open(Element::TableCell(_)) => filled.push(false),
                Node::Open(_) | Node::Close | Node::SoftBreak | Node::HardBreak | Node::Html(..) => {}
                Node::Text(slice) if body.str(*slice).trim().is_empty() => {}
                _ => {
                    if let Some(cell) = filled.last_mut() {
                        *cell = true;
                    }
                }
            }
        }
        let cells = std::mem::take(&mut self.cells);
        let empty: Vec<_> =
            cells.iter().zip(&filled).filter(|(_, filled)| !**filled).map(|(at, _)| at).collect();
        if !empty.is_empty() {
            self.parsed.content.empty_headers.push(EmptyHeaders {
                span: self.span(&trimmed(self.source, &frame.range)),
                cells: empty.into_iter().map(|at| self.span(at)).collect(),
                whole: filled.iter().all(|filled| !filled),
            });
        }
    }
}
