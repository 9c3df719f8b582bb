//! The index of contacts: whom to reach how, and where the book speaks of them.
use super::places::BookPlaces;
use crate::model::{EntryKey, IndexLine, Kind, Site};
use crate::output::lists::contacts_of;
use crate::output::shared::context::SiteContext;
use crate::text::slug::slug;
use crate::text::web_address;

/// One line for each contact, in the order of their names.
pub(super) fn index(site: &Site, context: &SiteContext, places: &BookPlaces<'_>) -> Vec<IndexLine> {
    let mut contacts: Vec<_> = site.entries_of(Kind::Contact).collect();
    contacts.sort_by_key(|entry| (slug(entry.name()), entry.key.clone()));
    let lines = contacts.iter().map(|entry| IndexLine {
        name: context.text.typeset(entry.name()).into_owned(),
        ways: ways(site, context, &entry.key),
        places: named_in(site, context, places, &entry.key),
    });
    lines.collect()
}

fn ways(site: &Site, context: &SiteContext, key: &EntryKey) -> Vec<(String, String)> {
    let mut ways = Vec::new();
    for contact in contacts_of(site, context, std::iter::once(key)) {
        ways.extend(contact.phone);
        ways.extend(contact.email.map(|email| (email.clone(), format!("mailto:{email}"))));
        ways.extend(contact.url.map(|url| (web_address::short(&url).to_owned(), url)));
    }
    ways
}

fn named_in(
    site: &Site,
    context: &SiteContext,
    places: &BookPlaces<'_>,
    key: &EntryKey,
) -> Vec<(String, String)> {
    let uses = site.uses.get(key).map(Vec::as_slice).unwrap_or_default();
    let place = |used: &crate::model::Use| {
        let page = site.page(used.page);
        let id = places.of_page(&page.url, used.anchor.as_ref())?;
        Some((context.text.typeset(&page.outline.title).into_owned(), id))
    };
    uses.iter().filter_map(place).collect()
}
