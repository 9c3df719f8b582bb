//! A body as HTML.
mod element;
mod footnote;
mod link;
mod registry;
mod task;

pub(crate) use crate::output::html::registry::delay_words;
pub(crate) use crate::output::html::task::TaskInput;
pub(crate) use crate::output::html::task::tasks;

use crate::model::{Body, Date, Diagnostic, Element, HtmlMode, Kind, Node, Noted, PageUrl, Slice};
use crate::output::shared::address;
use crate::output::shared::cards::{self, CardInput};
use crate::output::shared::chrome::Chrome;
use crate::output::shared::target::{Resolved, TaskRow};
use crate::stamp::Stamped;
use crate::text::{escape, typography};
use std::collections::HashMap;
use std::fmt::Write as _;

/// All that the HTML of a body depends on, beside the chrome.
#[derive(Clone, Debug, Hash)]
pub(crate) struct BodyInput {
    pub(crate) body: Stamped<Body>,
    /// What each target of the body leads to.
    pub(crate) resolved: Vec<Resolved>,
    /// Cards by the number of their target, as HTML.
    pub(crate) cards: Vec<(u32, Stamped<String>)>,
    /// Directories that the body shows.
    pub(crate) directories: Vec<(Kind, Vec<CardInput>)>,
    /// Every task of the guide, when the body shows who does what.
    pub(crate) rows: Option<Stamped<Vec<TaskRow>>>,
    /// The day, when the body holds something dated.
    pub(crate) today: Option<Date>,
    /// Whether terms explain themselves.
    pub(crate) explains: bool,
}

/// How a body is shown.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Setting<'a> {
    /// The page that shows it.
    pub(crate) page: &'a PageUrl,
    /// The page that it belongs to: the key of its ticks.
    pub(crate) home: &'a PageUrl,
    /// What stands before each id, so that several bodies can share a page.
    pub(crate) prefix: &'a str,
    /// How many levels its headings move down.
    pub(crate) shift: u8,
}

/// Writes a body.
pub(crate) fn body(input: &BodyInput, chrome: &Chrome, setting: Setting<'_>) -> Noted<String> {
    let mut diagnostics = Vec::new();
    // Two to three times its words, cards aside, in most pages.
    let room = input.body.text.len() * 3 + input.cards.iter().map(|(_, card)| card.len()).sum::<usize>();
    let mut writer =
        Writer::new(chrome, setting, &input.body, &input.resolved, String::with_capacity(room + 64));
    writer.explains = input.explains;
    if input.explains {
        writer.explained = vec![false; chrome.terms.count()];
        writer.term_places = chrome.terms.places(&input.body.text);
    }
    writer.input = Some(input);
    writer.nodes(&input.body.nodes, &mut diagnostics);
    writer.footnotes();
    Noted { value: writer.out, diagnostics }
}

/// Appends texts one after the other.
fn push_all(out: &mut String, parts: &[&str]) {
    for part in parts {
        out.push_str(part);
    }
}

fn write_to(out: &mut String, args: std::fmt::Arguments<'_>) {
    out.write_fmt(args).expect("writing to a string cannot fail");
}

/// Walks through nodes and writes.
struct Writer<'a> {
    chrome: &'a Chrome,
    setting: Setting<'a>,
    from: address::From<'a>,
    body: &'a Body,
    resolved: &'a [Resolved],
    input: Option<&'a BodyInput>,
    explains: bool,
    out: String,
    open: Vec<Element>,
    /// The last character of the running line, for typography.
    last: Option<char>,
    /// Terms that have been explained.
    explained: Vec<bool>,
    /// Where names of terms stand in the text of the body.
    term_places: Vec<(u32, u32)>,
    /// Elements around the place where terms stay as they are.
    quiet: usize,
    /// Numbers of footnotes by label, in the order of their marks, with how often they were marked.
    diagnostics: HashMap<String, (usize, usize)>,
    note_texts: Vec<(String, String)>,
    /// Texts set aside while a footnote is written.
    aside: Vec<String>,
    in_head: bool,
    in_code: bool,
    rows: usize,
    tables: usize,
}

impl<'a> Writer<'a> {
    fn new(
        chrome: &'a Chrome,
        setting: Setting<'a>,
        body: &'a Body,
        resolved: &'a [Resolved],
        out: String,
    ) -> Self {
        Self {
            chrome,
            setting,
            from: chrome.from(setting.page),
            body,
            resolved,
            input: None,
            explains: false,
            out,
            open: Vec::new(),
            last: None,
            explained: Vec::new(),
            term_places: Vec::new(),
            quiet: 0,
            diagnostics: HashMap::new(),
            note_texts: Vec::new(),
            aside: Vec::new(),
            in_head: false,
            in_code: false,
            rows: 0,
            tables: 0,
        }
    }

    fn nodes(&mut self, nodes: &[Node], diagnostics: &mut Vec<Diagnostic>) {
        for node in nodes {
            self.node(*node, diagnostics);
        }
    }

    fn node(&mut self, node: Node, diagnostics: &mut Vec<Diagnostic>) {
        match node {
            Node::Open(element) => self.begin(element),
            Node::Close => self.end(),
            Node::Text(slice) => self.text(slice),
            Node::Code(slice) => {
                self.out.push_str("<code>");
                escape::html(&mut self.out, self.body.str(slice));
                self.out.push_str("</code>");
                self.last = Some('x');
            }
            Node::SoftBreak => {
                self.out.push('\n');
                self.last = Some(' ');
            }
            Node::HardBreak => {
                self.out.push_str("<br>\n");
                self.last = None;
            }
            Node::Rule => self.out.push_str("<hr>\n"),
            Node::Html(slice, safe) => self.raw(slice, safe),
            Node::Image(number) => {
                let image = self.body.images[number as usize];
                let first = number == 0 && self.setting.prefix.is_empty();
                self.image(image.target, image.alt, image.title, first);
            }
            Node::Reference(target) => self.reference(target),
            Node::Card(target) => self.card(target),
            Node::Directory(kind) => self.directory(kind, diagnostics),
            Node::Tasks(target) => self.who_does_what(target),
            Node::Due(delay) => {
                let words = self.delay(delay);
                self.out.push_str("<span class=\"task-due\">");
                escape::html(&mut self.out, &words);
                self.out.push_str("</span>");
                self.last = Some('x');
            }
            Node::Placeholder(slice) => {
                let words = cards::placeholder(self.chrome, self.body.str(slice));
                self.placeholder(&words);
            }
            Node::FootnoteMark(label) => self.footnote_mark(label),
            Node::Anchor(name) => {
                write_to(&mut self.out, format_args!("<span id=\"{}", self.setting.prefix));
                escape::html(&mut self.out, self.body.str(name));
                self.out.push_str("\"></span>\n");
            }
        }
    }

    fn placeholder(&mut self, words: &str) {
        self.out.push_str("<span class=\"placeholder\">");
        escape::html(&mut self.out, words);
        self.out.push_str("</span>");
        self.last = Some('x');
    }

    fn text(&mut self, slice: Slice) {
        let text = self.body.str(slice);
        if self.in_code {
            escape::html(&mut self.out, text);
            return;
        }
        if !self.explains || self.quiet > 0 || !self.may_use_terms(slice) {
            return self.plain(text);
        }
        let terms = &self.chrome.terms;
        let mut from = 0;
        for (start, end, number) in terms.uses(text) {
            if std::mem::replace(&mut self.explained[number], true) {
                continue;
            }
            self.plain(&text[from..start]);
            self.term(number, &text[start..end]);
            from = end;
        }
        self.plain(&text[from..]);
    }

    /// Whether a name of a term touches a piece of the text.
    fn may_use_terms(&self, slice: Slice) -> bool {
        let first = self.term_places.partition_point(|(_, end)| *end <= slice.start);
        self.term_places.get(first).is_some_and(|(start, _)| *start < slice.end)
    }

    fn plain(&mut self, text: &str) {
        let last = typography::write_html(&mut self.out, self.chrome.facts.language, text, self.last);
        self.last = last.or(self.last);
    }

    fn term(&mut self, number: usize, words: &str) {
        let term = self.chrome.terms.at(number);
        let place = self.chrome.terms.page.as_ref();
        let href = place
            .map(|page| self.from.page(page, Some(&crate::output::shared::target::card_anchor(&term.key))));
        if let Some(href) = &href {
            write_to(&mut self.out, format_args!("<a class=\"term\" href=\"{href}\">"));
        }
        let title = term.title.as_deref().filter(|_| term.short).map(|title| self.chrome.set(title));
        if let Some(title) = &title {
            self.out.push_str("<abbr title=\"");
            escape::html(&mut self.out, title);
            self.out.push_str("\">");
        }
        self.plain(words);
        if title.is_some() {
            self.out.push_str("</abbr>");
        }
        if href.is_some() {
            self.out.push_str("</a>");
        }
    }

    fn raw(&mut self, slice: Slice, safe: bool) {
        let text = self.body.str(slice);
        let passes = match self.chrome.facts.html {
            HtmlMode::Trusted => true,
            HtmlMode::Safe => safe,
            HtmlMode::None => false,
        };
        if passes {
            self.out.push_str(text);
        } else {
            escape::html(&mut self.out, text);
        }
        self.last = Some('x');
    }
}
