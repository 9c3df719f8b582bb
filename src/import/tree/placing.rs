//! Pages with their places and former addresses, and the map by which links are read.
use super::drafts::PageDraft;
use crate::import::imported::ImportedPage;
use crate::import::layout;
use crate::import::links::map::LinkMap;
use crate::import::source::book::{Book, BookEntry};
use crate::import::source::paths::{folder, is_index, name, stem};
use crate::model::{FindingKind, ForeignTree, ImportFinding};
use std::collections::BTreeSet;

/// The pages in reading order, without their bodies.
pub(super) fn pages(book: &Book, drafts: &[PageDraft]) -> Vec<ImportedPage> {
    let mut used = BTreeSet::new();
    let page = |(number, (entry, draft)): (usize, (&BookEntry, &PageDraft))| ImportedPage {
        source: draft.source.clone(),
        level: entry.level,
        is_home: entry.is_home,
        name: name_of(book, number, &mut used),
        path: String::new(),
        front: draft.front.clone(),
        body: String::new(),
        aliases: Vec::new(),
    };
    book.entries.iter().zip(drafts).enumerate().map(page).collect()
}

/// What the address of a page is made of: its file, its folder, or its title.
fn name_of<'a>(book: &'a Book, number: usize, used: &mut BTreeSet<&'a str>) -> String {
    let entry = &book.entries[number];
    if let Some(name) = &entry.name {
        return name.clone();
    }
    match &entry.source {
        Some(source) if is_index(source) && !folder(source).is_empty() => name(folder(source)).to_owned(),
        Some(source) => stem(source).to_owned(),
        None => {
            let own = folder_of(book, number).filter(|folder| *folder != book.program.root());
            // A folder gives its name to one part.
            let own = own.filter(|folder| used.insert(folder));
            let own = own.map(|folder| name(folder).to_owned());
            own.or_else(|| entry.title.clone()).unwrap_or_default()
        }
    }
}

/// The folder that holds all pages below a part, and nothing else of the menu needs it.
fn folder_of(book: &Book, number: usize) -> Option<&str> {
    let level = book.entries[number].level;
    let below = book.entries[number + 1..].iter().take_while(|entry| entry.level > level);
    let mut sources = below.filter_map(|entry| entry.source.as_deref());
    let mut shared = folder(sources.next()?);
    for source in sources {
        while !shared.is_empty() && !source.starts_with(&format!("{shared}/")) {
            shared = folder(shared);
        }
    }
    // The page of the folder has its name.
    let entries = book.entries[number + 1..].iter().take_while(|entry| entry.level > level);
    let mut pages = entries.filter_map(|entry| entry.source.as_deref());
    let is_taken = pages.any(|source| is_index(source) && folder(source) == shared);
    Some(shared).filter(|shared| !shared.is_empty() && !is_taken)
}

/// Pages whose former address cannot be a former one of the guide.
pub(super) fn lost_addresses(pages: &[ImportedPage]) -> Vec<ImportFinding> {
    let lost = |page: &ImportedPage| {
        let address = page.aliases.first().filter(|address| !layout::is_alias(address) && *address != "/")?;
        let found = ImportFinding::new(FindingKind::LeftOut, "address", page.source.as_str(), 0);
        Some(found.arg("target", address.as_str()))
    };
    pages.iter().filter_map(lost).collect()
}

/// The map of all pages; each page gets the former addresses that it names.
pub(super) fn map<'a>(
    tree: &'a ForeignTree,
    book: &Book,
    drafts: &'a [PageDraft],
    pages: &mut [ImportedPage],
) -> LinkMap<'a> {
    let mut map = LinkMap::of(tree);
    for draft in drafts {
        map.add(&draft.source, &draft.addresses, draft.places.clone());
    }
    for (number, draft) in drafts.iter().enumerate() {
        for alias in &draft.aliases {
            map.add_address(alias, number);
        }
        if let Some(uid) = &draft.uid {
            map.add_uid(uid, number);
        }
    }
    // The address of the site, also where its first page was made by a template.
    if let Some(home) = pages.iter().position(|page| page.is_home) {
        map.add_address("/", home);
    }
    if book.program.kind.is_python_markdown() {
        map.index_places();
    }
    // A home page was made: entries begin one later.
    let shift = drafts.len() - book.entries.len();
    for (number, entry) in book.entries.iter().enumerate() {
        if let Some(folder) = entry.source.is_none().then(|| folder_of(book, number)).flatten() {
            map.add_folder(folder, number + shift);
        }
    }
    for (page, draft) in pages.iter_mut().zip(drafts) {
        page.aliases = draft.addresses.iter().chain(&draft.aliases).cloned().collect();
    }
    map
}

/// What is the address of a page in the guide is no former one.
pub(super) fn drop_own_addresses(pages: &mut [ImportedPage]) {
    for page in pages {
        let own = layout::address(&page.path);
        page.aliases.retain(|alias| *alias != own);
    }
}
