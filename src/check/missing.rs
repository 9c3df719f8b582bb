//! Links and references to pages, files and entries that do not exist.
//!
//! 1. All pages are searched for them, in parallel.
//! 2. Only if there are some, the indexes are made in which a suggestion is looked for.
//! 3. Each gets its diagnostic; only a limited number of them get the slow kind of suggestion. So a guide without
//!    errors and one with very many are both checked quickly.
use super::shared::findings::FindingsByPage;
use super::shared::site_files::{PageHead, SiteFiles};
use super::suggest::MAX_GUESSES;
use super::suggest::entry::{of_another_kind, unknown_in_page, unknown_role};
use super::suggest::file::{FileIndex, PathMatch};
use super::suggest::renamed::{RenamedPages, fix_path};
use crate::model::{
    Code, Date, Diagnostic, Document, EntryKey, Link, Page, PageId, Parsed, Site, SourcePath, Target, codes,
    is_hidden, is_leftover,
};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The numbers of the links of a page that lead to nothing.
pub(super) fn broken(site: &Site, parsed: &Parsed, page: &Page, document: &Document) -> Vec<usize> {
    let links = document.content.links.iter().enumerate();
    let broken = links.filter(|(_, link)| BrokenLink::find(site, parsed, page, link).is_some());
    broken.map(|(number, _)| number).collect()
}

/// The diagnostics about broken links, page by page, with how many links were broken before: only the first get the slow
/// kind of suggestion.
#[derive(Clone, Debug, Default)]
pub(super) struct MissingLinks(Arc<BTreeMap<PageId, (usize, Vec<Diagnostic>)>>);

impl MissingLinks {
    pub(super) fn diagnostics(&self) -> impl Iterator<Item = &Diagnostic> {
        self.0.values().flat_map(|(_, diagnostics)| diagnostics)
    }
}

/// Suggests targets for broken links. `changed` are the only pages whose diagnostics may not be those of before; none if
/// all may differ.
pub(super) fn guide(
    site: &Site,
    parsed: &Parsed,
    findings: &FindingsByPage,
    (before, changed): (&MissingLinks, Option<&[PageId]>),
) -> MissingLinks {
    let mut kept = BTreeMap::new();
    let mut wanted = Vec::new();
    let mut first = 0;
    for (id, found) in findings.iter().filter(|(_, found)| !found.broken.is_empty()) {
        let number = first.min(MAX_GUESSES);
        let known = before.0.get(id).filter(|_| changed.is_some_and(|changed| !changed.contains(id)));
        match known.filter(|(before, _)| *before == number) {
            Some(known) => drop(kept.insert(*id, known.clone())),
            None => wanted.push((*id, number, &found.broken)),
        }
        first += found.broken.len();
    }
    if !wanted.is_empty() {
        let suggestions = Suggestions::new(site);
        let made = wanted.into_par_iter().map(|(id, first, broken)| {
            let page = site.page(id);
            let links = parsed.document(page).map_or(&[][..], |document| &document.content.links);
            let found =
                broken.iter().filter_map(|number| BrokenLink::find(site, parsed, page, links.get(*number)?));
            let guess = |number| first + number < MAX_GUESSES;
            let diagnose =
                |(number, link): (usize, BrokenLink<'_>)| link.diagnostic(site, &suggestions, guess(number));
            (id, (first, found.enumerate().map(diagnose).collect()))
        });
        kept.extend(made.collect::<Vec<_>>());
    }
    MissingLinks(Arc::new(kept))
}

/// A link to something that does not exist.
struct BrokenLink<'a> {
    page: &'a Page,
    link: &'a Link,
    missing: Missing<'a>,
}

/// What does not exist.
enum Missing<'a> {
    Page(&'a SourcePath),
    Draft,
    Expired(Date),
    Asset(&'a SourcePath),
    Entry(&'a EntryKey),
}

/// Why a file is no part of a guide by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum LeftOut {
    Hidden,
    Leftover,
    No,
}

impl LeftOut {
    fn of(path: &SourcePath) -> Self {
        if is_hidden(path.as_str()) {
            Self::Hidden
        } else if is_leftover(path.name()) {
            Self::Leftover
        } else {
            Self::No
        }
    }
}

/// Where suggestions are looked for.
struct Suggestions<'a> {
    pages: FileIndex<'a>,
    assets: FileIndex<'a>,
    renamed: RenamedPages<'a>,
}

impl<'a> Suggestions<'a> {
    fn new(site: &'a Site) -> Self {
        let written = site.pages.iter().filter(|page| page.written);
        let (pages, assets) = rayon::join(
            || FileIndex::new(written.map(|page| &page.source)),
            || FileIndex::new(site.assets.keys()),
        );
        Self { pages, assets, renamed: RenamedPages::new(site) }
    }
}

impl<'a> BrokenLink<'a> {
    /// `None` where the target exists, and where the parser has reported the link already.
    fn find(site: &'a Site, parsed: &Parsed, page: &'a Page, link: &'a Link) -> Option<Self> {
        let last_day = |path| parsed.pages.get(path)?.value.value.outline.last_day(site.options);
        let missing = match &link.target {
            Target::Page(path, _) if site.page_of(path).is_none() => {
                let path = site.on_disk(path);
                if site.asset(path).is_some() {
                    return None;
                } else if site.unpublished.binary_search(path).is_err() {
                    Missing::Page(path)
                } else if let Some(last) = last_day(path) {
                    Missing::Expired(last)
                } else {
                    Missing::Draft
                }
            }
            Target::Asset(path, _) if site.asset(path).is_none() => Missing::Asset(path),
            Target::Entry(key) if site.entry(key).is_none() => Missing::Entry(key),
            _ => return None,
        };
        Some(Self { page, link, missing })
    }

    fn diagnostic(&self, site: &Site, suggestions: &Suggestions<'_>, guess: bool) -> Diagnostic {
        let span = || self.link.span.clone();
        let target = &*self.link.written;
        match self.missing {
            Missing::Draft => Diagnostic::new(codes::LINK_DRAFT, span()).arg("target", target),
            Missing::Expired(last) => Diagnostic::new(codes::LINK_EXPIRED, span()).arg("date", last),
            Missing::Entry(key) => self.entry(site, key, guess),
            Missing::Asset(path) if site.page_of(path).is_some() => {
                // An image whose file is a page: it exists, and cannot be shown.
                Diagnostic::new(codes::LINK_BAD_ADDRESS, span()).arg("target", target).help("help-page")
            }
            Missing::Asset(path) => {
                let found = suggestions.assets.find(path, guess);
                self.file(codes::LINK_MISSING_ASSET, &found, page_of_html(site, path), LeftOut::of(path))
            }
            Missing::Page(path) if let Some(page) = before_slash(suggestions, path) => {
                let name = page.relative_to(self.page.source.folder());
                let place = target.find('#').map_or("", |at| &target[at..]);
                let diagnostic = Diagnostic::new(codes::LINK_MISSING_PAGE, span()).arg("target", target);
                let diagnostic = diagnostic.nearest(Some(&format!("{name}{place}")));
                match fix_path(self.link, &name) {
                    Some(fix) => diagnostic.fix(fix.span, fix.text),
                    None => diagnostic,
                }
            }
            Missing::Page(path) => {
                let found = match suggestions.pages.find_page(path, guess) {
                    PathMatch::None if path.extension().is_empty() => suggestions.assets.find(path, guess),
                    found => found,
                };
                self.file(codes::LINK_MISSING_PAGE, &found, suggestions.renamed.find(path), LeftOut::No)
            }
        }
    }

    fn entry(&self, site: &Site, key: &EntryKey, guess: bool) -> Diagnostic {
        let span = self.link.span.clone();
        let diagnostic = if self.link.written.starts_with("checklist:") {
            unknown_role(site, key, span, guess)
        } else {
            unknown_in_page(site, &self.page.outline, key, span, guess)
        };
        let other = of_another_kind(site, key).filter(|_| diagnostic.help == Some("help"));
        diagnostic.nearest(other.as_deref())
    }

    /// `certain` is a file that is certainly the right one; the link gets a fix then.
    fn file(
        &self,
        code: Code,
        found: &PathMatch<'_>,
        certain: Option<&SourcePath>,
        left_out: LeftOut,
    ) -> Diagnostic {
        let (code, near, is_certain) = match *found {
            PathMatch::OtherSpelling(path) => (codes::LINK_WRONG_CASE, Some(path), true),
            PathMatch::Close(path) => (code, certain.or(Some(path)), certain.is_some()),
            PathMatch::None => (code, certain, certain.is_some()),
        };
        let near = near.map(|path| path.relative_to(self.page.source.folder()));
        let diagnostic = Diagnostic::new(code, self.link.span.clone()).arg("target", &*self.link.written);
        let diagnostic = if code == codes::LINK_MISSING_ASSET {
            diagnostic.arg("hidden", if left_out == LeftOut::No { "no" } else { "yes" })
        } else {
            diagnostic
        };
        let diagnostic = match left_out {
            LeftOut::Hidden if code == codes::LINK_MISSING_ASSET => diagnostic.help("help-hidden"),
            LeftOut::Leftover if code == codes::LINK_MISSING_ASSET => diagnostic.help("help-leftover"),
            _ => diagnostic.nearest(near.as_deref()),
        };
        match near.filter(|_| is_certain).and_then(|near| fix_path(self.link, &near)) {
            Some(fix) => diagnostic.fix(fix.span, fix.text),
            None => diagnostic,
        }
    }
}

/// The page `a.md` for a link to `a.md/` or `a/`, as a folder would be written, in these or other capitals.
fn before_slash<'a>(suggestions: &Suggestions<'a>, missing: &SourcePath) -> Option<&'a SourcePath> {
    let stem = missing.as_str().strip_suffix("/index.md")?;
    let page = SourcePath::new(stem);
    let has_ending = page.extension() == "md";
    suggestions.pages.same(&if has_ending { page } else { SourcePath::new(format!("{stem}.md")) })
}

/// The page `a.md` for a link to `a.html`, the file that other generators publish for it.
fn page_of_html<'a>(site: &'a Site, path: &SourcePath) -> Option<&'a SourcePath> {
    let stem = path.as_str().strip_suffix(".html")?;
    site.by_source.get_key_value(&SourcePath::new(format!("{stem}.md"))).map(|(page, _)| page)
}

/// Roles and owners in front matter.
pub(super) fn site(site: &Site, files: SiteFiles<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let is_unknown = |key: &EntryKey| site.entry(key).is_none();
    let names_unknown = |PageHead { front, .. }: PageHead<'_>| {
        front.roles.iter().chain(&front.owner).any(|named| is_unknown(&named.value))
    };
    // Mostly there is none, and the pages are not looked up in reading order.
    if !files.pages().any(|(_, page)| names_unknown(page)) {
        return;
    }
    let pages = site.pages.iter().filter_map(|page| files.page(&page.source));
    let named = pages.flat_map(|PageHead { front, outline }| {
        front.roles.iter().chain(&front.owner).map(move |named| (named, outline))
    });
    let unknown = named.filter(|(named, _)| is_unknown(&named.value)).enumerate();
    diagnostics.extend(unknown.map(|(number, (named, outline))| {
        unknown_in_page(site, outline, &named.value, named.span.clone(), number < MAX_GUESSES)
    }));
}
