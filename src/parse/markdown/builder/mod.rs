//! Builds a body out of the steps through a Markdown file, and notes the place of all that can be asked about.
mod acronym;
mod dates;
mod link;
mod list;
mod paragraph;
mod raw;
mod table;
mod text;

use super::html::OpenTag;
use super::target::Written;
use crate::model::{
    Anchor, Body, Content, Date, Diagnostic, Element, Heading, LinkKind, Located, Node, Slice, SourcePath,
    Span, codes,
};
use std::ops::Range;

/// How deep blocks may nest; what is deeper is shown flat.
const DEPTH_LIMIT: usize = 64;

/// The body of a page, before its headings and tasks have anchors.
#[derive(Debug, Default)]
pub(in crate::parse) struct ParsedBody {
    pub(in crate::parse) body: Body,
    pub(in crate::parse) content: Content,
    /// The `id` and `name` of raw HTML.
    pub(in crate::parse) html_places: Vec<Anchor>,
    /// Ids that authors gave to headings (`{#id}`), each with the number of its heading.
    pub(in crate::parse) explicit: Vec<(usize, String)>,
    /// `<!-- anchor: … -->` in order.
    pub(in crate::parse) former: Vec<Located<String>>,
}

/// An element that is open.
#[derive(Debug)]
struct Frame {
    kind: FrameKind,
    /// Number of its `Open` node.
    node: usize,
    /// Its bytes in the text.
    range: Range<usize>,
    /// Whether a `Dated` element around it ends with it.
    dated: bool,
}

/// A link or image that is open.
#[derive(Debug)]
struct OpenLink {
    written: String,
    said: Written,
    title: Slice,
}

/// A raw element that is open.
#[derive(Debug)]
struct OpenRaw {
    tag: OpenTag,
    /// Number of its node.
    node: usize,
    /// Its number in [`Content::html`].
    number: usize,
    /// How many frames are around it.
    frames: usize,
    /// Whether it has had its summary.
    summary: bool,
}

#[derive(Debug)]
enum FrameKind {
    Block,
    Inline,
    Paragraph,
    Code,
    Heading {
        level: u8,
        id: Option<String>,
    },
    List {
        first: Option<u64>,
        tasks: bool,
        cards: bool,
    },
    Item {
        task: bool,
    },
    /// The words of a task; opened by us where the item has no paragraph.
    TaskText {
        implied: bool,
    },
    /// What explains a task; always opened by us.
    TaskHelp,
    /// The last of [`Builder::links`].
    Link {
        kind: LinkKind,
    },
    /// The last of [`Builder::links`].
    Image,
    /// Too deep to be shown.
    Dropped {
        implied: bool,
    },
}

/// Takes one step after the other.
pub(super) struct Builder<'a> {
    file: &'a SourcePath,
    source: &'a str,
    offset: usize,
    wants_title: bool,
    title: Option<String>,
    parsed: ParsedBody,
    diagnostics: Vec<Diagnostic>,
    frames: Vec<Frame>,
    /// The links and images among the frames: few, and large.
    links: Vec<OpenLink>,
    /// Text that may go on with the next event, and its bytes.
    pending: String,
    pending_range: Range<usize>,
    /// The HTML block that is open.
    block: Option<raw::Block>,
    /// Raw elements that are open.
    open_tags: Vec<OpenRaw>,
    until: Option<Located<Date>>,
    /// The words of the block at hand, for the dates in them.
    running: dates::Running,
    /// Numbers of waivers that wait for the block they cover.
    waiting: Vec<usize>,
    /// The cells of the header row at hand.
    cells: Vec<Range<usize>>,
    too_deep: bool,
    /// The anchor of what gets its name at the end.
    nameless: Anchor,
}

impl<'a> Builder<'a> {
    /// `relative` tells whether the page may hold words that mean the day of reading.
    pub(super) fn new(
        file: &'a SourcePath,
        source: &'a str,
        offset: usize,
        wants_title: bool,
        relative: bool,
    ) -> Self {
        // Most of a source is text, and there is a node for every ten to twenty bytes of it.
        let body = Body {
            text: String::with_capacity(source.len()),
            nodes: Vec::with_capacity(source.len() / 10),
            targets: Vec::with_capacity(source.len() / 192),
            images: Vec::new(),
        };
        Self {
            file,
            source,
            offset,
            wants_title,
            title: None,
            // What a page holds many of, as often as pages usually do.
            parsed: ParsedBody {
                body,
                content: Content {
                    links: Vec::with_capacity(source.len() / 192),
                    prose: Vec::with_capacity(source.len() / 40),
                    typed: Vec::with_capacity(4),
                    headings: Vec::with_capacity(8),
                    ..Content::default()
                },
                ..ParsedBody::default()
            },
            diagnostics: Vec::new(),
            frames: Vec::with_capacity(8),
            links: Vec::new(),
            pending: String::with_capacity(128),
            pending_range: 0..0,
            block: None,
            open_tags: Vec::new(),
            until: None,
            running: dates::Running::new(relative),
            waiting: Vec::new(),
            cells: Vec::new(),
            too_deep: false,
            nameless: Anchor::new(""),
        }
    }

    pub(super) fn finish(mut self, diagnostics: &mut Vec<Diagnostic>) -> (Option<String>, ParsedBody) {
        self.flush();
        self.read_dates();
        self.refuse_open_tags(0);
        diagnostics.append(&mut self.diagnostics);
        (self.title, self.parsed)
    }

    fn span(&self, range: &Range<usize>) -> Span {
        Span::new(self.file, self.offset + range.start, self.offset + range.end)
    }

    fn diagnostic(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    fn push(&mut self, node: Node) {
        self.running.pass(&node);
        self.parsed.body.nodes.push(node);
    }

    fn count(&self) -> usize {
        self.parsed.body.nodes.len()
    }

    fn inside_image(&self) -> bool {
        self.frames.iter().any(|frame| matches!(frame.kind, FrameKind::Image))
    }

    pub(super) fn text(&mut self, text: &str, range: &Range<usize>) {
        if matches!(self.frames.last().map(|frame| &frame.kind), Some(FrameKind::Code)) {
            let slice = self.parsed.body.push_text(text);
            self.push(Node::Text(slice));
            return;
        }
        if self.pending.is_empty() {
            self.pending_range = range.clone();
        }
        self.pending.push_str(text);
        self.pending_range.end = range.end;
    }

    pub(super) fn code(&mut self, text: &str, _: &Range<usize>) {
        self.flush();
        let slice = self.parsed.body.push_text(text);
        self.push(Node::Code(slice));
    }

    pub(super) fn soft_break(&mut self) {
        self.flush();
        self.push(Node::SoftBreak);
    }

    pub(super) fn hard_break(&mut self) {
        self.flush();
        self.push(Node::HardBreak);
    }

    pub(super) fn footnote_mark(&mut self, label: &str) {
        self.flush();
        let slice = self.parsed.body.push_text(label);
        self.push(Node::FootnoteMark(slice));
    }

    fn open_frame(&mut self, kind: FrameKind, element: Element, range: &Range<usize>, dated: bool) {
        if self.frames.len() >= DEPTH_LIMIT {
            if !self.too_deep {
                self.too_deep = true;
                let at = self.span(&(range.start..range.start));
                self.diagnostic(Diagnostic::new(codes::FILE_TOO_DEEP, at).arg("limit", DEPTH_LIMIT));
            }
            if matches!(kind, FrameKind::TaskText { implied: true } | FrameKind::TaskHelp) {
                // What we open ourselves no event closes.
                return;
            }
            let node = self.count();
            let implied = matches!(kind, FrameKind::TaskText { implied: true } | FrameKind::TaskHelp);
            let kind = FrameKind::Dropped { implied };
            self.frames.push(Frame { kind, node, range: range.clone(), dated });
            return;
        }
        let node = self.count();
        self.push(Node::Open(element));
        self.frames.push(Frame { kind, node, range: range.clone(), dated });
    }

    /// Ends what we opened ourselves inside the innermost element of the author's.
    fn close_implied(&mut self) {
        while matches!(
            self.frames.last().map(|frame| &frame.kind),
            Some(
                FrameKind::TaskText { implied: true }
                    | FrameKind::TaskHelp
                    | FrameKind::Dropped { implied: true }
            )
        ) {
            let depth = self.frames.len();
            self.refuse_open_tags(depth);
            if let Some(frame) = self.frames.pop() {
                self.end_of(&frame);
            }
        }
    }

    fn pop(&mut self) -> Option<Frame> {
        self.flush();
        self.close_implied();
        let depth = self.frames.len();
        self.refuse_open_tags(depth);
        let frame = self.frames.pop();
        if !frame.as_ref().is_some_and(|frame| frame.kind.is_inline()) {
            self.read_dates();
        }
        frame
    }

    /// Ends an element that needs no second look.
    pub(super) fn close(&mut self) {
        if let Some(frame) = self.pop() {
            if self.parsed.body.nodes.get(frame.node) == Some(&Node::Open(Element::TableHead)) {
                self.end_head(&frame);
            }
            self.end_of(&frame);
        }
    }

    fn end_of(&mut self, frame: &Frame) {
        if !matches!(frame.kind, FrameKind::Dropped { .. }) {
            self.push(Node::Close);
        }
        if frame.dated {
            self.push(Node::Close);
        }
    }

    /// What has to happen before a block begins. Says whether the block is dated.
    fn before_block(&mut self, range: &Range<usize>, is_list: bool) -> bool {
        self.flush();
        self.read_dates();
        if matches!(self.frames.last().map(|frame| &frame.kind), Some(FrameKind::TaskText { implied: true }))
        {
            self.close_implied();
        }
        if is_list {
            self.close_implied();
        } else if matches!(self.frames.last().map(|frame| &frame.kind), Some(FrameKind::Item { task: true }))
        {
            self.open_frame(FrameKind::TaskHelp, Element::TaskHelp, range, false);
        }
        let covers = u32::try_from(self.offset + range.end).unwrap_or(u32::MAX);
        for number in self.waiting.drain(..) {
            self.parsed.content.waivers[number].to = covers;
        }
        if let Some(until) = self.until.take() {
            self.running.is_dated(range, until.value);
            self.push(Node::Open(Element::Dated(until.value)));
            self.parsed.content.dated.push(until);
            return true;
        }
        false
    }

    pub(super) fn open_block(&mut self, element: Element, range: &Range<usize>) {
        let inner = matches!(
            element,
            Element::TableHead
                | Element::TableRow
                | Element::TableCell(_)
                | Element::DefinitionTerm
                | Element::Definition
        );
        self.flush();
        let dated = !inner && self.before_block(range, false);
        self.open_cell(element, range);
        self.open_frame(FrameKind::Block, element, range, dated);
    }

    pub(super) fn open_inline(&mut self, element: Element, range: &Range<usize>) {
        self.flush();
        self.open_frame(FrameKind::Inline, element, range, false);
    }

    pub(super) fn open_code(&mut self, language: &str, range: &Range<usize>) {
        let dated = self.before_block(range, false);
        let language: String = language
            .chars()
            .filter(|letter| letter.is_ascii_alphanumeric() || "+-_#".contains(*letter))
            .collect();
        let slice = self.parsed.body.push_text(&language);
        self.open_frame(FrameKind::Code, Element::CodeBlock(slice), range, dated);
    }

    pub(super) fn open_footnote(&mut self, label: &str, range: &Range<usize>) {
        let dated = self.before_block(range, false);
        let slice = self.parsed.body.push_text(label);
        self.open_frame(FrameKind::Block, Element::Footnote(slice), range, dated);
    }

    pub(super) fn rule(&mut self, range: &Range<usize>) {
        let dated = self.before_block(range, false);
        self.push(Node::Rule);
        if dated {
            self.push(Node::Close);
        }
    }

    pub(super) fn open_heading(&mut self, level: u8, id: Option<&str>, range: &Range<usize>) {
        let dated = self.before_block(range, false);
        let shown = level.max(2);
        let kind = FrameKind::Heading { level, id: id.map(str::to_owned) };
        self.open_frame(kind, Element::Heading(shown, Slice::default()), range, dated);
    }

    pub(super) fn close_heading(&mut self) {
        let Some(frame) = self.pop() else { return };
        let FrameKind::Heading { level, ref id } = frame.kind else { return self.end_of(&frame) };
        let text = self.parsed.body.plain(&self.parsed.body.nodes[frame.node + 1..]);
        let span = self.span(&trimmed(self.source, &frame.range));
        if !self.frames.is_empty() {
            self.parsed.content.inner_headings.push(span.start);
        }
        if let Some(id) = id {
            self.parsed.explicit.push((self.parsed.content.headings.len(), id.clone()));
        }
        let is_title = level == 1 && self.wants_title && self.title.is_none();
        let anchor = self.nameless.clone();
        if is_title {
            self.title = Some(text.clone());
        }
        self.parsed.content.headings.push(Located::new(span, Heading { level, anchor, text }));
        if is_title {
            self.parsed.body.nodes.truncate(frame.node);
            if frame.dated {
                self.push(Node::Close);
            }
        } else {
            self.end_of(&frame);
        }
    }
}

/// A range without the blanks at its end.
fn trimmed(source: &str, range: &Range<usize>) -> Range<usize> {
    let text = source.get(range.clone()).unwrap_or_default();
    range.start..range.start + text.trim_end().len()
}
