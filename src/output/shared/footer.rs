//! The generated pages that the footer of every page links to.
use super::address::RelativeTo;
use super::context::SiteContext;
use crate::model::{Generated, Kind, PageUrl, Site};
use serde::Serialize;

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
    pub(super) fn all(site: &Site, context: &SiteContext) -> Vec<Self> {
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
        pages.filter_map(link).collect()
    }

    /// As templates see it.
    pub(super) fn view(&self, from: RelativeTo<'_>) -> FooterLinkView<'_> {
        FooterLinkView { key: self.key, title: &self.title, href: from.page(&self.url, None) }
    }
}
