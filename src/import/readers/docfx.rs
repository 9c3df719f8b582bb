//! `DocFX`: `docfx.json` and `toc.yml`.
use super::folder::by_folders;
use super::links::page;
use crate::import::source::book::{AddressRule, Book, BookEntry, Program};
use crate::import::source::data::ForeignData;
use crate::import::source::files::{Origin, text};
use crate::import::source::formats::yaml;
use crate::import::source::paths::{folder, is_elsewhere, join};
use crate::import::source::script::json;
use crate::import::source::slugs::SlugRule;
use crate::model::{FindingKind, ImportFinding};
use std::collections::BTreeSet;

/// How deep lists may nest, those of other files included.
const DEPTH: usize = 16;

/// Reads the site.
pub(super) fn read(origin: Origin<'_>) -> Book {
    let settings = origin.settings(&["docfx.json"]).map_or(ForeignData::Null, |(_, text)| json(&text));
    let program = Program::new(origin.kind, origin.folder, SlugRule::Github, AddressRule::File);
    let mut book = Book::new(program);
    let metadata = settings.at("build.globalMetadata");
    book.title = metadata.get("_appTitle").owned().or_else(|| metadata.get("_appName").owned());
    let mut reader = Toc { origin, known: BTreeSet::new(), lists: BTreeSet::new() };
    let list = ["toc.yml", "toc.yaml", "TOC.yml"].iter().map(|name| origin.path(name));
    let list = list.into_iter().find(|path| text(origin.tree, path).is_some());
    if let Some(list) = list {
        reader.file(&list, 0, &mut book);
    }
    if book.entries.iter().all(|entry| entry.source.is_none()) {
        book.entries = by_folders(origin, origin.folder);
        return book;
    }
    if let Some(home) = page(origin.tree, origin.folder, "index.md") {
        book.entries.retain(|entry| entry.source.as_ref() != Some(&home));
        book.entries.insert(0, BookEntry { is_home: true, ..BookEntry::page(0, &home) });
    }
    book
}

struct Toc<'a> {
    origin: Origin<'a>,
    known: BTreeSet<String>,
    /// The lists that were read: they may name each other.
    lists: BTreeSet<String>,
}

impl Toc<'_> {
    fn file(&mut self, path: &str, level: usize, book: &mut Book) {
        let Some(text) = text(self.origin.tree, path) else { return };
        if level >= DEPTH || !self.lists.insert(path.to_owned()) {
            return;
        }
        match yaml(&text) {
            Ok(list) => {
                let items = if list.items().is_empty() { list.get("items").items() } else { list.items() };
                self.items(path, items, level, book);
            }
            Err(mistake) => {
                let found = ImportFinding::new(FindingKind::Wrong, "settings", path, mistake.line);
                book.findings.push(found.arg("why", mistake.why));
            }
        }
    }

    fn items(&mut self, file: &str, items: &[ForeignData], level: usize, book: &mut Book) {
        for item in items {
            let title = item.get("name").text();
            let href = item.get("topicHref").text().or(item.get("href").text());
            let list = href.and_then(|href| self.list(file, item.get("tocHref").text().unwrap_or(href)));
            let at = book.entries.len();
            let source = href
                .filter(|href| !is_elsewhere(href))
                .and_then(|href| page(self.origin.tree, folder(file), href));
            let is_new = source.as_ref().is_some_and(|source| self.known.insert(source.clone()));
            let below = item.get("items").items();
            if let Some(source) = source.filter(|_| is_new) {
                let title = title.map(str::to_owned);
                book.entries.push(BookEntry { title, ..BookEntry::page(level, &source) });
            } else if list.is_some() || !below.is_empty() || href.is_none() {
                book.entries.extend(title.map(|title| BookEntry::part(level, title)));
            } else if let Some(href) = href.filter(|_| !is_new) {
                let (kind, key) = if is_elsewhere(href) {
                    (FindingKind::LeftOut, "menu-link")
                } else {
                    (FindingKind::Wrong, "missing-in-menu")
                };
                let found = ImportFinding::new(kind, key, file, 0).arg("title", title.unwrap_or(href));
                book.findings.push(found.arg("target", href));
            }
            let inner = level + usize::from(book.entries.len() > at);
            if let Some(list) = list {
                self.file(&list, inner, book);
            }
            if level < DEPTH {
                self.items(file, below, inner, book);
            }
        }
    }

    /// The list that an address names: a file, or that of a folder.
    fn list(&self, file: &str, href: &str) -> Option<String> {
        let path = join(folder(file), href)?;
        let is_list =
            path.rsplit('/').next().is_some_and(|name| name.to_ascii_lowercase().starts_with("toc.y"));
        let path = if is_list {
            path
        } else if href.ends_with('/') {
            format!("{path}/toc.yml")
        } else {
            return None;
        };
        text(self.origin.tree, &path).map(|_| path.clone())
    }
}
