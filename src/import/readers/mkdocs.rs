//! `MkDocs` with Material or without, and Zensical: `mkdocs.yml`, `zensical.toml`.
use super::links::{is_hidden, pages_below};
use super::menu::{self, MenuFolder, PlacedPage};
use super::mkdocs_nav;
use crate::import::source::book::{AddressRule, Book, Program};
use crate::import::source::data::ForeignData;
use crate::import::source::files::{Origin, below, text};
use crate::import::source::formats::{DataMistake, toml, yaml};
use crate::import::source::front;
use crate::import::source::paths::{folder, join, name};
use crate::import::source::slugs::SlugRule;
use crate::model::{FindingKind, ForeignKind, ImportFinding, Language};
use std::collections::BTreeMap;

/// Reads the site.
pub(super) fn read(origin: Origin<'_>) -> Book {
    let mut findings = Vec::new();
    let (file, settings) = settings(origin, &mut findings);
    let docs = settings.get("docs_dir").text().unwrap_or("docs");
    let root = join(origin.folder, docs).unwrap_or_default();
    let is_flat = settings.get("use_directory_urls").flag() == Some(false);
    let addresses = if is_flat { AddressRule::File } else { AddressRule::Folder };
    let mut program = Program::new(origin.kind, &root, slugs(&settings), addresses);
    if let Some(address) = settings.get("site_url").text() {
        program.at(address);
    }
    let tabbed = options(settings.get("markdown_extensions"), "pymdownx.tabbed");
    program.tab_ids = tabbed.filter(|options| !options.get("slugify").is_null()).map(|_| SlugRule::Pymdownx);
    program.snippets = snippets(origin, &settings, &root);
    let appended = options(settings.get("markdown_extensions"), "pymdownx.snippets");
    let appended = appended.map_or(&[][..], |options| options.get("auto_append").each()).iter();
    program.appended = appended.filter_map(ForeignData::owned).collect();
    let plugins = settings.get("plugins");
    program.makes_places =
        ["mkdocstrings", "autorefs"].iter().any(|plugin| options(plugins, plugin).is_some());
    let mut book = Book::new(program);
    book.findings = findings;
    book.title = settings.get("site_name").owned();
    book.description = settings.get("site_description").owned();
    let language = settings.at("theme.language").text().or(settings.get("locale").text());
    book.language = language.and_then(Language::from_tag);
    redirects(&file, &settings, is_flat, &mut book);
    let nav = settings.get("nav");
    if nav.items().is_empty() {
        book.entries = by_folders(origin, &root);
        book.is_by_name = false;
    } else {
        let lists = options(plugins, "literate-nav");
        let list_name = lists.map(|options| options.get("nav_file").text().unwrap_or("SUMMARY.md"));
        mkdocs_nav::read(origin, &root, nav, list_name, &mut book);
    }
    book
}

/// The settings and their file.
fn settings(origin: Origin<'_>, findings: &mut Vec<ImportFinding>) -> (String, ForeignData) {
    let names: &[&str] = match origin.kind {
        ForeignKind::Zensical => &["zensical.toml"],
        _ => &["mkdocs.yml", "mkdocs.yaml"],
    };
    let (path, text) = origin.settings(names).unwrap_or_default();
    let read = if origin.kind == ForeignKind::Zensical { toml(&text) } else { yaml(&text) };
    let settings = match read {
        Ok(settings) if origin.kind == ForeignKind::Zensical => settings.get("project").clone(),
        Ok(settings) => settings,
        Err(DataMistake { line, why }) => {
            let found = ImportFinding::new(FindingKind::Wrong, "settings", path.as_str(), line);
            findings.push(found.arg("why", why));
            ForeignData::Null
        }
    };
    (path, settings)
}

/// The options of an extension or plugin, which is a name, a map of one key, or a key of a map.
fn options<'a>(list: &'a ForeignData, name: &str) -> Option<&'a ForeignData> {
    let of_items = || {
        list.items().iter().find_map(|item| {
            let pair = item.pairs().iter().find(|(key, _)| key == name).map(|(_, value)| value);
            pair.or_else(|| (item.text() == Some(name)).then_some(&ForeignData::Null))
        })
    };
    let of_map = || list.pairs().iter().find(|(key, _)| key == name).map(|(_, value)| value);
    of_items().or_else(of_map)
}

fn slugs(settings: &ForeignData) -> SlugRule {
    let Some(toc) = options(settings.get("markdown_extensions"), "toc") else { return SlugRule::Python };
    // `!!python/object/apply:pymdownx.slugs.slugify`, or a map with the name of the function.
    if toc.get("slugify").is_null() { SlugRule::Python } else { SlugRule::Pymdownx }
}

/// Where snippets are looked for: the folder of the settings, that of the pages, and those of the options.
fn snippets(origin: Origin<'_>, settings: &ForeignData, root: &str) -> Vec<String> {
    let extensions = settings.get("markdown_extensions");
    let named =
        options(extensions, "pymdownx.snippets").map_or(&[][..], |options| options.get("base_path").each());
    let mut folders: Vec<String> = named
        .iter()
        .filter_map(|path| join(origin.folder, path.text()?.trim_start_matches("$config_dir/")))
        .collect();
    folders.push(origin.folder.to_owned());
    folders.push(root.to_owned());
    folders.push(join(origin.folder, "includes").unwrap_or_default());
    folders
}

/// What the redirects plugin keeps: files that are gone, each with a file or an address.
fn redirects(file: &str, settings: &ForeignData, is_flat: bool, book: &mut Book) {
    let address = |file: &str| {
        let Some(bare) = file.strip_suffix(".md").map(|bare| bare.trim_matches('/')) else {
            return format!("/{}", file.trim_start_matches('/'));
        };
        let index = ["index", "README"].into_iter().find_map(|index| bare.strip_suffix(index));
        match index.filter(|folder| folder.is_empty() || folder.ends_with('/')) {
            Some(folder) => format!("/{folder}"),
            None if is_flat => format!("/{bare}.html"),
            None => format!("/{bare}/"),
        }
    };
    let options = options(settings.get("plugins"), "redirects").unwrap_or(&ForeignData::Null);
    for (from, to) in options.get("redirect_maps").pairs() {
        book.add_redirects(file, [address(from).as_str()], to.text());
    }
}

/// The pages below a folder by name, in the order of `.pages` files.
fn by_folders(origin: Origin<'_>, root: &str) -> Vec<crate::import::source::book::BookEntry> {
    let mut folders = BTreeMap::new();
    for path in below(origin.tree, root).filter(|path| matches!(name(path), ".pages" | ".nav.yml")) {
        let said = text(origin.tree, path).and_then(|text| yaml(&text).ok()).unwrap_or_default();
        let names = said.get("nav").each().iter().chain(said.get("arrange").each());
        let names = names.filter_map(|item| item.text().or_else(|| item.pairs().first()?.1.text()));
        let names = names.take_while(|name| *name != "...").map(|name| name.trim_matches('/').to_owned());
        let said = MenuFolder {
            order: said.get("order").number(),
            title: said.get("title").owned(),
            names: names.collect(),
        };
        folders.insert(folder(path).to_owned(), said);
    }
    let pages = pages_below(origin.tree, root).filter(|path| !is_hidden(path));
    let page = |path: &str| {
        let text = text(origin.tree, path).unwrap_or_default();
        let front = front::split(&text).front;
        PlacedPage { path: path.to_owned(), title: front.get("nav_title").owned(), ..PlacedPage::default() }
    };
    let pages: Vec<PlacedPage> = pages.map(page).collect();
    menu::entries(root, &pages, &folders, 0)
}
