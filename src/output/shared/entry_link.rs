//! Where the name of an entry leads.
use super::address::RelativeTo;
use crate::model::{Anchor, Entry, EntryKey, EntryPages, Generated, Kind, PageUrl, Site, Value};

/// What a page shows of an entry that it only names.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct EntryLink {
    pub(crate) key: EntryKey,
    pub(crate) name: String,
    pub(crate) to: EntryTarget,
}

/// Where an entry's name leads.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum EntryTarget {
    /// To its card in a directory, or to its own page.
    Page(PageUrl, Option<Anchor>),
    /// To its own web address.
    Web(String),
    /// Its web address is a placeholder.
    Missing,
    /// It has neither a card, a page nor a web address.
    None,
}

impl EntryLink {
    pub(crate) fn new(site: &Site, entry: &Entry) -> Self {
        Self { key: entry.key.clone(), name: entry.name().to_owned(), to: EntryTarget::new(site, entry) }
    }

    /// The address on a page, if the name leads anywhere.
    pub(crate) fn href(&self, from: RelativeTo<'_>) -> Option<String> {
        match &self.to {
            EntryTarget::Page(url, anchor) => Some(from.page(url, anchor.as_ref())),
            EntryTarget::Web(address) => Some(address.clone()),
            EntryTarget::Missing | EntryTarget::None => None,
        }
    }
}

impl EntryTarget {
    fn new(site: &Site, entry: &Entry) -> Self {
        let web = match entry.record.get("url").map(|located| &located.value) {
            Some(Value::Web(address)) => Some(address.0.clone()),
            _ => None,
        };
        let card = || match directory(site, entry.key.kind) {
            Some(url) => Self::Page(url.clone(), Some(card_anchor(&entry.key))),
            None => Self::None,
        };
        match (web, entry.key.kind.pages()) {
            (Some(address), _) => Self::Web(address),
            (None, _) if entry.key.kind.needs_url() => Self::Missing,
            (None, EntryPages::Directory) => card(),
            (None, EntryPages::Each) => match site.generated.get(&Generated::Role(entry.key.clone())) {
                Some(url) => Self::Page(url.clone(), None),
                None => Self::None,
            },
            (None, EntryPages::None) => Self::None,
        }
    }
}

/// The anchor of an entry's card in its directory.
pub(crate) fn card_anchor(key: &EntryKey) -> Anchor {
    Anchor::new(format!("{}-{}", key.kind.scheme(), key.id))
}

/// The page that shows all entries of a kind.
pub(crate) fn directory(site: &Site, kind: Kind) -> Option<&PageUrl> {
    site.directories.get(&kind).or_else(|| site.generated.get(&Generated::Directory(kind)))
}
