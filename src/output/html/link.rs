//! Links, references and images.
use super::task::open_label;
use super::writer::{AFTER_WORD, Writer, write_to};
use crate::model::{Anchor, Element, Kind, PageUrl, Slice, Target};
use crate::output::shared::entry_link::{EntryLink, EntryTarget};
use crate::output::shared::target::ResolvedTarget;
use crate::text::escape;
use std::borrow::Cow;
use std::fmt;

/// The address of a link.
enum Href<'a> {
    Page(&'a PageUrl, Option<&'a Anchor>),
    /// An address that is written unchanged.
    Plain(Cow<'a, str>),
}

impl Writer<'_> {
    pub(super) fn open_link(&mut self, target: u32) {
        let body = self.body;
        let title = body.link_title(target);
        self.no_terms_depth += 1;
        let targets = self.targets;
        let (href, is_external) = match &targets[target as usize] {
            ResolvedTarget::Page(url, anchor) => (Href::Page(url, anchor.as_ref()), false),
            ResolvedTarget::File(path, after, _) => {
                (Href::Plain(Cow::Owned(self.from.file(path) + after)), false)
            }
            ResolvedTarget::Plain(address) => (Href::Plain(Cow::Borrowed(address)), false),
            ResolvedTarget::Web(address) => (Href::Plain(Cow::Borrowed(address)), true),
            ResolvedTarget::Entry(link) => return self.open_entry(link, title),
            ResolvedTarget::Nowhere => return,
        };
        self.anchor_tag(&href, is_external, None, title);
    }

    fn anchor_tag(
        &mut self,
        href: &Href<'_>,
        is_external: bool,
        class: Option<fmt::Arguments<'_>>,
        title: &str,
    ) {
        let from = self.out.len();
        self.out.push_str("<a");
        if let Some(class) = class {
            write_to(&mut self.out, format_args!(" class=\"{class}\""));
        }
        if is_external {
            self.out.push_str(" rel=\"external\"");
        }
        self.out.push_str(" href=\"");
        match href {
            // Relative addresses are percent-encoded, so only a root from the settings may need escaping.
            Href::Page(url, anchor) if self.from.root.is_none() => {
                self.from.write_page(&mut self.out, url, *anchor);
            }
            Href::Page(url, anchor) => escape::html(&mut self.out, &self.from.page(url, *anchor)),
            Href::Plain(address) => escape::html(&mut self.out, address),
        }
        self.out.push('"');
        if !title.is_empty() {
            self.out.push_str(" title=\"");
            escape::html(&mut self.out, &self.context.text.typeset(title));
            self.out.push('"');
        }
        self.out.push('>');
        self.keep_anchor(from);
    }

    /// Takes the first tag of a link, which begins at this byte, out of the label of a task.
    pub(super) fn keep_anchor(&mut self, from: usize) {
        if let Some(label) = open_label(&mut self.tasks) {
            label.anchor = Some((self.out.split_off(from), from, false));
        }
    }

    /// Ends a link; that of a label becomes one beside it.
    pub(super) fn close_anchor(&mut self) {
        match open_label(&mut self.tasks) {
            Some(label) => label.close_anchor(&self.out),
            None => self.out.push_str("</a>"),
        }
    }

    /// Begins the link of an entry, or marks that its address is missing.
    fn open_entry(&mut self, link: &EntryLink, title: &str) {
        match &link.to {
            EntryTarget::Missing => self.out.push_str("<span class=\"missing-link\">"),
            EntryTarget::None => {}
            EntryTarget::Page(url, anchor) => {
                self.entry_tag(link, &Href::Page(url, anchor.as_ref()), false, title);
            }
            EntryTarget::Web(address) => {
                self.entry_tag(link, &Href::Plain(Cow::Borrowed(address)), true, title);
            }
        }
    }

    fn entry_tag(&mut self, link: &EntryLink, href: &Href<'_>, is_external: bool, title: &str) {
        let role = self.context.roles.get(&link.key).filter(|_| link.key.kind == Kind::Role);
        match (link.key.kind, role) {
            (Kind::Term, _) => self.anchor_tag(href, is_external, Some(format_args!("term")), title),
            (_, Some(role)) => {
                let number = role.number;
                let class = if self.open.last() == Some(&Element::Banner) { "role" } else { "role-link" };
                self.anchor_tag(href, is_external, Some(format_args!("{class} role-{number}")), title);
                if let Some((.., is_role)) =
                    open_label(&mut self.tasks).and_then(|label| label.anchor.as_mut())
                {
                    *is_role = true;
                }
            }
            _ => self.anchor_tag(href, is_external, None, title),
        }
    }

    fn close_entry(&mut self, link: &EntryLink) {
        match link.to {
            EntryTarget::Missing => {
                self.out.push(' ');
                let words = self.context.text.string("link-to-complete");
                self.placeholder(&words);
                self.out.push_str("</span>");
            }
            EntryTarget::None => {}
            EntryTarget::Page(..) | EntryTarget::Web(_) => self.close_anchor(),
        }
    }

    pub(super) fn close_link(&mut self, target: u32) {
        self.no_terms_depth -= 1;
        let targets = self.targets;
        match &targets[target as usize] {
            ResolvedTarget::Nowhere => {}
            ResolvedTarget::Entry(link) => self.close_entry(link),
            _ => self.close_anchor(),
        }
    }

    /// A reference, shown by the name of its entry.
    pub(super) fn reference(&mut self, target: u32) {
        let targets = self.targets;
        match &targets[target as usize] {
            ResolvedTarget::Entry(link) => {
                let needs_space =
                    matches!(self.open.last(), Some(Element::Banner)) && self.out.ends_with("</a>");
                if needs_space {
                    self.out.push(' ');
                }
                self.open_entry(link, "");
                let term = self.context.terms.get(&link.key);
                let title = term.filter(|term| term.is_short).and_then(|term| term.title.as_deref());
                if let Some(title) = title {
                    self.out.push_str("<abbr title=\"");
                    escape::html(&mut self.out, &self.context.text.typeset(title));
                    self.out.push_str("\">");
                }
                self.plain(&link.name);
                if title.is_some() {
                    self.out.push_str("</abbr>");
                }
                self.close_entry(link);
                self.last = AFTER_WORD;
            }
            _ => {
                if let Some(Target::Entry(key)) = self.body.targets.get(target as usize) {
                    self.plain(key.id.as_str());
                }
            }
        }
    }

    /// An image. All but the first of a page are loaded late, because the first is likely to be seen at once.
    pub(super) fn image(&mut self, target: u32, alt: Slice, title: Slice, is_first: bool) {
        let ResolvedTarget::File(path, _, size) = &self.targets[target as usize] else { return };
        self.out.push_str("<img src=\"");
        escape::html(&mut self.out, &self.from.file(path));
        self.out.push_str("\" alt=\"");
        escape::html(&mut self.out, &self.context.text.typeset(self.body.str(alt)));
        self.out.push('"');
        let title = self.body.str(title);
        if !title.is_empty() {
            self.out.push_str(" title=\"");
            escape::html(&mut self.out, &self.context.text.typeset(title));
            self.out.push('"');
        }
        // With its size, the text does not move when the image is loaded.
        if let Some((width, height)) = size {
            write_to(&mut self.out, format_args!(" width=\"{width}\" height=\"{height}\""));
        }
        self.out.push_str(if is_first {
            " decoding=\"async\">"
        } else {
            " loading=\"lazy\" decoding=\"async\">"
        });
    }
}
