//! Orders pages by their folders, for programs without a list of pages.
use crate::import::source::book::BookEntry;
use crate::import::source::paths::{below, is_index, name, stem};
use crate::model::split_order;
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// A page and what decides its place.
#[derive(Clone, Debug, Default)]
pub(super) struct PlacedPage {
    pub(super) path: String,
    /// Its place among its siblings; those without one come last.
    pub(super) order: Option<f64>,
    /// The title that menus show.
    pub(super) title: Option<String>,
    /// What its part of the address is made of.
    pub(super) name: Option<String>,
    pub(super) is_withheld: bool,
    /// Whether it is the page of its folder, where its name does not tell.
    pub(super) is_index: bool,
}

/// What is said about a folder.
#[derive(Clone, Debug, Default)]
pub(super) struct MenuFolder {
    pub(super) order: Option<f64>,
    pub(super) title: Option<String>,
    /// The names of what is in it, in order.
    pub(super) names: Vec<String>,
}

/// A folder with its pages.
#[derive(Default)]
struct MenuBranch<'a> {
    index: Option<&'a PlacedPage>,
    pages: Vec<&'a PlacedPage>,
    folders: BTreeMap<&'a str, Self>,
}

/// The entries of pages below a folder, beginning at a level. `folders` holds what is said about folders, by their paths.
pub(super) fn entries(
    root: &str,
    pages: &[PlacedPage],
    folders: &BTreeMap<String, MenuFolder>,
    level: usize,
) -> Vec<BookEntry> {
    let mut top = MenuBranch::default();
    for page in pages {
        if let Some(inside) = below(root, &page.path) {
            top.add(inside, page);
        }
    }
    let mut entries = Vec::new();
    if let Some(home) = top.index {
        entries.push(BookEntry { is_home: level == 0, ..entry(home, level) });
    }
    top.children(root, folders, level, &mut entries);
    entries
}

fn entry(page: &PlacedPage, level: usize) -> BookEntry {
    let PlacedPage { title, name, is_withheld, .. } = page.clone();
    BookEntry { title, name, is_withheld, ..BookEntry::page(level, &page.path) }
}

impl<'a> MenuBranch<'a> {
    fn add(&mut self, inside: &'a str, page: &'a PlacedPage) {
        let mut branch = self;
        let mut parts = inside.split('/').peekable();
        while let Some(part) = parts.next() {
            if parts.peek().is_some() {
                branch = branch.folders.entry(part).or_default();
            } else if (page.is_index || is_index(part)) && branch.is_better_index(page) {
                branch.pages.extend(branch.index.replace(page));
            } else {
                branch.pages.push(page);
            }
        }
    }

    /// `index.md` is the page of its folder also beside a `README.md`.
    fn is_better_index(&self, page: &PlacedPage) -> bool {
        self.index.is_none_or(|known| {
            stem(&known.path).eq_ignore_ascii_case("readme") && stem(&page.path) == "index"
        })
    }

    fn children(
        &self,
        path: &str,
        folders: &BTreeMap<String, MenuFolder>,
        level: usize,
        entries: &mut Vec<BookEntry>,
    ) {
        let said = folders.get(path);
        let place = |name: &str| {
            let names = said.map_or(&[][..], |folder| &folder.names);
            names.iter().position(|known| known == name || stem(known) == name).unwrap_or(names.len())
        };
        let mut children: Vec<MenuChild<'_, 'a>> = Vec::new();
        for page in &self.pages {
            children.push(MenuChild {
                place: place(name(&page.path)),
                order: page.order,
                name: stem(&page.path),
                what: PlacedItem::Page(page),
            });
        }
        for (name, branch) in &self.folders {
            let path = if path.is_empty() { (*name).to_owned() } else { format!("{path}/{name}") };
            let order = folders.get(&path).and_then(|folder| folder.order);
            let order = order.or_else(|| branch.index.and_then(|index| index.order));
            children.push(MenuChild {
                place: place(name),
                order,
                name,
                what: PlacedItem::Folder(path, branch),
            });
        }
        children.sort_by(MenuChild::compare);
        for child in children {
            match child.what {
                PlacedItem::Page(page) => entries.push(entry(page, level)),
                PlacedItem::Folder(path, branch) => branch.folder(&path, folders, level, entries),
            }
        }
    }

    fn folder(
        &self,
        path: &str,
        folders: &BTreeMap<String, MenuFolder>,
        level: usize,
        entries: &mut Vec<BookEntry>,
    ) {
        let title = folders.get(path).and_then(|folder| folder.title.clone());
        let own = name(path);
        let part = || {
            let title = title.clone().unwrap_or_else(|| title_of(own));
            BookEntry { name: Some(own.to_owned()), ..BookEntry::part(level, &title) }
        };
        let page = self.index.map(|index| entry(index, level));
        let page = page.map(|page| BookEntry { title: title.clone().or(page.title.clone()), ..page });
        entries.push(page.unwrap_or_else(part));
        self.children(path, folders, level + 1, entries);
    }
}

enum PlacedItem<'b, 'a> {
    Page(&'a PlacedPage),
    Folder(String, &'b MenuBranch<'a>),
}

struct MenuChild<'b, 'a> {
    place: usize,
    order: Option<f64>,
    name: &'a str,
    what: PlacedItem<'b, 'a>,
}

impl MenuChild<'_, '_> {
    fn compare(&self, other: &Self) -> Ordering {
        let orders = match (self.order, other.order) {
            (Some(one), Some(two)) => one.total_cmp(&two),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => Ordering::Equal,
        };
        let numbers = |name: &str| split_order(name).0.unwrap_or(u32::MAX);
        self.place
            .cmp(&other.place)
            .then(orders)
            .then_with(|| numbers(self.name).cmp(&numbers(other.name)))
            .then_with(|| self.name.to_lowercase().cmp(&other.name.to_lowercase()))
            .then_with(|| self.name.cmp(other.name))
    }
}

/// The title of a folder without a page: `2-la_coop` is "La coop".
pub(in crate::import) fn title_of(name: &str) -> String {
    let words = split_order(name).1.replace(['-', '_'], " ");
    let words = words.trim();
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_uppercase().collect::<String>());
    first.map_or_else(|| name.to_owned(), |first| first + letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_give_levels_and_numbers_an_order() {
        let page = |path: &str, order| PlacedPage { path: path.to_owned(), order, ..PlacedPage::default() };
        let pages = [
            page("docs/10-b.md", None),
            page("docs/2-a.md", None),
            page("docs/README.md", None),
            page("docs/sub/x.md", None),
            page("docs/z.md", Some(1.0)),
            page("other/y.md", None),
        ];
        let said = BTreeMap::from([(
            "docs/sub".to_owned(),
            MenuFolder { title: Some("Sub!".into()), ..MenuFolder::default() },
        )]);
        let shown: Vec<_> = entries("docs", &pages, &said, 0)
            .into_iter()
            .map(|entry| (entry.level, entry.source.or(entry.title).unwrap_or_default()))
            .collect();
        let expected = [
            (0, "docs/README.md"),
            (0, "docs/z.md"),
            (0, "docs/2-a.md"),
            (0, "docs/10-b.md"),
            (0, "Sub!"),
            (1, "docs/sub/x.md"),
        ];
        assert_eq!(shown, expected.map(|(level, text)| (level, text.to_owned())));
        assert_eq!(title_of("2-la_coop"), "La coop");
    }
}
