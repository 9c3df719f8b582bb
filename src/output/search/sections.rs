//! The sections of a page as documents of the search, each from its heading to the next.
use super::address::address;
use super::entries;
use crate::language::typography;
use crate::model::{Body, Document, Element, EntryKey, Heading, Node, Page, Site, Target, Task};
use crate::search::{Doc, DocKind};
use std::sync::Arc;

/// Separates the parts of a trail.
const ARROW: &str = " › ";

/// The titles of the pages above a page, without the home page.
pub(crate) fn trail(site: &Site, page: &Page) -> String {
    let mut above = Vec::new();
    let mut parent = page.parent;
    while let Some(id) = parent {
        let page = site.page(id);
        if page.parent.is_some() {
            above.push(page.outline.nav_title.as_str());
        }
        parent = page.parent;
    }
    above.reverse();
    above.join(ARROW)
}

/// The page itself and its sections as documents.
pub(crate) fn docs(site: &Site, page: &Page, document: Option<(&Document, &Body)>, trail: &str) -> Vec<Doc> {
    let language = site.settings.language;
    let typeset = |text: &str| typography::typeset(language, text, None).into_owned();
    let (address, _) = address(site, &page.url, None);
    let first = Doc {
        kind: DocKind::Page,
        origin: page.source.as_str().into(),
        title: typeset(&page.outline.name),
        trail: typeset(trail).into(),
        page: address.into(),
        anchor: String::new(),
        roles: 0,
        aliases: Vec::new(),
        facts: Vec::new(),
        text: Box::default(),
    };
    let mut docs = Vec::with_capacity(page.outline.headings.len() + 1);
    docs.push(first);
    let mut builder = SectionBuilder {
        site,
        docs,
        text: String::new(),
        headings: page.outline.headings.iter(),
        above: Vec::new(),
        heading: None,
    };
    let mut others = vec![&page.outline.nav_title, &page.outline.title];
    others.retain(|other| **other != page.outline.name);
    others.dedup();
    builder.docs[0].aliases.extend(others.into_iter().cloned());
    for line in
        page.outline.description.iter().chain(document.iter().flat_map(|(page, _)| &page.front.summary))
    {
        builder.word(line);
        builder.line();
    }
    if let Some((_, body)) = document {
        builder.body(body);
    }
    builder.end_text();
    if let Some((document, _)) = document {
        builder.add_readers(page, document);
    }
    builder.docs
}

/// Goes through a body and begins a document at each heading.
struct SectionBuilder<'a> {
    site: &'a Site,
    docs: Vec<Doc>,
    /// The text of the last document so far.
    text: String,
    /// The headings of the outline that are still to come.
    headings: std::slice::Iter<'a, Heading>,
    /// The headings above, with their levels.
    above: Vec<(u8, String)>,
    /// The heading being read: level, anchor, words so far, number of open elements inside.
    heading: Option<(u8, String, String, usize)>,
}

impl SectionBuilder<'_> {
    fn text(&mut self) -> &mut String {
        match &mut self.heading {
            Some((_, _, words, _)) => words,
            None => &mut self.text,
        }
    }

    /// The text of the last document has ended.
    fn end_text(&mut self) {
        let text =
            typography::typeset(self.site.settings.language, self.text.trim_end_matches(['\n', ' ']), None);
        if let Some(doc) = self.docs.last_mut() {
            doc.text = Box::from(&*text);
        }
        self.text.clear();
    }

    fn word(&mut self, text: &str) {
        self.text().push_str(text);
    }

    /// Begins a new line, unless one has just begun.
    fn line(&mut self) {
        let text = self.text();
        if !(text.is_empty() || text.ends_with('\n')) {
            text.push('\n');
        }
    }

    fn name(&mut self, target: Option<&Target>) {
        if let Some(Target::Entry(key)) = target
            && let Some(entry) = self.site.entry(key)
        {
            self.text().push_str(entry.name());
        }
    }

    fn body(&mut self, body: &Body) {
        for node in &body.nodes {
            match node {
                Node::Open(Element::Heading(level, anchor)) => {
                    self.heading = Some((*level, body.str(*anchor).to_owned(), String::new(), 0));
                }
                Node::Open(element) => {
                    if let Some((.., open)) = &mut self.heading {
                        *open += 1;
                    }
                    if !is_inline(element) {
                        self.line();
                    }
                    if let Element::CodeBlock(number) = element
                        && let Some(code) = body.code.get(*number as usize)
                    {
                        self.word(body.str(code.title));
                        self.line();
                    }
                }
                Node::Close => match &mut self.heading {
                    Some((.., 0)) => self.section(),
                    Some((.., open)) => *open -= 1,
                    None => {}
                },
                Node::Text(slice) | Node::Code(slice) | Node::Placeholder(slice) => {
                    self.word(body.str(*slice));
                }
                Node::SoftBreak | Node::HardBreak => self.word(" "),
                Node::Image(number) => {
                    self.line();
                    self.word(body.str(body.images[*number as usize].alt));
                    self.line();
                }
                Node::Reference(target) => self.name(body.targets.get(*target as usize)),
                Node::Card(target) => {
                    self.line();
                    self.name(body.targets.get(*target as usize));
                    self.line();
                }
                Node::Rule
                | Node::Html(_)
                | Node::SafeHtml(_)
                | Node::Directory(_)
                | Node::Tasks(_)
                | Node::Due(_)
                | Node::FootnoteMark(_)
                | Node::Anchor(_) => {}
            }
        }
    }

    /// A heading has ended: a section begins.
    fn section(&mut self) {
        let Some((level, anchor, words, _)) = self.heading.take() else { return };
        // The outline has the words of all references, also of delays.
        let named = self.headings.find(|heading| heading.anchor.as_str() == anchor);
        let named = named.filter(|heading| !heading.references.is_empty());
        let words = named.map_or(words, |heading| heading.text.clone());
        let typeset = |text: &str| typography::typeset(self.site.settings.language, text, None).into_owned();
        let title = typeset(words.trim());
        self.above.retain(|(above, _)| *above < level);
        let first = &self.docs[0];
        let mut trail = vec![&*first.trail, first.title.as_str()];
        trail.extend(self.above.iter().map(|(_, title)| title.as_str()));
        trail.retain(|part| !part.is_empty());
        let trail = trail.join(ARROW);
        // Sections that follow each other often have the same one.
        let last = self.docs.last().map(|doc| &doc.trail).filter(|last| ***last == *trail);
        let doc = Doc {
            kind: DocKind::Section,
            origin: Arc::clone(&first.origin),
            title: title.clone(),
            trail: last.map_or_else(|| trail.as_str().into(), Arc::clone),
            page: Arc::clone(&first.page),
            anchor,
            roles: 0,
            aliases: Vec::new(),
            facts: Vec::new(),
            text: Box::default(),
        };
        self.end_text();
        self.above.push((level, title));
        self.docs.push(doc);
    }

    /// Marks the readers of each section: the roles of its tasks, else those of the page.
    fn add_readers(&mut self, page: &Page, document: &Document) {
        let readers: Vec<&EntryKey> = entries::readers(self.site).map(|entry| &entry.key).collect();
        if readers.is_empty() {
            return;
        }
        let bit =
            |key: &EntryKey| readers.iter().take(64).position(|reader| *reader == key).map(|at| 1u64 << at);
        let whole: u64 =
            document.front.roles.iter().filter_map(|role| bit(&role.value)).fold(0, |all, one| all | one);
        for doc in &mut self.docs {
            let lists = page
                .outline
                .checklists
                .iter()
                .filter(|list| list.anchor.as_ref().map_or("", |anchor| anchor.as_str()) == doc.anchor);
            let mut own = 0;
            for list in lists {
                list.tasks.iter().for_each(|task| add_roles(task, &bit, &mut own));
            }
            doc.roles = if own > 0 { own } else { whole };
        }
    }
}

/// Adds the bits of the roles of a task and of those below it.
fn add_roles(task: &Task, bit: &dyn Fn(&EntryKey) -> Option<u64>, all: &mut u64) {
    for role in &task.roles {
        *all |= bit(role).unwrap_or(0);
    }
    task.tasks.iter().for_each(|task| add_roles(task, bit, all));
}

/// Whether an element is part of a line of text.
fn is_inline(element: &Element) -> bool {
    matches!(element, Element::Emphasis | Element::Strong | Element::Strike | Element::Link(..))
}
