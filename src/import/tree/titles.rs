//! Titles that depend on more than their page: that of the site, and those of siblings.
use super::drafts::PageDraft;
use crate::import::readers::title_of;
use crate::import::source::book::Book;
use crate::import::source::paths::{folder, is_index, name};
use std::collections::BTreeMap;

/// A page without a title gets that of the site. Where siblings share a name in the menu ("Introduction"), their titles stand
/// there instead, or the names of their folders.
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
        let Some(draft) = drafts.get(number) else { continue };
        let title = draft.front.title.as_ref().or(draft.title.as_ref());
        let title = title.filter(|_| is_index(&draft.source) && !entry.is_home);
        if let Some(name) = draft.front.nav_title.as_ref().or(title) {
            groups.entry((parent, name.clone())).or_default().push(number);
        }
    }
    for number in groups.into_values().filter(|group| group.len() > 1).flatten() {
        let draft = &mut drafts[number];
        let own = folder(&draft.source);
        if draft.front.nav_title.take().is_none() && !own.is_empty() {
            draft.front.nav_title = Some(title_of(name(own)));
        }
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
        let section = |source: &str| PageDraft { source: source.into(), ..draft(Some("Start"), None) };
        let mut drafts = vec![
            draft(Some("A"), Some("Introduction")),
            draft(Some("B"), Some("Introduction")),
            draft(Some("C"), Some("Introduction")),
            draft(None, Some("Other")),
            section("first-part/README.md"),
            section("second/index.md"),
        ];
        book.entries = [0, 1, 0, 0].map(|level| BookEntry::page(level, "a.md")).into();
        book.entries.extend([BookEntry::page(0, ""), BookEntry::page(0, "")]);
        settle(&book, &mut drafts, "Site");
        let shown: Vec<_> = drafts.iter().map(|draft| draft.front.nav_title.as_deref()).collect();
        assert_eq!(
            shown,
            [None, Some("Introduction"), None, Some("Other"), Some("First part"), Some("Second")]
        );
        assert_eq!(drafts[3].front.title.as_deref(), Some("Site"));
    }
}
