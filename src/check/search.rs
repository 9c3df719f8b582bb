//! What the search does not find: the pages that `guide/search-tests.yaml` expects, pages and entries by their own name, and
//! synonyms of the settings.
use super::suggest::MAX_COMPARED;
use crate::model::{
    Diagnostic, EntryId, EntryKey, Heading, Kind, Located, Parsed, SearchTest, Site, SourcePath, Span, codes,
};
use crate::search::{Doc, Index};
use crate::text::nearest::nearest;
use rayon::prelude::*;

/// A test expects a page among so many first results: few readers look further.
const TEST_RESULTS: usize = 3;
/// A name must be found among so many first results: several sections often share one.
const NAME_RESULTS: usize = 10;
/// In guides with more sections than this, names are not looked up: it would take too long.
const MAX_NAMES: usize = 1_000;

/// So many bytes of a name or of a test are looked up. Nobody types more, and every word takes time.
const MAX_TYPED: usize = 500;

pub(super) fn index(site: &Site, parsed: &Parsed, index: &Index, diagnostics: &mut Vec<Diagnostic>) {
    let tests = parsed.search_tests.as_ref().map(|kept| kept.value.value.as_slice()).unwrap_or_default();
    diagnostics.par_extend(tests.par_iter().flat_map_iter(|test| failed(site, index, test)));
    let unused = site.settings.synonyms.par_iter().filter_map(|group| unused_synonyms(index, group));
    diagnostics.par_extend(unused);
    if index.doc_count() <= MAX_NAMES {
        let docs: Vec<&Doc> = index.docs().collect();
        diagnostics
            .par_extend(docs.into_par_iter().filter_map(|doc| not_found_by_name(site, parsed, index, doc)));
    }
}

/// The diagnostics of one search test.
fn failed(site: &Site, index: &Index, test: &SearchTest) -> Vec<Diagnostic> {
    let (mut sections, mut diagnostics) = (Vec::new(), Vec::new());
    for expected in &test.expected {
        match ExpectedSection::find(site, &expected.value) {
            Some(section) => sections.push(section),
            None => diagnostics.push(unknown(site, expected, &test.query.value)),
        }
    }
    if sections.is_empty() {
        return diagnostics;
    }
    let results = index.search(typed(&test.query.value), TEST_RESULTS, 0);
    let is_expected = |doc: &Doc| sections.iter().any(|section| section.is(doc));
    if !results.hits.iter().any(|hit| is_expected(index.doc(hit.doc))) {
        let first = results.hits.first().map_or("", |hit| index.doc(hit.doc).title.as_str());
        diagnostics.push(
            Diagnostic::new(codes::SEARCH_NOT_FOUND, test.query.span.clone())
                .arg("query", test.query.value.as_str())
                .arg("found", first),
        );
    }
    diagnostics
}

/// A group of synonyms that leads to nothing: none of its words is in the guide, or it has only one.
fn unused_synonyms(index: &Index, group: &[Located<String>]) -> Option<Diagnostic> {
    let is_used = group.len() > 1 && group.iter().any(|phrase| index.holds(typed(&phrase.value)));
    let first = group.first().filter(|_| !is_used)?;
    let words: Vec<&str> = group.iter().map(|phrase| phrase.value.as_str()).collect();
    let cause = if group.len() > 1 { "absent" } else { "alone" };
    let diagnostic = Diagnostic::new(codes::SEARCH_UNUSED_SYNONYMS, first.span.clone());
    Some(diagnostic.arg("words", words.join(", ")).arg("cause", cause))
}

/// The beginning of a text, as far as a reader would type it.
fn typed(text: &str) -> &str {
    &text[..text.floor_char_boundary(MAX_TYPED)]
}

/// A section that a test expects.
struct ExpectedSection {
    /// The file or the entry.
    origin: String,
    /// The anchor in the page; without one, every section of the page fits.
    anchor: Option<String>,
}

impl ExpectedSection {
    /// Reads `tool:coop`, `a/b.md` or `a/b.md#anchor`; `None` where that does not exist.
    fn find(site: &Site, written: &str) -> Option<Self> {
        if let Some((scheme, id)) = written.split_once(':')
            && let Some(kind) = Kind::of_scheme(scheme)
            && EntryId::is_valid(id)
        {
            let key = EntryKey::new(kind, id);
            return site.entry(&key).map(|_| Self { origin: key.to_string(), anchor: None });
        }
        let (path, anchor) = match written.split_once('#') {
            Some((path, anchor)) => (path, Some(anchor.to_owned())),
            None => (written, None),
        };
        let path = SourcePath::new(format!("guide/{}", path.trim_start_matches("guide/")));
        let page = site.page_of(&path).filter(|page| page.source == *site.on_disk(&path))?;
        let exists =
            |anchor: &String| page.outline.headings.iter().any(|heading| heading.anchor.as_str() == anchor);
        let found = anchor.as_ref().is_none_or(exists);
        found.then(|| Self { origin: page.source.as_str().to_owned(), anchor })
    }

    fn is(&self, doc: &Doc) -> bool {
        *doc.origin == *self.origin && self.anchor.as_ref().is_none_or(|anchor| *anchor == doc.anchor)
    }
}

/// Reports what a test expects and the guide does not have.
fn unknown(site: &Site, written: &Located<String>, query: &str) -> Diagnostic {
    let pages = site.pages.iter().take(MAX_COMPARED).filter_map(|page| page.source.in_guide());
    let entries: Vec<String> = site.entries.keys().take(MAX_COMPARED).map(ToString::to_string).collect();
    let near = nearest(&written.value, pages.chain(entries.iter().map(String::as_str)));
    Diagnostic::new(codes::SEARCH_UNKNOWN_TARGET, written.span.clone())
        .arg("target", written.value.as_str())
        .arg("query", query)
        .nearest(near)
}

/// A section or entry that a search for its name does not find.
fn not_found_by_name(site: &Site, parsed: &Parsed, index: &Index, doc: &Doc) -> Option<Diagnostic> {
    if doc.title.trim().is_empty() {
        return None;
    }
    let is_same =
        |other: &Doc| other.origin == doc.origin && other.anchor == doc.anchor && other.kind == doc.kind;
    // Another section with the same name is as good.
    let found = index.search(typed(&doc.title), NAME_RESULTS, 0).hits.iter().any(|hit| {
        let other = index.doc(hit.doc);
        is_same(other) || other.title == doc.title
    });
    (!found).then(|| {
        Diagnostic::new(codes::SEARCH_OWN_NAME, name_span(site, parsed, doc)).arg("name", doc.title.as_str())
    })
}

/// The span of the name.
fn name_span(site: &Site, parsed: &Parsed, doc: &Doc) -> Span {
    let entry = doc.origin.split_once(':').and_then(|(scheme, id)| {
        site.entry(&EntryKey::new(Kind::of_scheme(scheme)?, id)).map(|entry| entry.span.clone())
    });
    let path = SourcePath::new(&*doc.origin);
    let heading = || {
        let document = &parsed.pages.get(&path)?.value.value;
        let page = site.page_of(&path)?;
        // The title stands in front matter or in a heading, or is made of the name of the file.
        let title = || document.front.title.value().map(|title| title.span.clone());
        let is_title = |heading: &&Located<Heading>| heading.value.text.trim() == page.outline.title;
        if doc.anchor.is_empty() {
            return title().or_else(|| {
                document.content.headings.iter().find(is_title).map(|heading| heading.span.clone())
            });
        }
        let is_here = |heading: &&Located<Heading>| heading.value.anchor.as_str() == doc.anchor;
        document.content.headings.iter().find(is_here).map(|heading| heading.span.clone())
    };
    entry.or_else(heading).unwrap_or_else(|| Span::start_of(&path))
}
