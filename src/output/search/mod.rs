//! What the search finds: the guide as documents, and their index.
//!
//! 1. `sections` cuts each page into documents, from heading to heading.
//! 2. `entries` makes a document of each entry of the registry, and says which words mean the same.
//! 3. Both give each document an `address`.
//! 4. `search_index` has `crate::search` weigh the words page by page, and writes the files of the index.
mod address;
mod entries;
mod sections;

use super::shared::entry_link::directory;
use crate::model::{Bytes, Kind, OutPath, Page, Parsed, Site, SourcePath};
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
}

/// The index of a build, if options and settings ask for it.
pub(super) fn of_build(site: &Site, parsed: &Parsed, before: Option<&SearchIndex>) -> Option<SearchIndex> {
    let is_wanted = site.options.whole && site.settings.search_index;
    is_wanted.then(|| search_index(site, parsed, before))
}

/// Indexes a guide; keeps the words of each page that did not change.
pub fn search_index(site: &Site, parsed: &Parsed, before: Option<&SearchIndex>) -> SearchIndex {
    let entries = Made { from: entries_stamp(site), value: () };
    let pages: Vec<(SourcePath, Made<Arc<PageIndex>>)> = site
        .pages
        .par_iter()
        .filter(|page| page.outline.search)
        .map(|page| {
            let document = parsed.document(page);
            let trail = sections::trail(site, page);
            let body = document.map(|document| document.body.stamp());
            let about = document.map(|document| (&document.front.summary, &document.front.roles));
            let from = Stamp::of(&(body, about, &page.outline, &page.url, &trail, entries.from));
            let before = before.and_then(|before| before.pages.get(&page.source));
            let made = reuse(before, from, || {
                Arc::new(PageIndex::new(site.settings.language, sections::docs(site, page, document, &trail)))
            });
            (page.source.clone(), made)
        })
        .collect();
    let settings = index_settings(site, parsed);
    let stamps: Vec<Stamp> = pages.iter().map(|(_, made)| made.from).collect();
    let from = Stamp::of(&(stamps, entries.from, &settings));
    if let Some(before) = before.filter(|before| before.from == from) {
        return before.clone();
    }
    let entries = Arc::new(PageIndex::new(site.settings.language, entries::docs(site)));
    let index = Index::new(
        settings,
        pages.iter().map(|(_, made)| Arc::clone(&made.value)).chain([entries]).collect(),
    );
    let files = index.files().into_iter();
    let files = files.map(|(path, content)| (OutPath::new(path), Bytes::from(content))).collect();
    SearchIndex {
        from,
        pages: Arc::new(pages.into_iter().collect()),
        index: Arc::new(index),
        files: Arc::new(files),
    }
}

/// The documents of a guide in its order, without an index.
pub fn search_docs(site: &Site, parsed: &Parsed) -> Vec<Doc> {
    let pages: Vec<Vec<Doc>> = searched_pages(site).map(|page| page_docs(site, parsed, page)).collect();
    pages.into_iter().flatten().chain(entries::docs(site)).collect()
}

/// The index of a guide for queries, without its files.
pub fn search_words(site: &Site, parsed: &Parsed) -> Index {
    let language = site.settings.language;
    let mut pages: Vec<_> = searched_pages(site)
        .map(|page| Arc::new(PageIndex::new(language, page_docs(site, parsed, page))))
        .collect();
    pages.push(Arc::new(PageIndex::new(language, entries::docs(site))));
    Index::new(index_settings(site, parsed), pages)
}

fn searched_pages(site: &Site) -> impl ParallelIterator<Item = &Page> {
    site.pages.par_iter().filter(|page| page.outline.search)
}

fn page_docs(site: &Site, parsed: &Parsed, page: &Page) -> Vec<Doc> {
    let document = parsed.document(page);
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
