//! Pages that no menu names, and pages outside of the folder of pages.
use super::drafts::PageDraft;
use crate::import::imported::ImportedPage;
use crate::import::source::book::{Book, BookEntry};
use crate::import::source::paths::{is_markdown, name as file_name};
use crate::messages::{sentence, words};
use crate::model::{FindingKind, ForeignKind, ForeignTree, ImportFinding, Language};
use std::collections::{BTreeMap, BTreeSet};

/// Where the part of these pages stands among the entries.
#[derive(Clone, Copy, Debug)]
pub(super) struct ExtraPart(usize);

/// Adds a part with the pages that no menu names. Programs that do not publish them keep them as drafts.
pub(super) fn add(tree: &ForeignTree, book: &mut Book) -> Option<ExtraPart> {
    let program = &book.program;
    let known: BTreeSet<&str> = book.entries.iter().filter_map(|entry| entry.source.as_deref()).collect();
    let is_part = |path: &str| {
        let way = program.way(path).unwrap_or(path);
        let is_hidden = way.split('/').any(|part| part.starts_with(['.', '_']) && part != "_index.md");
        !is_hidden && !is_list(way) && !is_part_of_pages(path) && !book.told.contains(path)
    };
    let files = tree.files.iter().filter(|(_, file)| file.bytes.is_some()).map(|(path, _)| path.as_str());
    let inside = files.filter(|path| is_markdown(path) && program.way(path).is_some());
    let missed: Vec<String> =
        inside.filter(|path| !known.contains(path) && is_part(path)).map(str::to_owned).collect();
    let is_published = !matches!(program.kind, ForeignKind::Mdbook | ForeignKind::Gitbook);
    if missed.is_empty() || matches!(program.kind, ForeignKind::Folder | ForeignKind::Jekyll) {
        return None;
    }
    let at = book.entries.len();
    let is_withheld = !is_published;
    book.entries.push(BookEntry { is_withheld, ..BookEntry::part(0, "…") });
    for path in missed {
        let key = if is_published { "not-in-menu" } else { "unpublished" };
        book.findings.push(ImportFinding::new(FindingKind::Changed, key, path.as_str(), 0));
        book.entries.push(BookEntry { is_withheld, ..BookEntry::page(1, &path) });
    }
    Some(ExtraPart(at))
}

/// Whether a file is the list of pages itself.
fn is_list(way: &str) -> bool {
    matches!(file_name(way), "SUMMARY.md" | "GLOSSARY.md" | "LANGS.md" | "_sidebar.md" | "_navbar.md")
}

/// Whether a file is a part of pages, by its name or folder.
fn is_part_of_pages(path: &str) -> bool {
    let folders =
        ["includes", "partials", "snippets", "_includes", "archetypes", "node_modules", "theme", "themes"];
    path.split('/').rev().skip(1).any(|folder| folders.contains(&folder))
}

/// Gives the part its title in the language of the guide.
pub(super) fn name(book: &mut Book, drafts: &mut [PageDraft], part: Option<ExtraPart>, language: Language) {
    if let Some(ExtraPart(at)) = part {
        let title = sentence(&words(language), "import-other-pages", &[]);
        drafts[at].front.title = Some(title.clone());
        book.entries[at].name = Some(title);
    }
}

/// Pages outside of the folder of pages: a line for each folder.
pub(super) fn left_out(tree: &ForeignTree, book: &Book, drafts: &[PageDraft]) -> Vec<ImportFinding> {
    let program = &book.program;
    let mut used: BTreeSet<&str> = book.entries.iter().filter_map(|entry| entry.source.as_deref()).collect();
    used.extend(book.told.iter().map(String::as_str));
    used.extend(drafts.iter().flat_map(|draft| draft.body.included.iter().map(String::as_str)));
    let mut folders: BTreeMap<&str, (usize, &str)> = BTreeMap::new();
    for path in tree.files.keys().filter(|path| is_markdown(path) && !used.contains(path.as_str())) {
        let way = program.way(path);
        if way.is_some_and(is_list) {
            continue;
        }
        let folder = crate::import::source::paths::folder(path);
        let top = folder.match_indices('/').nth(1).map_or(folder, |(end, _)| &folder[..end]);
        folders.entry(top).or_insert((0, path)).0 += 1;
    }
    let line = |(folder, (count, first)): (&str, (usize, &str))| {
        let found = ImportFinding::new(FindingKind::LeftOut, "outside-pages", first, 0).arg("count", count);
        found.arg("folder", if folder.is_empty() { "." } else { folder })
    };
    folders.into_iter().map(line).collect()
}

/// Unpublished pages to which a published one links are published: the link was whole.
pub(super) fn show_linked(
    pages: &mut [ImportedPage],
    drafts: &[PageDraft],
    linked: &BTreeSet<usize>,
) -> Vec<ImportFinding> {
    let mut findings = Vec::new();
    let not_withheld: BTreeSet<&str> = drafts
        .iter()
        .filter(|draft| !draft.findings.iter().any(|found| found.key == "withheld"))
        .map(|draft| draft.source.as_str())
        .collect();
    for number in linked {
        let page = &mut pages[*number];
        if page.front.draft && !page.source.is_empty() && not_withheld.contains(page.source.as_str()) {
            page.front.draft = false;
            findings.push(ImportFinding::new(FindingKind::Changed, "linked-page", page.source.as_str(), 0));
        }
    }
    // A part is published with one of its pages.
    let mut open: Vec<usize> = Vec::new();
    for at in 0..pages.len() {
        open.truncate(pages[at].level);
        if !pages[at].front.draft {
            for above in &open {
                if pages[*above].source.is_empty() {
                    pages[*above].front.draft = false;
                }
            }
        }
        open.push(at);
    }
    findings
}
