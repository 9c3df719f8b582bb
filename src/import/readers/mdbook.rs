//! `mdBook`: `book.toml` and `SUMMARY.md`.
use super::summary::{self, PartLevel};
use crate::import::source::book::{AddressRule, Book, Program};
use crate::import::source::data::ForeignData;
use crate::import::source::files::{Origin, text};
use crate::import::source::formats::toml;
use crate::import::source::paths::{folder, is_elsewhere, join};
use crate::import::source::slugs::SlugRule;
use crate::model::{FindingKind, ImportFinding, Language};

/// Reads the book.
pub(super) fn read(origin: Origin<'_>) -> Book {
    let mut findings = Vec::new();
    let (file, text_of_settings) = origin.settings(&["book.toml"]).unwrap_or_default();
    let settings = toml(&text_of_settings).unwrap_or_else(|mistake| {
        let found = ImportFinding::new(FindingKind::Wrong, "settings", file.as_str(), mistake.line);
        findings.push(found.arg("why", mistake.why));
        ForeignData::Null
    });
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
        // From the folder of the former address.
        let to = to.text().map(|to| inside_site(from, to));
        book.add_redirects(&file, [from.as_str()], to.as_deref());
    }
    let summary = if root.is_empty() { "SUMMARY.md".to_owned() } else { format!("{root}/SUMMARY.md") };
    if let Some(list) = text(origin.tree, &summary) {
        summary::read(origin.tree, &summary, &list, PartLevel::First, &mut book);
    }
    book
}

/// A target from the root of the site, as one from the folder of an address.
fn inside_site(from: &str, to: &str) -> String {
    let path = join(folder(from), to).filter(|_| !is_elsewhere(to));
    path.map_or_else(|| to.to_owned(), |path| format!("/{path}"))
}
