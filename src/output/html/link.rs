//! Links, references and images.
use super::super::card;
use super::super::resolve::EntryLink;
use super::super::resolve::Place;
use super::super::resolve::Resolved;
use super::Writer;
use super::write_to;
use crate::model::Element;
use crate::model::EntryKey;
use crate::model::Kind;
use crate::model::Slice;
use crate::text::escape;

impl Writer<'_> {
    pub(super) fn open_link(&mut self, target: u32, title: Slice) {
        self.quiet += 1;
        let (href, external) = match &self.resolved[target as usize] {
            Resolved::Page(url, anchor) => (self.from.page(url, anchor.as_ref()), false),
            Resolved::File(path, after, _) => (self.from.file(path) + after, false),
            Resolved::Plain(address) => (address.clone(), false),
            Resolved::Web(address) => (address.clone(), true),
            Resolved::Entry(link) => return self.open_entry(link, title),
            Resolved::Nowhere => return,
        };
        self.anchor_tag(&href, external, None, title);
    }

    pub(super) fn anchor_tag(&mut self, href: &str, external: bool, class: Option<&str>, title: Slice) {
        self.out.push_str("<a");
        if let Some(class) = class {
            write_to(&mut self.out, format_args!(" class=\"{class}\""));
        }
        if external {
            self.out.push_str(" rel=\"external\"");
        }
        self.out.push_str(" href=\"");
        escape::html(&mut self.out, href);
        self.out.push('"');
        let title = self.body.str(title);
        if !title.is_empty() {
            self.out.push_str(" title=\"");
            escape::html(&mut self.out, &self.chrome.set(title));
            self.out.push('"');
        }
        self.out.push('>');
    }

    /// Begins the link of an entry, or what stands in for it.
    pub(super) fn open_entry(&mut self, link: &EntryLink, title: Slice) {
        match &link.to {
            Place::Missing => self.out.push_str("<span class=\"missing-link\">"),
            Place::None => {}
            Place::Page(..) | Place::Web(_) => {
                let href = card::place_href(link, self.from).unwrap_or_default();
                let external = matches!(link.to, Place::Web(_));
                let class = match link.key.kind {
                    Kind::Term => Some("term".to_owned()),
                    Kind::Role => self.role_class(&link.key),
                    _ => None,
                };
                self.anchor_tag(&href, external, class.as_deref(), title);
            }
        }
    }

    pub(super) fn role_class(&self, key: &EntryKey) -> Option<String> {
        let number = self.chrome.role(key)?.number;
        let banner = matches!(self.open.last(), Some(Element::Banner));
        Some(format!("{} role-{number}", if banner { "role" } else { "role-link" }))
    }

    pub(super) fn close_entry(&mut self, link: &EntryLink) {
        match link.to {
            Place::Missing => {
                self.out.push(' ');
                let words = self.chrome.say("link-to-complete");
                self.placeholder(&words);
                self.out.push_str("</span>");
            }
            Place::None => {}
            Place::Page(..) | Place::Web(_) => self.out.push_str("</a>"),
        }
    }

    pub(super) fn close_link(&mut self, target: u32) {
        self.quiet -= 1;
        match &self.resolved[target as usize] {
            Resolved::Nowhere => {}
            Resolved::Entry(link) => self.close_entry(link),
            _ => self.out.push_str("</a>"),
        }
    }

    /// A reference by its own name, in a sentence.
    pub(super) fn reference(&mut self, target: u32) {
        match &self.resolved[target as usize] {
            Resolved::Entry(link) => {
                let spaced = matches!(self.open.last(), Some(Element::Banner)) && self.out.ends_with("</a>");
                if spaced {
                    self.out.push(' ');
                }
                self.open_entry(link, Slice::default());
                let term = self.chrome.terms.get(&link.key);
                let title = term.filter(|term| term.short).and_then(|term| term.title.as_deref());
                if let Some(title) = title {
                    self.out.push_str("<abbr title=\"");
                    escape::html(&mut self.out, &self.chrome.set(title));
                    self.out.push_str("\">");
                }
                self.plain(&link.name);
                if title.is_some() {
                    self.out.push_str("</abbr>");
                }
                self.close_entry(link);
                self.last = Some('x');
            }
            _ => {
                if let Some(crate::model::Target::Entry(key)) = self.body.targets.get(target as usize) {
                    self.plain(key.id.as_str());
                }
            }
        }
    }

    /// The first image of a page is asked for at once, because it is likely to be seen at once.
    pub(super) fn image(&mut self, target: u32, alt: Slice, title: Slice, first: bool) {
        let Resolved::File(path, _, size) = &self.resolved[target as usize] else { return };
        self.out.push_str("<img src=\"");
        escape::html(&mut self.out, &self.from.file(path));
        self.out.push_str("\" alt=\"");
        escape::html(&mut self.out, &self.chrome.set(self.body.str(alt)));
        self.out.push('"');
        let title = self.body.str(title);
        if !title.is_empty() {
            self.out.push_str(" title=\"");
            escape::html(&mut self.out, &self.chrome.set(title));
            self.out.push('"');
        }
        // The text does not jump when the picture comes.
        if let Some((width, height)) = size {
            write_to(&mut self.out, format_args!(" width=\"{width}\" height=\"{height}\""));
        }
        self.out.push_str(if first {
            " decoding=\"async\">"
        } else {
            " loading=\"lazy\" decoding=\"async\">"
        });
    }
}
