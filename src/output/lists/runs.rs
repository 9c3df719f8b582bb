//! The words of a task as runs: text with emphasis and with links whose address is known outside the site.
use crate::language::typography;
use crate::model::{Body, Element, Node, Run, Slice};
use crate::output::shared::context::SiteContext;
use crate::output::shared::entry_link::{EntryLink, EntryTarget};
use crate::output::shared::target::{ResolvedTarget, TargetResolver};

/// Begins an item of a list.
const ITEM_MARK: &str = "– ";

/// An inline element that is open.
enum OpenElement {
    Strong,
    Emphasis,
    Strike,
    Link(Option<String>),
    /// A block, or an element that shows only what it holds.
    Plain,
}

/// Goes through a body and makes runs of it.
pub(crate) struct RunBuilder<'a> {
    context: &'a SiteContext,
    body: &'a Body,
    targets: Vec<ResolvedTarget>,
    open: Vec<(OpenElement, Vec<Run>)>,
    line: Vec<Run>,
    paragraphs: Vec<Vec<Run>>,
    /// The last character of the line, which typography depends on.
    last: Option<char>,
    in_code: bool,
    /// Whether delays are left out.
    without_delays: bool,
    /// Whether a delay has just been left out.
    after_gap: bool,
}

impl<'a> RunBuilder<'a> {
    pub(crate) fn new(resolver: &TargetResolver<'_>, context: &'a SiteContext, body: &'a Body) -> Self {
        Self {
            context,
            body,
            targets: resolver.targets(body),
            open: Vec::new(),
            line: Vec::new(),
            paragraphs: Vec::new(),
            last: None,
            in_code: false,
            without_delays: false,
            after_gap: false,
        }
    }

    /// The whole body as one line, without delays, which a sheet shows beside it.
    pub(crate) fn line(mut self) -> Vec<Run> {
        self.without_delays = true;
        let mut line = Vec::new();
        for paragraph in self.paragraphs() {
            if !line.is_empty() {
                line.push(Run::Break);
            }
            line.extend(paragraph);
        }
        line
    }

    /// The body, paragraph by paragraph.
    pub(crate) fn paragraphs(mut self) -> Vec<Vec<Run>> {
        for node in &self.body.nodes {
            self.node(*node);
        }
        self.end_paragraph();
        self.paragraphs
    }

    fn node(&mut self, node: Node) {
        match node {
            Node::Open(element) => self.begin(element),
            Node::Close => self.end(),
            Node::Text(slice) if self.in_code => self.push(Run::Code(self.body.str(slice).to_owned())),
            Node::Text(slice) => self.text(self.body.str(slice)),
            Node::Code(slice) => self.push(Run::Code(self.body.str(slice).to_owned())),
            Node::SoftBreak => self.text(" "),
            Node::HardBreak => self.push(Run::Break),
            Node::Html(slice) => self.html(slice, false),
            Node::SafeHtml(slice) => self.html(slice, true),
            Node::Image(number) => self.text(self.body.str(self.body.images[number as usize].alt)),
            Node::Reference(target) => self.entry(target),
            Node::Card(target) => {
                self.end_paragraph();
                self.entry(target);
                self.end_paragraph();
            }
            Node::Due(_) if self.without_delays => self.after_gap = true,
            Node::Due(delay) => self.text(&self.context.text.delay(delay)),
            Node::Placeholder(words) => {
                let words = self.context.text.placeholder(self.body.str(words));
                self.text(&format!("[{words}]"));
            }
            Node::Rule => self.end_paragraph(),
            Node::Directory(_) | Node::Tasks(_) | Node::FootnoteMark(_) | Node::Anchor(_) => {}
        }
    }

    fn begin(&mut self, element: Element) {
        let open = match element {
            Element::AlertTitle => {
                self.end_paragraph();
                OpenElement::Strong
            }
            Element::Strong => OpenElement::Strong,
            Element::Emphasis => OpenElement::Emphasis,
            Element::Strike => OpenElement::Strike,
            Element::Link(target) => OpenElement::Link(self.address(target)),
            Element::TableCell(_) => {
                if !self.line.is_empty() {
                    self.text(" – ");
                }
                OpenElement::Plain
            }
            other => {
                let follows_mark = matches!(self.line.as_slice(), [Run::Text(text)] if text == ITEM_MARK);
                if !follows_mark {
                    self.end_paragraph();
                }
                if let Element::CodeBlock(number) = other {
                    let code = self.body.code.get(number as usize);
                    let title = code.map_or("", |code| self.body.str(code.title));
                    if !title.is_empty() {
                        self.push(Run::Code(title.to_owned()));
                        self.end_paragraph();
                    }
                    self.in_code = true;
                }
                if matches!(other, Element::Item) {
                    self.text(ITEM_MARK);
                }
                OpenElement::Plain
            }
        };
        if matches!(open, OpenElement::Plain) {
            self.open.push((open, Vec::new()));
        } else {
            let outside = std::mem::take(&mut self.line);
            self.open.push((open, outside));
        }
    }

    fn end(&mut self) {
        let Some((open, outside)) = self.open.pop() else { return };
        if matches!(open, OpenElement::Plain) {
            // The beginning of the next block ends a paragraph.
            self.in_code = false;
            return;
        }
        let inside = std::mem::replace(&mut self.line, outside);
        match open {
            OpenElement::Strong => self.line.push(Run::Strong(inside)),
            OpenElement::Emphasis => self.line.push(Run::Emphasis(inside)),
            OpenElement::Strike => self.line.push(Run::Strike(inside)),
            OpenElement::Link(Some(address)) => self.line.push(Run::Link(address, inside)),
            OpenElement::Link(None) | OpenElement::Plain => self.line.extend(inside),
        }
    }

    fn end_paragraph(&mut self) {
        self.last = None;
        let line = tidied(std::mem::take(&mut self.line));
        if !line.is_empty() {
            self.paragraphs.push(line);
        }
    }

    fn push(&mut self, run: Run) {
        // Typography does not look into it.
        self.last = Some('x');
        self.after_gap = false;
        self.line.push(run);
    }

    /// Drops the space before a delay that was left out, if another space or the end of a sentence follows.
    fn close_gap(&mut self, next: &str) {
        if std::mem::take(&mut self.after_gap)
            && next.starts_with([' ', '.', ','])
            && let Some(Run::Text(before)) = self.line.last_mut()
            && before.ends_with(' ')
        {
            before.pop();
        }
    }

    fn text(&mut self, text: &str) {
        self.close_gap(text);
        let set = typography::typeset(self.context.text.language, text, self.last);
        if let Some(last) = set.chars().next_back() {
            self.last = Some(last);
        }
        match self.line.last_mut() {
            Some(Run::Text(before)) => before.push_str(&set),
            _ => self.line.push(Run::Text(set.into_owned())),
        }
    }

    fn html(&mut self, slice: Slice, is_safe: bool) {
        let text = self.body.str(slice);
        if !self.context.allows_html(is_safe) {
            self.text(text);
        } else if text.starts_with("<br") {
            self.push(Run::Break);
        }
    }

    fn entry(&mut self, target: u32) {
        let Some(ResolvedTarget::Entry(link)) = self.targets.get(target as usize).cloned() else { return };
        let name = self.context.text.typeset(&link.name).into_owned();
        match self.entry_address(&link) {
            Some(address) => self.push(Run::Link(address, vec![Run::Text(name)])),
            None => self.text(&name),
        }
        if link.to == EntryTarget::Missing {
            let words = self.context.text.string("link-to-complete");
            self.text(&format!(" [{words}]"));
        }
    }

    fn entry_address(&self, link: &EntryLink) -> Option<String> {
        match &link.to {
            EntryTarget::Page(url, anchor) => self.context.addresses.absolute_anchor(url, anchor.as_ref()),
            EntryTarget::Web(address) => Some(address.clone()),
            EntryTarget::Missing | EntryTarget::None => None,
        }
    }

    /// Where a link leads, if its address is known outside the site.
    fn address(&self, target: u32) -> Option<String> {
        match self.targets.get(target as usize)? {
            ResolvedTarget::Page(url, anchor) => self.context.addresses.absolute_anchor(url, anchor.as_ref()),
            ResolvedTarget::File(path, after, _) => {
                self.context.addresses.absolute_file(path).map(|address| address + after)
            }
            ResolvedTarget::Plain(address) | ResolvedTarget::Web(address) => Some(address.clone()),
            ResolvedTarget::Entry(link) => self.entry_address(link),
            ResolvedTarget::Nowhere => None,
        }
    }
}

/// A line without spaces at its ends and without empty brackets, which remain of what the sheet shows elsewhere.
fn tidied(mut line: Vec<Run>) -> Vec<Run> {
    for run in &mut line {
        if let Run::Text(text) = run {
            *text = text.replace(" ()", "").replace("()", "");
        }
    }
    if let Some(Run::Text(text)) = line.first_mut() {
        *text = text.trim_start().to_owned();
    }
    if let Some(Run::Text(text)) = line.last_mut() {
        *text = text.trim_end().to_owned();
    }
    line.retain(|run| !matches!(run, Run::Text(text) if text.is_empty()));
    line
}
