//! The pages that Jalon writes by itself.
use super::address::{Addresses, Holder};
use super::tree::Rare;
use crate::model::{Entry, EntryKey, Generated, Kind, Language, Page, PageId, PageUrl, Task};
use crate::stamp::Group;
use crate::stamp::Stamped;
use std::collections::BTreeMap;

/// Kinds whose entries get a page of their own when no page of the author shows them.
const DIRECTORIES: [Kind; 3] = [Kind::Contact, Kind::Tool, Kind::Term];

/// The most pages that one page can hold; a larger guide is not shown whole.
const WHOLE_LIMIT: usize = 200;

/// Which pages to write, and where the directory of each kind stands. A page of the author that has the address of
/// one takes its place.
pub(super) fn choose(
    pages: &[Page],
    rare: &Rare,
    addresses: &mut Addresses,
    entries: &BTreeMap<EntryKey, Stamped<Entry>>,
    language: Language,
) -> (BTreeMap<Generated, PageUrl>, BTreeMap<Kind, PageUrl>) {
    let mut directories = shown_by_author(pages, &rare.directories);
    let mut wanted: Vec<Generated> = DIRECTORIES
        .into_iter()
        .filter(|kind| !directories.contains_key(kind) && entries.keys().any(|key| key.kind == *kind))
        .map(Generated::Directory)
        .collect();
    let busy = busy(pages, &rare.checklists);
    wanted.extend(entries.values().filter_map(|entry| {
        let is_reader = || entry.record.flag("reader") == Some(true) || busy.contains(&entry.key);
        (entry.key.kind == Kind::Role && is_reader()).then(|| Generated::Role(entry.key.clone()))
    }));
    if pages.len() <= WHOLE_LIMIT {
        wanted.push(Generated::Whole);
    }
    wanted.extend([
        Generated::Map,
        Generated::Search,
        Generated::Accessibility,
        Generated::Legal,
        Generated::PersonalData,
        Generated::NotFound,
    ]);

    let mut generated = BTreeMap::new();
    for page in wanted {
        let url = page.url(language);
        if let Generated::Directory(kind) = page {
            directories.insert(kind, url.clone());
        }
        let holder = Holder { url: url.clone(), source: None, page: None };
        if addresses.claim(holder).is_ok() {
            generated.insert(page, url);
        }
    }
    (generated, directories)
}

/// The first page that shows `<kind:*>`, by kind.
fn shown_by_author(pages: &[Page], showing: &[PageId]) -> BTreeMap<Kind, PageUrl> {
    let mut found = BTreeMap::new();
    for page in showing.iter().map(|id| &pages[id.0 as usize]) {
        for kind in &page.outline.directories {
            found.entry(*kind).or_insert_with(|| page.url.clone());
        }
    }
    found
}

/// The roles that have something to do.
fn busy<'a>(pages: &'a [Page], with_tasks: &[PageId]) -> Group<&'a EntryKey> {
    fn walk<'a>(tasks: &'a [Task], found: &mut Group<&'a EntryKey>) {
        for task in tasks {
            found.extend(&task.roles);
            walk(&task.tasks, found);
        }
    }
    let mut found = Group::default();
    for list in with_tasks.iter().flat_map(|id| &pages[id.0 as usize].outline.checklists) {
        walk(&list.tasks, &mut found);
    }
    found
}
