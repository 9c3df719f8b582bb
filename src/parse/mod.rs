//! Files to documents, entries and settings. A broken file is no failure: it gives what can be read, and diagnostics.
//!
//! 1. [`all`] reads the settings first, because the registry depends on the country in them, then every other file, in
//!    parallel. A file that has not changed is not read again.
//! 2. `plain`: bytes to text. `yaml`: text to a tree. `fields`: a map of YAML to a record, by a table.
//! 3. `settings`, `registry`, `front` and `files` read their files with these three.
//! 4. `markdown` reads the body of a page. `page` puts front matter and body together and derives the outline.
//!
//! `schema` makes JSON Schemas of the tables.
mod fields;
mod files;
mod front;
mod markdown;
mod page;
mod plain;
mod registry;
pub mod schema;
mod settings;
mod yaml;

pub(crate) use front::withholding;

use crate::colors::{self, Grammars};
use crate::language::dates::RelativeWords;
use crate::model::{
    Document, Kept, Kind, Noted, Parsed, ParsedFiles, Settings, Source, SourcePath, Sources, UrlLock,
};
use crate::stamp::{Made, Stamp, reuse};
use files::{search_tests, theme, thesaurus, urls};
use rayon::prelude::*;
use std::sync::Arc;

/// Parses all files. `before` is the result of the last time, from which unchanged files are taken. The grammars are loaded
/// once code needs them, and come back for the next time.
pub fn all(
    sources: &Sources,
    before: &Parsed,
    grammars: Option<Arc<Grammars>>,
) -> (Parsed, Option<Arc<Grammars>>) {
    let settings = sources.get(&SourcePath::new("guide/jalon.yaml")).map(|source| {
        let path = SourcePath::new("guide/jalon.yaml");
        keep(before.settings.as_ref(), source, || settings::read(&path, &source.bytes))
    });
    let country =
        settings.as_ref().map_or("FR", |kept: &Kept<Settings>| kept.value.value.country.as_str()).to_owned();

    let (pages, grammars) = pages(sources, &before.pages, grammars);
    let registry = each(
        sources,
        &before.registry,
        |path| Kind::of_source(path).is_some(),
        |source| Stamp::of(&(source.stamp, &country)),
        |path, source| {
            let kind = Kind::of_source(path).expect("only files of a known kind are asked for");
            registry::read(path, kind, &source.bytes, &country)
        },
    );
    let themes = each(
        sources,
        &before.themes,
        |path| path.name() == "theme.yaml" && theme::is_theme_file(path),
        |source| source.stamp,
        |path, source| theme::read(path, &source.bytes),
    );
    let tests = SourcePath::new("guide/search-tests.yaml");
    let search_tests = sources.get(&tests).map(|source| {
        keep(before.search_tests.as_ref(), source, || search_tests::read(&tests, &source.bytes))
    });
    let thesaurus = settings
        .as_ref()
        .and_then(|kept| thesaurus::of_settings(&kept.value.value, sources, before.thesaurus.as_ref()));
    let lock = UrlLock::file();
    let urls = sources
        .get(&lock)
        .map(|source| keep(before.urls.as_ref(), source, || urls::read(&lock, &source.bytes)));
    (Parsed { settings, pages, registry, themes, search_tests, thesaurus, urls }, grammars)
}

/// Parses the pages. Those whose code needs the grammars are parsed once more where these were not loaded: few guides have any.
fn pages(
    sources: &Sources,
    before: &Arc<ParsedFiles<Document>>,
    grammars: Option<Arc<Grammars>>,
) -> (Arc<ParsedFiles<Document>>, Option<Arc<Grammars>>) {
    let relative = RelativeWords::new();
    let read = |before: &Arc<ParsedFiles<Document>>, grammars: Option<&Grammars>| {
        let parse = |path: &SourcePath, source: &Source| {
            page::read(path, &source.bytes, source.stamp, &relative, grammars)
        };
        each(sources, before, SourcePath::is_page, |source| source.stamp, parse)
    };
    let pages = read(before, grammars.as_deref());
    let needs_grammars = |kept: &Kept<Document>| kept.value.value.needs_grammars;
    if grammars.is_some() || !pages.values().any(needs_grammars) {
        return (pages, grammars);
    }
    let grammars = colors::grammars().map(Arc::new);
    let mut known = ParsedFiles::clone(&pages);
    for (path, _) in pages.iter().filter(|(_, kept)| needs_grammars(kept)) {
        known.remove(path);
    }
    (read(&Arc::new(known), grammars.as_deref()), grammars)
}

/// Parses the wanted files that are new or have another stamp. The paths of both maps are sorted, so that one pass
/// compares them; where nothing differs, the map itself is kept.
fn each<T: Send + Sync>(
    sources: &Sources,
    before: &Arc<ParsedFiles<T>>,
    wanted: impl Fn(&SourcePath) -> bool,
    stamp: impl Fn(&Source) -> Stamp + Sync,
    parse: impl Fn(&SourcePath, &Source) -> Noted<T> + Sync,
) -> Arc<ParsedFiles<T>> {
    let mut known = before.iter().peekable();
    let (mut new, mut gone) = (Vec::new(), Vec::new());
    for (path, source) in sources.iter().filter(|(path, _)| wanted(path)) {
        while let Some((old, _)) = known.next_if(|(old, _)| *old < path) {
            gone.push(old);
        }
        let from = stamp(source);
        let kept = known.next_if(|(old, _)| *old == path);
        if kept.is_none_or(|(_, kept)| kept.from != from) {
            new.push((path, source, from));
        }
    }
    gone.extend(known.map(|(old, _)| old));
    if new.is_empty() && gone.is_empty() {
        return Arc::clone(before);
    }
    let made = new
        .into_par_iter()
        .map(|(path, source, from)| (path.clone(), Made { from, value: Arc::new(parse(path, source)) }));
    if before.is_empty() {
        return Arc::new(made.collect());
    }
    let mut files = ParsedFiles::clone(before);
    for path in gone {
        files.remove(path);
    }
    files.extend(made.collect::<Vec<_>>());
    Arc::new(files)
}

fn keep<T>(before: Option<&Kept<T>>, source: &Source, make: impl FnOnce() -> Noted<T>) -> Kept<T> {
    reuse(before, source.stamp, || Arc::new(make()))
}
