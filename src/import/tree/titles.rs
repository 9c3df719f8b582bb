//! The titles that only the whole guide shows to be missing or to say nothing.
use super::drafts::PageDraft;
use crate::import::source::book::Book;
use std::collections::BTreeMap;

/// Gives a page without a title that of the site, and takes names from menus that siblings share: each section of a site may
/// begin with an "Introduction", which told nothing beside the others.
pub(super) fn settle(book: &Book, drafts: &mut [PageDraft], site: &str) {
    for draft in drafts.iter_mut().filter(|draft| !draft.source.is_empty()) {
        if draft.title.as_deref().is_none_or(str::is_empty) && draft.front.title.is_none() {
            draft.front.title = Some(site.to_owned());
        }
    }
    let mut groups: BTreeMap<(usize, String), Vec<usize>> = BTreeMap::new();
    // The numbers of the pages above, by their levels.
    let mut above: Vec<usize> = Vec::new();
    for (number, entry) in book.entries.iter().enumerate() {
        above.truncate(entry.level);
        let parent = above.last().map_or(0, |parent| parent + 1);
        above.push(number);
        if let Some(name) = drafts.get(number).and_then(|draft| draft.front.nav_title.clone()) {
            groups.entry((parent, name)).or_default().push(number);
        }
    }
    for number in groups.into_values().filter(|group| group.len() > 1).flatten() {
        drafts[number].front.nav_title = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::imported::ImportedFront;
    use crate::import::source::book::{AddressRule, BookEntry, Program};
    use crate::import::source::slugs::SlugRule;
    use crate::model::ForeignKind;

    #[test]
    fn names_that_siblings_share_go() {
        let program = Program::new(ForeignKind::Folder, "", SlugRule::Github, AddressRule::None);
        let mut book = Book::new(program);
        let draft = |title: Option<&str>, menu: Option<&str>| PageDraft {
            source: "a.md".into(),
            front: ImportedFront {
                title: title.map(str::to_owned),
                nav_title: menu.map(str::to_owned),
                ..ImportedFront::default()
            },
            ..PageDraft::default()
        };
        let mut drafts = vec![
            draft(Some("A"), Some("Introduction")),
            draft(Some("B"), Some("Introduction")),
            draft(Some("C"), Some("Introduction")),
            draft(None, Some("Other")),
        ];
        book.entries = [0, 1, 0, 0].map(|level| BookEntry::page(level, "a.md")).into();
        settle(&book, &mut drafts, "Site");
        let shown: Vec<_> = drafts.iter().map(|draft| draft.front.nav_title.as_deref()).collect();
        assert_eq!(shown, [None, Some("Introduction"), None, Some("Other")]);
        assert_eq!(drafts[3].front.title.as_deref(), Some("Site"));
    }
}
