//! What the search finds: sections of pages and entries of the registry, their index, and the page that lists them.
mod entries;
mod sections;

use crate::model::{Bytes, Kind, OutPath, PageUrl, Parsed, Site, SourcePath};
use crate::search::{Frame, Index, Merged, Page};
use crate::stamp::{Made, Stamp, reuse};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The index of a guide, and what the next one can keep of it.
#[derive(Clone, Debug)]
pub struct Searched {
    from: Stamp,
    pages: BTreeMap<SourcePath, Made<Arc<Page>>>,
    /// The words of the whole guide, for questions about it.
    pub index: Arc<Merged>,
    /// The files that the reader's script loads.
    pub files: Arc<Vec<(OutPath, Bytes)>>,
}

/// Indexes a guide; keeps the words of each page that is what it was.
pub fn searched(site: &Site, parsed: &Parsed, before: Option<&Searched>) -> Searched {
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
    let frame = Frame {
        language: site.settings.language,
        synonyms: entries::synonyms(site),
        roles: entries::readers(site).map(|entry| entry.short_name().to_owned()).collect(),
    };
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
    Searched { from, pages: pages.into_iter().collect(), index: Arc::new(merged), files: Arc::new(files) }
}

/// What the words of every page depend on besides the page: names and places of entries, language, form of addresses.
fn entries_stamp(site: &Site) -> Stamp {
    let entries: Vec<_> = site.entries.values().collect();
    let places: Vec<_> =
        Kind::ALL.map(|kind| crate::output::shared::target::directory(site, kind)).into_iter().collect();
    let uses: Vec<_> = site.uses.values().map(|uses| uses.first()).collect();
    Stamp::of(&(entries, places, uses, site.settings.language, site.options.portable))
}

/// The address of a page from the site's root, encoded, and the name of a place in it.
fn address(site: &Site, url: &PageUrl, anchor: Option<&crate::model::Anchor>) -> (String, String) {
    let home = PageUrl::new("/");
    let from = crate::output::shared::address::From::new(&home, site.options.portable, Some(""));
    let page = from.page(url, None);
    let page = page.strip_prefix("./").unwrap_or(&page);
    (page.to_owned(), anchor.map_or_else(String::new, |anchor| anchor.as_str().to_owned()))
}
