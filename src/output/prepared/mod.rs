//! The making of all files, ready to begin: first those that somebody looks at, then all.
//!
//! 1. `shared` makes what all files have in common, or keeps it.
//! 2. [`Prepared`] asks every output for its files; outputs of pages only for those that may differ.
mod shared;

use super::collection::{Collection, Update, again};
use super::kept::{KeptFiles, OutputFile};
use super::pages::{DocumentPlan, OutputPlan, SitePlan, affected, page};
use super::theme::{LoadedTheme, Printer};
use super::{Engine, OUTPUTS, Output, Outputs, assets, output_of, search};
use crate::model::{Diagnostic, Files, Noted, PageId, PageUrl, Parsed, Severity, Site, SiteChange, Sources};
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
}

/// What the files are planned from.
enum Plan {
    /// That of the build before: the site is the same.
    Same(SitePlan),
    /// A new one.
    New { engine: Engine, shared: SitePlan, pdfs: Vec<OutputFile>, diagnostics: Vec<Diagnostic> },
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
        let old = before.plan.as_ref().filter(|_| !before.has_duplicates);
        if let (Some(change), Some(old)) = (change.filter(|change| change.is_site_same), old) {
            let asked = change.files.iter().filter_map(|path| site.id_of(path)).collect();
            return Self { site, parsed, sources, before, asked: Some(asked), plan: Plan::Same(old.clone()) };
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
        let (shared, pdfs) =
            shared::prepare((site, parsed), (before, change), theme, printer, &mut diagnostics);
        let old = before.plan.as_ref().filter(|_| !before.has_duplicates && !before.shows_rows);
        let same_around = old.is_some_and(|old| old.agrees(&shared));
        let asked = change.filter(|_| same_around).map(|change| affected(site, change));
        let plan = Plan::New { engine, shared, pdfs, diagnostics };
        Self { site, parsed, sources, before, asked, plan }
    }

    fn output_plan(&self) -> OutputPlan<'a> {
        let (Plan::Same(shared) | Plan::New { shared, .. }) = &self.plan;
        let kept = KeptFiles::new(&self.before.files, self.site.options.last);
        OutputPlan::new(self.site, self.sources, kept, shared)
    }

    /// The files of these pages that differ from the build before, and those of the theme, which pages load. None at all
    /// where something is wrong with the theme.
    pub fn first(&self, wanted: &BTreeSet<PageUrl>) -> Files {
        let is_error = |diagnostic: &Diagnostic| diagnostic.severity == Severity::Error;
        if matches!(&self.plan, Plan::New { diagnostics, .. } if diagnostics.iter().any(is_error)) {
            return Files::new();
        }
        let plan = self.output_plan();
        let is_asked = |id: &PageId| self.asked.as_ref().is_none_or(|asked| asked.contains(id));
        let numbered = self.site.pages.iter().zip((0..).map(PageId));
        let ids: BTreeSet<_> = numbered
            .filter(|(page, id)| wanted.contains(&page.url) && is_asked(id))
            .map(|(_, id)| id)
            .collect();
        let documents = DocumentPlan::of_pages(&plan, self.parsed, &ids);
        let mut made: Vec<OutputFile> = ids.par_iter().map(|id| page::one(&documents, *id)).collect();
        if let Plan::New { .. } = self.plan {
            made.extend(assets::theme::make(&plan));
            let generated = self.site.generated.iter().filter(|(_, url)| wanted.contains(url));
            for (make, url) in generated.filter_map(|(page, url)| Some((output_of(page)?, url))) {
                made.extend(make(&plan).into_iter().filter(|(path, _)| *path == url.file()));
            }
        }
        let is_new = |(path, file): &OutputFile| {
            self.before.files.get(path).is_none_or(|old| !Arc::ptr_eq(&old.value, &file.value))
        };
        made.into_iter().filter(is_new).collect()
    }

    /// All files.
    pub fn all(self) -> Outputs {
        match &self.plan {
            Plan::Same(_) => {
                let changed = self.asked.clone().unwrap_or_default();
                again(self.site, self.parsed, &self.output_plan(), self.before, changed).unwrap_or_else(
                    || Self::new(self.site, self.parsed, self.sources, self.before, None).every_file(None),
                )
            }
            Plan::New { .. } => self.every_file(self.asked.clone()),
        }
    }

    /// Asks every output for its files; pages only for these, if the others are as they were.
    fn every_file(&self, asked: Option<BTreeSet<PageId>>) -> Outputs {
        let Plan::New { engine, shared, pdfs, diagnostics } = &self.plan else {
            unreachable!("because only a new plan asks every output");
        };
        let plan = self.output_plan();
        let documents = DocumentPlan::new(&plan, self.parsed, asked);
        let (made, search): (Vec<Vec<OutputFile>>, _) = rayon::join(
            || {
                let make = |output: &Output| match output {
                    Output::Site(make) => make(&plan),
                    Output::Documents(make) => make(&documents),
                };
                OUTPUTS.par_iter().map(make).chain(rayon::iter::once(pdfs.clone())).collect()
            },
            || search::of_build(self.site, self.parsed, self.before.search.as_ref()),
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
}
