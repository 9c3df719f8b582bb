//! Does the search find what the author wants it to find, and everything by its own name?
use crate::model::{
    Diagnostic, EntryId, EntryKey, Kind, Located, Parsed, SearchTest, Site, SourcePath, Span, codes,
};
use crate::search::{Doc, Merged};
use crate::text::nearest::nearest;
use rayon::prelude::*;

/// How far down a reader looks.
const FIRST: usize = 3;
/// How far down a name must be found: names are often shared.
const OWN: usize = 10;
/// Names are looked up one by one in guides of up to so many sections; in larger ones that would take too long.
const MOST: usize = 1_000;
/// Among how many pages the one that was meant is looked for.
const COMPARED: usize = 2_000;

/// Asks the index what `guide/search-tests.yaml` asks, and for each name.
pub(super) fn index(site: &Site, parsed: &Parsed, index: &Merged, diagnostics: &mut Vec<Diagnostic>) {
    let tests = parsed.search_tests.as_ref().map(|kept| kept.value.value.as_slice()).unwrap_or_default();
    diagnostics.par_extend(tests.par_iter().flat_map_iter(|test| asked(site, index, test)));
    if index.doc_count() <= MOST {
        let docs: Vec<&Doc> = index.docs().collect();
        diagnostics.par_extend(docs.into_par_iter().filter_map(|doc| own_name(site, parsed, index, doc)));
    }
}

fn asked(site: &Site, index: &Merged, test: &SearchTest) -> Vec<Diagnostic> {
    let wanted: Vec<_> = test.expected.iter().map(|one| (one, target(site, &one.value))).collect();
    let unknown = |(one, known): &(&Located<String>, Option<(String, Option<String>)>)| {
        known.is_none().then(|| unknown(site, one, &test.query.value))
    };
    let mut diagnostics: Vec<_> = wanted.iter().filter_map(unknown).collect();
    let known: Vec<_> = wanted.iter().filter_map(|(_, known)| known.as_ref()).collect();
    if known.is_empty() {
        return diagnostics;
    }
    let answer = index.search(&test.query.value, FIRST, 0);
    let fits = |doc: &Doc| {
        known.iter().any(|(origin, place)| {
            doc.origin == *origin && place.as_ref().is_none_or(|place| *place == doc.anchor)
        })
    };
    if !answer.hits.iter().any(|hit| fits(index.doc(hit.doc))) {
        let found = answer.hits.first().map_or("", |hit| index.doc(hit.doc).title.as_str());
        diagnostics.push(
            Diagnostic::new(codes::SEARCH_NOT_FOUND, test.query.span.clone())
                .arg("query", test.query.value.as_str())
                .arg("found", found),
        );
    }
    diagnostics
}

/// What a test names: where sections come from, and their place in the page.
fn target(site: &Site, written: &str) -> Option<(String, Option<String>)> {
    if let Some((scheme, id)) = written.split_once(':')
        && let Some(kind) = Kind::of_scheme(scheme)
        && EntryId::is_valid(id)
    {
        let key = EntryKey::new(kind, id);
        return site.entry(&key).map(|_| (key.to_string(), None));
    }
    let (path, place) = match written.split_once('#') {
        Some((path, place)) => (path, Some(place.to_owned())),
        None => (written, None),
    };
    let path = SourcePath::new(format!("guide/{}", path.trim_start_matches("guide/")));
    let page = site.page_of(&path).filter(|page| page.source == path)?;
    let known = |place: &String| page.outline.headings.iter().any(|heading| heading.anchor.as_str() == place);
    place.as_ref().is_none_or(known).then(|| (path.as_str().to_owned(), place))
}

fn unknown(site: &Site, written: &Located<String>, query: &str) -> Diagnostic {
    let pages = site.pages.iter().take(COMPARED).filter_map(|page| page.source.in_guide());
    let entries: Vec<String> = site.entries.keys().take(COMPARED).map(ToString::to_string).collect();
    let near = nearest(&written.value, pages.chain(entries.iter().map(String::as_str)));
    Diagnostic::new(codes::SEARCH_UNKNOWN_TARGET, written.span.clone())
        .arg("target", written.value.as_str())
        .arg("query", query)
        .nearest(near)
}

/// Something that its own name does not find.
fn own_name(site: &Site, parsed: &Parsed, index: &Merged, doc: &Doc) -> Option<Diagnostic> {
    if doc.title.trim().is_empty() {
        return None;
    }
    let same =
        |other: &Doc| other.origin == doc.origin && other.anchor == doc.anchor && other.sort == doc.sort;
    // Many sections may share a name; finding one of them is finding the name.
    let found = index.search(&doc.title, OWN, 0).hits.iter().any(|hit| {
        let other = index.doc(hit.doc);
        same(other) || other.title == doc.title
    });
    (!found).then(|| {
        Diagnostic::new(codes::SEARCH_OWN_NAME, place(site, parsed, doc)).arg("name", doc.title.as_str())
    })
}

/// Where the name is written.
fn place(site: &Site, parsed: &Parsed, doc: &Doc) -> Span {
    let entry = doc.origin.split_once(':').and_then(|(scheme, id)| {
        site.entry(&EntryKey::new(Kind::of_scheme(scheme)?, id)).map(|entry| entry.span.clone())
    });
    let path = SourcePath::new(doc.origin.as_str());
    let heading = || {
        let document = &parsed.pages.get(&path)?.value.value;
        let page = site.page_of(&path)?;
        // A title may stand in the head, or be made of the file's name.
        let title = || document.front.title.as_ref().map(|title| title.span.clone());
        let written =
            |heading: &&Located<crate::model::Heading>| heading.value.text.trim() == page.outline.title;
        if doc.anchor.is_empty() {
            return title().or_else(|| {
                document.content.headings.iter().find(written).map(|heading| heading.span.clone())
            });
        }
        let here = |heading: &&Located<crate::model::Heading>| heading.value.anchor.as_str() == doc.anchor;
        document.content.headings.iter().find(here).map(|heading| heading.span.clone())
    };
    entry.or_else(heading).unwrap_or_else(|| Span::start_of(&path))
}
