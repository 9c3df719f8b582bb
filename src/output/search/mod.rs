//! What the search finds: the guide as documents, and their index.
//!
//! 1. `sections` cuts each page into documents, from heading to heading.
//! 2. `entries` makes a document of each entry of the registry, and says which words mean the same.
//! 3. Both give each document an `address`.
//! 4. `search_index` has `crate::search` weigh the words page by page, and writes the files of the index.
mod address;
mod entries;
mod sections;

pub(crate) use entries::synonyms as search_synonyms;

use super::shared::entry_link::directory;
use crate::model::{Body, Bytes, FileStore, Kind, OutPath, Page, Parsed, Site, SourcePath, StoredFiles};
use crate::search::{Doc, Index, IndexSettings, PageIndex};
use crate::stamp::{Made, Stamp, reuse};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The search index of a guide, and what the next build can keep of it.
#[derive(Clone, Debug)]
pub struct SearchIndex {
    from: Stamp,
    pages: Arc<BTreeMap<SourcePath, Made<Arc<PageIndex>>>>,
    /// The words of the whole guide, for queries.
    pub index: Arc<Index>,
    /// The files that the reader's script loads.
    pub files: Arc<Vec<(OutPath, Bytes)>>,
    /// Files of the index that are in a store and not in memory.
    pub(super) stored: Arc<StoredFiles>,
}

/// The index of a build, if options and settings ask for it.
pub(super) fn of_build(
    site: &Site,
    parsed: &Parsed,
    before: Option<&SearchIndex>,
    store: Option<&dyn FileStore>,
) -> Option<SearchIndex> {
    is_wanted(site).then(|| search_index(site, parsed, before, store))
}

/// Whether a build makes the index.
pub(super) fn is_wanted(site: &Site) -> bool {
    site.options.whole && site.settings.search_index
}

/// Indexes a guide; keeps the words of each page that did not change. Gives each file to the store once it is made.
pub fn search_index(
    site: &Site,
    parsed: &Parsed,
    before: Option<&SearchIndex>,
    store: Option<&dyn FileStore>,
) -> SearchIndex {
    let entries = entries_stamp(site);
    let pages: Vec<(SourcePath, Made<Arc<PageIndex>>)> = searched_pages(site)
        .map(|page| {
            let document = parsed.document(page);
            let trail = sections::trail(site, page);
            let body = document.map(|document| document.body.stamp());
            let about = document.map(|document| (&document.front.summary, &document.front.roles));
            let from = Stamp::of(&(body, about, &page.outline, &page.url, &trail, entries));
            let before = before.and_then(|before| before.pages.get(&page.source));
            let document = document.map(|document| (document, &*document.body));
            let make = || sections::docs(site, page, document, &trail);
            (
                page.source.clone(),
                reuse(before, from, || Arc::new(PageIndex::new(site.settings.language, make()))),
            )
        })
        .collect();
    let settings = index_settings(site, parsed);
    let stamps: Vec<Stamp> = pages.iter().map(|(_, made)| made.from).collect();
    let from = Stamp::of(&(stamps, entries, &settings));
    if let Some(before) = before.filter(|before| before.from == from) {
        return before.clone();
    }
    let indexes = pages.iter().map(|(_, made)| Arc::clone(&made.value)).collect();
    SearchIndex {
        from,
        pages: Arc::new(pages.into_iter().collect()),
        ..joined((site, parsed), indexes, store)
    }
}

/// The words of a page whose content was taken out of its document, for the index of a build that no other follows.
pub(super) fn page_index(site: &Site, parsed: &Parsed, page: &Page, body: &Body) -> Option<Arc<PageIndex>> {
    (is_wanted(site) && page.outline.search).then(|| {
        let document = parsed.document(page).map(|document| (document, body));
        let docs = sections::docs(site, page, document, &sections::trail(site, page));
        Arc::new(PageIndex::new(site.settings.language, docs))
    })
}

/// The index of these pages and of the registry, with its files. The next build can keep nothing of it.
pub(super) fn joined(
    (site, parsed): (&Site, &Parsed),
    mut pages: Vec<Arc<PageIndex>>,
    store: Option<&dyn FileStore>,
) -> SearchIndex {
    pages.push(Arc::new(PageIndex::new(site.settings.language, entries::docs(site))));
    let index = Index::new(index_settings(site, parsed), &pages);
    drop(pages);
    let (mut files, mut stored) = (Vec::new(), StoredFiles::new());
    index.files(&mut |path, content| {
        let path = OutPath::new(path);
        match store.and_then(|store| store.put(&path, &content)) {
            Some(file) => drop(stored.insert(path, file)),
            None => files.push((path, Bytes::from(content))),
        }
    });
    SearchIndex {
        from: Stamp::default(),
        pages: Arc::default(),
        index: Arc::new(index),
        files: Arc::new(files),
        stored: Arc::new(stored),
    }
}

/// How many pages are made into documents at once: enough for all threads, few enough to hold.
const PAGES_AT_ONCE: usize = 128;

/// The documents of a guide in its order, without an index. They are made as they are asked for.
pub fn search_docs<'a>(site: &'a Site, parsed: &'a Parsed) -> impl Iterator<Item = Doc> + 'a {
    let docs_of = |pages: &'a [Arc<Page>]| -> Vec<Vec<Doc>> {
        pages.par_iter().filter(|page| is_searched(page)).map(|page| page_docs(site, parsed, page)).collect()
    };
    let pages = site.pages.chunks(PAGES_AT_ONCE).flat_map(docs_of).flatten();
    pages.chain(std::iter::once_with(|| entries::docs(site)).flatten())
}

/// The index of a guide for queries, without its files. Nothing stands for other words yet.
pub fn search_words(site: &Site, parsed: &Parsed) -> Index {
    let language = site.settings.language;
    let mut pages: Vec<_> = searched_pages(site)
        .map(|page| Arc::new(PageIndex::new(language, page_docs(site, parsed, page))))
        .collect();
    pages.push(Arc::new(PageIndex::new(language, entries::docs(site))));
    Index::of_pages(index_settings(site, parsed), &pages)
}

fn searched_pages(site: &Site) -> impl ParallelIterator<Item = &Page> {
    site.pages.par_iter().map(|page| &**page).filter(|page| is_searched(page))
}

fn is_searched(page: &Page) -> bool {
    page.outline.search
}

fn page_docs(site: &Site, parsed: &Parsed, page: &Page) -> Vec<Doc> {
    let document = parsed.document(page).map(|document| (document, &*document.body));
    sections::docs(site, page, document, &sections::trail(site, page))
}

fn index_settings(site: &Site, parsed: &Parsed) -> IndexSettings {
    IndexSettings {
        language: site.settings.language,
        synonyms: entries::synonyms(site),
        thesaurus: parsed.thesaurus.as_ref().map(|kept| kept.value.value.clone()),
        roles: role_names(site),
    }
}

/// The roles of readers, in the order of the bits in `Doc::roles`.
pub fn role_names(site: &Site) -> Vec<String> {
    entries::readers(site).map(|entry| entry.short_name().to_owned()).collect()
}

/// What the words of every page depend on besides the page: entries and where they lead, the language, portable addresses.
fn entries_stamp(site: &Site) -> Stamp {
    let entries: Vec<_> = site.entries.values().collect();
    let directories: Vec<_> = Kind::ALL.map(|kind| directory(site, kind)).into_iter().collect();
    let uses: Vec<_> = site.uses.values().map(|uses| uses.first()).collect();
    Stamp::of(&(entries, directories, uses, site.settings.language, site.options.portable))
}
