//! Docusaurus: `docusaurus.config.*`, `sidebars.*`, `_category_.*`.
use super::docusaurus_sets::{self as sets, DocumentSet};
use super::links::{is_hidden, pages_below};
use super::menu::{self, MenuFolder, PlacedPage};
use crate::import::source::book::{AddressRule, Book, BookEntry, PageFolder, Program};
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
    let (file, config) = script_of(origin, "docusaurus.config").unwrap_or_default();
    let settings = script::settings(&config, &["title", "url", "baseUrl"]);
    let sets = sets::read(origin, &config, &settings);
    let root = origin.path("docs");
    let mut program = Program::new(origin.kind, &root, SlugRule::Github, AddressRule::Both);
    program.drops_numbers = true;
    if let (Some(url), base) = (settings.get("url").text(), settings.get("baseUrl").text()) {
        program.at(&format!("{}/{}", url.trim_end_matches('/'), base.unwrap_or("/").trim_start_matches('/')));
    }
    if !sets.is_empty() {
        let folder = |set: &DocumentSet| PageFolder { root: set.root.clone(), prefix: set.prefix.clone() };
        program.folders = sets.iter().map(folder).collect();
    }
    program.other_versions = sets.iter().flat_map(|set| set.others.clone()).collect();
    program.statics = vec![origin.path("static")];
    let mut book = Book::new(program);
    book.title = settings.get("title").owned();
    book.description = settings.get("tagline").owned();
    book.language = settings.at("i18n.defaultLocale").text().and_then(Language::from_tag);
    sets::redirects(&file, &settings, &mut book);
    for (number, set) in sets.iter().enumerate() {
        let mut entries = documents(origin, &settings, set, &mut book);
        if number > 0 && !entries.is_empty() {
            for entry in &mut entries {
                entry.level += 1;
            }
            book.entries.push(BookEntry::part(0, &set.title));
        }
        book.entries.extend(entries);
        for other in &set.others {
            book.findings.extend(sets::left_out(origin, other));
            book.told.extend(pages_below(origin.tree, &other.root).map(str::to_owned));
        }
    }
    book
}

/// The text of a script of the settings, and its path.
pub(super) fn script_of(origin: Origin<'_>, stem: &str) -> Option<(String, String)> {
    let names: Vec<String> = SCRIPTS.iter().map(|ending| format!("{stem}.{ending}")).collect();
    origin.settings(&names.iter().map(String::as_str).collect::<Vec<_>>())
}

/// The pages of a set in the order of its side menus.
fn documents(
    origin: Origin<'_>,
    settings: &ForeignData,
    set: &DocumentSet,
    book: &mut Book,
) -> Vec<BookEntry> {
    let before = std::mem::take(&mut book.entries);
    let mut sidebar = Sidebars::new(origin, &set.root);
    if let Some((path, text)) = &set.sidebars {
        let lists = script::settings(text, &[]);
        let has_several = lists.pairs().len() > 1;
        for (name, list) in lists.pairs() {
            let at = book.entries.len();
            sidebar.list(path, list, usize::from(has_several), book);
            if has_several && book.entries[at..].iter().any(|entry| entry.source.is_some()) {
                book.entries.insert(at, BookEntry::part(0, &sets::title_of_menu(settings, name)));
            } else if has_several {
                book.entries.truncate(at);
            }
        }
    }
    let mut entries = std::mem::replace(&mut book.entries, before);
    if entries.iter().all(|entry| entry.source.is_none()) {
        entries = sidebar.generated(&set.root, 0);
    }
    // The site has one home: that of the first set.
    let has_home = book.entries.iter().any(|entry| entry.is_home);
    for entry in &mut entries {
        entry.is_home &= !has_home;
    }
    if !has_home && !entries.iter().any(|entry| entry.is_home) {
        let home = |entry: &&mut BookEntry| entry.source.as_deref().is_some_and(|path| sidebar.is_home(path));
        if let Some(entry) = entries.iter_mut().find(home) {
            entry.is_home = true;
        }
    }
    entries
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
                book.entries.push(BookEntry { name: title.clone(), title, ..BookEntry::page(level, &path) });
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
