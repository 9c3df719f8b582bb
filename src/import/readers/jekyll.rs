//! Jekyll: `_config.yml`, pages, posts, collections.
use super::links::pages_below;
use super::menu::{self, PlacedPage};
use crate::import::source::book::{AddressRule, Book, BookEntry, Program};
use crate::import::source::data::ForeignData;
use crate::import::source::files::{Origin, text};
use crate::import::source::formats::{DataMistake, yaml};
use crate::import::source::front;
use crate::import::source::paths::{below, join};
use crate::import::source::slugs::SlugRule;
use crate::model::{FindingKind, ImportFinding, Language};
use std::collections::{BTreeMap, BTreeSet};

/// Reads the site.
pub(super) fn read(origin: Origin<'_>) -> Book {
    let mut findings = Vec::new();
    let settings =
        origin.settings(&["_config.yml", "_config.yaml"]).map_or(ForeignData::Null, |(path, text)| {
            yaml(&text).unwrap_or_else(|DataMistake { line, why }| {
                findings.push(ImportFinding::new(FindingKind::Wrong, "settings", path, line).arg("why", why));
                ForeignData::Null
            })
        });
    let root = join(origin.folder, settings.get("source").text().unwrap_or(".")).unwrap_or_default();
    let mut program = Program::new(origin.kind, &root, SlugRule::Github, AddressRule::Both);
    let base = settings.get("baseurl").text().unwrap_or_default();
    match settings.get("url").text() {
        Some(url) => program.at(&format!("{}/{}", url.trim_end_matches('/'), base.trim_start_matches('/'))),
        None => program.at(&format!("/{}", base.trim_start_matches('/'))),
    }
    program.statics = vec![root.clone()];
    program.snippets = vec![join(&root, "_includes").unwrap_or_default(), root.clone()];
    let mut book = Book::new(program);
    book.findings = findings;
    book.title = settings.get("title").owned();
    book.description = settings.get("description").owned();
    let language = settings.get("lang").text().or(settings.get("locale").text());
    book.language = language.and_then(Language::from_tag);
    book.entries = pages(origin, &root, &settings);
    let (collections, posts) = collections(origin, &root, &settings);
    book.entries.extend(collections);
    book.entries.extend(posts);
    book
}

/// The pages outside of folders with an underscore. `parent` and `nav_order` of Just the Docs place them.
fn pages(origin: Origin<'_>, root: &str, settings: &ForeignData) -> Vec<BookEntry> {
    let excluded: BTreeSet<&str> =
        settings.get("exclude").each().iter().filter_map(ForeignData::text).collect();
    let included: BTreeSet<&str> =
        settings.get("include").each().iter().filter_map(ForeignData::text).collect();
    let is_hidden =
        |way: &str| way.split('/').any(|part| part.starts_with(['_', '.']) && !included.contains(part));
    let is_excluded = |way: &str| {
        excluded.iter().any(|name| below(name.trim_end_matches('/'), way).is_some() || way == *name)
    };
    let mut pages = Vec::new();
    for path in pages_below(origin.tree, root) {
        let way = below(root, path).unwrap_or(path);
        let text = text(origin.tree, path).unwrap_or_default();
        let front = front::split(&text).front;
        // Without front matter, a file is only copied.
        let is_page = !front.is_null() || settings.get("plugins").is_null();
        if !is_hidden(way) && !is_excluded(way) && is_page {
            pages.push(PlacedPage {
                path: path.to_owned(),
                order: front.get("nav_order").number().or_else(|| front.get("order").number()),
                title: front.get("nav_title").owned(),
                ..PlacedPage::default()
            });
        }
    }
    menu::entries(root, &pages, &BTreeMap::new(), 0)
}

/// Collections that are published, then posts, the newest first.
fn collections(origin: Origin<'_>, root: &str, settings: &ForeignData) -> (Vec<BookEntry>, Vec<BookEntry>) {
    let folder = join(root, settings.get("collections_dir").text().unwrap_or_default()).unwrap_or_default();
    let mut entries = Vec::new();
    let said = settings.get("collections");
    let named =
        said.pairs().iter().map(|(name, said)| (name.as_str(), said.get("output").flag() == Some(true)));
    let listed = said.items().iter().filter_map(|item| Some((item.text()?, false)));
    for (collection, is_published) in named.chain(listed).filter(|(name, _)| *name != "posts") {
        let at = join(&folder, &format!("_{collection}")).unwrap_or_default();
        let pages: Vec<PlacedPage> = pages_below(origin.tree, &at)
            .map(|path| PlacedPage {
                path: path.to_owned(),
                is_withheld: !is_published,
                ..PlacedPage::default()
            })
            .collect();
        entries.extend(part(collection, &at, &pages));
    }
    let mut posts = Vec::new();
    for (name, is_withheld) in [("_posts", false), ("_drafts", true)] {
        let at = join(&folder, name).unwrap_or_default();
        let mut pages: Vec<PlacedPage> = pages_below(origin.tree, &at)
            .map(|path| PlacedPage { path: path.to_owned(), is_withheld, ..PlacedPage::default() })
            .collect();
        pages.reverse();
        for (number, page) in (0_u32..).zip(&mut pages) {
            page.order = Some(f64::from(number));
        }
        posts.extend(part(name.trim_start_matches('_'), &at, &pages));
    }
    (entries, posts)
}

/// A part with pages.
fn part(name: &str, at: &str, pages: &[PlacedPage]) -> Vec<BookEntry> {
    let below = menu::entries(at, pages, &BTreeMap::new(), 1);
    let has_own = below.first().is_some_and(|entry| {
        entry.source.as_deref().is_some_and(|path| {
            crate::import::source::paths::is_index(path) && crate::import::source::paths::folder(path) == at
        })
    });
    let mut entries = Vec::new();
    if pages.is_empty() {
        return entries;
    }
    if !has_own {
        let title = menu::title_of(name);
        entries.push(BookEntry { name: Some(name.to_owned()), ..BookEntry::part(0, &title) });
    }
    entries.extend(below);
    if has_own && let Some(first) = entries.first_mut() {
        first.level = 0;
        first.name = Some(name.to_owned());
    }
    entries
}
