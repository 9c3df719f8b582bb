//! Hugo and Zola: sections are folders of `content/`, `weight` gives the order.
use super::links::{is_hidden, pages_below};
use super::menu::{self, PlacedPage};
use crate::import::source::book::{AddressRule, Book, Program};
use crate::import::source::data::ForeignData;
use crate::import::source::files::{Origin, text};
use crate::import::source::formats::{DataMistake, toml, yaml};
use crate::import::source::front;
use crate::import::source::paths::join;
use crate::import::source::script;
use crate::import::source::slugs::SlugRule;
use crate::model::{FindingKind, ForeignKind, ImportFinding, Language};
use std::collections::BTreeMap;

const SETTINGS: [&str; 12] = [
    "hugo.toml",
    "hugo.yaml",
    "hugo.yml",
    "hugo.json",
    "config.toml",
    "config.yaml",
    "config.yml",
    "config.json",
    "config/_default/hugo.toml",
    "config/_default/hugo.yaml",
    "config/_default/config.toml",
    "config/_default/config.yaml",
];

/// Reads the site.
pub(super) fn read(origin: Origin<'_>) -> Book {
    let mut findings = Vec::new();
    let settings = origin.settings(&SETTINGS).map_or(ForeignData::Null, |(path, text)| {
        let read = match path.rsplit('.').next() {
            Some("toml") => toml(&text),
            Some("json") => Ok(script::json(&text)),
            _ => yaml(&text),
        };
        read.unwrap_or_else(|DataMistake { line, why }| {
            findings.push(ImportFinding::new(FindingKind::Wrong, "settings", path, line).arg("why", why));
            ForeignData::Null
        })
    });
    let said = |keys: &[&str]| {
        let pairs = settings.pairs().iter();
        let mut pairs = pairs.filter(|(key, _)| keys.iter().any(|wanted| key.eq_ignore_ascii_case(wanted)));
        pairs.next().and_then(|(_, value)| value.owned())
    };
    let language = said(&["languageCode", "defaultContentLanguage", "default_language"]);
    let (folder, main) = (said(&["contentDir"]), said(&["defaultContentLanguage"]));
    let root = root(origin, folder.as_deref(), main.as_deref());
    let is_zola = origin.kind == ForeignKind::Zola;
    let slugs = if is_zola { SlugRule::Zola } else { SlugRule::Github };
    let mut program = Program::new(origin.kind, &root, slugs, AddressRule::SmallFolder);
    if let Some(address) = said(&["baseURL", "base_url"]) {
        program.at(&address);
    }
    program.statics = vec![origin.path("static"), origin.path("assets")];
    program.snippets = vec![origin.folder.to_owned(), root.clone(), origin.path("assets")];
    program.drops_numbers = is_zola;
    // A template that makes links works out their addresses by itself.
    program.makes_links = origin.tree.files.keys().any(|path| path.contains("_markup/render-link"));
    let mut book = Book::new(program);
    book.findings = findings;
    book.title = said(&["title"]);
    book.description = said(&["description"]).or_else(|| settings.at("params.description").owned());
    book.language = language.as_deref().and_then(Language::from_tag);
    let pages: Vec<PlacedPage> = pages_below(origin.tree, &root)
        .filter(|path| !is_hidden(path))
        .map(|path| menu_page(path, &text(origin.tree, path).unwrap_or_default()))
        .collect();
    book.entries = menu::entries(&root, &pages, &BTreeMap::new(), 0);
    book
}

/// The folder of the pages, or that of the main language in it.
fn root(origin: Origin<'_>, named: Option<&str>, language: Option<&str>) -> String {
    let root = origin.path(named.unwrap_or("content"));
    let languages = language.into_iter().chain(["fr", "en"]);
    let has_own = |language: &str| {
        let home = |ending: &str| format!("{root}/{language}/_index.{ending}");
        text(origin.tree, &home("md")).is_some() || text(origin.tree, &home("html")).is_some()
    };
    let own = languages.filter(|language| has_own(language)).find_map(|language| join(&root, language));
    own.unwrap_or(root)
}

fn menu_page(path: &str, text: &str) -> PlacedPage {
    let front = front::split(text).front;
    let title = front.get("linkTitle").owned().or_else(|| front.get("linktitle").owned());
    // Zero is what a page has that says nothing.
    let order = front.get("weight").number().filter(|weight| *weight != 0.0);
    PlacedPage { path: path.to_owned(), order, title, ..PlacedPage::default() }
}
