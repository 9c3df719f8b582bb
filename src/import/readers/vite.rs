//! `VitePress` and `VuePress`: `config.*`, read without being run.
use super::folder::by_folders;
use super::links::page;
use super::menu::title_of;
use super::rewrites;
use crate::import::source::book::{AddressRule, Book, BookEntry, Program};
use crate::import::source::data::ForeignData;
use crate::import::source::files::{Origin, below, text};
use crate::import::source::paths::{is_elsewhere, join, name};
use crate::import::source::script;
use crate::import::source::slugs::SlugRule;
use crate::model::{FindingKind, ForeignKind, ImportFinding, Language};
use std::collections::{BTreeMap, BTreeSet};

/// How deep groups may nest.
const DEPTH: usize = 16;

/// Reads the site.
pub(super) fn read(origin: Origin<'_>) -> Book {
    let hidden = if origin.kind == ForeignKind::Vitepress { ".vitepress" } else { ".vuepress" };
    let scripts = scripts(origin, hidden);
    let settings = scripts.iter().map(|(_, text)| script::settings(text, &["title", "themeConfig", "base"]));
    let settings: Vec<ForeignData> = settings.collect();
    let said = |key: &str| settings.iter().map(|one| one.at(key)).find(|value| !value.is_null()).cloned();
    let folder = said("srcDir").and_then(|value| value.owned()).unwrap_or_default();
    let root = join(origin.folder, &folder).unwrap_or_default();
    let mut program = Program::new(origin.kind, &root, SlugRule::Vite, AddressRule::Both);
    if let Some(base) = said("base").and_then(|value| value.owned()) {
        program.at(&base);
    }
    program.statics = vec![
        join(&root, "public").unwrap_or_default(),
        join(origin.folder, &format!("{hidden}/public")).unwrap_or_default(),
    ];
    let rewrites = said("rewrites").unwrap_or_default();
    program.moved = rewrites::moved(origin, &root, &rewrites);
    let by_way = program.moved.iter().map(|(path, way)| (key_of(way).to_owned(), path.clone())).collect();
    let mut book = Book::new(program);
    book.title = said("title").and_then(|value| value.owned());
    book.description = said("description").and_then(|value| value.owned());
    let language = said("lang").or_else(|| said("locales./.lang")).and_then(|value| value.owned());
    book.language = language.as_deref().and_then(Language::from_tag);
    let mut list = Sidebar { origin, root: &root, known: BTreeSet::new(), by_way };
    for (path, text) in &scripts {
        let value = script::value_of(text, "sidebar");
        let nav = script::value_of(text, "nav");
        list.add(path, &value, &nav, &mut book);
    }
    let home = list.page("", "");
    finish(origin, &root, home, &mut book);
    book
}

/// The settings first, then the other files that they may be put together from.
fn scripts(origin: Origin<'_>, hidden: &str) -> Vec<(String, String)> {
    let folder = join(origin.folder, hidden).unwrap_or_default();
    let is_script = |path: &&str| {
        let ending = name(path).rsplit('.').next().unwrap_or_default();
        let is_own = !["/dist/", "/cache/", "/theme/", "/components/"].iter().any(|part| path.contains(part));
        is_own && matches!(ending, "js" | "ts" | "mjs" | "mts" | "cjs" | "json")
    };
    let is_config = |path: &str| name(path).starts_with("config.");
    let mut paths: Vec<&str> = below(origin.tree, &folder).filter(is_script).collect();
    paths.sort_by_key(|path| (!is_config(path), *path));
    let own =
        paths.iter().filter_map(|path| Some(((*path).to_owned(), text(origin.tree, path)?.into_owned())));
    // Folders of pages may hold settings of their own.
    let others = below(origin.tree, origin.folder).filter(|path| is_config(path) && !paths.contains(path));
    let others =
        others.filter(is_script).filter_map(|path| Some((path.to_owned(), text(origin.tree, path)?)));
    let others = others.filter(|(_, text)| text.contains("defineAdditionalConfig("));
    own.chain(others.map(|(path, text)| (path, text.into_owned()))).collect()
}

/// Without a list, folders give the order; the home page comes first.
fn finish(origin: Origin<'_>, root: &str, home: Option<String>, book: &mut Book) {
    if book.entries.iter().all(|entry| entry.source.is_none()) {
        book.entries = by_folders(origin, root);
        return;
    }
    for entry in &mut book.entries {
        entry.is_home = home.is_some() && entry.source == home;
    }
    if let Some(home) = home.filter(|_| !book.entries.iter().any(|entry| entry.is_home)) {
        book.entries.insert(0, BookEntry { is_home: true, ..BookEntry::page(0, &home) });
    }
}

struct Sidebar<'a> {
    origin: Origin<'a>,
    root: &'a str,
    known: BTreeSet<String>,
    /// Pages with an address of their own, by what it is made of.
    by_way: BTreeMap<String, String>,
}

/// The form in which ways of such pages are compared.
fn key_of(way: &str) -> &str {
    let bare = way.strip_suffix(".md").or_else(|| way.strip_suffix(".html")).unwrap_or(way);
    let folder = bare.strip_suffix("index").filter(|folder| folder.is_empty() || folder.ends_with('/'));
    folder.unwrap_or(bare).trim_matches('/')
}

impl Sidebar<'_> {
    /// Adds a list, or lists by the addresses below which they are shown.
    fn add(&mut self, file: &str, sidebar: &ForeignData, nav: &ForeignData, book: &mut Book) {
        if let ForeignData::List(items) = sidebar {
            self.items(file, items, "", 0, book);
        }
        let lists: Vec<_> = sidebar.pairs().iter().collect();
        let is_one = lists.len() == 1;
        for (prefix, list) in lists {
            let (items, base) = match list {
                ForeignData::Map(_) => {
                    (list.get("items").items(), list.get("base").text().unwrap_or_default())
                }
                other => (other.items(), if prefix.starts_with('/') { prefix.as_str() } else { "" }),
            };
            if is_one || items.is_empty() {
                self.items(file, items, base, 0, book);
                continue;
            }
            let bare = prefix.trim_matches('/');
            let at = book.entries.len();
            self.items(file, items, base, 1, book);
            if book.entries.len() > at {
                let title = nav_title(nav, prefix).unwrap_or_else(|| title_of(name(bare)));
                let part = self.part(bare, &title);
                book.entries.insert(at, part);
            }
        }
    }

    /// The page at an address of a list, or a part with the name of its folder.
    fn part(&mut self, folder: &str, title: &str) -> BookEntry {
        let index =
            page(self.origin.tree, self.root, folder).filter(|index| self.known.insert(index.clone()));
        let part = BookEntry::part(0, title);
        let named = Some(name(folder).to_owned()).filter(|name| !name.is_empty());
        BookEntry { source: index, name: named, ..part }
    }

    fn items(&mut self, file: &str, items: &[ForeignData], base: &str, level: usize, book: &mut Book) {
        for item in items {
            let (title, link, below) = match item {
                ForeignData::Text(link) => (None, Some(link.as_str()), &[][..]),
                ForeignData::List(pair) => (
                    pair.get(1).and_then(ForeignData::text),
                    pair.first().and_then(ForeignData::text),
                    &[][..],
                ),
                map => {
                    let title = map.get("text").text().or(map.get("title").text());
                    let link = map.get("link").text().or(map.get("path").text());
                    let below = map.get("items").items();
                    (title, link, if below.is_empty() { map.get("children").items() } else { below })
                }
            };
            let base = item.get("base").text().or(item.get("prefix").text()).unwrap_or(base);
            self.item(file, (title, link), (base, level), book, !below.is_empty());
            if level < DEPTH {
                self.items(file, below, base, level + 1, book);
            }
        }
    }

    /// The page that a link of the menu names.
    fn page(&self, base: &str, link: &str) -> Option<String> {
        let base = base.trim_start_matches('/');
        // A base may end within a name: `reference/default-theme-`.
        let ways = [format!("{base}{link}"), format!("{base}/{link}"), link.to_owned()];
        let moved = ways.iter().find_map(|way| self.by_way.get(key_of(way)).cloned());
        moved.or_else(|| ways.iter().find_map(|way| page(self.origin.tree, self.root, way)))
    }

    fn item(
        &mut self,
        file: &str,
        (title, link): (Option<&str>, Option<&str>),
        (base, level): (&str, usize),
        book: &mut Book,
        is_group: bool,
    ) {
        let finding = |kind, key| {
            let found = ImportFinding::new(kind, key, file, 0).arg("title", title.unwrap_or_default());
            found.arg("target", link.unwrap_or_default())
        };
        let source = match link {
            Some(link) if is_elsewhere(link) => {
                book.findings.push(finding(FindingKind::LeftOut, "menu-link"));
                None
            }
            Some(link) => {
                let found = self.page(base, link.trim_start_matches('/'));
                if found.is_none() {
                    book.findings.push(finding(FindingKind::Wrong, "missing-in-menu"));
                }
                found.filter(|source| {
                    let is_new = self.known.insert(source.clone());
                    if !is_new {
                        book.findings.push(finding(FindingKind::Changed, "twice-in-menu"));
                    }
                    is_new
                })
            }
            None => None,
        };
        if let Some(source) = source {
            let title = title.map(str::to_owned);
            book.entries.push(BookEntry { title, ..BookEntry::page(level, &source) });
        } else if let Some(title) = title.filter(|_| is_group) {
            book.entries.push(BookEntry::part(level, title));
        }
    }
}

/// The words of the menu for an address.
fn nav_title(nav: &ForeignData, prefix: &str) -> Option<String> {
    nav.items().iter().find_map(|item| {
        let is_it = item.get("link").text().is_some_and(|link| link.starts_with(prefix));
        let own = item.get("text").owned().filter(|_| is_it);
        own.or_else(|| nav_title(item.get("items"), prefix))
    })
}

#[cfg(test)]
mod tests {
    use super::key_of;

    #[test]
    fn the_page_of_a_folder_has_the_key_of_the_folder() {
        for (way, key) in [
            ("index.md", ""),
            ("/a/index.html", "a"),
            ("/a/", "a"),
            ("a.md", "a"),
            ("reindex.md", "reindex"),
            ("a/reindex", "a/reindex"),
        ] {
            assert_eq!(key_of(way), key, "{way}");
        }
    }
}
