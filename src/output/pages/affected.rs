//! The pages that may look other than before, where outlines or entries changed and no page has another place.
use super::menu_tree;
use crate::model::{Entry, EntryKey, PageId, Site, SiteChange};
use crate::stamp::Stamped;
use std::collections::BTreeSet;

/// Every page that changed or that may show another page that did: in its menu, its trail, beside it, below it, in a
/// journey. A page shows no other page's outline but in these ways (`frame`, `body`), and in directories. Of the registry, a
/// page shows the entries that it names, and with a card or a list those that these name.
pub(crate) fn affected(site: &Site, change: &SiteChange) -> BTreeSet<PageId> {
    let mut found: BTreeSet<PageId> = change.files.iter().filter_map(|path| site.id_of(path)).collect();
    found.extend(&change.outlines);
    if menu_tree::is_whole(site) && !change.shown.is_empty() {
        return (0..).take(site.pages.len()).map(PageId).collect();
    }
    let numbered = || site.pages.iter().zip((0..).map(PageId));
    let named = |key: &EntryKey, entry: &Stamped<Entry>| {
        change.entries.contains(key) || entry.references().iter().any(|to| change.entries.contains(&to.value))
    };
    let entries = site.entries.iter().filter(|(key, entry)| !change.entries.is_empty() && named(key, entry));
    let uses = entries.filter_map(|(key, _)| site.uses.get(key)).flatten();
    found.extend(uses.map(|used| used.page));
    // Cards of a directory name the pages that mention their entry.
    found.extend(numbered().filter(|(page, _)| !page.outline.directories.is_empty()).map(|(_, id)| id));
    for id in &change.shown {
        add_around(site, *id, &mut found);
    }
    let journeys: Vec<_> = numbered().filter(|(page, _)| !page.steps.is_empty()).collect();
    // A journey shows its steps, and those of journeys that begin at them.
    let mut near = change.shown.clone();
    for _ in 0..2 {
        let more: Vec<_> =
            journeys.iter().filter(|(page, _)| page.steps.iter().any(|step| near.contains(step))).collect();
        near.extend(more.iter().map(|(_, id)| *id));
    }
    for (page, id) in journeys.iter().filter(|(_, id)| near.contains(id)) {
        found.insert(*id);
        found.extend(&page.steps);
    }
    found
}

/// Adds the pages around a page: above it, beside it, before and after it, and all below it.
fn add_around(site: &Site, id: PageId, found: &mut BTreeSet<PageId>) {
    let page = site.page(id);
    if let Some(parent) = page.parent {
        found.insert(parent);
        found.extend(&site.page(parent).children);
    }
    let last = u32::try_from(site.pages.len()).unwrap_or(u32::MAX).saturating_sub(1);
    found.extend([PageId(id.0.saturating_sub(1)), PageId((id.0 + 1).min(last))]);
    let mut below = page.children.clone();
    while let Some(child) = below.pop() {
        found.insert(child);
        below.extend(&site.page(child).children);
    }
}
