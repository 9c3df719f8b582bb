//! Paragraphs. One that consists of a single reference, of roles or of strong text has a meaning of its own.
use super::frame::{FrameKind, StackFrame};
use super::{Builder, trimmed};
use crate::model::{Body, BoldParagraph, Diagnostic, Element, Kind, Located, Node, Target, codes};
use std::ops::Range;

impl Builder<'_> {
    pub(in crate::parse::markdown) fn open_paragraph(&mut self, range: &Range<usize>) {
        let dated = self.before_block(range, false);
        self.open_frame(FrameKind::Paragraph, Element::Paragraph, range, dated);
    }

    pub(in crate::parse::markdown) fn close_paragraph(&mut self, _: &Range<usize>) {
        let Some(frame) = self.pop() else { return };
        if !matches!(frame.kind, FrameKind::Paragraph) {
            return self.close_frame(&frame);
        }
        let body = &mut self.parsed.body;
        match lone(body, frame.node + 1) {
            Lone::Nothing => body.nodes.truncate(frame.node),
            Lone::Block(node) => {
                body.nodes.truncate(frame.node);
                body.nodes.push(node);
            }
            Lone::Roles => {
                body.nodes[frame.node] = Node::Open(Element::Banner);
                body.nodes.push(Node::Close);
            }
            Lone::Strong => {
                let text = body.plain(&body.nodes[frame.node + 1..]);
                body.nodes.push(Node::Close);
                if !self.is_label() {
                    let range = trimmed(self.source, &frame.range);
                    let above = self.source[..range.start].trim_end();
                    let below_code = ["```", "~~~"].iter().any(|fence| above.ends_with(fence));
                    let paragraph = BoldParagraph { text, below_code };
                    self.parsed.content.bold_paragraphs.push(Located::new(self.span(&range), paragraph));
                }
            }
            Lone::No => {
                if matches!(body.nodes[frame.node + 1..], [Node::Image(_)]) {
                    self.forget_caption(frame.range.start);
                }
                self.make_figure(&frame);
                self.parsed.body.nodes.push(Node::Close);
                self.refuse_directories(&frame);
            }
        }
        if frame.dated {
            self.push(Node::Close);
        }
    }

    /// Whether a bold paragraph in the innermost element is a label: the name of an item, the title of a callout.
    fn is_label(&self) -> bool {
        let of_block = |frame: &StackFrame| {
            let element = self.parsed.body.nodes.get(frame.node);
            matches!(element, Some(Node::Open(Element::Quote | Element::Alert(_))))
        };
        self.frames.iter().any(|frame| {
            matches!(frame.kind, FrameKind::Item { .. } | FrameKind::TaskHelp) || of_block(frame)
        })
    }

    /// A bold paragraph right above something that it names (code, a table, a picture) is no heading.
    pub(super) fn forget_caption(&mut self, below: usize) {
        let Some(last) = self.parsed.content.bold_paragraphs.last() else { return };
        let end = last.span.end as usize - self.offset;
        if self.source.get(end..below).is_some_and(|between| between.trim().is_empty()) {
            self.parsed.content.bold_paragraphs.pop();
        }
    }

    /// Removes the directories from a sentence, with a diagnostic for each.
    pub(super) fn refuse_directories(&mut self, frame: &StackFrame) {
        let whole = self.span(&trimmed(self.source, &frame.range));
        let first = self.parsed.content.links.partition_point(|link| link.span.start < whole.start);
        let spans: Vec<_> = self.parsed.content.links[first..]
            .iter()
            .filter(|link| link.written.ends_with(":*"))
            .map(|link| link.span.clone())
            .collect();
        let mut spans = spans.into_iter();
        let mut kept = frame.node;
        for at in frame.node..self.count() {
            let node = self.parsed.body.nodes[at];
            let refused = match node {
                Node::Directory(kind) => kind.scheme(),
                Node::Tasks(None) => "checklist",
                _ => {
                    let node =
                        if let Node::Tasks(Some(target)) = node { Node::Reference(target) } else { node };
                    self.parsed.body.nodes[kept] = node;
                    kept += 1;
                    continue;
                }
            };
            let span = spans.next().unwrap_or_else(|| whole.clone());
            self.diagnostic(Diagnostic::new(codes::REGISTRY_BAD_ID, span).arg("id", format!("{refused}:*")));
        }
        self.parsed.body.nodes.truncate(kept);
    }
}

/// The content of a paragraph that has a meaning of its own.
enum Lone {
    Nothing,
    Block(Node),
    Roles,
    Strong,
    No,
}

fn lone(body: &Body, from: usize) -> Lone {
    let whole = &body.nodes[from..];
    let begins = whole.iter().position(|node| !is_blank(body, *node)).unwrap_or(whole.len());
    let ends = whole.iter().rposition(|node| !is_blank(body, *node)).map_or(begins, |last| last + 1);
    let between: Vec<Node>;
    let nodes = match &whole[begins..ends] {
        // Nearly all paragraphs.
        [Node::Text(_) | Node::Code(_), ..] => return Lone::No,
        nodes if nodes.iter().any(|node| is_blank(body, *node)) => {
            between = nodes.iter().copied().filter(|node| !is_blank(body, *node)).collect();
            &between
        }
        nodes => nodes,
    };
    let kind_of = |target: u32| match &body.targets[target as usize] {
        Target::Entry(key) => Some(key.kind),
        _ => None,
    };
    match nodes {
        [] => Lone::Nothing,
        [node @ (Node::Directory(_) | Node::Tasks(_))] => Lone::Block(*node),
        all if all
            .iter()
            .all(|node| matches!(node, Node::Reference(target) if kind_of(*target) == Some(Kind::Role))) =>
        {
            Lone::Roles
        }
        [Node::Reference(target)] => Lone::Block(Node::Card(*target)),
        [Node::Open(Element::Link(target)), inner @ .., Node::Close]
            if closes_last(inner) && kind_of(*target).is_some_and(Kind::is_card_alone) =>
        {
            Lone::Block(Node::Card(*target))
        }
        // A link leads elsewhere, which a heading does not.
        [Node::Open(Element::Strong), inner @ .., Node::Close] if closes_last(inner) => {
            let has_link = inner.iter().any(|node| matches!(node, Node::Open(Element::Link(..))));
            if has_link { Lone::No } else { Lone::Strong }
        }
        _ => Lone::No,
    }
}

/// Whether the `Close` behind some nodes closes the `Open` before them.
fn closes_last(inner: &[Node]) -> bool {
    let mut depth = 0_i32;
    inner.iter().all(|node| {
        match node {
            Node::Open(_) => depth += 1,
            Node::Close => depth -= 1,
            _ => {}
        }
        depth >= 0
    })
}

fn is_blank(body: &Body, node: Node) -> bool {
    match node {
        Node::SoftBreak => true,
        Node::Text(slice) => body.str(slice).trim().is_empty(),
        _ => false,
    }
}

/// Whether an item consists of one reference that is shown as a card.
pub(super) fn lone_card(body: &Body, from: usize) -> bool {
    let nodes = &body.nodes[from..];
    match nodes {
        [Node::Card(_)] => true,
        _ => matches!(lone(body, from), Lone::Block(Node::Card(_))),
    }
}
