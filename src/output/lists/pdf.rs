//! Checklists as PDF, made before the pages, which say how large each file is.
//!
//! A page depends on the path and the size of a PDF, not on its bytes: a PDF that changes and keeps its size leaves the
//! page as it is.
use super::names::{ChecklistKey, ChecklistNames, pdf_path};
use super::sheet;
use super::tasks::{ByRole, MOST_TASKS, MOST_TEXT, by_role, count, text_size};
use crate::model::{
    Arg, Bytes, Diagnostic, Files, HeldFile, Noted, OutPath, Parsed, Sheet, Site, SourcePath, Span, codes,
    file_size,
};
use crate::output::shared::address::RelativeTo;
use crate::output::shared::context::SiteContext;
use crate::output::shared::task_rows::checklist_title;
use crate::output::theme::Printer;
use crate::stamp::{Made, Stamp, Stamped};
use rayon::prelude::*;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A published PDF.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct ListPdf {
    path: OutPath,
    /// In bytes; unknown while the PDF is only made when it is opened.
    size: Option<u64>,
}

impl ListPdf {
    /// As templates see it.
    pub(crate) fn view(&self, context: &SiteContext, from: RelativeTo<'_>) -> PdfView {
        let text = &context.text;
        let details = match self.size.map(i64::try_from) {
            Some(size) => text.string_with("pdf-details", &[("size", Arg::Number(size.unwrap_or(i64::MAX)))]),
            None => text.string("pdf-details-later"),
        };
        PdfView { href: from.file(&self.path), details }
    }
}

/// What templates call `pdf`: the address, and a text about format and size.
#[derive(Debug, Serialize)]
pub(crate) struct PdfView {
    href: String,
    details: String,
}

/// The PDFs of a guide, by checklist.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct ListPdfs(BTreeMap<ChecklistKey, ListPdf>);

impl ListPdfs {
    /// The PDF of a checklist, if there is one.
    pub(crate) fn get(&self, list: &ChecklistKey) -> Option<&ListPdf> {
        self.0.get(list)
    }
}

/// What was made of the checklists of a guide.
#[derive(Debug, Default)]
pub(crate) struct MadePdfs {
    pub(crate) pdfs: ListPdfs,
    /// The files themselves; none if each is only made when it is opened.
    pub(crate) files: Vec<(OutPath, HeldFile)>,
    /// About checklists without a PDF.
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// Makes the PDF of every checklist whose sheet is not what it was in the build before. Without a printer there are none.
pub(crate) fn all(
    site: &Site,
    parsed: &Parsed,
    context: &SiteContext,
    before: &Files,
    printer: Option<&Printer>,
) -> MadePdfs {
    let mut made = MadePdfs::default();
    let Some(printer) = printer else { return made };
    let (names, wanted) = printable(site, &mut made.diagnostics);
    if !site.options.whole {
        let all = names.iter().filter(|(key, _)| wanted.contains(key));
        let pdf = |name: &str| ListPdf { path: pdf_path(site.settings.language, name), size: None };
        made.pdfs = ListPdfs(all.map(|(key, name)| (key.clone(), pdf(name))).collect());
        return made;
    }
    let sheets = sheet::all(site, parsed, context, &names, |key| wanted.contains(key));
    let printed: Vec<(ChecklistKey, Printed)> = (sheets.into_par_iter())
        .map(|(key, sheet)| {
            let printed = print(printer, &sheet, &about(site, &key), before);
            (key, printed)
        })
        .collect();
    for (key, printed) in printed {
        match printed {
            Ok((path, file)) => {
                let size = file_size(&file.value.value);
                made.pdfs.0.insert(key, ListPdf { path: path.clone(), size: Some(size) });
                made.files.push((path, file));
            }
            Err(diagnostics) => made.diagnostics.extend(diagnostics),
        }
    }
    made
}

/// The checklists that are printed, within the limits of the settings and of a sheet; a diagnostic says which are not.
fn printable(site: &Site, diagnostics: &mut Vec<Diagnostic>) -> (ChecklistNames, BTreeSet<ChecklistKey>) {
    let count = site.checklists().count();
    let limit = usize::try_from(site.settings.pdf.lists).unwrap_or(usize::MAX);
    if count > limit {
        let at = Span::start_of(&SourcePath::new("guide/jalon.yaml"));
        let diagnostic = Diagnostic::new(codes::OUTPUT_TOO_MANY_LISTS, at);
        diagnostics.push(diagnostic.arg("count", count).arg("limit", limit));
    }
    let by_role = by_role(site);
    let names =
        if count > limit { ChecklistNames::of_roles(site, &by_role) } else { ChecklistNames::new(site) };
    let mut wanted = BTreeSet::new();
    for (key, _) in names.iter() {
        let (title, tasks, size) = extent(site, &by_role, key);
        let excess = if tasks > MOST_TASKS {
            Some(("tasks", tasks, MOST_TASKS))
        } else {
            (size > MOST_TEXT).then_some(("letters", size, MOST_TEXT))
        };
        let Some((what, count, limit)) = excess else {
            wanted.insert(key.clone());
            continue;
        };
        let diagnostic = Diagnostic::new(codes::OUTPUT_LIST_TOO_LONG, about(site, key)).arg("title", title);
        diagnostics.push(diagnostic.arg("what", what).arg("count", count).arg("limit", limit));
    }
    (names, wanted)
}

/// The PDF that is published at a path; kept from `before` if its sheet is the same.
pub(crate) fn at(
    site: &Site,
    parsed: &Parsed,
    context: &SiteContext,
    printer: &Printer,
    path: &str,
    before: &Files,
) -> Option<(OutPath, HeldFile)> {
    let names = ChecklistNames::new(site);
    let is_it = |name: &str| pdf_path(site.settings.language, name).as_str() == path;
    let (wanted, _) = names.iter().find(|(_, name)| is_it(name))?;
    let (key, sheet) = sheet::all(site, parsed, context, &names, |key| key == wanted).pop()?;
    print(printer, &sheet, &about(site, &key), before).ok()
}

/// A PDF with its diagnostics, or diagnostics that say why there is none.
type Printed = Result<(OutPath, HeldFile), Vec<Diagnostic>>;

fn print(printer: &Printer, sheet: &Stamped<Sheet>, about: &Span, before: &Files) -> Printed {
    let path = pdf_path(sheet.language, &sheet.id);
    let from = Stamp::of(&(sheet, printer.stamp, about));
    if let Some(made) = before.get(&path).filter(|made| made.from == from) {
        return Ok((path, made.clone()));
    }
    let Noted { value, diagnostics } = (printer.render)(sheet, about);
    match value {
        Some(bytes) => {
            Ok((path, Made { from, value: Arc::new(Noted { value: Bytes::from(bytes), diagnostics }) }))
        }
        None => Err(diagnostics),
    }
}

/// The title of a checklist, the number of its tasks, those below others included, and the bytes of their text.
fn extent(site: &Site, by_role: &ByRole<'_>, key: &ChecklistKey) -> (String, usize, usize) {
    match key {
        ChecklistKey::Page(page, at) => {
            let page = site.page(*page);
            let list = &page.outline.checklists[*at];
            (checklist_title(page, list), count(&list.tasks), text_size(&list.tasks))
        }
        ChecklistKey::Role(role) => {
            let name = site.entry(role).map_or_else(String::new, |entry| entry.name().to_owned());
            let tasks = by_role.get(role).into_iter().flatten().flat_map(|(.., tasks)| tasks).copied();
            (name, count(tasks.clone()), text_size(tasks))
        }
    }
}

/// Where diagnostics about a checklist point: at its page, or at the role.
fn about(site: &Site, key: &ChecklistKey) -> Span {
    match key {
        ChecklistKey::Page(page, _) => Span::start_of(&site.page(*page).source),
        ChecklistKey::Role(key) => site
            .entry(key)
            .map_or_else(|| Span::start_of(&SourcePath::new("guide/jalon.yaml")), |entry| entry.span.clone()),
    }
}
