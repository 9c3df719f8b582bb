//! The files to publish, made of the site. The order of the folders below is the order of their imports.
//!
//! 1. `kept` makes each file of its input, or keeps it from the build before.
//! 2. `theme` reads the theme: templates, words of the interface, font, printer. [`Engine`] keeps it.
//! 3. `shared` writes text, addresses and links, and shows entries as cards.
//! 4. `html` writes bodies and tasks as HTML.
//! 5. `lists` makes checklists into sheets, and sheets into PDFs.
//! 6. `pages` plans and makes the pages.
//! 7. `machine` makes what machines read; `assets` publishes files as they were read.
//! 8. `search` makes the search index.
//!
//! [`all`] does these steps: it prepares an `OutputPlan`, lets every output in `OUTPUTS` make its files, and collects them.
//! An output collects, file by file, all that the file is made from, and makes it of that alone, so that a stamp covers
//! every dependency.
mod assets;
mod html;
mod kept;
mod lists;
mod machine;
mod pages;
mod search;
mod shared;
mod theme;

pub use search::{SearchIndex, role_names, search_docs, search_index, search_words};
pub use theme::Engine;

use crate::model::{
    Bytes, Diagnostic, Files, Generated, Noted, OutPath, PageUrl, Parsed, Sheet, Site, SourcePath, Sources,
    Span, codes,
};
use crate::stamp::{Made, Stamp};
use kept::{KeptFiles, OutputFile};
use lists::pdf::{self, MadePdfs};
use machine::{feed, hosting, llms, sitemap, vcard};
use pages::{MenuPages, OutputPlan, directory, gone, map, page, redirect, role, statement, whole, withdrawn};
use rayon::prelude::*;
use shared::cards::Cards;
use shared::context::SiteContext;
use shared::site_view::SiteViews;
use shared::target::TargetResolver;
use std::collections::btree_map::Entry;
use std::sync::Arc;
use theme::{LoadedTheme, Printer};

/// What this stage made.
#[derive(Debug)]
pub struct Outputs {
    /// Files to publish.
    pub files: Files,
    /// The theme, kept for the next build.
    pub engine: Engine,
    /// The search index, if options and settings ask for it.
    pub search: Option<SearchIndex>,
    /// About the whole: the theme, paths that two files want.
    pub diagnostics: Vec<Diagnostic>,
}

/// All outputs. Where two want the same path, the first has it.
const OUTPUTS: &[fn(&OutputPlan<'_>) -> Vec<OutputFile>] = &[
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
    llms::make,
    sitemap::make,
    feed::make,
    vcard::make,
    assets::guide::make,
    assets::theme::make,
    hosting::make,
];

/// Makes every file whose input is not what it was in the build before.
pub fn all(
    site: &Site,
    parsed: &Parsed,
    sources: &Sources,
    before: &Files,
    engine: &Engine,
    search: Option<&SearchIndex>,
) -> Outputs {
    let (engine, theme) = engine.refreshed(site, sources);
    let (printer, diagnostics) = engine.printer(site, &theme.value.strings);
    let mut outputs =
        with_printer(site, parsed, sources, (before, search), (engine, theme), printer.as_ref());
    outputs.diagnostics.extend(diagnostics);
    outputs
}

/// One sheet as PDF; no file where the theme cannot print it. None in a program without PDFs.
pub fn sheet_pdf(
    site: &Site,
    sources: &Sources,
    engine: &Engine,
    sheet: &Sheet,
) -> Option<Noted<Option<Vec<u8>>>> {
    let (engine, theme) = engine.refreshed(site, sources);
    let (printer, diagnostics) = engine.printer(site, &theme.value.strings);
    let about = Span::start_of(&SourcePath::new("guide/jalon.yaml"));
    let mut made = (printer?.render)(sheet, &about);
    made.diagnostics.extend(diagnostics);
    Some(made)
}

/// The PDF of the checklist at a path, as a build with [`Options::whole`](crate::model::Options) would publish it; kept
/// from `before` if its sheet is the same.
pub fn pdf_at(
    site: &Site,
    parsed: &Parsed,
    engine: &Engine,
    path: &str,
    before: &Files,
) -> Option<(OutPath, Made<Arc<Noted<Bytes>>>)> {
    let theme = engine.theme()?;
    let (printer, _) = engine.printer(site, &theme.value.strings);
    let context = SiteContext::new(site, theme);
    pdf::at(site, parsed, &context, &printer?, path, before)
}

/// Every checklist of the guide as a sheet: those of pages in reading order, then those of roles.
pub fn sheets(site: &Site, parsed: &Parsed, sources: &Sources, engine: &Engine) -> Vec<Arc<Sheet>> {
    let (_, theme) = engine.refreshed(site, sources);
    let context = SiteContext::new(site, theme);
    let all = lists::sheets(site, parsed, &context, &lists::ChecklistNames::new(site), |_| true);
    all.into_iter().map(|(_, sheet)| sheet.shared()).collect()
}

/// Makes every file, with a printer for checklists or without one.
fn with_printer(
    site: &Site,
    parsed: &Parsed,
    sources: &Sources,
    (before, search): (&Files, Option<&SearchIndex>),
    (engine, theme): (Engine, Arc<Noted<LoadedTheme>>),
    printer: Option<&Printer>,
) -> Outputs {
    let mut diagnostics = theme.diagnostics.clone();
    let (plan, pdfs) = prepare(site, parsed, sources, before, theme, printer, &mut diagnostics);
    let (mut made, search): (Vec<Vec<OutputFile>>, _) = rayon::join(
        || OUTPUTS.par_iter().map(|make| make(&plan)).collect(),
        || (site.options.whole && site.settings.search_index).then(|| search_index(site, parsed, search)),
    );
    made.push(pdfs);
    let index = search.iter().flat_map(|search| search.files.iter());
    let index = index.map(|(path, bytes)| plan.kept.copy(path.clone(), bytes, Stamp::of_bytes(bytes)));
    let files = collect(site, made.into_iter().flatten().chain(index), &mut diagnostics);
    Outputs { files, engine, search, diagnostics }
}

/// What the files are planned from, and the PDFs of checklists, which pages name with their size.
fn prepare<'a>(
    site: &'a Site,
    parsed: &'a Parsed,
    sources: &'a Sources,
    before: &'a Files,
    theme: Arc<Noted<LoadedTheme>>,
    printer: Option<&Printer>,
    diagnostics: &mut Vec<Diagnostic>,
) -> (OutputPlan<'a>, Vec<OutputFile>) {
    let context = SiteContext::new(site, theme);
    let site_views = SiteViews::new(site, &context, feed::exists(site));
    let whole = site.generated.get(&Generated::Whole).map(PageUrl::depth);
    let cards = Cards::new(site, parsed, &context, whole, diagnostics);
    let menus = MenuPages::new(site, &context);
    let MadePdfs { pdfs, files, diagnostics: of_pdfs } = pdf::all(site, parsed, &context, before, printer);
    diagnostics.extend(site_views.diagnostics);
    diagnostics.extend(menus.diagnostics);
    diagnostics.extend(of_pdfs);
    let plan = OutputPlan {
        site,
        parsed,
        sources,
        kept: KeptFiles::new(before, site.options.last),
        context,
        site_views: site_views.value,
        cards,
        targets: TargetResolver::new(site),
        menus: menus.value,
        pdfs,
    };
    (plan, files)
}

/// The files by path. Diagnostics are about pages that are too large and paths that two files want.
fn collect(site: &Site, made: impl Iterator<Item = OutputFile>, diagnostics: &mut Vec<Diagnostic>) -> Files {
    let mut files = Files::new();
    for (path, file) in made {
        let size = u64::try_from(file.value.value.len()).unwrap_or(u64::MAX);
        if size > site.settings.limits.output && SourcePath::new(path.as_str()).extension() == "html" {
            let limit = usize::try_from(site.settings.limits.output).unwrap_or(usize::MAX);
            diagnostics.push(
                Diagnostic::new(codes::OUTPUT_TOO_LARGE, Span::start_of(&origin(site, &path)))
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
            Entry::Vacant(vacant) => {
                vacant.insert(file);
            }
        }
    }
    files
}

/// The source of a published file; the settings, for what Jalon writes by itself.
fn origin(site: &Site, path: &OutPath) -> SourcePath {
    let page = site.pages.iter().find(|page| page.written && page.url.file() == *path);
    let asset = || site.assets.iter().find(|(_, asset)| asset.path == *path).map(|(source, _)| source);
    page.map(|page| &page.source)
        .or_else(asset)
        .cloned()
        .unwrap_or_else(|| SourcePath::new("guide/jalon.yaml"))
}

#[cfg(test)]
mod tests;
