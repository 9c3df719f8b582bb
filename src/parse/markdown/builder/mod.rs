//! Builds the body of a page from the events of Markdown.
//!
//! 1. `events` runs the Markdown crate and passes its events on. Only this file names the crate.
//! 2. An event opens, fills or closes an element: the methods of [`Builder`], in this file for most elements, else in
//!    `paragraph`, `list`, `link`, `table`, `alert`, `figure`, `code` and `raw` (raw HTML and comments). `definition` reads
//!    the definitions of links, which are no events.
//! 3. `frame` holds the elements that are open, `list_items` the items of a list, `html_block` the open HTML block.
//!    In the end, `alternatives` groups blocks `<details>` of one name.
//! 4. When a text is complete, `text` cuts it at placeholders, and `acronym` looks for acronyms in it.
//! 5. When a block is complete, `dates` looks for dates in its words, which `running` has gathered.
//! 6. On the way, others look for what a reader would miss: `table` and `table_text` for cells, `footnote` for footnotes,
//!    `indent` for content that left its item, `stray` for emphasis and `underline` for headings that nobody meant.
mod acronym;
mod alert;
mod alternatives;
mod code;
mod dates;
mod definition;
mod events;
mod figure;
mod footnote;
mod frame;
mod html_block;
mod indent;
mod link;
mod list;
mod list_items;
mod paragraph;
mod raw;
mod running;
mod stray;
mod table;
mod table_text;
mod text;
mod underline;

pub(in crate::parse) use events::{hidden, read};

use crate::colors::Grammars;
use crate::model::{
    Anchor, Body, Content, Date, Diagnostic, Element, Heading, Located, Node, Slice, SourcePath, Span, codes,
};
use code::OpenCode;
use footnote::Footnotes;
use frame::{FrameKind, OpenHtml, OpenLink, StackFrame};
use html_block::HtmlBlock;
use indent::Indents;
use running::Running;
use std::ops::Range;
use table::TableCells;
use thin_vec::ThinVec;

/// How deep elements may nest. What is deeper is shown without its element.
const DEPTH_LIMIT: usize = 64;

/// The body of a page, before its headings and tasks have anchors.
#[derive(Debug, Default)]
pub(in crate::parse) struct ParsedBody {
    pub(in crate::parse) body: Body,
    pub(in crate::parse) content: Content,
    /// Anchors that raw HTML creates.
    pub(in crate::parse) html_places: Vec<Anchor>,
    /// Ids that authors gave to headings (`{#id}`), each with the number of its heading.
    pub(in crate::parse) explicit: Vec<(usize, String)>,
    /// `<!-- anchor: … -->` in order.
    pub(in crate::parse) former: Vec<Located<String>>,
    /// Whether the colours of its code take the grammars, which were not loaded.
    pub(in crate::parse) needs_grammars: bool,
}

/// Takes one event after the other.
pub(super) struct Builder<'a> {
    file: &'a SourcePath,
    source: &'a str,
    offset: usize,
    /// Whether only a heading that opens the text can be the title.
    must_open: bool,
    title: Option<String>,
    parsed: ParsedBody,
    diagnostics: Vec<Diagnostic>,
    frames: Vec<StackFrame>,
    /// The links and images among the frames.
    links: Vec<OpenLink>,
    /// Text that may go on with the next event, and its range.
    pending: String,
    pending_range: Range<usize>,
    /// The open HTML block.
    block: Option<HtmlBlock>,
    /// Whether a `<details>` has a name.
    has_alternatives: bool,
    /// Open elements of raw HTML.
    open_tags: Vec<OpenHtml>,
    until: Option<Located<Date>>,
    /// The words of the open block, to look for dates in.
    running: Running,
    /// Numbers of the waivers that cover the next block.
    waiting_waivers: Vec<usize>,
    /// The cells of the open table.
    cells: TableCells,
    footnotes: Footnotes,
    indents: Indents,
    open_code: OpenCode,
    too_deep: bool,
    /// The grammars for the colours of code, if they are loaded.
    grammars: Option<&'a Grammars>,
    /// The empty anchor, shared by all headings until they are named.
    no_anchor: Anchor,
}

impl<'a> Builder<'a> {
    /// `relative` says whether the page may contain words such as "today".
    pub(super) fn new(
        file: &'a SourcePath,
        source: &'a str,
        offset: usize,
        must_open: bool,
        relative: bool,
        grammars: Option<&'a Grammars>,
    ) -> Self {
        // Most of a source is text, and there is a node for every 10 to 20 bytes.
        let body = Body {
            text: String::with_capacity(source.len()),
            nodes: Vec::with_capacity(source.len() / 10),
            targets: ThinVec::with_capacity(source.len() / 192),
            ..Body::default()
        };
        Self {
            file,
            source,
            offset,
            must_open,
            title: None,
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
            has_alternatives: false,
            open_tags: Vec::new(),
            until: None,
            running: Running::new(relative),
            waiting_waivers: Vec::new(),
            cells: TableCells::default(),
            footnotes: Footnotes::default(),
            indents: Indents::default(),
            open_code: OpenCode::default(),
            too_deep: false,
            grammars,
            no_anchor: Anchor::new(""),
        }
    }

    pub(super) fn finish(mut self, diagnostics: &mut Vec<Diagnostic>) -> (Option<String>, ParsedBody) {
        self.flush();
        self.end_words();
        self.refuse_open_tags(0);
        if self.has_alternatives {
            alternatives::group(&mut self.parsed.body);
        }
        self.check_footnotes();
        self.end_runs();
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
        self.running.add_node(&node);
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

    fn open_frame(&mut self, kind: FrameKind, element: Element, range: &Range<usize>, dated: bool) {
        if self.frames.len() >= DEPTH_LIMIT {
            if !self.too_deep {
                self.too_deep = true;
                let at = self.span(&(range.start..range.start));
                self.diagnostic(Diagnostic::new(codes::FILE_TOO_DEEP, at).arg("limit", DEPTH_LIMIT));
            }
            if matches!(kind, FrameKind::TaskText { implied: true } | FrameKind::TaskHelp) {
                // No event closes an implied element.
                return;
            }
            let node = self.count();
            let implied = matches!(kind, FrameKind::TaskText { implied: true } | FrameKind::TaskHelp);
            let kind = FrameKind::Dropped { implied };
            self.frames.push(StackFrame { kind, node, range: range.clone(), dated });
            return;
        }
        let node = self.count();
        self.push(Node::Open(element));
        self.frames.push(StackFrame { kind, node, range: range.clone(), dated });
    }

    /// Closes the implied elements in the innermost element.
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
                self.close_frame(&frame);
            }
        }
    }

    fn pop(&mut self) -> Option<StackFrame> {
        self.flush();
        self.close_implied();
        let depth = self.frames.len();
        self.refuse_open_tags(depth);
        let frame = self.frames.pop();
        if !frame.as_ref().is_some_and(|frame| frame.kind.is_inline()) {
            self.end_words();
        }
        frame
    }

    /// Closes an element of any other kind.
    pub(super) fn close(&mut self) {
        if let Some(frame) = self.pop() {
            match self.parsed.body.nodes.get(frame.node) {
                Some(Node::Open(Element::TableHead)) => self.end_head(&frame),
                Some(Node::Open(Element::TableRow)) => self.end_row(&frame),
                _ => {}
            }
            self.close_frame(&frame);
        }
    }

    fn close_frame(&mut self, frame: &StackFrame) {
        if !matches!(frame.kind, FrameKind::Dropped { .. }) {
            self.push(Node::Close);
        }
        if frame.dated {
            self.push(Node::Close);
        }
    }

    /// Prepares for a block. Returns whether the block is dated.
    fn before_block(&mut self, range: &Range<usize>, is_list: bool) -> bool {
        self.flush();
        self.end_words();
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
        self.check_indent(range, is_list);
        let covers = u32::try_from(self.offset + range.end).unwrap_or(u32::MAX);
        for number in self.waiting_waivers.drain(..) {
            self.parsed.content.waivers[number].to = covers;
        }
        if let Some(until) = self.until.take() {
            self.running.add_dated(range, until.value);
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
        if element == Element::Table {
            self.forget_caption(range.start);
        }
        self.open_cell(element, range);
        self.open_frame(FrameKind::Block, element, range, dated);
    }

    pub(super) fn open_inline(&mut self, element: Element, range: &Range<usize>) {
        self.flush();
        self.open_frame(FrameKind::Inline, element, range, false);
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
        let FrameKind::Heading { level, ref id } = frame.kind else { return self.close_frame(&frame) };
        let body = &self.parsed.body;
        let (text, references) = body.words_and_references(&body.nodes[frame.node + 1..]);
        let span = self.span(&trimmed(self.source, &frame.range));
        if !self.frames.is_empty() {
            self.parsed.content.inner_headings.push(span.start);
        }
        self.check_underline(&frame.range, &text);
        if let Some(id) = id {
            self.parsed.explicit.push((self.parsed.content.headings.len(), id.clone()));
        }
        let opens = self.frames.is_empty() && frame.node == usize::from(frame.dated);
        let is_title = level == 1 && self.title.is_none() && (opens || !self.must_open);
        let anchor = self.no_anchor.clone();
        if is_title {
            self.title = Some(text.clone());
        }
        self.parsed.content.headings.push(Located::new(span, Heading { level, anchor, text, references }));
        if is_title {
            self.parsed.body.nodes.truncate(frame.node);
            if frame.dated {
                self.push(Node::Close);
            }
        } else {
            self.close_frame(&frame);
        }
    }
}

/// A range without the blank characters at its end.
fn trimmed(source: &str, range: &Range<usize>) -> Range<usize> {
    let text = source.get(range.clone()).unwrap_or_default();
    range.start..range.start + text.trim_end().len()
}
