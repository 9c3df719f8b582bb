//! The `nav` of `MkDocs`: pages, groups, links to other sites.
use super::links::page;
use crate::import::source::book::{Book, BookEntry};
use crate::import::source::data::ForeignData;
use crate::import::source::files::{Origin, text};
use crate::import::source::markdown::{ContentsKind, contents};
use crate::import::source::paths::{folder, is_elsewhere, is_index, join};
use crate::model::{FindingKind, ImportFinding};
use std::collections::BTreeSet;

/// How deep groups may nest.
const DEPTH: usize = 32;

struct NavReader<'a> {
    origin: Origin<'a>,
    root: &'a str,
    known: BTreeSet<String>,
    /// The name of the lists that stand for the pages of a folder, where a plugin reads them.
    list_name: Option<&'a str>,
}

/// Adds the entries of a `nav`.
pub(super) fn read(
    origin: Origin<'_>,
    root: &str,
    nav: &ForeignData,
    list_name: Option<&str>,
    book: &mut Book,
) {
    let mut reader = NavReader { origin, root, known: BTreeSet::new(), list_name };
    reader.list(nav.items(), 0, book);
    let home = page(origin.tree, root, "index.md");
    let at = book.entries.iter().position(|entry| entry.source.is_some() && entry.source == home);
    if let Some(at) =
        at.or_else(|| book.entries.iter().position(|entry| entry.source.is_some()).filter(|_| home.is_none()))
    {
        book.entries[at].is_home = true;
    } else if let Some(home) = home {
        book.entries.insert(0, BookEntry { is_home: true, ..BookEntry::page(0, &home) });
    }
}

impl NavReader<'_> {
    fn list(&mut self, items: &[ForeignData], level: usize, book: &mut Book) {
        for item in items {
            if let Some(target) = item.text() {
                self.page(None, target, level, book);
            }
            for (title, value) in item.pairs() {
                match value {
                    ForeignData::List(items) if level < DEPTH => self.group(title, items, level, book),
                    other => self.page(Some(title), other.text().unwrap_or_default(), level, book),
                }
            }
        }
    }

    /// A group whose first page is an index takes that for its own.
    fn group(&mut self, title: &str, items: &[ForeignData], level: usize, book: &mut Book) {
        let first = items.first().and_then(|item| item.text().or_else(|| item.pairs().first()?.1.text()));
        let index = first.filter(|first| is_index(first) && !is_elsewhere(first));
        let index = index.and_then(|first| page(self.origin.tree, self.root, first));
        let is_own = index
            .as_ref()
            .is_some_and(|index| folder(index) != self.root && self.known.insert(index.clone()));
        let title = Some(title.to_owned());
        let rest = if let Some(index) = index.filter(|_| is_own) {
            book.entries.push(BookEntry { title, ..BookEntry::page(level, &index) });
            &items[1..]
        } else {
            book.entries.push(BookEntry { level, title, ..BookEntry::default() });
            items
        };
        self.list(rest, level + 1, book);
    }

    /// A folder with a list of its pages; false if there is none.
    fn folder(&mut self, title: Option<&String>, target: &str, level: usize, book: &mut Book) -> bool {
        let path = self.list_name.and_then(|name| join(self.root, &format!("{target}{name}")));
        let list = path.as_ref().and_then(|path| text(self.origin.tree, path));
        let Some(list) = list.filter(|_| target.ends_with('/') && level < DEPTH) else { return false };
        let index =
            page(self.origin.tree, self.root, target).filter(|index| self.known.insert(index.clone()));
        book.entries.push(BookEntry { level, title: title.cloned(), source: index, ..BookEntry::default() });
        for line in contents(&list) {
            if let (ContentsKind::Item(depth), Some(inside)) = (line.what, &line.target) {
                let target = if is_elsewhere(inside) { inside.clone() } else { format!("{target}{inside}") };
                self.page(Some(&line.title), &target, level + 1 + depth, book);
            }
        }
        true
    }

    fn page(&mut self, title: Option<&String>, target: &str, level: usize, book: &mut Book) {
        if self.folder(title, target, level, book) {
            return;
        }
        let finding = |kind, key| {
            let file = self.origin.path("mkdocs.yml");
            let title = title.map_or(target, String::as_str);
            ImportFinding::new(kind, key, file, 0).arg("title", title).arg("target", target)
        };
        if target.is_empty() || is_elsewhere(target) {
            book.findings.push(finding(FindingKind::LeftOut, "menu-link"));
            return;
        }
        let Some(source) = page(self.origin.tree, self.root, target) else {
            book.findings.push(finding(FindingKind::Wrong, "missing-in-menu"));
            return;
        };
        if !self.known.insert(source.clone()) {
            book.findings.push(finding(FindingKind::Changed, "twice-in-menu"));
            return;
        }
        book.entries.push(BookEntry { title: title.cloned(), ..BookEntry::page(level, &source) });
    }
}
