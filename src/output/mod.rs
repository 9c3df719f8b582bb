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
//! [`all`] does these steps: it prepares an `OutputPlan`, lets every output in `OUTPUTS` make its files, and `collection` puts
//! them together. An output collects, file by file, all that the file is made from, and makes it of that alone, so that a
//! stamp covers every dependency. Where only the content of some pages changed, their files alone are asked for.
mod assets;
mod collection;
mod html;
mod kept;
mod lists;
mod machine;
mod pages;
mod search;
mod shared;
mod theme;

pub use collection::Outputs;
pub use search::{SearchIndex, role_names, search_docs, search_index, search_words};
pub use theme::Engine;

use crate::model::{
    Bytes, Diagnostic, Files, Noted, OutPath, Parsed, Sheet, Site, SiteChange, SourcePath, Sources, Span,
};
use crate::stamp::{Made, Stamp};
use collection::{Collection, again};
use kept::{KeptFiles, OutputFile};
use lists::pdf::{self, MadePdfs};
use machine::{feed, hosting, llms, sitemap, vcard};
use pages::{
    DocumentPlan, MenuPages, OutputPlan, SitePlan, affected, directory, gone, map, page, redirect, role,
    statement, whole, withdrawn,
};
use rayon::prelude::*;
use shared::context::SiteContext;
use shared::site_view::SiteViews;
use shared::target::EntryLinks;
use std::sync::Arc;
use theme::{LoadedTheme, Printer};

/// An output, by what it reads of the pages.
enum Output {
    /// What they say to the rest of the guide, which the site holds.
    Site(fn(&OutputPlan<'_>) -> Vec<OutputFile>),
    /// All that they say.
    Documents(fn(&DocumentPlan<'_>) -> Vec<OutputFile>),
}

/// All outputs. Where two want the same path, the first has it.
const OUTPUTS: &[Output] = &[
    Output::Documents(page::make),
    Output::Site(role::make),
    Output::Site(directory::make),
    Output::Documents(whole::make),
    Output::Site(map::make),
    Output::Site(pages::search::make),
    Output::Site(statement::make),
    Output::Site(redirect::make),
    Output::Site(withdrawn::make),
    Output::Site(gone::make),
    Output::Site(llms::make),
    Output::Site(sitemap::make),
    Output::Site(feed::make),
    Output::Site(vcard::make),
    Output::Site(assets::guide::make),
    Output::Site(assets::theme::make),
    Output::Site(hosting::make),
];

/// Makes every file whose input is not what it was in the build before. `change` is what changed since, if it is little.
pub fn all(
    site: &Site,
    parsed: &Parsed,
    sources: &Sources,
    before: &Outputs,
    change: Option<&SiteChange>,
) -> Outputs {
    let of_pages = change.filter(|change| change.is_site_same);
    if let Some(made) = of_pages.and_then(|change| again(site, parsed, sources, before, &change.files)) {
        return made;
    }
    let (engine, theme) = before.engine.refreshed(site, sources);
    let (printer, diagnostics) = engine.printer(site, &theme.value.strings);
    with_printer(site, parsed, sources, (before, change), (engine, theme), (printer.as_ref(), diagnostics))
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
    (before, change): (&Outputs, Option<&SiteChange>),
    (engine, theme): (Engine, Arc<Noted<LoadedTheme>>),
    (printer, mut diagnostics): (Option<&Printer>, Vec<Diagnostic>),
) -> Outputs {
    diagnostics.extend_from_slice(&theme.diagnostics);
    let (shared, pdfs) = prepare(site, parsed, before, theme, printer, &mut diagnostics);
    let plan = OutputPlan::new(site, sources, KeptFiles::new(&before.files, site.options.last), &shared);
    let same_around = before.plan.as_ref().is_some_and(|old| old.agrees(&shared)) && !before.shows_rows;
    let asked = change.filter(|_| same_around).map(|change| affected(site, change));
    let documents = DocumentPlan::new(&plan, parsed, asked);
    let (mut made, search): (Vec<Vec<OutputFile>>, _) = rayon::join(
        || {
            let make = |output: &Output| match output {
                Output::Site(make) => make(&plan),
                Output::Documents(make) => make(&documents),
            };
            OUTPUTS.par_iter().map(make).collect()
        },
        || search::of_build(site, parsed, before.search.as_ref()),
    );
    made.push(pdfs);
    let index = search.iter().flat_map(|search| search.files.iter());
    let index = index.map(|(path, bytes)| plan.kept.copy(path.clone(), bytes, Stamp::of_bytes(bytes)));
    let mut collection = Collection::new(site, diagnostics);
    made.into_iter().flatten().chain(index).for_each(|file| collection.add(file));
    collection.outputs(engine, search, (shared, documents.rows.is_some()))
}

/// What the files are planned from, and the PDFs of checklists, which pages name with their size.
fn prepare(
    site: &Site,
    parsed: &Parsed,
    before: &Outputs,
    theme: Arc<Noted<LoadedTheme>>,
    printer: Option<&Printer>,
    diagnostics: &mut Vec<Diagnostic>,
) -> (SitePlan, Vec<OutputFile>) {
    let context = SiteContext::new(site, theme);
    let site_views = SiteViews::new(site, &context, feed::exists(site));
    let menus = MenuPages::new(site, &context, before.plan.as_ref().map(|old| (&old.context, &*old.menus)));
    let MadePdfs { pdfs, files, diagnostics: of_pdfs } =
        pdf::all(site, parsed, &context, &before.files, printer);
    diagnostics.extend(site_views.diagnostics);
    diagnostics.extend(menus.diagnostics);
    diagnostics.extend(of_pdfs);
    let plan = SitePlan {
        context,
        site_views: site_views.value,
        links: EntryLinks::new(site),
        menus: Arc::new(menus.value),
        pdfs: Arc::new(pdfs),
    };
    (plan, files)
}

#[cfg(test)]
mod tests;
