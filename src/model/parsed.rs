//! The result of parsing all sources. With `file`, this is what a build keeps for the next one.
use super::{
    Body, Content, DateIssue, Document, Entry, Kind, LinkKind, Located, Noted, Page, Settings, SharedMap,
    SharedSet, SourcePath, Thesaurus, UrlLock,
};
use crate::stamp::{Made, Stamped};
use std::sync::Arc;

/// A parsed file with its diagnostics, kept by its stamp.
pub type Kept<T> = Made<Arc<Noted<T>>>;

/// The parsed files of a kind by their path; maps share what they have in common.
pub type ParsedFiles<T> = SharedMap<SourcePath, Kept<T>>;

/// All sources after parsing, file by file.
#[derive(Clone, Debug, Default)]
pub struct Parsed {
    /// The settings; none without a `guide/jalon.yaml`.
    pub settings: Option<Kept<Settings>>,
    /// The pages.
    pub pages: ParsedFiles<Document>,
    /// Those with diagnostics.
    pub pages_with_diagnostics: SharedSet<SourcePath>,
    /// The registry's files.
    pub registry: ParsedFiles<RegistryFile>,
    /// The settings of themes: `themes/NAME/theme.yaml`, `guide/theme/theme.yaml`.
    pub themes: ParsedFiles<ThemeFile>,
    /// The queries in `guide/search-tests.yaml`.
    pub search_tests: Option<Kept<Vec<SearchTest>>>,
    /// The thesaurus that the settings name; empty where there is no such file.
    pub thesaurus: Option<Kept<Stamped<Thesaurus>>>,
    /// The addresses in `guide/urls.lock`.
    pub urls: Option<Kept<UrlLock>>,
}

/// A query and what it must find.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchTest {
    /// What a reader types.
    pub query: Located<String>,
    /// Pages by their path below `guide/`, with or without `#anchor`, or entries by their full name. One of them is
    /// enough.
    pub expected: Vec<Located<String>>,
}

/// One file of the registry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegistryFile {
    /// The kind of its entries.
    pub kind: Kind,
    /// Its entries in the order of the file, with unique ids.
    pub entries: Vec<Stamped<Entry>>,
    /// Placeholders in the file, in order.
    pub placeholders: Vec<Located<String>>,
    /// Possible errors in the dates of its texts.
    pub date_issues: Vec<Located<DateIssue>>,
}

/// The settings of a theme.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ThemeFile {
    /// The theme that provides the files this one lacks; `default` if not set.
    pub parent: Option<Located<String>>,
}

impl Parsed {
    /// Placeholders in settings, front matter and registry. The content of a page has those of its text.
    pub fn placeholders(&self) -> impl Iterator<Item = &Located<String>> {
        let settings = self.settings.iter().flat_map(|kept| &kept.value.value.placeholders);
        let pages = self.pages.values().flat_map(|kept| &kept.value.value.front.placeholders);
        let registry = self.registry.values().flat_map(|kept| &kept.value.value.placeholders);
        settings.chain(pages).chain(registry)
    }

    /// Whether these pages say the same to the rest of the guide as before. `limit` is that of
    /// [`Document::says_the_same`].
    pub fn say_the_same(&self, before: &Self, pages: &[SourcePath], limit: u64) -> bool {
        let document = |parsed: &Self, path| parsed.pages.get(path).map(|kept| Arc::clone(&kept.value));
        pages.iter().all(|path| match (document(self, path), document(before, path)) {
            (Some(now), Some(old)) => now.value.says_the_same(&old.value, limit),
            _ => false,
        })
    }

    /// What the file of a published page says. None for a page without a file, even where a draft would stand at its place.
    pub fn document(&self, page: &Page) -> Option<&Document> {
        self.pages.get(&page.source).filter(|_| page.written).map(|kept| &kept.value.value)
    }

    /// Drops what is asked of pages only until a guide is checked, to make room for its files. Nothing is dropped that somebody
    /// else holds.
    pub fn drop_checked(&mut self) {
        let paths: Vec<SourcePath> = self.pages.keys().cloned().collect();
        for path in paths {
            if let Some(page) = self.pages.get_mut(&path).and_then(|kept| Arc::get_mut(&mut kept.value)) {
                drop_checked(&mut page.value.content);
            }
        }
    }

    /// Takes the content of these pages out of their documents, for a build that makes each page once. That of a page without
    /// a file is empty.
    pub fn take_bodies(&mut self, pages: &[Arc<Page>]) -> Vec<Stamped<Body>> {
        let none = Stamped::<Body>::default();
        let documents = &mut self.pages;
        let mut take = |page: &Page| {
            let kept = documents.get_mut(&page.source).filter(|_| page.written)?;
            Some(match Arc::get_mut(&mut kept.value) {
                Some(document) => std::mem::replace(&mut document.value.body, none.clone()),
                None => kept.value.value.body.clone(),
            })
        };
        pages.iter().map(|page| take(page).unwrap_or_else(|| none.clone())).collect()
    }

    /// All diagnostics of parsing.
    pub fn diagnostics(&self) -> impl Iterator<Item = &super::Diagnostic> {
        let settings = self.settings.iter().flat_map(|kept| &kept.value.diagnostics);
        let pages = self.pages_with_diagnostics.iter().filter_map(|path| self.pages.get(path));
        let pages = pages.flat_map(|kept| &kept.value.diagnostics);
        let registry = self.registry.values().flat_map(|kept| &kept.value.diagnostics);
        let themes = self.themes.values().flat_map(|kept| &kept.value.diagnostics);
        let tests = self.search_tests.iter().flat_map(|kept| &kept.value.diagnostics);
        let urls = self.urls.iter().flat_map(|kept| &kept.value.diagnostics);
        let thesaurus = self.thesaurus.iter().flat_map(|kept| &kept.value.diagnostics);
        settings.chain(pages).chain(registry).chain(themes).chain(tests).chain(thesaurus).chain(urls)
    }
}

/// Drops what is asked only until a guide is checked. What is left is asked about files: headings, waivers and pictures.
fn drop_checked(content: &mut Content) {
    let Content { links, headings, waivers, .. } = std::mem::take(content);
    let links = links.iter().filter(|link| link.kind == LinkKind::Image).cloned().collect();
    *content = Content { links, headings, waivers, ..Content::default() };
}
