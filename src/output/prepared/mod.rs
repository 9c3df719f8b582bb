//! The making of all files, ready to begin: first those that somebody looks at, then all.
//!
//! 1. `shared` makes what all files have in common, or keeps it; `social_card` draws the pictures for links.
//! 2. [`Prepared`] asks every output for its files; outputs of pages only for those that may differ.
//!
//! In a build that no other follows, the content of a page is dropped when its file and its part of the search index are
//! made, so that the index takes its room.
mod shared;
mod social_card;

use super::collection::{Collection, Update, again};
use super::kept::{KeptFiles, MadeFile, OutputFile};
use super::pages::{DocumentPlan, OutputPlan, SitePlan, affected, page};
use super::theme::{LoadedTheme, Printer};
use super::{Engine, OUTPUTS, Output, Outputs, assets, book, output_of, search};
use crate::model::{
    Body, Bytes, Diagnostic, FileStore, Files, GuideBook, HeldFile, Noted, Options, OutPath, PageId, PageUrl,
    PagesOnRequest, Parsed, Severity, Site, SiteChange, Sources, codes,
};
use crate::search::PageIndex;
use crate::stamp::Stamped;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

/// What the files of a guide are made from.
pub struct Prepared<'a> {
    site: &'a Site,
    parsed: &'a Parsed,
    sources: &'a Sources,
    before: &'a Outputs,
    /// The only pages whose files may differ from the build before; none if all may.
    asked: Option<BTreeSet<PageId>>,
    plan: Plan,
    /// Takes the files that are made.
    store: Option<&'a dyn FileStore>,
}

/// What the files of a guide are planned from.
pub struct Planned(Plan);

impl fmt::Debug for Planned {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Planned").finish_non_exhaustive()
    }
}

impl Planned {
    /// Whether something is said about the signs of a PDF, whose places are in the text of pages.
    pub fn is_about_letters(&self) -> bool {
        let is_about_letter = |diagnostic: &Diagnostic| diagnostic.code == codes::OUTPUT_PDF_LETTER;
        match &self.0 {
            Plan::Same(_) => false,
            Plan::New { pdfs, diagnostics, .. } => {
                let of_pdfs = pdfs.iter().flat_map(|(_, pdf)| &pdf.value.diagnostics);
                diagnostics.iter().chain(of_pdfs).any(is_about_letter)
            }
        }
    }
}

/// What the files are planned from.
enum Plan {
    /// That of the build before: the site is the same.
    Same(SitePlan),
    /// A new one.
    New { engine: Engine, shared: SitePlan, pdfs: Vec<(OutPath, HeldFile)>, diagnostics: Vec<Diagnostic> },
}

impl fmt::Debug for Prepared<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Prepared").field("asked", &self.asked).finish_non_exhaustive()
    }
}

impl<'a> Prepared<'a> {
    /// Makes what all files have in common. `change` is what changed since the build before, if it is little.
    pub fn new(
        site: &'a Site,
        parsed: &'a Parsed,
        sources: &'a Sources,
        before: &'a Outputs,
        change: Option<&SiteChange>,
    ) -> Self {
        // A book has all that pages say.
        let makes_book = site.options.whole && site.settings.pdf.book;
        let old = before.plan.as_ref().filter(|_| !before.has_duplicates && !makes_book);
        if let (Some(change), Some(old)) = (change.filter(|change| change.is_site_same), old) {
            let asked = change.files.iter().filter_map(|path| site.id_of(path)).collect();
            let plan = Plan::Same(old.clone());
            return Self { site, parsed, sources, before, asked: Some(asked), plan, store: None };
        }
        let (engine, theme) = before.engine.refreshed(site, sources);
        let (printer, diagnostics) = engine.printer(site, &theme.value.strings);
        let files = (site, parsed, sources);
        Self::with_printer(files, (before, change), (engine, theme), (printer.as_ref(), diagnostics))
    }

    /// With a printer for checklists or without one.
    pub(super) fn with_printer(
        (site, parsed, sources): (&'a Site, &'a Parsed, &'a Sources),
        (before, change): (&'a Outputs, Option<&SiteChange>),
        (engine, theme): (Engine, Arc<Noted<LoadedTheme>>),
        (printer, mut diagnostics): (Option<&Printer>, Vec<Diagnostic>),
    ) -> Self {
        diagnostics.extend_from_slice(&theme.diagnostics);
        let (shared, mut pdfs) =
            shared::prepare((site, parsed), (before, change), theme, printer, &mut diagnostics);
        if let Some(printer) = printer.filter(|_| site.options.whole && site.settings.pdf.book) {
            let kept = KeptFiles::new((&before.files, &before.pages), site.options, None);
            let book = book_of(&OutputPlan::new(site, sources, kept, &shared), parsed);
            match book::publish::printed(printer, book, &before.files) {
                Ok(file) => pdfs.push(file),
                Err(why) => diagnostics.extend(why),
            }
        }
        let old = before.plan.as_ref().filter(|_| !before.has_duplicates && !before.shows_rows);
        let same_around = old.is_some_and(|old| old.agrees(&shared));
        let asked = change.filter(|_| same_around).map(|change| affected(site, change));
        let plan = Plan::New { engine, shared, pdfs, diagnostics };
        Self { site, parsed, sources, before, asked, plan, store: None }
    }

    /// What the files are planned from; nothing of the guide is borrowed any more.
    pub fn planned(self) -> Planned {
        Planned(self.plan)
    }

    /// Makes all files of a build that no other follows, and gives each to the store once it is made. `bodies` is the content
    /// of all pages in reading order, if it was taken out of their documents: of each page it is dropped when the page is
    /// made.
    pub fn once(
        (site, parsed, sources): (&Site, &Parsed, &Sources),
        Planned(plan): Planned,
        bodies: Option<Vec<Stamped<Body>>>,
        store: Option<&dyn FileStore>,
    ) -> Outputs {
        let before = &Outputs::default();
        let prepared = Prepared { site, parsed, sources, before, asked: None, plan, store };
        match bodies {
            Some(bodies) => prepared.every_file_of(bodies),
            None => prepared.every_file(None),
        }
    }

    /// The whole guide as a book.
    pub fn book(&self) -> Noted<GuideBook> {
        book_of(&self.output_plan(self.site.options), self.parsed)
    }

    fn output_plan(&self, options: Options) -> OutputPlan<'a> {
        let (Plan::Same(shared) | Plan::New { shared, .. }) = &self.plan;
        let kept = KeptFiles::new((&self.before.files, &self.before.pages), options, self.store);
        OutputPlan::new(self.site, self.sources, kept, shared)
    }

    /// The files of these pages that differ from the build before, and those of the theme, which pages load. None at all
    /// where something is wrong with the theme.
    pub fn first(&self, wanted: &BTreeSet<PageUrl>) -> Files {
        let is_error = |diagnostic: &Diagnostic| diagnostic.severity == Severity::Error;
        if matches!(&self.plan, Plan::New { diagnostics, .. } if diagnostics.iter().any(is_error)) {
            return Files::new();
        }
        let plan = self.output_plan(Options { holds_pages: true, ..self.site.options });
        let is_wanted = |id: &PageId| wanted.contains(&self.site.page(*id).url);
        let ids: BTreeSet<_> = match &self.asked {
            Some(asked) => asked.iter().copied().filter(is_wanted).collect(),
            None => (0..).map(PageId).take(self.site.pages.len()).filter(is_wanted).collect(),
        };
        let documents = DocumentPlan::of_pages(&plan, self.parsed, &ids);
        let mut made = page::some(&documents, &ids);
        if let Plan::New { .. } = self.plan {
            made.extend(assets::theme::make(&plan));
            let generated = self.site.generated.iter().filter(|(_, url)| wanted.contains(url));
            for (make, url) in generated.filter_map(|(page, url)| Some((output_of(page)?, url))) {
                made.extend(make(&plan).into_iter().filter(|(path, _)| *path == url.file()));
            }
        }
        // A page on request that is the same has no bytes.
        let made = made.into_iter().filter_map(|(path, file)| Some((path, file.held()?)));
        let is_new = |(path, file): &(OutPath, HeldFile)| {
            self.before.files.get(path).is_none_or(|old| !Arc::ptr_eq(&old.value, &file.value))
        };
        made.filter(is_new).collect()
    }

    /// The bytes of one page, made anew; none where no page has its file at this path.
    pub fn page_at(&self, path: &OutPath) -> Option<Bytes> {
        let path = path.as_str();
        let url =
            path.strip_suffix("index.html").map_or_else(|| format!("/{path}"), |folder| format!("/{folder}"));
        let number = self.site.pages.iter().position(|page| page.url.as_str() == url)?;
        let id = PageId(u32::try_from(number).ok()?);
        let kept = (&Files::new(), &PagesOnRequest::new());
        let options = Options { holds_pages: true, ..self.site.options };
        let (Plan::Same(shared) | Plan::New { shared, .. }) = &self.plan;
        let plan = OutputPlan::new(self.site, self.sources, KeptFiles::new(kept, options, None), shared);
        let documents = DocumentPlan::of_pages(&plan, self.parsed, &BTreeSet::from([id]));
        let (_, file) = page::one(&documents, id);
        Some(file.held()?.value.value.clone())
    }

    /// All files.
    pub fn all(self) -> Outputs {
        match &self.plan {
            Plan::Same(_) => {
                let changed = self.asked.clone().unwrap_or_default();
                again(self.site, self.parsed, &self.output_plan(self.site.options), self.before, changed)
                    .unwrap_or_else(|| {
                        Self::new(self.site, self.parsed, self.sources, self.before, None).every_file(None)
                    })
            }
            Plan::New { .. } => self.every_file(self.asked.clone()),
        }
    }

    /// Asks every output for its files; pages only for these, if the others are as they were.
    fn every_file(&self, asked: Option<BTreeSet<PageId>>) -> Outputs {
        let Plan::New { engine, shared, pdfs, diagnostics } = &self.plan else {
            unreachable!("because only a new plan asks every output");
        };
        let plan = self.output_plan(self.site.options);
        let documents = DocumentPlan::new(&plan, self.parsed, asked);
        let (made, search): (Vec<Vec<OutputFile>>, _) = rayon::join(
            || {
                let make = |output: &Output| match output {
                    Output::Site(make) => make(&plan),
                    Output::Documents(make) => make(&documents),
                };
                let pdfs = pdfs.iter().cloned().map(|(path, file)| (path, MadeFile::Held(file)));
                OUTPUTS.par_iter().map(make).chain(rayon::iter::once(pdfs.collect())).collect()
            },
            || search::of_build(self.site, self.parsed, self.before.search.as_ref(), self.store),
        );
        let shows_rows = documents.rows.is_some();
        if let Some(asked) = documents.asked {
            let update = Update { engine: engine.clone(), plan: shared.clone(), shows_rows, asked };
            let about_all = diagnostics.clone();
            let updated = update.of(self.site, self.before, made, search, about_all);
            return updated.unwrap_or_else(|| self.every_file(None));
        }
        let mut collection = Collection::new(self.site, diagnostics.clone());
        for files in made {
            collection.add_all(files);
        }
        collection.add_index(search.as_ref(), plan.kept);
        collection.outputs(engine.clone(), search, (shared.clone(), shows_rows))
    }

    /// Asks every output for its files. `bodies` is the content of all pages in reading order; no page shows the whole guide.
    fn every_file_of(&self, bodies: Vec<Stamped<Body>>) -> Outputs {
        let Prepared { site, parsed, store, .. } = *self;
        let Plan::New { engine, shared, pdfs, diagnostics } = &self.plan else {
            unreachable!("because a plan of the build before needs one");
        };
        let plan = self.output_plan(self.site.options);
        let documents = DocumentPlan::of_bodies(&plan, parsed, &bodies);
        let made: Vec<(OutputFile, Option<Arc<PageIndex>>)> = (bodies.into_par_iter().enumerate())
            .map(|(number, body)| {
                let id = PageId(u32::try_from(number).unwrap_or(u32::MAX));
                let index = search::page_index(site, parsed, site.page(id), &body);
                (page::of_body(&documents, id, &body), index)
            })
            .collect();
        let (pages, indexes): (Vec<OutputFile>, Vec<_>) = made.into_iter().unzip();
        let (others, search): (Vec<Vec<OutputFile>>, _) = rayon::join(
            || {
                let make = |output: &Output| match output {
                    Output::Site(make) => make(&plan),
                    Output::Documents(make) => make(&documents),
                };
                OUTPUTS[1..].par_iter().map(make).collect()
            },
            || {
                let indexes = || indexes.into_iter().flatten().collect();
                search::is_wanted(site).then(|| search::joined((site, parsed), indexes(), store))
            },
        );
        let mut collection = Collection::new(site, diagnostics.clone());
        collection.add_all(pages);
        for files in others {
            collection.add_all(files);
        }
        collection.add_all(pdfs.iter().cloned().map(|(path, file)| (path, MadeFile::Held(file))).collect());
        collection.add_index(search.as_ref(), plan.kept);
        collection.outputs(engine.clone(), search, (shared.clone(), documents.rows.is_some()))
    }
}

/// The whole guide as a book.
fn book_of(plan: &OutputPlan<'_>, parsed: &Parsed) -> Noted<GuideBook> {
    book::book(&DocumentPlan::on_one_page(plan, parsed, 0))
}
