//! A folder of Markdown files as forges show it: `README.md` is the page of its folder, and names give the order.
use super::ImportRequest;
use super::ensure_home;
use super::imported::{Imported, ImportedFront, ImportedPage, ImportedSettings};
use super::layout;
use crate::model::{ForeignKind, ForeignTree};
use std::collections::BTreeMap;

/// The pages of a folder, and the folders below it.
#[derive(Default)]
struct PageFolder<'a> {
    index: Option<&'a str>,
    pages: Vec<&'a str>,
    folders: BTreeMap<&'a str, Self>,
}

/// Reads the pages of a tree.
pub(super) fn read(tree: &ForeignTree, request: ImportRequest) -> Imported {
    let mut top = PageFolder::default();
    for (path, file) in &tree.files {
        if file.bytes.is_some() && ends_with(path, ".md") {
            top.add(path);
        }
    }
    let mut pages = Vec::new();
    top.pages(tree, "", 0, &mut pages);
    ensure_home(&mut pages, &tree.name);
    layout::place(&mut pages, false);
    let language = request.language.unwrap_or(request.fallback);
    let settings = ImportedSettings { title: tree.name.clone(), language, ..ImportedSettings::default() };
    let kind = ForeignKind::Folder;
    Imported {
        kind,
        seen: Vec::new(),
        settings,
        pages,
        files: Vec::new(),
        terms: Vec::new(),
        findings: Vec::new(),
    }
}

impl<'a> PageFolder<'a> {
    fn add(&mut self, path: &'a str) {
        let mut folder = self;
        let mut parts = path.split('/').peekable();
        while let Some(part) = parts.next() {
            if parts.peek().is_some() {
                folder = folder.folders.entry(part).or_default();
            } else if matches!(part, "README.md" | "index.md") && folder.index.is_none() {
                folder.index = Some(path);
            } else {
                folder.pages.push(path);
            }
        }
    }

    fn pages(&self, tree: &ForeignTree, name: &str, level: usize, pages: &mut Vec<ImportedPage>) {
        let is_top = name.is_empty();
        let index = self.index.map(|path| page(tree, path, level));
        let named = || ImportedFront { title: Some(name.to_owned()), ..ImportedFront::default() };
        let index =
            index.or_else(|| (!is_top).then(|| ImportedPage { front: named(), ..ImportedPage::default() }));
        pages.extend(index.map(|page| ImportedPage {
            name: name.to_owned(),
            level,
            is_home: is_top,
            ..page
        }));
        let below = if is_top { 0 } else { level + 1 };
        pages.extend(self.pages.iter().map(|path| page(tree, path, below)));
        for (name, folder) in &self.folders {
            folder.pages(tree, name, below, pages);
        }
    }
}

fn page(tree: &ForeignTree, path: &str, level: usize) -> ImportedPage {
    let name = path.rsplit('/').next().unwrap_or(path).trim_end_matches(".md");
    let body = tree.bytes(path).map_or_else(String::new, |bytes| String::from_utf8_lossy(bytes).into_owned());
    ImportedPage { source: path.to_owned(), level, name: name.to_owned(), body, ..ImportedPage::default() }
}

/// Whether a path ends so, whatever its capitals.
fn ends_with(path: &str, ending: &str) -> bool {
    path.len()
        .checked_sub(ending.len())
        .and_then(|at| path.get(at..))
        .is_some_and(|end| end.eq_ignore_ascii_case(ending))
}
