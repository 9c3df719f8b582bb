//! A folder of Markdown files as forges show it: `README.md` is the page of its folder, and names give the order.
use super::links::{is_hidden, pages_below};
use super::menu::{self, PlacedPage};
use crate::import::source::book::{AddressRule, Book, BookEntry, Program};
use crate::import::source::files::Origin;
use crate::import::source::slugs::SlugRule;
use std::collections::BTreeMap;

/// Reads the pages of a folder.
pub(super) fn read(origin: Origin<'_>) -> Book {
    let mut book = Book::new(Program::new(origin.kind, origin.folder, SlugRule::Github, AddressRule::None));
    book.entries = by_folders(origin, origin.folder);
    book.is_by_name = true;
    book
}

/// The pages below a folder, by name.
pub(super) fn by_folders(origin: Origin<'_>, root: &str) -> Vec<BookEntry> {
    let pages = pages_below(origin.tree, root).filter(|path| !is_hidden(path));
    let page = |path: &str| PlacedPage { path: path.to_owned(), ..PlacedPage::default() };
    let pages: Vec<PlacedPage> = pages.map(page).collect();
    menu::entries(root, &pages, &BTreeMap::new(), 0)
}
