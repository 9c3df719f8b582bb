//! The names of checklists, as files and on the command line.
use super::tasks::{ByRole, by_role};
use crate::language;
use crate::model::{Anchor, EntryKey, Language, OutPath, PageId, Site};
use crate::stamp::Stamp;
use crate::text::slug::{Unique, slug};
use std::collections::BTreeMap;

/// A checklist with a sheet of its own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum ChecklistKey {
    /// A list of a page, by its number from 0.
    Page(PageId, usize),
    /// All tasks of a role.
    Role(EntryKey),
}

/// The unique name of each checklist: the id of a role, or the page's address with the anchor of the list.
#[derive(Clone, Debug, Default)]
pub(crate) struct ChecklistNames(BTreeMap<ChecklistKey, String>);

/// The longest name, in bytes, before it is cut.
const LONGEST: usize = 100;

impl ChecklistNames {
    pub(crate) fn new(site: &Site) -> Self {
        let (mut unique, Self(mut names)) = Self::with_roles(site, &by_role(site));
        for (page, number) in site.pages.iter().zip(0..) {
            for (at, list) in page.outline.checklists.iter().enumerate() {
                let name = name(page.url.as_str(), list.anchor.as_ref());
                names.insert(
                    ChecklistKey::Page(PageId(number), at),
                    unique.name(&name, "checklist").to_string(),
                );
            }
        }
        Self(names)
    }

    /// The names of the roles' checklists only. They have the first choice of names.
    pub(crate) fn of_roles(site: &Site, by_role: &ByRole<'_>) -> Self {
        Self::with_roles(site, by_role).1
    }

    fn with_roles(site: &Site, by_role: &ByRole<'_>) -> (Unique, Self) {
        let mut unique = Unique::default();
        let known = by_role.keys().filter(|key| site.entry(key).is_some());
        let names = known.map(|key| {
            (ChecklistKey::Role((*key).clone()), unique.name(key.id.as_str(), "role").to_string())
        });
        let names = names.collect();
        (unique, Self(names))
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&ChecklistKey, &String)> {
        self.0.iter()
    }
}

fn name(page: &str, anchor: Option<&Anchor>) -> String {
    let full = slug(&format!("{page} {}", anchor.map(Anchor::as_str).unwrap_or_default()).replace('/', " "));
    if full.len() <= LONGEST {
        return full;
    }
    // The mark of the full name keeps the cut one unique. A slug is ASCII, so any cut is valid.
    let cut = full[..LONGEST].rfind('-').unwrap_or(LONGEST);
    format!("{}-{}", &full[..cut], Stamp::of_bytes(full.as_bytes()).short())
}

/// Where the PDF of a checklist is published.
pub(crate) fn pdf_path(language: Language, name: &str) -> OutPath {
    OutPath::new(format!("{}/{name}.pdf", language::of(language).checklists))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_holds_page_and_anchor() {
        assert_eq!(
            name("/recruter/candidature/", Some(&Anchor::new("la-candidature"))),
            "recruter-candidature-la-candidature"
        );
        assert_eq!(name("/", Some(&Anchor::new("été"))), "ete");
        assert_eq!(name("/a/", None), "a");
        let long = name("/", Some(&Anchor::new("mot-".repeat(60))));
        assert!(long.len() <= LONGEST + 9 && long.starts_with("mot-mot-"), "{long}");
    }
}
