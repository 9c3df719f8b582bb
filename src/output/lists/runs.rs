//! The text of a task as runs: what the reader reads, without markup and without addresses that hold on the site only.
use crate::model::{Body, Element, HtmlMode, Node, Run, Slice};
use crate::output::html::delay_words;
use crate::output::shared::cards;
use crate::output::shared::chrome::Chrome;
use crate::output::shared::target::{EntryLink, Links, Place, Resolved};
use crate::text::typography;

/// What stands before an item of a list.
const ITEM: &str = "– ";

/// An inline element that is open.
enum Open {
    Strong,
    Emphasis,
    Strike,
    Link(Option<String>),
    /// A block, or an element that shows only what it holds.
    Plain,
}

/// A walk through a body.
pub(crate) struct Runs<'a> {
    chrome: &'a Chrome,
    body: &'a Body,
    resolved: Vec<Resolved>,
    open: Vec<(Open, Vec<Run>)>,
    line: Vec<Run>,
    paragraphs: Vec<Vec<Run>>,
    /// The last character of the running line, for typography.
    last: Option<char>,
    in_code: bool,
    /// Whether delays stand apart.
    without_delays: bool,
    /// Whether a delay has just been left out.
    gap: bool,
}

impl<'a> Runs<'a> {
    pub(crate) fn new(links: &Links<'_>, chrome: &'a Chrome, body: &'a Body) -> Self {
        Self {
            chrome,
            body,
            resolved: links.of(body),
            open: Vec::new(),
            line: Vec::new(),
            paragraphs: Vec::new(),
            last: None,
            in_code: false,
            without_delays: false,
            gap: false,
        }
    }

    /// All as one line, without the delay, which a sheet shows beside it.
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

    /// Paragraph by paragraph.
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
            Node::Html(slice, safe) => self.html(slice, safe),
            Node::Image(number) => self.text(self.body.str(self.body.images[number as usize].alt)),
            Node::Reference(target) => self.entry(target),
            Node::Card(target) => {
                self.end_paragraph();
                self.entry(target);
                self.end_paragraph();
            }
            Node::Due(_) if self.without_delays => self.gap = true,
            Node::Due(delay) => self.text(&delay_words(self.chrome, delay)),
            Node::Placeholder(words) => {
                let words = cards::placeholder(self.chrome, self.body.str(words));
                self.text(&format!("[{words}]"));
            }
            Node::Rule => self.end_paragraph(),
            Node::Directory(_) | Node::Tasks(_) | Node::FootnoteMark(_) | Node::Anchor(_) => {}
        }
    }

    fn begin(&mut self, element: Element) {
        let open = match element {
            Element::Strong => Open::Strong,
            Element::Emphasis => Open::Emphasis,
            Element::Strike => Open::Strike,
            Element::Link(target, _) => Open::Link(self.address(target)),
            Element::TableCell(_) => {
                if !self.line.is_empty() {
                    self.text(" – ");
                }
                Open::Plain
            }
            other => {
                let marked = matches!(self.line.as_slice(), [Run::Text(text)] if text == ITEM);
                if !marked {
                    self.end_paragraph();
                }
                self.in_code |= matches!(other, Element::CodeBlock(_));
                if matches!(other, Element::Item) {
                    self.text(ITEM);
                }
                Open::Plain
            }
        };
        if matches!(open, Open::Plain) {
            self.open.push((open, Vec::new()));
        } else {
            let outside = std::mem::take(&mut self.line);
            self.open.push((open, outside));
        }
    }

    fn end(&mut self) {
        let Some((open, outside)) = self.open.pop() else { return };
        if matches!(open, Open::Plain) {
            // A paragraph ends where the next block begins.
            self.in_code = false;
            return;
        }
        let inside = std::mem::replace(&mut self.line, outside);
        match open {
            Open::Strong => self.line.push(Run::Strong(inside)),
            Open::Emphasis => self.line.push(Run::Emphasis(inside)),
            Open::Strike => self.line.push(Run::Strike(inside)),
            Open::Link(Some(address)) => self.line.push(Run::Link(address, inside)),
            Open::Link(None) | Open::Plain => self.line.extend(inside),
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
        self.last = Some('x');
        self.gap = false;
        self.line.push(run);
    }

    /// Of the blanks on both sides of a delay that was left out one stays, and none before the end of a sentence.
    fn close_gap(&mut self, next: &str) {
        if std::mem::take(&mut self.gap)
            && next.starts_with([' ', '.', ','])
            && let Some(Run::Text(before)) = self.line.last_mut()
            && before.ends_with(' ')
        {
            before.pop();
        }
    }

    fn text(&mut self, text: &str) {
        self.close_gap(text);
        let set = typography::set(self.chrome.facts.language, text, self.last);
        if let Some(last) = set.chars().next_back() {
            self.last = Some(last);
        }
        match self.line.last_mut() {
            Some(Run::Text(before)) => before.push_str(&set),
            _ => self.line.push(Run::Text(set.into_owned())),
        }
    }

    fn html(&mut self, slice: Slice, safe: bool) {
        let text = self.body.str(slice);
        let passes = match self.chrome.facts.html {
            HtmlMode::Trusted => true,
            HtmlMode::Safe => safe,
            HtmlMode::None => false,
        };
        if !passes {
            self.text(text);
        } else if text.starts_with("<br") {
            self.push(Run::Break);
        }
    }

    fn entry(&mut self, target: u32) {
        let Some(Resolved::Entry(link)) = self.resolved.get(target as usize).cloned() else { return };
        let name = self.chrome.set(&link.name);
        match self.entry_address(&link) {
            Some(address) => self.push(Run::Link(address, vec![Run::Text(name)])),
            None => self.text(&name),
        }
        if link.to == Place::Missing {
            let words = self.chrome.say("link-to-complete");
            self.text(&format!(" [{words}]"));
        }
    }

    fn entry_address(&self, link: &EntryLink) -> Option<String> {
        match &link.to {
            Place::Page(url, anchor) => self.chrome.absolute_place(url, anchor.as_ref()),
            Place::Web(address) => Some(address.clone()),
            Place::Missing | Place::None => None,
        }
    }

    /// Where a link leads, if it leads there from outside the site, too.
    fn address(&self, target: u32) -> Option<String> {
        match self.resolved.get(target as usize)? {
            Resolved::Page(url, anchor) => self.chrome.absolute_place(url, anchor.as_ref()),
            Resolved::File(path, after, _) => self.chrome.absolute_file(path).map(|address| address + after),
            Resolved::Plain(address) | Resolved::Web(address) => Some(address.clone()),
            Resolved::Entry(link) => self.entry_address(link),
            Resolved::Nowhere => None,
        }
    }
}

/// A line without blanks at its ends, and without the brackets that something shown elsewhere left empty.
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
