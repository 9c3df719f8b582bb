//! The files to publish, made of the site. The order of the folders below is the order of their imports.
//!
//! 1. `kept` makes each file of its input, or keeps it from the build before.
//! 2. `theme` reads the theme: templates, words of the interface, font, printer. [`Engine`] keeps it.
//! 3. `shared` writes text, addresses and links, and shows entries as cards.
//! 4. `html` writes bodies and tasks as HTML.
//! 5. `lists` makes checklists into sheets, and sheets into PDFs.
//! 6. `pages` plans and makes the pages.
//! 7. `book` reads the pages as chapters of one book.
//! 8. `machine` makes what machines read; `assets` publishes files as they were read.
//! 9. `search` makes the search index.
//!
//! [`all`] does these steps: `prepared` makes an `OutputPlan`, lets every output in `OUTPUTS` make its files, and `collection`
//! puts them together. An output collects, file by file, all that the file is made from, and makes it of that alone, so that
//! a stamp covers every dependency. Where little changed, only the files that it may concern are asked for; those of pages
//! that somebody looks at come first.
mod assets;
mod book;
mod collection;
mod html;
mod kept;
mod lists;
mod machine;
mod pages;
mod prepared;
mod search;
mod shared;
mod theme;

pub use collection::Outputs;
pub use prepared::{Planned, Prepared};
pub(crate) use search::search_synonyms;
pub use search::{SearchIndex, role_names, search_docs, search_index, search_words};
pub use theme::Engine;

#[cfg(feature = "publish")]
pub(crate) use machine::hosting::{is_named_by_content, object_headers};

use crate::epub::{self, EpubWords};
use crate::model::{
    Bytes, Files, Generated, GuideBook, HeldFile, Noted, OutPath, Parsed, Settings, Sheet, Site, SiteChange,
    SourcePath, Sources, Span,
};
use crate::stamp::Made;
use kept::OutputFile;
use lists::pdf;
use machine::{feed, hosting, llms, manifest, sitemap, tasks, vcard};
use pages::{
    DocumentPlan, OutputPlan, directory, gone, map, page, redirect, role, statement, whole, withdrawn,
};
use shared::context::SiteContext;
use std::sync::Arc;

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
    Output::Site(tasks::make),
    Output::Site(manifest::make),
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
    Prepared::new(site, parsed, sources, before, change).all()
}

/// The output that makes a generated page; none for the whole guide, which reads all pages.
fn output_of(page: &Generated) -> Option<fn(&OutputPlan<'_>) -> Vec<OutputFile>> {
    match page {
        Generated::Directory(_) => Some(directory::make),
        Generated::Role(_) => Some(role::make),
        Generated::Whole => None,
        Generated::Map => Some(map::make),
        Generated::Search => Some(pages::search::make),
        Generated::Accessibility | Generated::Legal | Generated::PersonalData | Generated::NotFound => {
            Some(statement::make)
        }
    }
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

/// The whole guide as a book.
pub fn book(site: &Site, parsed: &Parsed, sources: &Sources) -> Noted<GuideBook> {
    Prepared::new(site, parsed, sources, &Outputs::default(), None).book()
}

/// A book as PDF; no file where the theme cannot print it. None in a program without PDFs.
pub fn book_pdf(site: &Site, sources: &Sources, book: &GuideBook) -> Option<Noted<Option<Vec<u8>>>> {
    let (engine, theme) = Engine::default().refreshed(site, sources);
    let (printer, diagnostics) = engine.printer(site, &theme.value.strings);
    let mut made = (printer?.render_book)(book, &Span::start_of(&Settings::file()));
    made.diagnostics.extend(diagnostics);
    Some(made)
}

/// The book that is published at a path, as a build with [`Options::whole`](crate::model::Options) would publish it; kept from
/// `before` if it is the same.
pub fn book_at(
    prepared: &Prepared<'_>,
    site: &Site,
    engine: &Engine,
    path: &str,
    before: &Files,
) -> Option<(OutPath, HeldFile)> {
    book::publish::path(site).filter(|published| published.as_str() == path)?;
    let theme = engine.theme()?;
    let (printer, _) = engine.printer(site, &theme.value.strings);
    book::publish::printed(&printer?, prepared.book(), before).ok()
}

/// A book as EPUB.
pub fn book_epub(site: &Site, sources: &Sources, book: &GuideBook) -> Vec<u8> {
    let (_, theme) = Engine::default().refreshed(site, sources);
    let say = |key: &str| theme.value.strings.get(key, &[]);
    let words = EpubWords {
        contents: say("pdf-book-contents"),
        index: say("pdf-book-index"),
        cover: say("book-cover"),
        accessibility: say("book-accessibility"),
        published: say("pdf-published"),
    };
    epub::epub(book, &words)
}

/// Every checklist of the guide as a sheet: those of pages in reading order, then those of roles.
pub fn sheets(site: &Site, parsed: &Parsed, sources: &Sources, engine: &Engine) -> Vec<Arc<Sheet>> {
    let (_, theme) = engine.refreshed(site, sources);
    let context = SiteContext::new(site, theme);
    let all = lists::sheets(site, parsed, &context, &lists::ChecklistNames::new(site), |_| true);
    all.into_iter().map(|(_, sheet)| sheet.shared()).collect()
}

#[cfg(test)]
mod tests;
