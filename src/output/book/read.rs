//! The HTML of a page as nodes of a book.
use super::elements::{is_dropped, is_known, tag_of};
use super::html::{HtmlElement, HtmlNode, parse};
use super::pictures::Pictures;
use super::places::BookPlaces;
use super::shape::shaped;
use super::spaces::tidy;
use crate::model::{BookElement, BookLink, BookNode, BookTag};
use std::collections::BTreeSet;

/// Elements below one another that a book shows; print nests less than browsers do, and nobody writes more.
const DEEPEST: usize = 18;

/// Reads the chapters of a book.
pub(super) struct ChapterReader<'a> {
    pub(super) places: BookPlaces<'a>,
    pub(super) pictures: Pictures<'a>,
    /// The number of the chapter.
    number: usize,
    /// The level of its title.
    level: u8,
    /// The level of the last heading: print accepts no level that is left out.
    last_level: u8,
    depth: usize,
    in_code: bool,
    in_head: bool,
    /// Elements that a book cannot show, by their names.
    lost: BTreeSet<String>,
}

/// A chapter's content, and the elements of which only the text is left.
pub(super) struct ReadChapter {
    pub(super) nodes: Vec<BookNode>,
    pub(super) lost: BTreeSet<String>,
}

impl<'a> ChapterReader<'a> {
    pub(super) fn new(places: BookPlaces<'a>, pictures: Pictures<'a>) -> Self {
        let lost = BTreeSet::new();
        let (in_code, in_head) = (false, false);
        Self { places, pictures, number: 0, level: 1, last_level: 1, depth: 0, in_code, in_head, lost }
    }

    /// Reads the HTML of a chapter whose title has a level.
    pub(super) fn chapter(&mut self, number: usize, level: u8, html: &str) -> ReadChapter {
        (self.number, self.level, self.last_level) = (number, level, level);
        let mut nodes = Vec::new();
        self.nodes(&parse(html), &mut nodes);
        let mut nodes = shaped(nodes, None);
        tidy(&mut nodes);
        ReadChapter { nodes, lost: std::mem::take(&mut self.lost) }
    }

    fn nodes(&mut self, from: &[HtmlNode<'_>], into: &mut Vec<BookNode>) {
        for node in from {
            match node {
                HtmlNode::Text(text) => into.push(BookNode::Text(text.to_string())),
                HtmlNode::Element(element) => self.element(element, into),
            }
        }
    }

    fn element(&mut self, from: &HtmlElement<'_>, into: &mut Vec<BookNode>) {
        if is_dropped(from) {
            return;
        }
        if from.name == "img" {
            return self.picture(from, into);
        }
        if !is_known(&from.name) {
            self.lost.insert(from.name.clone());
        }
        let tag = match from.name.as_str() {
            "a" => self.link(from),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Some(self.heading(&from.name)),
            "tr" => Some(BookTag::Row(self.in_head)),
            _ => tag_of(from, self.in_code),
        };
        let id = from.get("id").or(from.get("name").filter(|_| from.name == "a")).filter(|id| !id.is_empty());
        let language = from.get("lang").filter(|tag| is_language(tag));
        let needs_span = id.is_some() || language.is_some();
        let tag = tag.or_else(|| needs_span.then_some(BookTag::Span)).filter(|_| self.depth < DEEPEST);
        let mut nodes = self.inside(from);
        let Some(tag) = tag else {
            // What stood in blocks of its own must not run together.
            let is_line = from.name == "label" || from.name == "summary";
            into.extend(nodes);
            if is_line {
                into.push(BookNode::Text(" ".to_owned()));
            }
            return;
        };
        if from.has_class("card-more") {
            // Its title says only that there is more.
            nodes.retain(
                |node| !matches!(node, BookNode::Element(element) if element.tag == BookTag::BlockTitle),
            );
        }
        into.push(BookNode::Element(BookElement {
            tag,
            id: id.map(|id| BookPlaces::id(self.number, id)),
            language: language.map(str::to_owned),
            nodes,
        }));
    }

    /// What an element contains.
    fn inside(&mut self, from: &HtmlElement<'_>) -> Vec<BookNode> {
        let was = (self.in_code, self.in_head);
        self.in_code |= from.name == "pre";
        self.in_head |= from.name == "thead";
        self.depth += 1;
        let mut nodes = Vec::new();
        self.nodes(&from.nodes, &mut nodes);
        self.depth -= 1;
        (self.in_code, self.in_head) = was;
        nodes
    }

    fn heading(&mut self, name: &str) -> BookTag {
        let level = name.as_bytes()[1] - b'0';
        let level = self.level.saturating_add(level.max(2) - 1).min(self.last_level.saturating_add(1));
        self.last_level = level;
        BookTag::Heading(level)
    }

    fn link(&mut self, from: &HtmlElement<'_>) -> Option<BookTag> {
        self.places.resolve(self.number, from.get("href")?).map(BookTag::Link)
    }

    /// A picture, or its alternative text where a book cannot show it.
    fn picture(&mut self, from: &HtmlElement<'_>, into: &mut Vec<BookNode>) {
        let alt = from.get("alt").unwrap_or_default();
        let number = from.get("src").and_then(BookPlaces::file).and_then(|path| self.pictures.number(&path));
        match number {
            Some(number) => into.push(leaf(BookTag::Picture(number, alt.to_owned()))),
            None if alt.is_empty() => {}
            None => {
                let shown = vec![BookNode::Text(format!("[{alt}]"))];
                let tag = match from.get("src").and_then(|src| self.places.resolve(self.number, src)) {
                    Some(link @ BookLink::Outside(_)) => BookTag::Link(link),
                    _ => BookTag::Span,
                };
                into.push(BookNode::Element(BookElement { tag, id: None, language: None, nodes: shown }));
            }
        }
    }
}

fn leaf(tag: BookTag) -> BookNode {
    BookNode::Element(BookElement { tag, id: None, language: None, nodes: Vec::new() })
}

/// Whether a text has the form of a language tag: letters and digits in groups of at most eight.
fn is_language(tag: &str) -> bool {
    let is_group = |group: &str| {
        (1..=8).contains(&group.len()) && group.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    let first = tag.split('-').next().unwrap_or_default();
    tag.split('-').all(is_group)
        && (2..=3).contains(&first.len())
        && first.bytes().all(|byte| byte.is_ascii_alphabetic())
}
