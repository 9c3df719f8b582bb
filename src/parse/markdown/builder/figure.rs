//! Figures: a picture alone in its paragraph, whose Markdown title is its caption.
use super::Builder;
use super::frame::StackFrame;
use crate::model::{Element, Node};

impl Builder<'_> {
    /// Makes a figure of a paragraph that holds nothing but a picture with a title, perhaps in a link.
    pub(super) fn make_figure(&mut self, frame: &StackFrame) {
        let body = &mut self.parsed.body;
        let number = match body.nodes[frame.node + 1..] {
            [Node::Image(number)] | [Node::Open(Element::Link(..)), Node::Image(number), Node::Close] => {
                number as usize
            }
            _ => return,
        };
        let title = std::mem::take(&mut body.images[number].title);
        let caption = body.str(title).trim().to_owned();
        if caption.is_empty() {
            return;
        }
        body.nodes[frame.node] = Node::Open(Element::Figure);
        self.push(Node::Open(Element::Caption));
        let source = self.source.get(frame.range.clone()).unwrap_or_default();
        // Behind a backslash or as an entity, the caption is not in the source as it is shown.
        let written = source.rfind(&caption).map(|at| frame.range.start + at);
        let range = written.map_or(frame.range.clone(), |at| at..at + caption.len());
        self.text(&caption, &range);
        self.flush();
        self.end_words();
        self.push(Node::Close);
    }
}
