//! The things we publish. One file per output, one line here.
//!
//! Each output gathers, file by file, all that the file is made from, and makes it of that alone, so that no stamp can
//! miss a dependency.
mod assets;
mod html;
mod lists;
mod machine;
mod pages;
mod search;
mod shared;
mod theme;

pub use search::{Searched, searched};
pub use shared::chrome::CONTENT_POLICY;
pub use theme::template::Engine;

use crate::model::{
    Bytes, Diagnostic, Document, Files, Generated, Noted, OutPath, Page, PageId, PageUrl, Parsed, Sheet,
    Site, SourcePath, Sources, Span, codes,
};
use crate::stamp::{Made, Stamp, Stamped, reuse};
use lists::{print, sheet};
use machine::{feed, vcard};
use pages::{directory, gone, map, page, redirect, role, statement, view, whole, withdrawn};
use rayon::prelude::*;
use shared::chrome::Chrome;
use shared::{cards, target};
use std::collections::btree_map::Entry;
use std::hash::Hash;
use std::sync::Arc;
use theme::template;

/// What this stage made.
#[derive(Debug)]
pub struct Outcome {
    /// Files to publish.
    pub files: Files,
    /// The theme, kept for the next build.
    pub engine: Engine,
    /// The index of the search, if options and settings ask for it.
    pub searched: Option<Searched>,
    /// What there is to say about the whole: the theme, paths wanted twice.
    pub diagnostics: Vec<Diagnostic>,
}

/// What outputs plan from.
struct Plan<'a> {
    site: &'a Site,
    parsed: &'a Parsed,
    sources: &'a Sources,
    before: &'a Files,
    chrome: Stamped<Chrome>,
    cards: cards::Cards,
    links: target::Links<'a>,
    items: Vec<Stamped<view::Item>>,
    prints: print::Prints,
}

impl Plan<'_> {
    /// A page as menus show it.
    fn item(&self, id: PageId) -> &Stamped<view::Item> {
        &self.items[id.0 as usize]
    }

    /// What a page's file says; none for a page without a file.
    fn document(&self, page: &Page) -> Option<&Document> {
        self.parsed.pages.get(&page.source).map(|kept| &kept.value.value)
    }
}

/// A file to publish, made or kept.
type Output = (OutPath, Made<Arc<Noted<Bytes>>>);

impl Plan<'_> {
    /// A file made of `input`, or kept when its input is what it was. `run` is a plain `fn`, not a closure: it can see
    /// `input` and nothing else, so the stamp cannot miss a dependency. The input is dropped right after, because all
    /// inputs of a large guide together would take as much memory as its files.
    fn made<I: Hash, T: Into<Bytes>>(&self, path: OutPath, input: I, run: fn(&I) -> Noted<T>) -> Output {
        let make = || {
            let made = run(&input);
            Arc::new(Noted { value: made.value.into(), diagnostics: made.diagnostics })
        };
        let made = if self.site.options.last {
            Made { from: Stamp::default(), value: make() }
        } else {
            reuse(self.before.get(&path), Stamp::of(&input), make)
        };
        (path, made)
    }

    /// A file that is published as it was read.
    fn copied(&self, path: OutPath, bytes: &Bytes, stamp: Stamp) -> Output {
        let made = reuse(self.before.get(&path), stamp, || Arc::new(Noted::clean(bytes.clone())));
        (path, made)
    }
}

/// All kinds of files, in the order that decides who has a path that two want.
const OUTPUTS: &[fn(&Plan<'_>) -> Vec<Output>] = &[
    page::make,
    role::make,
    directory::make,
    whole::make,
    map::make,
    pages::search::make,
    statement::make,
    redirect::make,
    withdrawn::make,
    gone::make,
    feed::make,
    vcard::make,
    assets::files::make,
];

/// The source that a published file comes from; the settings, for what Jalon writes by itself.
fn origin(site: &Site, path: &OutPath) -> SourcePath {
    let page = site.pages.iter().find(|page| page.written && page.url.file() == *path);
    let asset = || site.assets.iter().find(|(_, asset)| asset.path == *path).map(|(source, _)| source);
    page.map(|page| &page.source)
        .or_else(asset)
        .cloned()
        .unwrap_or_else(|| SourcePath::new("guide/jalon.yaml"))
}

/// Makes every file whose inputs are not what they were before.
pub fn all(
    site: &Site,
    parsed: &Parsed,
    sources: &Sources,
    before: &Files,
    engine: &Engine,
    searched: Option<&Searched>,
) -> Outcome {
    let (engine, templates) = engine.refreshed(site, sources);
    let (printer, said) = engine.printer(site, &templates.value);
    let kept = (before, searched);
    let mut made = with_prints(site, parsed, sources, kept, (engine, templates), printer.as_ref());
    made.diagnostics.extend(said);
    made
}

/// One sheet as PDF; no file where the theme cannot print it. None in a program that makes no PDFs.
pub fn printed(
    site: &Site,
    sources: &Sources,
    engine: &Engine,
    sheet: &Sheet,
) -> Option<Noted<Option<Vec<u8>>>> {
    let (engine, templates) = engine.refreshed(site, sources);
    let (printer, said) = engine.printer(site, &templates.value);
    let about = Span::start_of(&SourcePath::new("guide/jalon.yaml"));
    let mut made = (printer?.render)(sheet, &about);
    made.diagnostics.extend(said);
    Some(made)
}

/// The PDF of the list at a path, as [`Options::whole`](crate::model::Options) would have published it; kept from
/// `before` where it can be.
pub fn print_at(
    site: &Site,
    parsed: &Parsed,
    engine: &Engine,
    path: &str,
    before: &Files,
) -> Option<(OutPath, Made<Arc<Noted<Bytes>>>)> {
    let templates = engine.kept()?;
    let (printer, _) = engine.printer(site, &templates.value);
    let chrome = Chrome::new(site, templates, false);
    print::one(site, parsed, &chrome, &printer?, path, before)
}

/// Every list of the guide as a sheet: those of pages in reading order, then those of roles.
pub fn sheets(site: &Site, parsed: &Parsed, sources: &Sources, engine: &Engine) -> Vec<Arc<Sheet>> {
    let (_, templates) = engine.refreshed(site, sources);
    let chrome = Chrome::new(site, templates, false);
    let all = sheet::all(site, parsed, &chrome, &sheet::Names::new(site), |_| true);
    all.into_iter().map(|(_, sheet)| sheet.shared()).collect()
}

/// The same, with what makes PDFs of lists.
fn with_prints(
    site: &Site,
    parsed: &Parsed,
    sources: &Sources,
    (before, index): (&Files, Option<&Searched>),
    (engine, templates): (Engine, Arc<Noted<template::Templates>>),
    printer: Option<&print::Printer>,
) -> Outcome {
    let mut diagnostics = templates.diagnostics.clone();
    let chrome = Chrome::new(site, templates, feed::exists(site));
    let whole = site.generated.get(&Generated::Whole).map(PageUrl::depth);
    let cards = cards::Cards::new(site, parsed, &chrome, whole, &mut diagnostics);
    diagnostics.extend_from_slice(&chrome.diagnostics);
    let Noted { value: items, diagnostics: said } = view::Item::all(site, &chrome);
    diagnostics.extend(said);
    let mut prints = print::Prints::new(site, parsed, &chrome, before, printer);
    diagnostics.append(&mut prints.diagnostics);
    let printed = std::mem::take(&mut prints.files);
    let links = target::Links::new(site);
    let plan = Plan { site, parsed, sources, before, chrome, cards, links, items, prints };
    let (mut made, searched): (Vec<Vec<Output>>, _) = rayon::join(
        || OUTPUTS.par_iter().map(|make| make(&plan)).collect(),
        || (site.options.whole && site.settings.search_index).then(|| searched(site, parsed, index)),
    );
    made.push(printed);
    let index = searched.iter().flat_map(|searched| searched.files.iter());
    let index = index.map(|(path, bytes)| plan.copied(path.clone(), bytes, Stamp::of_bytes(bytes)));
    let mut files = Files::new();
    for (path, file) in made.into_iter().flatten().chain(index) {
        let size = u64::try_from(file.value.value.len()).unwrap_or(u64::MAX);
        let about = || Span::start_of(&origin(site, &path));
        if size > site.settings.limits.output && SourcePath::new(path.as_str()).extension() == "html" {
            let limit = usize::try_from(site.settings.limits.output).unwrap_or(usize::MAX);
            diagnostics.push(
                Diagnostic::new(codes::OUTPUT_TOO_LARGE, about())
                    .arg("path", path.as_str())
                    .arg("size", file.value.value.len())
                    .arg("limit", limit),
            );
        }
        match files.entry(path) {
            Entry::Occupied(first) => {
                let path = first.key();
                let about = Span::start_of(&origin(site, path));
                diagnostics
                    .push(Diagnostic::new(codes::OUTPUT_DUPLICATE_PATH, about).arg("path", path.as_str()));
            }
            Entry::Vacant(place) => {
                place.insert(file);
            }
        }
    }
    Outcome { files, engine, searched, diagnostics }
}

#[cfg(test)]
mod pdf_tests;
