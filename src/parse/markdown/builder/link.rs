//! Links, references and images.
use super::Builder;
use super::frame::{FrameKind, OpenLink, StackFrame};
use crate::model::{
    Diagnostic, Element, Image, Link, LinkKind, Located, Node, Span, Target, Typed, TypedKind, codes,
};
use crate::parse::markdown::target::{self, Destination};
use crate::parse::markdown::typed;
use crate::text::web_address;
use std::ops::Range;

impl Builder<'_> {
    pub(in crate::parse::markdown) fn open_link(
        &mut self,
        kind: LinkKind,
        mail: bool,
        written: &str,
        title: &str,
        range: &Range<usize>,
    ) {
        self.flush();
        let destination = if mail {
            target::read(self.file, &format!("mailto:{written}"))
        } else {
            target::read(self.file, written)
        };
        self.open_frame(FrameKind::Link { kind }, Element::Link(0), range, false);
        self.push_link(OpenLink { written: written.to_owned(), destination, title: title.to_owned() });
    }

    /// Keeps an open link until its frame is closed, unless the frame is below the depth limit.
    fn push_link(&mut self, link: OpenLink) {
        if self
            .frames
            .last()
            .is_some_and(|frame| matches!(frame.kind, FrameKind::Link { .. } | FrameKind::Image))
        {
            self.links.push(link);
        }
    }

    pub(in crate::parse::markdown) fn close_link(&mut self) {
        let Some(frame) = self.pop() else { return };
        let StackFrame { kind: FrameKind::Link { kind }, node, range, .. } = frame else {
            return self.close_frame(&frame);
        };
        let Some(OpenLink { written, destination, title }) = self.links.pop() else { return };
        let words = self.parsed.body.plain(&self.parsed.body.nodes[node + 1..]);
        let is_code = matches!(self.parsed.body.nodes[node + 1..], [Node::Code(_)]);
        let behind = behind(self.source, range.end).into();
        let span = self.span(&destination_range(self.source, &range, &written, kind));
        let target = match destination {
            Destination::Target(target) => {
                let number = self.parsed.body.push_target(target.clone());
                if kind == LinkKind::Auto && matches!(target, Target::Entry(_)) {
                    self.parsed.body.nodes.truncate(node);
                    self.push(Node::Reference(number));
                } else {
                    self.parsed.body.push_link_title(number, &title);
                    self.parsed.body.nodes[node] = Node::Open(Element::Link(number));
                    self.push(Node::Close);
                }
                self.add_typed(&target, &span, &written);
                target
            }
            Destination::Due(delay) => {
                self.parsed.body.nodes.truncate(node);
                self.push(Node::Due(delay));
                Target::Nowhere
            }
            Destination::Directory(directory) => {
                self.parsed.body.nodes.truncate(node);
                self.push_whole(Node::Directory(directory), directory.scheme(), &span);
                Target::Nowhere
            }
            Destination::Tasks(None) => {
                self.parsed.body.nodes.truncate(node);
                self.push_whole(Node::Tasks(None), "checklist", &span);
                Target::Nowhere
            }
            Destination::Tasks(Some(role)) => {
                let target = Target::Entry(role);
                let number = self.parsed.body.push_target(target.clone());
                if kind == LinkKind::Auto {
                    self.parsed.body.nodes.truncate(node);
                    let whole = Node::Tasks(Some(number));
                    self.push(if self.is_among_words() { Node::Reference(number) } else { whole });
                } else {
                    self.parsed.body.push_link_title(number, &title);
                    self.parsed.body.nodes[node] = Node::Open(Element::Link(number));
                    self.push(Node::Close);
                }
                target
            }
            Destination::Mistake(code, arg) => {
                self.refuse(code, arg, &span, &written);
                self.parsed.body.nodes.remove(node);
                Target::Nowhere
            }
        };
        self.parsed.content.links.push(Link {
            span,
            kind,
            written: written.into(),
            text: words.into(),
            is_code,
            behind,
            target,
        });
    }

    /// Adds a directory or a table of tasks, which cannot stand inside a sentence.
    fn push_whole(&mut self, node: Node, scheme: &str, span: &Span) {
        if self.is_among_words() {
            let diagnostic = Diagnostic::new(codes::REGISTRY_BAD_ID, span.clone());
            self.diagnostic(diagnostic.arg("id", format!("{scheme}:*")));
        } else {
            self.push(node);
        }
    }

    /// Whether the innermost element may only hold words. A paragraph is checked when it ends, because it may hold one
    /// reference and nothing else.
    fn is_among_words(&self) -> bool {
        let Some(frame) = self.frames.last() else { return false };
        let whole = matches!(
            frame.kind,
            FrameKind::Paragraph | FrameKind::Item { .. } | FrameKind::Block | FrameKind::TaskHelp
        );
        let term = self.parsed.body.nodes.get(frame.node) == Some(&Node::Open(Element::DefinitionTerm));
        !whole || term
    }

    pub(super) fn refuse(
        &mut self,
        code: crate::model::Code,
        arg: Option<(&'static str, String)>,
        span: &Span,
        written: &str,
    ) {
        let mut diagnostic = Diagnostic::new(code, span.clone()).arg("target", written);
        if let Some((name, value)) = arg {
            diagnostic = diagnostic.arg(name, value);
        }
        self.diagnostic(diagnostic);
    }

    /// A link to an address or a telephone counts as typed by hand.
    pub(super) fn add_typed(&mut self, target: &Target, span: &Span, written: &str) {
        let (kind, key) = match target {
            Target::Web(web) => (TypedKind::Web, web_address::key(web)),
            Target::Mail(mail) => (TypedKind::Email, mail.trim_start_matches("mailto:").to_lowercase()),
            Target::Phone(phone) => (TypedKind::Phone, typed::phone_key(phone.trim_start_matches("tel:"))),
            _ => return,
        };
        let typed = Typed { kind, key, written: written.to_owned(), linked: true };
        self.parsed.content.typed.push(Located::new(span.clone(), typed));
    }

    pub(in crate::parse::markdown) fn open_image(
        &mut self,
        written: &str,
        title: &str,
        range: &Range<usize>,
    ) {
        self.flush();
        let destination = target::read_image(self.file, written);
        self.open_frame(FrameKind::Image, Element::Emphasis, range, false);
        self.push_link(OpenLink { written: written.to_owned(), destination, title: title.to_owned() });
    }

    pub(in crate::parse::markdown) fn close_image(&mut self) {
        let Some(frame) = self.pop() else { return };
        let StackFrame { kind: FrameKind::Image, node, range, .. } = frame else {
            return self.close_frame(&frame);
        };
        let Some(OpenLink { written, destination, title }) = self.links.pop() else { return };
        let alt = self.parsed.body.plain(&self.parsed.body.nodes[node + 1..]);
        self.parsed.body.nodes.truncate(node);
        let span = self.span(&destination_range(self.source, &range, &written, LinkKind::Image));
        let target = match destination {
            Destination::Target(target) => {
                let number = self.parsed.body.push_target(target.clone());
                let alt = self.parsed.body.push_text(&alt);
                let title = self.parsed.body.push_text(&title);
                let image = self.parsed.body.push_image(Image { target: number, alt, title });
                self.push(Node::Image(image));
                target
            }
            other => {
                if let Destination::Mistake(code, arg) = other {
                    self.refuse(code, arg, &span, &written);
                }
                // The alternative text replaces the image, so that a link around it has a text.
                if !alt.is_empty() {
                    let words = self.parsed.body.push_text(&alt);
                    self.push(Node::Text(words));
                }
                Target::Nowhere
            }
        };
        if !self.inside_image() {
            let (kind, behind) = (LinkKind::Image, Box::default());
            self.parsed.content.links.push(Link {
                span,
                kind,
                written: written.into(),
                text: alt.into(),
                is_code: false,
                behind,
                target,
            });
        }
    }
}

/// The longest text in brackets behind a link that is read, in bytes.
const BRACKETS: usize = 80;

/// What stands in brackets right behind a link, as in `[Guide](guide.pdf) (PDF, 2 MB)`.
fn behind(source: &str, end: usize) -> &str {
    let rest =
        source.get(end..).unwrap_or_default().trim_start_matches([' ', '\u{a0}', '*', '_', '»', '"', '”']);
    let Some(inside) = rest.strip_prefix(['(', '[']) else { return "" };
    let near = &inside[..inside.floor_char_boundary(BRACKETS)];
    near.find([')', ']', '\n']).map_or("", |end| &near[..end])
}

/// The range of a link's destination; of the whole link where it is not written there, as in a link by reference.
pub(super) fn destination_range(
    source: &str,
    range: &Range<usize>,
    written: &str,
    kind: LinkKind,
) -> Range<usize> {
    let Some(text) = source.get(range.clone()) else { return range.clone() };
    if kind == LinkKind::Auto {
        return range.start + 1..range.end.saturating_sub(1).max(range.start + 1);
    }
    if written.is_empty() {
        return range.clone();
    }
    // Most links end with their destination.
    if let Some(before) = text.strip_suffix(')').and_then(|text| text.strip_suffix(written))
        && before.ends_with("](")
    {
        return range.start + before.len()..range.end - 1;
    }
    // A title may contain `](`, too. A destination with escapes or entities is written in another way than `written`.
    let mut likely = None;
    for (at, _) in text.rmatch_indices("](").take(CANDIDATES) {
        let inside = enclosed(text, at + 2);
        let found = range.start + inside.start..range.start + inside.end;
        if text[inside.clone()] == *written {
            return found;
        }
        if text[inside].contains(['\\', '&']) {
            likely = likely.or(Some(found));
        }
    }
    likely.unwrap_or_else(|| range.clone())
}

/// How many `](` of a link are tried.
const CANDIDATES: usize = 8;

/// The range from `](` to the blank or bracket that ends a destination.
fn enclosed(text: &str, at: usize) -> Range<usize> {
    let start = text.len() - text[at..].trim_start().len();
    if let Some(inside) = text[start..].strip_prefix('<') {
        return start + 1..start + 1 + inside.find('>').unwrap_or(inside.len());
    }
    let mut depth = 0_usize;
    let mut escaped = false;
    let end = text[start..].find(|letter: char| {
        let plain = !escaped;
        escaped = plain && letter == '\\';
        match letter {
            '(' if plain => depth += 1,
            ')' if plain && depth == 0 => return true,
            ')' if plain => depth -= 1,
            _ => {}
        }
        letter.is_whitespace()
    });
    start..start + end.unwrap_or(text.len() - start)
}
