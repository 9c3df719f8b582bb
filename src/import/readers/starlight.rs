//! Starlight: `astro.config.*`, pages below `src/content/docs`.
use super::links::{is_hidden, made_redirects, page, pages_below};
use super::menu::{self, PlacedPage};
use crate::import::source::book::{AddressRule, Book, BookEntry, Program};
use crate::import::source::data::ForeignData;
use crate::import::source::files::{Origin, text};
use crate::import::source::front;
use crate::import::source::paths::{is_elsewhere, join};
use crate::import::source::script;
use crate::import::source::slugs::SlugRule;
use crate::model::{FindingKind, ImportFinding, Language};
use std::collections::{BTreeMap, BTreeSet};

/// How deep groups may nest.
const DEPTH: usize = 16;

/// Reads the site.
pub(super) fn read(origin: Origin<'_>) -> Book {
    let names = ["mjs", "ts", "js", "mts", "cjs"].map(|ending| format!("astro.config.{ending}"));
    let config = origin.settings(&names.each_ref().map(String::as_str));
    let (file, config) = config.unwrap_or_default();
    let root = origin.path("src/content/docs");
    let mut program = Program::new(origin.kind, &root, SlugRule::Github, AddressRule::SmallFolder);
    let site = script::value_of(&config, "site");
    let base = script::value_of(&config, "base");
    if let Some(site) = site.text() {
        program.at(&format!(
            "{}/{}",
            site.trim_end_matches('/'),
            base.text().unwrap_or_default().trim_matches('/')
        ));
    }
    program.statics = vec![origin.path("public")];
    let mut book = Book::new(program);
    let title = script::value_of(&config, "title");
    book.title = title.owned().or_else(|| title.pairs().first().and_then(|(_, title)| title.owned()));
    book.description = script::value_of(&config, "description").owned();
    book.language = script::value_of(&config, "lang").text().and_then(Language::from_tag);
    redirects(&file, &script::value_of(&config, "redirects"), &mut book);
    let pages = pages(origin, &root);
    let mut list = List { origin, file: &file, root: &root, pages: &pages, known: BTreeSet::new() };
    list.items(script::value_of(&config, "sidebar").items(), 0, &mut book);
    let home = page(origin.tree, &root, "");
    if book.entries.iter().all(|entry| entry.source.is_none()) {
        book.entries = menu::entries(&root, &pages, &BTreeMap::new(), 0);
    } else if let Some(home) = home {
        book.entries.retain(|entry| entry.source.as_ref() != Some(&home));
        book.entries.insert(0, BookEntry { is_home: true, ..BookEntry::page(0, &home) });
    }
    book
}

/// Former addresses, each with its target, or with that and a status.
fn redirects(file: &str, redirects: &ForeignData, book: &mut Book) {
    for (from, to) in redirects.pairs() {
        let target = to.text().or_else(|| to.get("destination").text());
        book.add_redirects(file, [from.as_str()], target);
        if target.is_none() {
            book.findings.push(made_redirects(file, from));
        }
    }
}

fn pages(origin: Origin<'_>, root: &str) -> Vec<PlacedPage> {
    let read = |path: &str| {
        let text = text(origin.tree, path).unwrap_or_default();
        let front = front::split(&text).front;
        PlacedPage {
            path: path.to_owned(),
            order: front.at("sidebar.order").number(),
            title: front.at("sidebar.label").owned(),
            ..PlacedPage::default()
        }
    };
    pages_below(origin.tree, root).filter(|path| !is_hidden(path)).map(read).collect()
}

struct List<'a> {
    origin: Origin<'a>,
    file: &'a str,
    root: &'a str,
    pages: &'a [PlacedPage],
    known: BTreeSet<String>,
}

impl List<'_> {
    fn items(&mut self, items: &[ForeignData], level: usize, book: &mut Book) {
        for item in items {
            let label = item.get("label").text();
            let slug = item.text().or(item.get("slug").text()).or(item.get("link").text());
            let folder = item.at("autogenerate.directory").text().or(item.get("directory").text());
            let below = item.get("items").items();
            if let Some(slug) = slug {
                self.page(slug, label, level, book);
            } else if let Some(folder) = folder {
                book.entries.extend(label.map(|label| BookEntry::part(level, label)));
                let root = join(self.root, folder).unwrap_or_default();
                let below = if label.is_some() { level + 1 } else { level };
                let mut entries = menu::entries(&root, self.pages, &BTreeMap::new(), below);
                entries
                    .retain(|entry| entry.source.as_ref().is_none_or(|path| self.known.insert(path.clone())));
                // The first level of a group is not that of the guide.
                for entry in &mut entries {
                    entry.is_home = false;
                }
                book.entries.extend(entries);
            } else if let Some(label) = label {
                book.entries.push(BookEntry::part(level, label));
            }
            if level < DEPTH {
                self.items(below, level + 1, book);
            }
        }
    }

    fn page(&mut self, slug: &str, label: Option<&str>, level: usize, book: &mut Book) {
        let finding = |kind, key| {
            let found = ImportFinding::new(kind, key, self.file, 0);
            found.arg("title", label.unwrap_or(slug)).arg("target", slug)
        };
        if is_elsewhere(slug) {
            book.findings.push(finding(FindingKind::LeftOut, "menu-link"));
            return;
        }
        match page(self.origin.tree, self.root, slug.trim_start_matches('/')) {
            None => book.findings.push(finding(FindingKind::Wrong, "missing-in-menu")),
            Some(source) if !self.known.insert(source.clone()) => {
                book.findings.push(finding(FindingKind::Changed, "twice-in-menu"));
            }
            Some(source) => {
                let said =
                    self.pages.iter().find(|page| page.path == source).and_then(|page| page.title.clone());
                let title = label.map(str::to_owned).or(said);
                book.entries.push(BookEntry { title, ..BookEntry::page(level, &source) });
            }
        }
    }
}
