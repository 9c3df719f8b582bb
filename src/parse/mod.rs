//! Files to documents, entries and settings. A broken file is no failure: it gives what can be read, and diagnostics.
//!
//! 1. [`all`] reads the settings first, because the registry depends on the country in them, then every other file, in
//!    parallel. A file that has not changed is not read again.
//! 2. `plain`: bytes to text. `yaml`: text to a tree. `fields`: a map of YAML to a record, by a table.
//! 3. `settings`, `registry`, `front` and `files` read their files with these three.
//! 4. `markdown` reads the body of a page. `page` puts front matter and body together and derives the outline.
//!
//! `schema` makes JSON Schemas of the tables, `keys` tells text editors what they say.
mod fields;
mod files;
mod front;
pub(crate) mod keys;
mod markdown;
mod page;
mod plain;
mod registry;
pub mod schema;
mod settings;
mod yaml;

pub(crate) use front::withholding;
pub(crate) use markdown::target::link_target;

use crate::colors::{self, Grammars};
use crate::language::dates::RelativeWords;
use crate::model::{
    Document, Kept, Kind, Noted, Parsed, ParsedFiles, Settings, Source, SourcePath, Sources, UrlLock,
    differences,
};
use crate::stamp::{Made, Stamp, reuse};
use files::{search_tests, theme, thesaurus, urls};
use rayon::prelude::*;
use std::sync::Arc;

/// What was parsed for the build before, from which files that have not changed are taken.
#[derive(Clone, Debug, Default)]
pub struct ParsedBefore<'a> {
    /// The sources then; none if nothing was kept.
    pub sources: Sources,
    /// What they say; `None` if nothing was kept.
    pub parsed: Option<&'a Parsed>,
    /// Loaded once code needs them.
    pub grammars: Option<Arc<Grammars>>,
}

/// What the sources of a build say, and how they differ from those of the build before.
#[derive(Debug)]
pub struct ParsedNow {
    /// One entry per file.
    pub parsed: Parsed,
    /// For the next build.
    pub grammars: Option<Arc<Grammars>>,
    /// The files that were changed, added or removed.
    pub changed: Vec<SourcePath>,
}

/// Parses all files.
pub fn all(sources: &Sources, before: ParsedBefore<'_>) -> ParsedNow {
    let none = Parsed::default();
    let (known, grammars) = (before.parsed.unwrap_or(&none), before.grammars);
    let changed: Vec<SourcePath> =
        differences(&before.sources, sources).map(|(path, _)| path.clone()).collect();
    let settings = sources.get(&SourcePath::new("guide/jalon.yaml")).map(|source| {
        let path = SourcePath::new("guide/jalon.yaml");
        keep(known.settings.as_ref(), source, || settings::read(&path, &source.bytes()))
    });
    let country =
        settings.as_ref().map_or("FR", |kept: &Kept<Settings>| kept.value.value.country.as_str()).to_owned();

    let (pages, grammars) = pages(sources, &known.pages, &changed, grammars);
    // What they say depends on the country.
    let new = changed.iter().filter(|path| !known.registry.contains_key(*path));
    let registry = known.registry.keys().chain(new);
    let registry = each(
        sources,
        &known.registry,
        registry.filter(|path| Kind::of_source(path).is_some()),
        |source| Stamp::of(&(source.stamp, &country)),
        |path, source| {
            let kind = Kind::of_source(path).expect("only files of a known kind are asked for");
            registry::read(path, kind, &source.bytes(), &country)
        },
    );
    let is_theme = |path: &SourcePath| path.name() == "theme.yaml" && theme::is_theme_file(path);
    let themes = each(
        sources,
        &known.themes,
        changed.iter().filter(|path| is_theme(path)),
        |source| source.stamp,
        |path, source| theme::read(path, &source.bytes()),
    );
    let tests = SourcePath::new("guide/search-tests.yaml");
    let search_tests = sources.get(&tests).map(|source| {
        keep(known.search_tests.as_ref(), source, || search_tests::read(&tests, &source.bytes()))
    });
    let thesaurus = settings
        .as_ref()
        .and_then(|kept| thesaurus::of_settings(&kept.value.value, sources, known.thesaurus.as_ref()));
    let lock = UrlLock::file();
    let urls = sources.get(&lock).and_then(|source| {
        let bytes = source.shared_bytes()?;
        Some(keep(known.urls.as_ref(), source, || urls::read(&lock, bytes)))
    });
    let mut pages_with_diagnostics = known.pages_with_diagnostics.clone();
    for path in &changed {
        if pages.get(path).is_some_and(|kept| !kept.value.diagnostics.is_empty()) {
            pages_with_diagnostics.insert(path.clone());
        } else {
            pages_with_diagnostics.remove(path);
        }
    }
    let parsed =
        Parsed { settings, pages, pages_with_diagnostics, registry, themes, search_tests, thesaurus, urls };
    ParsedNow { parsed, grammars, changed }
}

/// Parses the pages. Those whose code needs the grammars are parsed once more where these were not loaded: few guides have any.
fn pages(
    sources: &Sources,
    before: &ParsedFiles<Document>,
    changed: &[SourcePath],
    grammars: Option<Arc<Grammars>>,
) -> (ParsedFiles<Document>, Option<Arc<Grammars>>) {
    let relative = RelativeWords::new();
    let read = |before: &ParsedFiles<Document>, paths: &[SourcePath], grammars: Option<&Grammars>| {
        let parse = |path: &SourcePath, source: &Source| {
            page::read(path, &source.bytes(), source.stamp, &relative, grammars)
        };
        let paths = paths.iter().filter(|path| path.is_page());
        each(sources, before, paths, |source| source.stamp, parse)
    };
    let mut pages = read(before, changed, grammars.as_deref());
    let needs_grammars = |path: &&SourcePath| {
        pages.get(*path).is_some_and(|kept: &Kept<Document>| kept.value.value.needs_grammars)
    };
    let without: Vec<_> =
        changed.iter().filter(|_| grammars.is_none()).filter(needs_grammars).cloned().collect();
    if without.is_empty() {
        return (pages, grammars);
    }
    let grammars = colors::grammars().map(Arc::new);
    for path in &without {
        pages.remove(path);
    }
    (read(&pages, &without, grammars.as_deref()), grammars)
}

/// Parses those of these files that are new or have another stamp, and forgets those that are gone.
fn each<'a, T: Send + Sync>(
    sources: &Sources,
    before: &ParsedFiles<T>,
    paths: impl Iterator<Item = &'a SourcePath>,
    stamp: impl Fn(&Source) -> Stamp + Sync,
    parse: impl Fn(&SourcePath, &Source) -> Noted<T> + Sync,
) -> ParsedFiles<T> {
    let mut files = before.clone();
    let mut new = Vec::new();
    for path in paths {
        match sources.get(path) {
            Some(source) => new.push((path, source)),
            None => drop(files.remove(path)),
        }
    }
    let made: Vec<_> = new
        .into_par_iter()
        .filter_map(|(path, source)| {
            let from = stamp(source);
            let is_known = before.get(path).is_some_and(|kept| kept.from == from);
            let made = || Made { from, value: Arc::new(parse(path, source)) };
            (!is_known).then(|| (path.clone(), made()))
        })
        .collect();
    files.extend(made);
    files
}

fn keep<T>(before: Option<&Kept<T>>, source: &Source, make: impl FnOnce() -> Noted<T>) -> Kept<T> {
    reuse(before, source.stamp, || Arc::new(make()))
}
