//! Signs that no font of the PDFs has: one warning for a sign and a file, at the passage that holds it, and at most five a
//! file.
//!
//! What makes a PDF knows its sheet, which has no places. Where a sign stands is looked up here.
use crate::model::{Arg, Diagnostic, Document, Entry, Page, Parsed, Site, SourcePath, Span, codes};
use std::collections::{BTreeMap, BTreeSet};

/// How many signs of a file are reported; a page in another script has hundreds.
const SIGNS: usize = 5;

/// Moves the diagnostics about PDFs to the passages that they are about.
pub(super) fn placed(diagnostics: Vec<Diagnostic>, site: &Site, parsed: &Parsed) -> Vec<Diagnostic> {
    let is_about_letter = |diagnostic: &Diagnostic| diagnostic.code == codes::OUTPUT_PDF_LETTER;
    if !diagnostics.iter().any(is_about_letter) {
        return diagnostics;
    }
    let (of_letters, mut kept): (Vec<_>, Vec<_>) = diagnostics.into_iter().partition(is_about_letter);
    let mut by_file: BTreeMap<SourcePath, (Vec<Diagnostic>, BTreeSet<String>)> = BTreeMap::new();
    // Those about pages come first: a role's list repeats their tasks.
    let (of_pages, others): (Vec<_>, Vec<_>) =
        of_letters.into_iter().partition(|diagnostic| parsed.pages.contains_key(&diagnostic.span.file));
    for diagnostic in of_pages.into_iter().chain(others) {
        let Some(letter) = letter_of(&diagnostic) else { continue };
        let span = place(site, parsed, &letter, &diagnostic.span);
        let (of_file, letters) = by_file.entry(span.file.clone()).or_default();
        if letters.insert(letter) {
            of_file.push(Diagnostic { span, ..diagnostic });
        }
    }
    for (mut of_file, letters) in by_file.into_values() {
        of_file.sort();
        of_file.truncate(SIGNS);
        let more = letters.len() - of_file.len();
        let last = of_file.last_mut().and_then(|last| last.args.iter_mut().find(|(name, _)| *name == "more"));
        if let Some((_, value)) = last {
            *value = Arg::from(more);
        }
        kept.append(&mut of_file);
    }
    kept
}

fn letter_of(diagnostic: &Diagnostic) -> Option<String> {
    diagnostic.args.iter().find_map(|(name, value)| match value {
        Arg::Text(text) if *name == "letter" => Some(text.clone()),
        _ => None,
    })
}

/// Where a sign stands: in the page that the sheet is of, in a page with tasks, in the name of an entry, in the title of
/// the guide; else where the sheet comes from.
fn place(site: &Site, parsed: &Parsed, letter: &str, about: &Span) -> Span {
    let document = |path: &SourcePath| parsed.pages.get(path).map(|kept| &kept.value.value);
    if let Some(own) = document(&about.file) {
        return in_page(own, letter, &about.file)
            .or_else(|| in_entries(site, letter))
            .or_else(|| in_title(site, letter))
            .unwrap_or_else(|| about.clone());
    }
    let with_tasks = site.pages.iter().filter(|page| !page.outline.checklists.is_empty());
    let in_tasks = |page: &Page| in_page(document(&page.source)?, letter, &page.source);
    in_entries(site, letter)
        .or_else(|| with_tasks.map(|page| in_tasks(page)).find_map(|found| found))
        .or_else(|| in_title(site, letter))
        .unwrap_or_else(|| about.clone())
}

/// The sign in the words of a task, else in a heading. The rest of a page is not printed.
fn in_page(document: &Document, letter: &str, file: &SourcePath) -> Option<Span> {
    let prose = document.content.prose.iter().filter_map(|prose| {
        let at = document.body.str(prose.text).find(letter)?;
        let start = prose.at as usize + at;
        Some(Span::new(file, start, start + letter.len()))
    });
    let within = |outer: &Span, inner: &Span| outer.start <= inner.start && inner.end <= outer.end;
    let in_task = |found: &Span| document.content.tasks.iter().any(|task| within(task, found));
    prose.clone().find(in_task).or_else(|| {
        let heading = document.content.headings.iter().find(|heading| heading.value.text.contains(letter))?;
        let exact = prose.clone().find(|found| within(&heading.span, found));
        Some(exact.unwrap_or_else(|| heading.span.clone()))
    })
}

/// The name of the first entry that holds the sign.
fn in_entries(site: &Site, letter: &str) -> Option<Span> {
    let names = |entry: &Entry| {
        ["name", "short"].into_iter().find_map(|field| {
            entry.record.text(field).filter(|name| name.contains(letter))?;
            entry.record.get(field).map(|located| located.span.clone())
        })
    };
    site.entries.values().find_map(|entry| names(entry))
}

fn in_title(site: &Site, letter: &str) -> Option<Span> {
    let settings = || Span::start_of(&SourcePath::new("guide/jalon.yaml"));
    site.settings.title.contains(letter).then(settings)
}
