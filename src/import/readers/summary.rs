//! `SUMMARY.md`, the list of pages of `mdBook` and `GitBook`.
use super::links::page;
use crate::import::source::book::{Book, BookEntry};
use crate::import::source::markdown::{ContentsKind, contents};
use crate::import::source::paths::{folder, is_elsewhere, join};
use crate::model::{FindingKind, ForeignTree, ImportFinding};
use std::collections::BTreeSet;

/// How headings of the list become parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PartLevel {
    /// Headings of the first level, but for one that opens the list.
    First,
    /// Headings of the second level.
    Second,
}

/// Adds the entries of a list to a book. The first page is the home page.
pub(super) fn read(tree: &ForeignTree, path: &str, text: &str, parts: PartLevel, book: &mut Book) {
    let from = folder(path);
    let mut known = BTreeSet::new();
    let mut in_part = false;
    let mut is_first = true;
    for line in contents(text) {
        let number = u32::try_from(text[..line.at].matches('\n').count() + 1).unwrap_or(u32::MAX);
        let finding = |kind, key| ImportFinding::new(kind, key, path, number).arg("title", line.title.trim());
        let level = match line.what {
            ContentsKind::Heading(level) => {
                let opens = std::mem::take(&mut is_first) && book.entries.is_empty();
                let wanted = if parts == PartLevel::First { 1 } else { 2 };
                let is_part = level == wanted && !(opens && parts == PartLevel::First);
                if is_part && !line.title.trim().is_empty() {
                    book.entries.push(BookEntry::part(0, line.title.trim()));
                    in_part = true;
                }
                continue;
            }
            ContentsKind::Rule => {
                in_part = in_part && parts == PartLevel::Second;
                continue;
            }
            ContentsKind::Link => {
                in_part = false;
                0
            }
            ContentsKind::Item(depth) => depth + usize::from(in_part),
        };
        is_first = false;
        let target = line.target.as_deref().map(str::trim).filter(|target| !target.is_empty());
        let Some(target) = target else {
            // Announced, without a file.
            if !line.title.trim().is_empty() {
                book.findings.push(finding(FindingKind::Changed, "planned").arg("title", line.title.trim()));
                book.entries
                    .push(BookEntry { is_withheld: true, ..BookEntry::part(level, line.title.trim()) });
            }
            continue;
        };
        if is_elsewhere(target) {
            let found = finding(FindingKind::LeftOut, "menu-link").arg("target", target);
            book.findings.push(found);
            continue;
        }
        let Some(source) = page(tree, from, target) else {
            let key = if join(from, target).is_none() { "outside-menu" } else { "missing-in-menu" };
            book.findings.push(finding(FindingKind::Wrong, key).arg("target", target));
            book.entries.push(BookEntry { is_withheld: true, ..BookEntry::part(level, line.title.trim()) });
            continue;
        };
        if !known.insert(source.clone()) {
            book.findings.push(finding(FindingKind::Changed, "twice-in-menu").arg("target", target));
            continue;
        }
        let title = Some(line.title.trim().to_owned()).filter(|title| !title.is_empty());
        let is_home = known.len() == 1;
        book.entries.push(BookEntry { title, is_home, ..BookEntry::page(level, &source) });
    }
}
