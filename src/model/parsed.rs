//! What the parser made of all sources; the first of the two things that a build keeps for the next.
use super::{DateIssue, Document, Entry, Kind, Located, Noted, Settings, SourcePath, UrlLock};
use crate::stamp::{Made, Stamped};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A kept product of the parser.
pub type Kept<T> = Made<Arc<Noted<T>>>;

/// All sources as understood, file by file.
#[derive(Clone, Debug, Default)]
pub struct Parsed {
    /// The settings; none when there is no `guide/jalon.yaml`.
    pub settings: Option<Kept<Settings>>,
    /// The pages.
    pub pages: BTreeMap<SourcePath, Kept<Document>>,
    /// The registry's files.
    pub registry: BTreeMap<SourcePath, Kept<RegistryFile>>,
    /// What themes say about themselves: `themes/NAME/theme.yaml`, `guide/theme/theme.yaml`.
    pub themes: BTreeMap<SourcePath, Kept<ThemeFile>>,
    /// What the author wants the search to find: `guide/search-tests.yaml`.
    pub search_tests: Option<Kept<Vec<SearchTest>>>,
    /// Addresses once published: `guide/urls.lock`.
    pub urls: Option<Kept<UrlLock>>,
}

/// A query and what the author wants it to find.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchTest {
    /// What a reader types.
    pub query: Located<String>,
    /// Pages by their path below `guide/`, perhaps with `#place`, or entries by their full name; one of them is enough.
    pub expected: Vec<Located<String>>,
}

/// One file of the registry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegistryFile {
    /// The kind of its entries.
    pub kind: Kind,
    /// Its entries in the order of the file, ids unique.
    pub entries: Vec<Stamped<Entry>>,
    /// What may be wrong about dates in their texts.
    pub date_issues: Vec<Located<DateIssue>>,
}

/// What a theme says about itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ThemeFile {
    /// The theme whose files stand in for those that this one lacks; `default` when it names none.
    pub parent: Option<Located<String>>,
}

impl Parsed {
    /// Every diagnostic that was made while parsing.
    pub fn diagnostics(&self) -> impl Iterator<Item = &super::Diagnostic> {
        let settings = self.settings.iter().flat_map(|kept| &kept.value.diagnostics);
        let pages = self.pages.values().flat_map(|kept| &kept.value.diagnostics);
        let registry = self.registry.values().flat_map(|kept| &kept.value.diagnostics);
        let themes = self.themes.values().flat_map(|kept| &kept.value.diagnostics);
        let tests = self.search_tests.iter().flat_map(|kept| &kept.value.diagnostics);
        let urls = self.urls.iter().flat_map(|kept| &kept.value.diagnostics);
        settings.chain(pages).chain(registry).chain(themes).chain(tests).chain(urls)
    }
}
