//! Links, references and images.
use super::{Writer, write_to};
use crate::model::Anchor;
use crate::model::Element;
use crate::model::Kind;
use crate::model::PageUrl;
use crate::model::Slice;
use crate::output::shared::target::{EntryLink, Place, Resolved};
use crate::text::escape;
use std::borrow::Cow;
use std::fmt;

/// Where a link leads.
pub(crate) enum Href<'a> {
    Page(&'a PageUrl, Option<&'a Anchor>),
    /// An address as it stands.
    Plain(Cow<'a, str>),
}

impl Writer<'_> {
    pub(crate) fn open_link(&mut self, target: u32, title: Slice) {
        self.quiet += 1;
        let resolved = self.resolved;
        let (href, external) = match &resolved[target as usize] {
            Resolved::Page(url, anchor) => (Href::Page(url, anchor.as_ref()), false),
            Resolved::File(path, after, _) => (Href::Plain(Cow::Owned(self.from.file(path) + after)), false),
            Resolved::Plain(address) => (Href::Plain(Cow::Borrowed(address)), false),
            Resolved::Web(address) => (Href::Plain(Cow::Borrowed(address)), true),
            Resolved::Entry(link) => return self.open_entry(link, title),
            Resolved::Nowhere => return,
        };
        self.anchor_tag(&href, external, None, title);
    }

    pub(crate) fn anchor_tag(
        &mut self,
        href: &Href<'_>,
        external: bool,
        class: Option<fmt::Arguments<'_>>,
        title: Slice,
    ) {
        self.out.push_str("<a");
        if let Some(class) = class {
            write_to(&mut self.out, format_args!(" class=\"{class}\""));
        }
        if external {
            self.out.push_str(" rel=\"external\"");
        }
        self.out.push_str(" href=\"");
        match href {
            // Nothing in such an address needs escaping, unless the settings put it there.
            Href::Page(url, anchor) if self.from.root.is_none() => {
                self.from.write_page(&mut self.out, url, *anchor);
            }
            Href::Page(url, anchor) => escape::html(&mut self.out, &self.from.page(url, *anchor)),
            Href::Plain(address) => escape::html(&mut self.out, address),
        }
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
    pub(crate) fn open_entry(&mut self, link: &EntryLink, title: Slice) {
        match &link.to {
            Place::Missing => self.out.push_str("<span class=\"missing-link\">"),
            Place::None => {}
            Place::Page(url, anchor) => self.entry_tag(link, &Href::Page(url, anchor.as_ref()), false, title),
            Place::Web(address) => {
                self.entry_tag(link, &Href::Plain(Cow::Borrowed(address)), true, title);
            }
        }
    }

    fn entry_tag(&mut self, link: &EntryLink, href: &Href<'_>, external: bool, title: Slice) {
        let role = self.chrome.role(&link.key).filter(|_| link.key.kind == Kind::Role);
        match (link.key.kind, role) {
            (Kind::Term, _) => self.anchor_tag(href, external, Some(format_args!("term")), title),
            (_, Some(role)) => {
                let number = role.number;
                let class = if self.open.last() == Some(&Element::Banner) { "role" } else { "role-link" };
                self.anchor_tag(href, external, Some(format_args!("{class} role-{number}")), title);
            }
            _ => self.anchor_tag(href, external, None, title),
        }
    }

    pub(crate) fn close_entry(&mut self, link: &EntryLink) {
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

    pub(crate) fn close_link(&mut self, target: u32) {
        self.quiet -= 1;
        let resolved = self.resolved;
        match &resolved[target as usize] {
            Resolved::Nowhere => {}
            Resolved::Entry(link) => self.close_entry(link),
            _ => self.out.push_str("</a>"),
        }
    }

    /// A reference by its own name, in a sentence.
    pub(crate) fn reference(&mut self, target: u32) {
        let resolved = self.resolved;
        match &resolved[target as usize] {
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
    pub(crate) fn image(&mut self, target: u32, alt: Slice, title: Slice, first: bool) {
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
