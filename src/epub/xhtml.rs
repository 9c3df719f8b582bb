//! What chapters contain, as XHTML.
use super::names::{href, id, push_text, text};
use super::pictures::PictureFile;
use super::table;
use crate::model::{BookElement, BookLink, BookNode, BookTag, Branch};
use std::borrow::Cow;

/// Writes the nodes of a chapter.
pub(super) struct XhtmlWriter<'a> {
    pub(super) pictures: &'a [Option<PictureFile<'a>>],
    /// The level of the chapter's title in the book; it is 1 on its page.
    pub(super) level: u8,
    pub(super) out: String,
}

impl XhtmlWriter<'_> {
    pub(super) fn nodes(&mut self, nodes: &[BookNode]) {
        for node in nodes {
            match node {
                BookNode::Text(words) => push_text(&mut self.out, words),
                BookNode::Element(element) => self.element(element),
            }
        }
    }

    pub(super) fn element(&mut self, element: &BookElement) {
        match &element.tag {
            BookTag::Picture(number, alt) => self.picture(*number, alt),
            BookTag::Table => table::write(self, element),
            BookTag::Definitions => self.definitions(element),
            BookTag::Figure => self.figure(element),
            BookTag::CodeBlock => {
                self.open("pre", element, "");
                self.out.push_str("<code>");
                self.nodes(&element.nodes);
                self.out.push_str("</code></pre>\n");
            }
            BookTag::Break => self.out.push_str("<br/>"),
            BookTag::Rule => self.out.push_str("<hr/>\n"),
            BookTag::TickBox(ticked) => self.out.push_str(if *ticked { "☑ " } else { "☐ " }),
            tag => {
                let (name, attributes) = self.form(tag);
                self.open(&name, element, &attributes);
                self.nodes(&element.nodes);
                self.close(&name, tag);
            }
        }
    }

    /// A tag with the id and the language of its element.
    pub(super) fn open(&mut self, name: &str, element: &BookElement, attributes: &str) {
        self.out.push('<');
        self.out.push_str(name);
        if let Some(place) = &element.id {
            for part in [" id=\"", &id(place), "\""] {
                self.out.push_str(part);
            }
        }
        if let Some(language) = &element.language {
            for part in [" lang=\"", language, "\" xml:lang=\"", language, "\""] {
                self.out.push_str(part);
            }
        }
        self.out.push_str(attributes);
        self.out.push('>');
    }

    pub(super) fn close(&mut self, name: &str, tag: &BookTag) {
        for part in ["</", name, if tag.is_block() { ">\n" } else { ">" }] {
            self.out.push_str(part);
        }
    }

    /// The name of an element and its attributes.
    fn form(&self, tag: &BookTag) -> (Cow<'static, str>, String) {
        let class = |name: &str| format!(" class=\"{name}\"");
        let (name, attributes) = match tag {
            BookTag::Heading(level) => {
                let level = level.saturating_sub(self.level).saturating_add(1).clamp(2, 6);
                return (format!("h{level}").into(), String::new());
            }
            BookTag::Paragraph => ("p", String::new()),
            BookTag::Note => ("p", class("note")),
            BookTag::BlockTitle => ("p", class("title")),
            BookTag::Quote => ("blockquote", String::new()),
            BookTag::Alert(notice) => ("div", format!(" class=\"alert {}\" role=\"note\"", notice.name())),
            BookTag::Outdated => ("div", class("alert outdated")),
            BookTag::Details => ("div", class("details")),
            BookTag::Bullets => ("ul", String::new()),
            BookTag::Plain => ("ul", class("plain")),
            BookTag::Numbers(1) => ("ol", String::new()),
            BookTag::Numbers(first) => ("ol", format!(" start=\"{first}\"")),
            BookTag::Tasks(None) => ("ul", class("tasks")),
            BookTag::Tasks(Some(first)) => ("ol", format!(" class=\"tasks\" start=\"{first}\"")),
            BookTag::Task(number, branch) => {
                let number = number.map(|number| format!(" value=\"{number}\"")).unwrap_or_default();
                let branch = match branch {
                    Some(Branch::Yes) => class("yes"),
                    Some(Branch::No) => class("no"),
                    None => String::new(),
                };
                ("li", number + &branch)
            }
            BookTag::Item => ("li", String::new()),
            BookTag::Term => ("dt", String::new()),
            BookTag::Definition => ("dd", String::new()),
            BookTag::Footnotes => ("div", class("footnotes")),
            BookTag::Card => ("div", class("card")),
            BookTag::Caption => ("p", class("caption")),
            tag if tag.is_block() => ("div", String::new()),
            tag => line_form(tag),
        };
        (name.into(), attributes)
    }

    /// A picture; its alternative text where an e-book cannot show it.
    fn picture(&mut self, number: usize, alt: &str) {
        match self.pictures.get(number).and_then(Option::as_ref) {
            Some(picture) => {
                let size = picture.size();
                for part in ["<img src=\"", &picture.path, "\" alt=\"", &text(alt), "\"", &size, "/>"] {
                    self.out.push_str(part);
                }
            }
            None if alt.is_empty() => {}
            None => push_text(&mut self.out, &format!("[{alt}]")),
        }
    }

    /// Terms and definitions; each definition has a term, and each term a definition.
    fn definitions(&mut self, element: &BookElement) {
        self.open("dl", element, "");
        let mut before: Option<&BookTag> = None;
        for node in &element.nodes {
            let BookNode::Element(part) = node else { continue };
            if part.tag == BookTag::Definition && before.is_none() {
                self.out.push_str("<dt></dt>");
            }
            self.element(part);
            before = Some(&part.tag);
        }
        if before != Some(&BookTag::Definition) {
            self.out.push_str(if before.is_none() { "<dt></dt><dd></dd>" } else { "<dd></dd>" });
        }
        self.out.push_str("</dl>\n");
    }

    /// A figure; its first caption comes last.
    fn figure(&mut self, element: &BookElement) {
        self.open("figure", element, "");
        let is_caption =
            |node: &BookNode| matches!(node, BookNode::Element(part) if part.tag == BookTag::Caption);
        let caption = element.nodes.iter().position(is_caption);
        let is_first = caption == Some(0);
        for (number, node) in element.nodes.iter().enumerate() {
            if Some(number) != caption || is_first {
                self.part_of_figure(node, Some(number) == caption);
            }
        }
        if let Some(number) = caption.filter(|_| !is_first) {
            self.part_of_figure(&element.nodes[number], true);
        }
        self.out.push_str("</figure>\n");
    }

    fn part_of_figure(&mut self, node: &BookNode, is_caption: bool) {
        match node {
            BookNode::Element(part) if is_caption => {
                self.open("figcaption", part, "");
                self.nodes(&part.nodes);
                self.out.push_str("</figcaption>\n");
            }
            node => self.nodes(std::slice::from_ref(node)),
        }
    }
}

/// The name and the attributes of an element that stands in a line.
fn line_form(tag: &BookTag) -> (&'static str, String) {
    let class = |name: &str| format!(" class=\"{name}\"");
    match tag {
        BookTag::Emphasis => ("em", String::new()),
        BookTag::Strong => ("strong", String::new()),
        BookTag::Strike => ("del", String::new()),
        BookTag::Code => ("code", String::new()),
        BookTag::CodePart(part) => ("span", class(part.class())),
        BookTag::Mark => ("mark", String::new()),
        BookTag::Subscript => ("sub", String::new()),
        BookTag::Superscript => ("sup", String::new()),
        BookTag::Key => ("kbd", String::new()),
        BookTag::Abbreviation(title) => ("abbr", format!(" title=\"{}\"", text(title))),
        BookTag::Flag => ("strong", class("flag")),
        BookTag::Placeholder => ("strong", class("placeholder")),
        BookTag::Link(BookLink::Inside(place)) => ("a", format!(" href=\"{}\"", href(place))),
        BookTag::Link(BookLink::Outside(address)) => ("a", format!(" href=\"{}\"", text(address))),
        _ => ("span", String::new()),
    }
}
