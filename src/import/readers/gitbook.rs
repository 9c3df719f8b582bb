//! `GitBook`: `.gitbook.yaml` or `book.json`, and `SUMMARY.md`.
use super::folder::by_folders;
use super::summary::{self, PartLevel};
use crate::import::source::book::{AddressRule, Book, BookEntry, Program};
use crate::import::source::data::ForeignData;
use crate::import::source::files::{Origin, text};
use crate::import::source::formats::yaml;
use crate::import::source::paths::join;
use crate::import::source::script::json;
use crate::import::source::slugs::SlugRule;
use crate::model::{FindingKind, ImportFinding, Language};

/// Reads the space.
pub(super) fn read(origin: Origin<'_>) -> Book {
    let mut findings = Vec::new();
    let (file, text_of_new) = origin.settings(&[".gitbook.yaml", ".gitbook.yml"]).unwrap_or_default();
    let new = yaml(&text_of_new).unwrap_or_else(|mistake| {
        let found = ImportFinding::new(FindingKind::Wrong, "settings", file.as_str(), mistake.line);
        findings.push(found.arg("why", mistake.why));
        ForeignData::Null
    });
    let old = origin.settings(&["book.json"]).map_or(ForeignData::Null, |(_, text)| json(&text));
    let folder = new.get("root").text().or(old.get("root").text()).unwrap_or_default();
    let root = join(origin.folder, folder).unwrap_or_default();
    let slugs = if old.is_null() { SlugRule::Gitbook } else { SlugRule::Github };
    let mut book = Book::new(Program::new(origin.kind, &root, slugs, AddressRule::Both));
    book.findings = findings;
    book.title = old.get("title").owned();
    book.description = old.get("description").owned();
    book.language = old.get("language").text().and_then(Language::from_tag);
    for (from, to) in new.get("redirects").pairs() {
        book.add_redirects(&file, [from.as_str()], to.text());
    }
    let named = |key: &str, usual: &str| {
        let name = new.at(&format!("structure.{key}")).text().or(old.at(&format!("structure.{key}")).text());
        join(&root, name.unwrap_or(usual)).unwrap_or_default()
    };
    let (summary, readme) = (named("summary", "SUMMARY.md"), named("readme", "README.md"));
    match text(origin.tree, &summary) {
        Some(list) => summary::read(origin.tree, &summary, &list, PartLevel::Second, &mut book),
        None => book.entries = by_folders(origin, &root),
    }
    let has_readme = text(origin.tree, &readme).is_some();
    if has_readme {
        let listed = book.entries.iter().position(|entry| entry.source.as_ref() == Some(&readme));
        for entry in &mut book.entries {
            entry.is_home = false;
        }
        match listed {
            Some(at) => book.entries[at].is_home = true,
            None => book.entries.insert(0, BookEntry { is_home: true, ..BookEntry::page(0, &readme) }),
        }
    }
    book
}
