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
use crate::model::{self, Bytes, Kind, OutPath, Parsed, Site, SourcePath};
use crate::search::{Doc, Frame, Index, Merged, Page};
use crate::stamp::{Made, Stamp, reuse};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The search index of a guide, and what the next build can keep of it.
#[derive(Clone, Debug)]
pub struct SearchIndex {
    from: Stamp,
    pages: BTreeMap<SourcePath, Made<Arc<Page>>>,
    /// The words of the whole guide, for queries.
    pub index: Arc<Merged>,
    /// The files that the reader's script loads.
    pub files: Arc<Vec<(OutPath, Bytes)>>,
}

/// Indexes a guide; keeps the words of each page that did not change.
pub fn search_index(site: &Site, parsed: &Parsed, before: Option<&SearchIndex>) -> SearchIndex {
    let entries = Made { from: entries_stamp(site), value: () };
    let pages: Vec<(SourcePath, Made<Arc<Page>>)> = site
        .pages
        .par_iter()
        .filter(|page| page.outline.search)
        .map(|page| {
            let document = parsed.pages.get(&page.source).map(|kept| &kept.value.value);
            let trail = sections::trail(site, page);
            let body = document.map(|document| document.body.stamp());
            let about = document.map(|document| (&document.front.summary, &document.front.roles));
            let from = Stamp::of(&(body, about, &page.outline, &page.url, &trail, entries.from));
            let before = before.and_then(|before| before.pages.get(&page.source));
            let made = reuse(before, from, || {
                Arc::new(Page::new(site.settings.language, sections::docs(site, page, document, &trail)))
            });
            (page.source.clone(), made)
        })
        .collect();
    let frame = frame(site);
    let stamps: Vec<Stamp> = pages.iter().map(|(_, made)| made.from).collect();
    let from = Stamp::of(&(stamps, entries.from, &frame));
    if let Some(before) = before.filter(|before| before.from == from) {
        return before.clone();
    }
    let mut index = Index::new(frame);
    let mut place = 0;
    for (_, made) in &pages {
        index.set_page(place, Arc::clone(&made.value));
        place += 1;
    }
    index.set_page(place, Arc::new(Page::new(site.settings.language, entries::docs(site))));
    let merged = index.merged();
    let files = merged.files().into_iter();
    let files = files.map(|(path, content)| (OutPath::new(path), Bytes::from(content))).collect();
    SearchIndex { from, pages: pages.into_iter().collect(), index: Arc::new(merged), files: Arc::new(files) }
}

/// The documents of a guide in its order, without an index.
pub fn search_docs(site: &Site, parsed: &Parsed) -> Vec<Doc> {
    let pages: Vec<Vec<Doc>> = searched_pages(site).map(|page| page_docs(site, parsed, page)).collect();
    pages.into_iter().flatten().chain(entries::docs(site)).collect()
}

/// The index of a guide for queries, without its files.
pub fn search_words(site: &Site, parsed: &Parsed) -> Merged {
    let language = site.settings.language;
    let pages: Vec<Arc<Page>> = searched_pages(site)
        .map(|page| Arc::new(Page::new(language, page_docs(site, parsed, page))))
        .collect();
    let entries = Arc::new(Page::new(language, entries::docs(site)));
    let mut index = Index::new(frame(site));
    (0..).zip(pages.into_iter().chain([entries])).for_each(|(place, page)| index.set_page(place, page));
    index.merged()
}

fn searched_pages(site: &Site) -> impl ParallelIterator<Item = &model::Page> {
    site.pages.par_iter().filter(|page| page.outline.search)
}

fn page_docs(site: &Site, parsed: &Parsed, page: &model::Page) -> Vec<Doc> {
    let document = parsed.pages.get(&page.source).map(|kept| &kept.value.value);
    sections::docs(site, page, document, &sections::trail(site, page))
}

fn frame(site: &Site) -> Frame {
    Frame { language: site.settings.language, synonyms: entries::synonyms(site), roles: role_names(site) }
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
