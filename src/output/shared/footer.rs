//! The generated pages that the footer of every page links to.
use super::address::RelativeTo;
use super::context::SiteContext;
use crate::model::{Generated, Kind, PageUrl, Site};
use serde::Serialize;

/// The address of the whole guide as one file.
pub(crate) const BOOK: &str = "/guide.pdf";

/// A generated page that the footer of every page links to.
#[derive(Debug, Hash)]
pub(crate) struct FooterLink {
    key: &'static str,
    pub(crate) title: String,
    pub(crate) url: PageUrl,
}

#[derive(Serialize)]
pub(super) struct FooterLinkView<'a> {
    key: &'a str,
    title: &'a str,
    href: String,
}

impl FooterLink {
    /// All of them, in their order.
    pub(super) fn all(site: &Site, context: &SiteContext, has_book: bool) -> Vec<Self> {
        let directories = Kind::ALL.map(|kind| {
            (Generated::Directory(kind), if kind == Kind::Term { "glossary" } else { kind.file() })
        });
        let before = [(Generated::Map, "map"), (Generated::Search, "search")];
        let after = [
            (Generated::Whole, "whole"),
            (Generated::Accessibility, "accessibility"),
            (Generated::Legal, "legal"),
            (Generated::PersonalData, "personal-data"),
        ];
        let pages = before.into_iter().chain(directories).chain(after);
        let link = |(page, key)| {
            // Contacts are always one click away, also where a page of the author shows them.
            let url = match page {
                Generated::Directory(Kind::Contact) => site.directories.get(&Kind::Contact),
                _ => site.generated.get(&page),
            }?
            .clone();
            Some(Self { key, title: context.text.title(&page), url })
        };
        let book = Self { key: "book", title: context.text.string("title-book"), url: PageUrl::new(BOOK) };
        let mut links: Vec<Self> = pages.filter_map(link).collect();
        let beside = links.iter().position(|link| link.key == "whole").map_or(links.len(), |at| at + 1);
        links.splice(beside..beside, has_book.then_some(book));
        links
    }

    /// As templates see it.
    pub(super) fn view(&self, from: RelativeTo<'_>) -> FooterLinkView<'_> {
        FooterLinkView { key: self.key, title: &self.title, href: from.page(&self.url, None) }
    }
}
