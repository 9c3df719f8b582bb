//! Alerts with a title behind their mark: `> [!NOTE] Title`. The Markdown crate takes them for quotations.
use super::Builder;
use super::frame::StackFrame;
use crate::model::{Element, Node, Notice, Slice};

/// The marks of alerts in lower case.
const MARKS: [(&str, Notice); 5] = [
    ("[!note]", Notice::Note),
    ("[!tip]", Notice::Tip),
    ("[!important]", Notice::Important),
    ("[!warning]", Notice::Warning),
    ("[!caution]", Notice::Caution),
];

impl Builder<'_> {
    /// Closes a quotation. One whose first line is a mark and a title is an alert.
    pub(in crate::parse::markdown) fn close_quote(&mut self) {
        let Some(frame) = self.pop() else { return };
        if let Some((notice, title)) = self.titled(&frame) {
            self.title_alert(&frame, notice, title);
        }
        self.close_frame(&frame);
    }

    /// The alert that a quotation is, and its first text without the mark.
    fn titled(&self, frame: &StackFrame) -> Option<(Notice, Slice)> {
        let body = &self.parsed.body;
        let [Node::Open(Element::Quote), Node::Open(Element::Paragraph), Node::Text(slice), ..] =
            body.nodes.get(frame.node..)?
        else {
            return None;
        };
        let text = body.str(*slice);
        let (mark, notice) = MARKS
            .iter()
            .find(|(mark, _)| text.get(..mark.len()).is_some_and(|text| text.eq_ignore_ascii_case(mark)))?;
        let rest = &text[mark.len()..];
        let blanks = rest.len() - rest.trim_start().len();
        let start = slice.start + u32::try_from(mark.len() + blanks).ok()?;
        (blanks > 0 && self.begins_with(frame, mark)).then_some((*notice, Slice { start, end: slice.end }))
    }

    /// Whether the text of a quotation begins with a mark as written: brackets behind a backslash are text.
    fn begins_with(&self, frame: &StackFrame, mark: &str) -> bool {
        let source = self.source.get(frame.range.clone()).unwrap_or_default();
        let text = source.trim_start_matches(['>', ' ', '\t', '\r', '\n']);
        text.get(..mark.len()).is_some_and(|text| text.eq_ignore_ascii_case(mark))
    }

    fn title_alert(&mut self, frame: &StackFrame, notice: Notice, title: Slice) {
        let at = frame.node;
        let mark = self.offset + frame.range.start..self.offset + frame.range.start + "> [!IMPORTANT]".len();
        self.parsed.content.acronyms.retain(|acronym| {
            !mark.contains(&(acronym.span.start as usize))
                || !acronym.value.word.eq_ignore_ascii_case(notice.name())
        });
        let nodes = &mut self.parsed.body.nodes;
        nodes[at] = Node::Open(Element::TitledAlert(notice));
        nodes[at + 1] = Node::Open(Element::AlertTitle);
        nodes[at + 2] = Node::Text(title);
        let mut depth = 0_usize;
        let end = nodes[at + 2..].iter().position(|node| {
            match node {
                Node::Open(_) => depth += 1,
                Node::Close if depth > 0 => depth -= 1,
                Node::Close => return true,
                _ => {}
            }
            depth == 0 && matches!(node, Node::SoftBreak | Node::HardBreak)
        });
        // What follows in the same paragraph is one by itself.
        if let Some(end) = end.map(|end| at + 2 + end).filter(|end| nodes[*end] != Node::Close) {
            nodes[end] = Node::Close;
            self.insert(end + 1, Node::Open(Element::Paragraph));
        }
    }
}
