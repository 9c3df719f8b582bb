//! Docusaurus: `docusaurus.config.*`, `sidebars.*`, `_category_.*`.
use super::links::{is_hidden, pages_below};
use super::menu::{self, MenuFolder, PlacedPage};
use crate::import::source::book::{AddressRule, Book, BookEntry, Program};
use crate::import::source::data::ForeignData;
use crate::import::source::files::{Origin, below, text};
use crate::import::source::formats::yaml;
use crate::import::source::front;
use crate::import::source::paths::{below as inside, folder, join, name, stem};
use crate::import::source::script;
use crate::import::source::slugs::SlugRule;
use crate::model::{FindingKind, ImportFinding, Language, split_order};
use std::collections::{BTreeMap, BTreeSet};

/// How deep categories may nest.
const DEPTH: usize = 16;

const SCRIPTS: [&str; 5] = ["js", "ts", "mjs", "cjs", "json"];

/// Reads the documents of the site.
pub(super) fn read(origin: Origin<'_>) -> Book {
    let script_of = |stem: &str| {
        let names: Vec<String> = SCRIPTS.iter().map(|ending| format!("{stem}.{ending}")).collect();
        origin.settings(&names.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let config = script_of("docusaurus.config").map_or(String::new(), |(_, text)| text);
    let settings = script::settings(&config, &["title", "url", "baseUrl"]);
    let docs = script::value_of(&config, "docs");
    let root = join(origin.folder, docs.get("path").text().unwrap_or("docs")).unwrap_or_default();
    let mut program = Program::new(origin.kind, &root, SlugRule::Github, AddressRule::Both);
    program.drops_numbers = true;
    if let (Some(url), base) = (settings.get("url").text(), settings.get("baseUrl").text()) {
        program.at(&format!("{}/{}", url.trim_end_matches('/'), base.unwrap_or("/").trim_start_matches('/')));
    }
    let route = docs.get("routeBasePath").text().unwrap_or("docs").trim_matches('/');
    program.prefix = if route.is_empty() { String::new() } else { format!("{route}/") };
    program.statics = vec![origin.path("static")];
    let mut book = Book::new(program);
    book.title = settings.get("title").owned();
    book.description = settings.get("tagline").owned();
    book.language = settings.at("i18n.defaultLocale").text().and_then(Language::from_tag);
    let mut sidebar = Sidebars::new(origin, &root);
    let sidebars = script_of("sidebars");
    if let Some((path, text)) = &sidebars {
        let lists = script::settings(text, &[]);
        for (_, list) in lists.pairs() {
            sidebar.list(path, list, 0, &mut book);
        }
    }
    if book.entries.iter().all(|entry| entry.source.is_none()) {
        book.entries = sidebar.generated(&root, 0);
    }
    if !book.entries.iter().any(|entry| entry.is_home) {
        let home = |entry: &BookEntry| entry.source.as_deref().is_some_and(|path| sidebar.is_home(path));
        if let Some(at) = book.entries.iter().position(home) {
            book.entries[at].is_home = true;
        }
    }
    book
}

/// The documents by their ids, and what is said about folders.
struct Sidebars<'a> {
    root: &'a str,
    by_id: BTreeMap<String, PlacedPage>,
    /// Documents at the root of the site.
    homes: BTreeSet<String>,
    folders: BTreeMap<String, MenuFolder>,
    known: BTreeSet<String>,
}

impl<'a> Sidebars<'a> {
    fn new(origin: Origin<'a>, root: &'a str) -> Self {
        let mut sidebars = Self {
            root,
            by_id: BTreeMap::new(),
            homes: BTreeSet::new(),
            folders: BTreeMap::new(),
            known: BTreeSet::new(),
        };
        let is_partial = |path: &str| name(path).starts_with('_');
        for path in pages_below(origin.tree, root).filter(|path| !is_hidden(path) && !is_partial(path)) {
            sidebars.add(path, &text(origin.tree, path).unwrap_or_default());
        }
        for path in below(origin.tree, root).filter(|path| name(path).starts_with("_category_.")) {
            let text = text(origin.tree, path).unwrap_or_default();
            let said = if name(path).ends_with("json") {
                script::json(&text)
            } else {
                yaml(&text).unwrap_or_default()
            };
            let said = MenuFolder {
                order: said.get("position").number(),
                title: said.get("label").owned(),
                names: Vec::new(),
            };
            sidebars.folders.insert(folder(path).to_owned(), said);
        }
        sidebars
    }

    fn add(&mut self, path: &str, text: &str) {
        let front = front::split(text).front;
        let way = inside(self.root, path).unwrap_or(path);
        let own = front.get("id").owned().unwrap_or_else(|| split_order(stem(path)).1.to_owned());
        let mut parts: Vec<&str> =
            folder(way).split('/').filter(|part| !part.is_empty()).map(|part| split_order(part).1).collect();
        parts.push(&own);
        let is_index = name(folder(path)) == stem(path);
        let number = split_order(stem(path)).0.map(f64::from);
        let page = PlacedPage {
            path: path.to_owned(),
            order: front.get("sidebar_position").number().or(number),
            title: front.get("sidebar_label").owned(),
            is_index,
            ..PlacedPage::default()
        };
        if front.get("slug").text() == Some("/") {
            self.homes.insert(path.to_owned());
        }
        self.by_id.insert(parts.join("/"), page);
    }

    fn is_home(&self, path: &str) -> bool {
        self.homes.contains(path)
    }

    /// The documents below a folder in the order of their positions.
    fn generated(&mut self, root: &str, level: usize) -> Vec<BookEntry> {
        let pages: Vec<PlacedPage> =
            self.by_id.values().filter(|page| !self.known.contains(&page.path)).cloned().collect();
        let entries = menu::entries(root, &pages, &self.folders, level);
        self.known.extend(entries.iter().filter_map(|entry| entry.source.clone()));
        entries
    }

    fn list(&mut self, file: &str, list: &ForeignData, level: usize, book: &mut Book) {
        // A map is a short form of categories.
        for (title, items) in list.pairs() {
            book.entries.push(BookEntry::part(level, title));
            self.list(file, items, level + 1, book);
        }
        for item in list.items() {
            match (item.get("type").text(), item.text()) {
                (_, Some(id)) => self.document(file, id, None, level, book),
                (Some("autogenerated"), _) => {
                    let way = item.get("dirName").text().unwrap_or(".");
                    let folder = join(self.root, way).unwrap_or_default();
                    let entries = self.generated(&folder, level);
                    book.entries.extend(entries);
                }
                (Some("category"), _) if level < DEPTH => self.category(file, item, level, book),
                (Some("doc" | "ref"), _) => {
                    let id = item.get("id").text().unwrap_or_default();
                    self.document(file, id, item.get("label").text(), level, book);
                }
                (Some("link"), _) => {
                    let title = item.get("label").text().unwrap_or_default();
                    let found =
                        ImportFinding::new(FindingKind::LeftOut, "menu-link", file, 0).arg("title", title);
                    book.findings.push(found.arg("target", item.get("href").text().unwrap_or_default()));
                }
                (None, None) => self.list(file, item, level, book),
                _ => {}
            }
        }
    }

    fn category(&mut self, file: &str, item: &ForeignData, level: usize, book: &mut Book) {
        let label = item.get("label").text().unwrap_or_default();
        let own = item.at("link.id").text().and_then(|id| self.by_id.get(id)).map(|page| page.path.clone());
        match own.filter(|path| self.known.insert(path.clone())) {
            Some(path) => {
                let title = Some(label.to_owned()).filter(|label| !label.is_empty());
                book.entries.push(BookEntry { title, ..BookEntry::page(level, &path) });
            }
            None => book.entries.push(BookEntry::part(level, label)),
        }
        self.list(file, item.get("items"), level + 1, book);
    }

    fn document(&mut self, file: &str, id: &str, label: Option<&str>, level: usize, book: &mut Book) {
        let Some(page) = self.by_id.get(id) else {
            let found = ImportFinding::new(FindingKind::Wrong, "missing-in-menu", file, 0).arg("title", id);
            book.findings.push(found.arg("target", id));
            return;
        };
        if self.known.insert(page.path.clone()) {
            let title = label.map(str::to_owned).or_else(|| page.title.clone());
            book.entries.push(BookEntry { title, ..BookEntry::page(level, &page.path) });
        }
    }
}
