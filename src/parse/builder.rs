//! Builds a body out of the steps through a Markdown file, and notes the place of all that can be asked about.
use super::html::{self, Comment, OpenTag, Piece};
use super::prose::{self, Prose};
use super::target::{self, Written};
use crate::model::{
    Body, Date, Diagnostic, Element, Heading, Kind, Link, LinkKind, Located, Node, RawHtml, Slice,
    SourcePath, Span, Target, Typed, TypedKind, Waiver, codes,
};
use std::ops::Range;

/// How deep blocks may nest; what is deeper is shown flat.
const DEPTH_LIMIT: usize = 64;

/// What a Markdown file yields before it is known as a page.
#[derive(Debug, Default)]
pub(super) struct Raw {
    pub(super) body: Body,
    pub(super) links: Vec<Link>,
    pub(super) headings: Vec<Located<Heading>>,
    pub(super) placeholders: Vec<Located<String>>,
    pub(super) dated: Vec<Located<Date>>,
    pub(super) waivers: Vec<Waiver>,
    pub(super) html: Vec<Located<RawHtml>>,
    pub(super) typed: Vec<Located<Typed>>,
    pub(super) bold_paragraphs: Vec<Located<String>>,
    /// Ids that authors gave to headings, by the heading's number.
    pub(super) explicit: Vec<(usize, String)>,
    /// Remarks that the naming of anchors makes.
    pub(super) duplicates: Vec<Diagnostic>,
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

/// A raw element that is open.
#[derive(Debug)]
struct OpenRaw {
    tag: OpenTag,
    /// Number of its node.
    node: usize,
    /// Its number in [`Raw::html`].
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
    Link {
        kind: LinkKind,
        written: String,
        said: Written,
        title: Slice,
    },
    Image {
        written: String,
        said: Written,
        title: Slice,
    },
    /// Too deep to be shown.
    Dropped,
}

/// Takes one step after the other.
pub(super) struct Builder<'a> {
    file: &'a SourcePath,
    source: &'a str,
    offset: usize,
    wants_title: bool,
    title: Option<String>,
    raw: Raw,
    notes: Vec<Diagnostic>,
    frames: Vec<Frame>,
    /// Text that may go on with the next event, and its bytes.
    pending: String,
    pending_range: Range<usize>,
    /// Inside an HTML block: its text, where it begins, and how many raw elements were open before it.
    block: Option<(String, usize, usize)>,
    /// Raw elements that are open.
    open_tags: Vec<OpenRaw>,
    until: Option<Located<Date>>,
    /// Numbers of waivers that wait for the block they cover.
    waiting: Vec<usize>,
    too_deep: bool,
}

impl<'a> Builder<'a> {
    pub(super) fn new(file: &'a SourcePath, source: &'a str, offset: usize, wants_title: bool) -> Self {
        Self {
            file,
            source,
            offset,
            wants_title,
            title: None,
            raw: Raw::default(),
            notes: Vec::new(),
            frames: Vec::new(),
            pending: String::new(),
            pending_range: 0..0,
            block: None,
            open_tags: Vec::new(),
            until: None,
            waiting: Vec::new(),
            too_deep: false,
        }
    }

    pub(super) fn finish(mut self, notes: &mut Vec<Diagnostic>) -> (Option<String>, Raw) {
        self.flush();
        self.refuse_open_tags(0);
        notes.append(&mut self.notes);
        (self.title, self.raw)
    }

    fn span(&self, range: &Range<usize>) -> Span {
        Span::new(self.file, self.offset + range.start, self.offset + range.end)
    }

    fn note(&mut self, diagnostic: Diagnostic) {
        self.notes.push(diagnostic);
    }

    fn push(&mut self, node: Node) {
        self.raw.body.nodes.push(node);
    }

    fn count(&self) -> usize {
        self.raw.body.nodes.len()
    }

    fn inside_image(&self) -> bool {
        self.frames.iter().any(|frame| matches!(frame.kind, FrameKind::Image { .. }))
    }

    // ---- text ----

    pub(super) fn text(&mut self, text: &str, range: &Range<usize>) {
        if matches!(self.frames.last().map(|frame| &frame.kind), Some(FrameKind::Code)) {
            let slice = self.raw.body.push_text(text);
            self.push(Node::Text(slice));
            return;
        }
        if self.pending.is_empty() {
            self.pending_range = range.clone();
        }
        self.pending.push_str(text);
        self.pending_range.end = range.end;
    }

    fn flush(&mut self) {
        if self.pending.is_empty() {
            return;
        }
        let text = std::mem::take(&mut self.pending);
        let range = self.pending_range.clone();
        let in_link = self.frames.iter().any(|frame| matches!(frame.kind, FrameKind::Link { .. }));
        let mut from = range.start;
        for piece in prose::pieces(&text) {
            match piece {
                Prose::Text(text) => {
                    let slice = self.raw.body.push_text(text);
                    self.push(Node::Text(slice));
                }
                Prose::Placeholder { whole, words } => {
                    let at = self.locate(&mut from, &range, whole);
                    let slice = self.raw.body.push_text(words);
                    self.push(Node::Placeholder(slice));
                    self.raw.placeholders.push(Located::new(at, words.to_owned()));
                }
            }
        }
        if !in_link {
            let mut from = range.start;
            for typed in prose::typed(&text) {
                let at = self.locate(&mut from, &range, &typed.written);
                self.raw.typed.push(Located::new(at, typed));
            }
        }
    }

    /// The place of some text in a range of the source; the whole range when escapes or entities hide it.
    fn locate(&self, from: &mut usize, range: &Range<usize>, needle: &str) -> Span {
        let found = self.source.get(*from..range.end).and_then(|source| source.find(needle));
        match found {
            Some(at) => {
                let start = *from + at;
                *from = start + needle.len();
                self.span(&(start..start + needle.len()))
            }
            None => self.span(range),
        }
    }

    pub(super) fn code(&mut self, text: &str, _: &Range<usize>) {
        self.flush();
        let slice = self.raw.body.push_text(text);
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
        let slice = self.raw.body.push_text(label);
        self.push(Node::FootnoteMark(slice));
    }

    // ---- frames ----

    fn open_frame(&mut self, kind: FrameKind, element: Element, range: &Range<usize>, dated: bool) {
        if self.frames.len() >= DEPTH_LIMIT {
            if !self.too_deep {
                self.too_deep = true;
                let at = self.span(&(range.start..range.start));
                self.note(Diagnostic::new(codes::FRONT_TOO_DEEP, at).arg("limit", DEPTH_LIMIT));
            }
            let node = self.count();
            self.frames.push(Frame { kind: FrameKind::Dropped, node, range: range.clone(), dated });
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
            Some(FrameKind::TaskText { implied: true } | FrameKind::TaskHelp)
        ) {
            let depth = self.frames.len();
            self.refuse_open_tags(depth);
            self.frames.pop();
            self.push(Node::Close);
        }
    }

    fn pop(&mut self) -> Option<Frame> {
        self.flush();
        self.close_implied();
        let depth = self.frames.len();
        self.refuse_open_tags(depth);
        self.frames.pop()
    }

    /// Ends an element that needs no second look.
    pub(super) fn close(&mut self) {
        if let Some(frame) = self.pop() {
            self.end_of(&frame);
        }
    }

    fn end_of(&mut self, frame: &Frame) {
        if !matches!(frame.kind, FrameKind::Dropped) {
            self.push(Node::Close);
        }
        if frame.dated {
            self.push(Node::Close);
        }
    }

    /// What has to happen before a block begins. Says whether the block is dated.
    fn before_block(&mut self, range: &Range<usize>, is_list: bool) -> bool {
        self.flush();
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
            self.raw.waivers[number].to = covers;
        }
        if let Some(until) = self.until.take() {
            self.push(Node::Open(Element::Dated(until.value)));
            self.raw.dated.push(until);
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
        let slice = self.raw.body.push_text(&language);
        self.open_frame(FrameKind::Code, Element::CodeBlock(slice), range, dated);
    }

    pub(super) fn open_footnote(&mut self, label: &str, range: &Range<usize>) {
        let dated = self.before_block(range, false);
        let slice = self.raw.body.push_text(label);
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
        let text = self.raw.body.plain(&self.raw.body.nodes[frame.node + 1..]);
        let span = self.span(&trimmed(self.source, &frame.range));
        if let Some(id) = id {
            self.raw.explicit.push((self.raw.headings.len(), id.clone()));
        }
        let is_title = level == 1 && self.wants_title && self.title.is_none();
        let anchor = crate::model::Anchor::new("");
        self.raw.headings.push(Located::new(span, Heading { level, anchor, text: text.clone() }));
        if is_title {
            self.raw.body.nodes.truncate(frame.node);
            self.title = Some(text);
            if frame.dated {
                self.push(Node::Close);
            }
        } else {
            self.end_of(&frame);
        }
    }

    // ---- paragraphs ----

    pub(super) fn open_paragraph(&mut self, range: &Range<usize>) {
        let dated = self.before_block(range, false);
        self.open_frame(FrameKind::Paragraph, Element::Paragraph, range, dated);
    }

    pub(super) fn close_paragraph(&mut self, _: &Range<usize>) {
        let Some(frame) = self.pop() else { return };
        if !matches!(frame.kind, FrameKind::Paragraph) {
            return self.end_of(&frame);
        }
        let body = &mut self.raw.body;
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
                let span = self.span(&trimmed(self.source, &frame.range));
                self.raw.bold_paragraphs.push(Located::new(span, text));
            }
            Lone::No => {
                body.nodes.push(Node::Close);
                self.refuse_directories(&frame);
            }
        }
        if frame.dated {
            self.push(Node::Close);
        }
    }

    /// A directory inside a sentence means nothing.
    fn refuse_directories(&mut self, frame: &Frame) {
        let mut kept = frame.node;
        for at in frame.node..self.count() {
            let node = self.raw.body.nodes[at];
            let refused = match node {
                Node::Directory(kind) => kind.scheme(),
                Node::Tasks(None) => "checklist",
                _ => {
                    let node =
                        if let Node::Tasks(Some(target)) = node { Node::Reference(target) } else { node };
                    self.raw.body.nodes[kept] = node;
                    kept += 1;
                    continue;
                }
            };
            let span = self.span(&trimmed(self.source, &frame.range));
            self.note(Diagnostic::new(codes::REGISTRY_BAD_ID, span).arg("id", format!("{refused}:*")));
        }
        self.raw.body.nodes.truncate(kept);
    }

    // ---- lists and tasks ----

    pub(super) fn open_list(&mut self, first: Option<u64>, range: &Range<usize>) {
        let dated = self.before_block(range, true);
        let element = match first {
            None => Element::Bullets,
            Some(number) => Element::Numbers(u32::try_from(number).unwrap_or(1)),
        };
        self.open_frame(FrameKind::List { first, tasks: false, cards: true }, element, range, dated);
    }

    pub(super) fn close_list(&mut self) {
        let Some(frame) = self.pop() else { return };
        let FrameKind::List { first, tasks, cards } = frame.kind else { return self.end_of(&frame) };
        let body = &mut self.raw.body;
        if tasks {
            body.nodes[frame.node] = Node::Open(Element::TaskList(first.is_some()));
            body.nodes.push(Node::Close);
        } else if cards {
            let inside: Vec<Node> = body.nodes[frame.node..]
                .iter()
                .filter_map(|node| match node {
                    Node::Card(target) | Node::Reference(target) | Node::Open(Element::Link(target, _)) => {
                        Some(Node::Card(*target))
                    }
                    _ => None,
                })
                .collect();
            body.nodes.truncate(frame.node);
            body.nodes.push(Node::Open(Element::Cards));
            body.nodes.extend(inside);
            body.nodes.push(Node::Close);
        } else {
            body.nodes.push(Node::Close);
            if matches!(self.frames.last().map(|frame| &frame.kind), Some(FrameKind::Item { task: true })) {
                self.insert(frame.node, Node::Open(Element::TaskHelp));
                self.push(Node::Close);
            }
        }
        if frame.dated {
            self.push(Node::Close);
        }
    }

    fn insert(&mut self, at: usize, node: Node) {
        self.raw.body.nodes.insert(at, node);
        for open in &mut self.open_tags {
            if open.node >= at {
                open.node += 1;
            }
        }
    }

    pub(super) fn open_item(&mut self, range: &Range<usize>) {
        self.flush();
        self.open_frame(FrameKind::Item { task: false }, Element::Item, range, false);
    }

    pub(super) fn close_item(&mut self) {
        let Some(frame) = self.pop() else { return };
        let FrameKind::Item { task } = frame.kind else { return self.end_of(&frame) };
        let card = !task && lone_card(&self.raw.body, frame.node + 1);
        if let Some(FrameKind::List { cards, .. }) = self.frames.last_mut().map(|frame| &mut frame.kind) {
            *cards &= card;
        }
        self.push(Node::Close);
    }

    /// The item at hand is a task.
    pub(super) fn task_marker(&mut self) {
        self.flush();
        let [.., list, item] = self.frames.as_mut_slice() else { return };
        // An item whose words stand in a paragraph has it between itself and the mark.
        if matches!(item.kind, FrameKind::Paragraph) {
            item.kind = FrameKind::TaskText { implied: false };
            let node = item.node;
            let dated = std::mem::take(&mut item.dated);
            self.raw.body.nodes[node] = Node::Open(Element::TaskText);
            if dated {
                // The day belongs to what the paragraph says; the mark around it would part the task.
                self.raw.body.nodes.remove(node - 1);
                self.frames.last_mut().expect("just looked at").node -= 1;
            }
            let depth = self.frames.len();
            if depth >= 3 {
                let (above, _) = self.frames.split_at_mut(depth - 1);
                let [.., list, item] = above else { return };
                mark_task(&mut self.raw.body, list, item);
            }
        } else if matches!(item.kind, FrameKind::Item { .. }) {
            mark_task(&mut self.raw.body, list, item);
            let at = item.range.clone();
            self.open_frame(FrameKind::TaskText { implied: true }, Element::TaskText, &at, false);
        }
    }

    // ---- links and images ----

    pub(super) fn open_link(
        &mut self,
        kind: LinkKind,
        mail: bool,
        written: &str,
        title: &str,
        range: &Range<usize>,
    ) {
        self.flush();
        let said = if mail {
            target::read(self.file, &format!("mailto:{written}"))
        } else {
            target::read(self.file, written)
        };
        let title = self.raw.body.push_text(title);
        let kind = FrameKind::Link { kind, written: written.to_owned(), said, title };
        self.open_frame(kind, Element::Link(0, title), range, false);
    }

    pub(super) fn close_link(&mut self) {
        let Some(frame) = self.pop() else { return };
        let Frame { kind: FrameKind::Link { kind, written, said, title }, node, range, .. } = frame else {
            return self.end_of(&frame);
        };
        let words = self.raw.body.plain(&self.raw.body.nodes[node + 1..]);
        let span = self.span(&destination(self.source, &range, &written, kind));
        let target = match said {
            Written::Target(target) => {
                let number = self.raw.body.push_target(target.clone());
                if kind == LinkKind::Auto && matches!(target, Target::Entry(_)) {
                    self.raw.body.nodes.truncate(node);
                    self.push(Node::Reference(number));
                } else {
                    self.raw.body.nodes[node] = Node::Open(Element::Link(number, title));
                    self.push(Node::Close);
                }
                self.note_typed(&target, &span, &written);
                target
            }
            Written::Due(delay) => {
                self.raw.body.nodes.truncate(node);
                self.push(Node::Due(delay));
                Target::Nowhere
            }
            Written::Directory(directory) => {
                self.raw.body.nodes.truncate(node);
                self.push(Node::Directory(directory));
                Target::Nowhere
            }
            Written::Tasks(None) => {
                self.raw.body.nodes.truncate(node);
                self.push(Node::Tasks(None));
                Target::Nowhere
            }
            Written::Tasks(Some(role)) => {
                let target = Target::Entry(role);
                let number = self.raw.body.push_target(target.clone());
                if kind == LinkKind::Auto {
                    self.raw.body.nodes.truncate(node);
                    self.push(Node::Tasks(Some(number)));
                } else {
                    self.raw.body.nodes[node] = Node::Open(Element::Link(number, title));
                    self.push(Node::Close);
                }
                target
            }
            Written::Slip(code, arg) => {
                self.refuse(code, arg, &span, &written);
                self.raw.body.nodes.remove(node);
                Target::Nowhere
            }
        };
        self.raw.links.push(Link { span, kind, written, text: words, target });
    }

    fn refuse(
        &mut self,
        code: crate::model::Code,
        arg: Option<(&'static str, String)>,
        span: &Span,
        written: &str,
    ) {
        let mut note = Diagnostic::new(code, span.clone()).arg("target", written);
        if let Some((name, value)) = arg {
            note = note.arg(name, value);
        }
        self.note(note);
    }

    /// A link to what the registry may hold counts as typed by hand.
    fn note_typed(&mut self, target: &Target, span: &Span, written: &str) {
        let (kind, key) = match target {
            Target::Web(web) => (TypedKind::Web, prose::web_key(web)),
            Target::Mail(mail) => (TypedKind::Email, mail.trim_start_matches("mailto:").to_lowercase()),
            Target::Phone(phone) => (TypedKind::Phone, prose::phone_key(phone.trim_start_matches("tel:"))),
            _ => return,
        };
        let typed = Typed { kind, key, written: written.to_owned() };
        self.raw.typed.push(Located::new(span.clone(), typed));
    }

    pub(super) fn open_image(&mut self, written: &str, title: &str, range: &Range<usize>) {
        self.flush();
        let said = target::read_image(self.file, written);
        let title = self.raw.body.push_text(title);
        let kind = FrameKind::Image { written: written.to_owned(), said, title };
        self.open_frame(kind, Element::Emphasis, range, false);
    }

    pub(super) fn close_image(&mut self) {
        let Some(frame) = self.pop() else { return };
        let Frame { kind: FrameKind::Image { written, said, title }, node, range, .. } = frame else {
            return self.end_of(&frame);
        };
        let alt = self.raw.body.plain(&self.raw.body.nodes[node + 1..]);
        self.raw.body.nodes.truncate(node);
        let span = self.span(&destination(self.source, &range, &written, LinkKind::Image));
        let target = match said {
            Written::Target(target) => {
                let number = self.raw.body.push_target(target.clone());
                let alt = self.raw.body.push_text(&alt);
                self.push(Node::Image(number, alt, title));
                target
            }
            Written::Slip(code, arg) => {
                self.refuse(code, arg, &span, &written);
                Target::Nowhere
            }
            _ => Target::Nowhere,
        };
        if !self.inside_image() {
            self.raw.links.push(Link { span, kind: LinkKind::Image, written, text: alt, target });
        }
    }

    // ---- raw HTML ----

    pub(super) fn open_html_block(&mut self) {
        self.flush();
        self.block = Some((String::new(), usize::MAX, self.open_tags.len()));
    }

    pub(super) fn html_block_line(&mut self, text: &str, range: &Range<usize>) {
        match &mut self.block {
            Some((block, start, _)) => {
                *start = (*start).min(range.start);
                block.push_str(text);
            }
            None => self.inline_html(text, range),
        }
    }

    pub(super) fn close_html_block(&mut self) {
        let Some((text, start, before)) = self.block.take() else { return };
        // Quoted or indented blocks lose their prefixes, so places inside are only exact where none were lost.
        let exact = self.source.get(start..start + text.len()) == Some(&text);
        for (piece, range) in html::pieces(&text) {
            let at = if exact { start + range.start..start + range.end } else { start..start };
            self.piece(&piece, &text[range], &at, true);
        }
        for at in (before.min(self.open_tags.len())..self.open_tags.len()).rev() {
            let open = &self.open_tags[at];
            if open.tag != OpenTag::Details || !open.summary {
                self.refuse_tag(at);
            }
        }
    }

    pub(super) fn inline_html(&mut self, text: &str, range: &Range<usize>) {
        self.flush();
        for (piece, part) in html::pieces(text) {
            let at = range.start + part.start..range.start + part.end;
            self.piece(&piece, &text[part], &at, false);
        }
    }

    fn piece(&mut self, piece: &Piece<'_>, text: &str, at: &Range<usize>, block: bool) {
        match piece {
            Piece::Comment(words) => self.comment(words, at, block),
            Piece::Text => {
                if text.trim().is_empty() {
                    return;
                }
                let slice = self.raw.body.push_text(text);
                self.push(if html::is_harmless_text(text) {
                    Node::Html(slice, true)
                } else {
                    Node::Text(slice)
                });
            }
            Piece::Break => self.html_node("<br>", at, true),
            Piece::Open(tag, canonical) => {
                let fits = match tag {
                    OpenTag::Details => block,
                    OpenTag::Summary => {
                        let around = self.open_tags.last();
                        block && around.is_some_and(|open| open.tag == OpenTag::Details && !open.summary)
                    }
                    _ => true,
                };
                let number = self.raw.html.len();
                let node = self.count();
                self.html_node(if fits { canonical } else { text }, at, fits);
                if fits {
                    if let (OpenTag::Summary, Some(details)) = (tag, self.open_tags.last_mut()) {
                        details.summary = true;
                    }
                    let frames = self.frames.len();
                    self.open_tags.push(OpenRaw { tag: *tag, node, number, frames, summary: false });
                }
            }
            Piece::Close(tag) => {
                let depth = self.frames.len();
                let fits = self.open_tags.last().is_some_and(|open| open.tag == *tag && open.frames == depth);
                self.html_node(text, at, fits);
                if fits {
                    self.open_tags.pop();
                }
            }
            Piece::Other => self.html_node(text, at, false),
        }
    }

    fn html_node(&mut self, text: &str, at: &Range<usize>, safe: bool) {
        let slice = self.raw.body.push_text(text);
        self.push(Node::Html(slice, safe));
        let first_line = text.lines().next().unwrap_or_default().chars().take(80).collect();
        let span = self.span(at);
        self.raw.html.push(Located::new(span, RawHtml { text: first_line, safe }));
    }

    /// Elements opened in the innermost frames that nothing closed do not have the accepted form.
    fn refuse_open_tags(&mut self, depth: usize) {
        while self.open_tags.last().is_some_and(|open| open.frames >= depth) {
            self.refuse_tag(self.open_tags.len() - 1);
        }
    }

    fn refuse_tag(&mut self, at: usize) {
        let OpenRaw { node, number, .. } = self.open_tags.remove(at);
        if let Some(Node::Html(_, safe)) = self.raw.body.nodes.get_mut(node) {
            *safe = false;
        }
        self.raw.html[number].value.safe = false;
    }

    fn comment(&mut self, words: &str, at: &Range<usize>, block: bool) {
        match html::comment(words) {
            Comment::Plain => {}
            Comment::Until(text) => match Date::parse(text) {
                Some(date) if block => self.until = Some(Located::new(self.span(at), date)),
                Some(_) => {
                    let span = self.span(at);
                    self.note(Diagnostic::new(codes::HTML_BAD_COMMENT, span).arg("text", text));
                }
                None => {
                    let span = self.span(at);
                    let code = if Date::parts(text).is_some() {
                        codes::DATE_IMPOSSIBLE
                    } else {
                        codes::HTML_BAD_COMMENT
                    };
                    self.note(Diagnostic::new(code, span).arg("text", text));
                }
            },
            Comment::Allow { code, reason } => {
                let span = self.span(at);
                let around = self.frames.iter().rev().find(|frame| !matches!(frame.kind, FrameKind::Inline));
                let range = around.filter(|_| !block).map_or(at.clone(), |frame| frame.range.clone());
                let covered = self.span(&range);
                if block {
                    self.waiting.push(self.raw.waivers.len());
                }
                self.raw.waivers.push(Waiver {
                    span,
                    code: code.to_owned(),
                    reason: reason.to_owned(),
                    from: covered.start,
                    to: covered.end,
                });
            }
        }
    }
}

fn mark_task(body: &mut Body, list: &mut Frame, item: &mut Frame) {
    if let FrameKind::Item { task } = &mut item.kind {
        *task = true;
        body.nodes[item.node] = Node::Open(Element::Task(Slice::default(), None));
    }
    if let FrameKind::List { tasks, .. } = &mut list.kind {
        *tasks = true;
    }
}

/// What stands alone in a paragraph.
enum Lone {
    Nothing,
    Block(Node),
    Roles,
    Strong,
    No,
}

fn lone(body: &Body, from: usize) -> Lone {
    let nodes: Vec<Node> = body.nodes[from..].iter().copied().filter(|node| !is_blank(body, *node)).collect();
    let kind_of = |target: u32| match &body.targets[target as usize] {
        Target::Entry(key) => Some(key.kind),
        _ => None,
    };
    match nodes.as_slice() {
        [] => Lone::Nothing,
        [node @ (Node::Directory(_) | Node::Tasks(_))] => Lone::Block(*node),
        all if all
            .iter()
            .all(|node| matches!(node, Node::Reference(target) if kind_of(*target) == Some(Kind::Role))) =>
        {
            Lone::Roles
        }
        [Node::Reference(target)] => Lone::Block(Node::Card(*target)),
        [Node::Open(Element::Link(target, _)), inner @ .., Node::Close]
            if closes_last(inner)
                && matches!(kind_of(*target), Some(Kind::Contact | Kind::Tool | Kind::Resource)) =>
        {
            Lone::Block(Node::Card(*target))
        }
        [Node::Open(Element::Strong), inner @ .., Node::Close] if closes_last(inner) => Lone::Strong,
        _ => Lone::No,
    }
}

/// Whether nodes between an `Open` and the last `Close` leave these two a pair.
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

/// Whether an item holds one reference that makes a card, and nothing else.
fn lone_card(body: &Body, from: usize) -> bool {
    let nodes = &body.nodes[from..];
    match nodes {
        [Node::Card(_)] => true,
        _ => matches!(lone(body, from), Lone::Block(Node::Card(_))),
    }
}

/// A range without the blanks at its end.
fn trimmed(source: &str, range: &Range<usize>) -> Range<usize> {
    let text = source.get(range.clone()).unwrap_or_default();
    range.start..range.start + text.trim_end().len()
}

/// The place of a link's destination inside the link; the whole link when it cannot be seen there.
fn destination(source: &str, range: &Range<usize>, written: &str, kind: LinkKind) -> Range<usize> {
    let Some(text) = source.get(range.clone()) else { return range.clone() };
    if kind == LinkKind::Auto {
        return range.start + 1..range.end.saturating_sub(1).max(range.start + 1);
    }
    if written.is_empty() {
        return range.clone();
    }
    let inside = text.rfind("](").map_or(0, |at| at + 2);
    match text[inside..].find(written) {
        Some(at) => range.start + inside + at..range.start + inside + at + written.len(),
        None => range.clone(),
    }
}
