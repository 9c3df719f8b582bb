//! Lists as PDF: made before the pages, because a page says the size of each file that it offers.
//!
//! What a page depends on is the path and the size of its lists' files, never their bytes: a PDF that changes without
//! changing its size leaves the page as it is.
use super::sheet::{self, ByRole, ListKey, Names, pdf_path};
use crate::model::{
    Arg, Bytes, Diagnostic, Files, Noted, OutPath, Parsed, Sheet, Site, SourcePath, Span, codes,
};
use crate::output::Output;
use crate::output::shared::chrome::Chrome;
use crate::output::shared::{address, target};
use crate::stamp::{Made, Stamp, Stamped};
use rayon::prelude::*;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Makes the PDF of a sheet, and says what there is to say about it, at a place; no file where it cannot be made.
type Render = dyn Fn(&Sheet, &Span) -> Noted<Option<Vec<u8>>> + Sync;

/// What makes PDFs.
pub(crate) struct Printer {
    /// All that a PDF depends on, besides its sheet.
    pub(crate) stamp: Stamp,
    pub(crate) render: Box<Render>,
}

/// A published PDF.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Print {
    path: OutPath,
    /// In bytes; not known where it is made when somebody opens it.
    size: Option<u64>,
}

impl Print {
    /// As templates see it.
    pub(crate) fn view(&self, chrome: &Chrome, from: address::From<'_>) -> PrintView {
        let details = match self.size.map(i64::try_from) {
            Some(size) => chrome.say_with("pdf-details", &[("size", Arg::Number(size.unwrap_or(i64::MAX)))]),
            None => chrome.say("pdf-details-later"),
        };
        PrintView { href: from.file(&self.path), details }
    }
}

/// What templates call `pdf`: the address, and what a reader wants to know before opening it.
#[derive(Debug, Serialize)]
pub(crate) struct PrintView {
    href: String,
    details: String,
}

/// The PDFs of a guide, by list.
#[derive(Debug, Default)]
pub(crate) struct Prints {
    by_list: BTreeMap<ListKey, Print>,
    /// The files themselves.
    pub(crate) files: Vec<Output>,
    /// What there is to say about lists without a PDF.
    pub(crate) diagnostics: Vec<Diagnostic>,
}

impl Prints {
    /// Makes the PDF of every list whose sheet is not what it was before.
    pub(crate) fn new(
        site: &Site,
        parsed: &Parsed,
        chrome: &Chrome,
        before: &Files,
        printer: Option<&Printer>,
    ) -> Self {
        let mut prints = Self::default();
        let Some(printer) = printer else { return prints };
        let count = site.checklists().count();
        let limit = usize::try_from(site.settings.pdf.lists).unwrap_or(usize::MAX);
        if count > limit {
            let at = Span::start_of(&SourcePath::new("guide/jalon.yaml"));
            let diagnostic = Diagnostic::new(codes::OUTPUT_TOO_MANY_LISTS, at);
            prints.diagnostics.push(diagnostic.arg("count", count).arg("limit", limit));
        }
        let by_role = sheet::by_role(site);
        let names = if count > limit { Names::of_roles(site, &by_role) } else { Names::new(site) };
        let mut wanted = BTreeSet::new();
        for (key, _) in names.iter() {
            let (title, tasks) = extent(site, &by_role, key);
            if tasks > sheet::MOST_TASKS {
                let diagnostic =
                    Diagnostic::new(codes::OUTPUT_LIST_TOO_LONG, about(site, key)).arg("title", title);
                prints.diagnostics.push(diagnostic.arg("count", tasks).arg("limit", sheet::MOST_TASKS));
            } else {
                wanted.insert(key);
            }
        }
        if !site.options.whole {
            let all = names.iter().filter(|(key, _)| wanted.contains(key));
            let path = |name: &str| pdf_path(site.settings.language, name);
            prints.by_list =
                all.map(|(key, name)| (key.clone(), Print { path: path(name), size: None })).collect();
            return prints;
        }
        let made: Vec<(ListKey, Printed)> =
            sheet::all(site, parsed, chrome, &names, |key| wanted.contains(key))
                .into_par_iter()
                .map(|(key, sheet)| {
                    let about = about(site, &key);
                    let printed = print(printer, &sheet, &about, before);
                    (key, printed)
                })
                .collect();
        for (key, printed) in made {
            match printed {
                Ok((path, made)) => {
                    let size = u64::try_from(made.value.value.len()).unwrap_or(u64::MAX);
                    prints.by_list.insert(key, Print { path: path.clone(), size: Some(size) });
                    prints.files.push((path, made));
                }
                Err(diagnostics) => prints.diagnostics.extend(diagnostics),
            }
        }
        prints
    }

    /// The PDF of a list, if there is one.
    pub(crate) fn get(&self, list: &ListKey) -> Option<&Print> {
        self.by_list.get(list)
    }
}

/// The PDF of the list that is published at a path, made for one who asks; kept from `before` if its sheet is the same.
pub(crate) fn one(
    site: &Site,
    parsed: &Parsed,
    chrome: &Chrome,
    printer: &Printer,
    path: &str,
    before: &Files,
) -> Option<Output> {
    let names = Names::new(site);
    let is_it = |name: &str| pdf_path(site.settings.language, name).as_str() == path;
    let (wanted, _) = names.iter().find(|(_, name)| is_it(name))?;
    let (key, sheet) = sheet::all(site, parsed, chrome, &names, |key| key == wanted).pop()?;
    print(printer, &sheet, &about(site, &key), before).ok()
}

/// A PDF with the diagnostics about it, or the diagnostics alone.
type Printed = Result<Output, Vec<Diagnostic>>;

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

/// The title of a list, and how many tasks it has, those below others included.
fn extent(site: &Site, by_role: &ByRole<'_>, key: &ListKey) -> (String, usize) {
    match key {
        ListKey::Page(page, at) => {
            let page = site.page(*page);
            let list = &page.outline.checklists[*at];
            (target::list_title(page, list), sheet::count(&list.tasks))
        }
        ListKey::Role(role) => {
            let name = site.entry(role).map_or_else(String::new, |entry| entry.name().to_owned());
            let tasks = by_role.get(role).into_iter().flatten().flat_map(|(.., tasks)| tasks);
            (name, sheet::count(tasks.copied()))
        }
    }
}

/// Where diagnostics about a list point: its page, or the role.
fn about(site: &Site, key: &ListKey) -> Span {
    match key {
        ListKey::Page(page, _) => Span::start_of(&site.page(*page).source),
        ListKey::Role(key) => site
            .entry(key)
            .map_or_else(|| Span::start_of(&SourcePath::new("guide/jalon.yaml")), |entry| entry.span.clone()),
    }
}
