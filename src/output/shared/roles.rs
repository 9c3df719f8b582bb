//! The roles of the registry and their pages.
use crate::model::{EntryKey, Generated, Kind, PageUrl, Site};

/// The roles in the order of the registry.
#[derive(Clone, Debug, Hash)]
pub(crate) struct Roles(Vec<SiteRole>);

/// A role and its page.
#[derive(Clone, Debug, Hash)]
pub(crate) struct SiteRole {
    pub(crate) key: EntryKey,
    pub(crate) name: String,
    pub(crate) short: String,
    pub(crate) description: Option<String>,
    /// From 1; decides its colour and shape.
    pub(crate) number: usize,
    pub(crate) url: Option<PageUrl>,
    pub(crate) is_reader: bool,
}

impl Roles {
    pub(super) fn new(site: &Site) -> Self {
        let mut entries: Vec<_> = site.entries_of(Kind::Role).collect();
        entries.sort_by_key(|entry| entry.span.start);
        let roles = entries.into_iter().enumerate().map(|(at, entry)| SiteRole {
            key: entry.key.clone(),
            name: entry.name().to_owned(),
            short: entry.short_name().to_owned(),
            description: entry.record.text("description").map(str::to_owned),
            number: at + 1,
            url: site.generated.get(&Generated::Role(entry.key.clone())).cloned(),
            is_reader: entry.record.flag("reader").unwrap_or(false),
        });
        Self(roles.collect())
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &SiteRole> {
        self.0.iter()
    }

    /// The role of an entry.
    pub(crate) fn get(&self, key: &EntryKey) -> Option<&SiteRole> {
        self.0.iter().find(|role| role.key == *key)
    }
}
