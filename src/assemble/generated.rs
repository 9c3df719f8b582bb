//! Pages that Jalon generates.
use super::address::{Holder, TakenAddresses};
use crate::language::address;
use crate::model::{Entry, EntryKey, EntryPages, Generated, Kind, Language, Page, PageUrl, Task};
use crate::stamp::{KeySet, Stamped};
use std::collections::BTreeMap;

/// Guides with more pages than this get no page that shows them whole.
const WHOLE_LIMIT: usize = 200;

/// The pages to generate, and the address of the directory of each kind. Where a page of the author has the address of a
/// generated one, it replaces it.
pub(super) fn choose(
    pages: &[Page],
    addresses: &mut TakenAddresses,
    entries: &BTreeMap<EntryKey, Stamped<Entry>>,
    language: Language,
) -> (BTreeMap<Generated, PageUrl>, BTreeMap<Kind, PageUrl>) {
    let mut directories = shown_by_author(pages);
    let mut wanted: Vec<Generated> = (Kind::ALL.into_iter())
        .filter(|kind| kind.pages() == EntryPages::Directory)
        .filter(|kind| !directories.contains_key(kind) && entries.keys().any(|key| key.kind == *kind))
        .map(Generated::Directory)
        .collect();
    let with_tasks = roles_with_tasks(pages);
    wanted.extend(entries.values().filter_map(|entry| {
        let is_reader = || entry.record.flag("reader") == Some(true) || with_tasks.contains(&entry.key);
        (entry.key.kind.pages() == EntryPages::Each && is_reader())
            .then(|| Generated::Role(entry.key.clone()))
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
        let url = address(&page, language);
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
fn shown_by_author(pages: &[Page]) -> BTreeMap<Kind, PageUrl> {
    let mut found = BTreeMap::new();
    for page in pages {
        for kind in &page.outline.directories {
            found.entry(*kind).or_insert_with(|| page.url.clone());
        }
    }
    found
}

/// The roles that have tasks.
fn roles_with_tasks(pages: &[Page]) -> KeySet<&EntryKey> {
    fn collect<'a>(tasks: &'a [Task], found: &mut KeySet<&'a EntryKey>) {
        for task in tasks {
            found.extend(&task.roles);
            collect(&task.tasks, found);
        }
    }
    let mut found = KeySet::default();
    for list in pages.iter().flat_map(|page| &page.outline.checklists) {
        collect(&list.tasks, &mut found);
    }
    found
}
