//! `mdBook`: `book.toml` and `SUMMARY.md`.
use super::summary::{self, PartLevel};
use crate::import::source::book::{AddressRule, Book, Program};
use crate::import::source::data::ForeignData;
use crate::import::source::files::{Origin, text};
use crate::import::source::formats::toml;
use crate::import::source::slugs::SlugRule;
use crate::model::{FindingKind, ImportFinding, Language};

/// Reads the book.
pub(super) fn read(origin: Origin<'_>) -> Book {
    let mut findings = Vec::new();
    let settings = match origin.settings(&["book.toml"]) {
        Some((path, text)) => toml(&text).unwrap_or_else(|mistake| {
            let found = ImportFinding::new(FindingKind::Wrong, "settings", path, mistake.line);
            findings.push(found.arg("why", mistake.why));
            ForeignData::Null
        }),
        None => ForeignData::Null,
    };
    let folder = settings.at("book.src").text().unwrap_or("src");
    let root = origin.path(folder);
    let root = if text(origin.tree, &format!("{root}/SUMMARY.md")).is_some() {
        root
    } else {
        origin.folder.to_owned()
    };
    let mut program = Program::new(origin.kind, &root, SlugRule::Mdbook, AddressRule::File);
    if let Some(address) = settings.at("output.html.site-url").text() {
        program.at(address);
    }
    let mut book = Book::new(program);
    book.findings = findings;
    book.title = settings.at("book.title").owned();
    book.description = settings.at("book.description").owned();
    book.language = settings.at("book.language").text().and_then(Language::from_tag);
    for (from, to) in settings.at("output.html.redirect").pairs() {
        book.redirects.extend(to.text().map(|to| (from.clone(), to.to_owned())));
    }
    let summary = if root.is_empty() { "SUMMARY.md".to_owned() } else { format!("{root}/SUMMARY.md") };
    if let Some(list) = text(origin.tree, &summary) {
        summary::read(origin.tree, &summary, &list, PartLevel::First, &mut book);
    }
    book
}
