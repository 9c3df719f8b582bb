//! Where the links of a body lead, as far as its page depends on it.
use super::entry_link::EntryLink;
use crate::model::{Anchor, Body, Entry, EntryKey, OutPath, PageUrl, Site, SourcePath, Target};
use crate::stamp::{Stamped, Table};
use std::sync::Arc;

/// Where a target leads.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum ResolvedTarget {
    /// To a page, and an anchor in it.
    Page(PageUrl, Option<Anchor>),
    /// To a published file, with what follows its name (`#page=2`) and the size of a picture.
    File(OutPath, String, Option<(u32, u32)>),
    /// To a mail address or a telephone.
    Plain(String),
    /// To another site.
    Web(String),
    /// To an entry of the registry.
    Entry(Stamped<EntryLink>),
    /// Nowhere: only the text is shown.
    Nowhere,
}

/// Resolves the targets of all bodies.
#[derive(Debug)]
pub(crate) struct TargetResolver<'a> {
    pub(crate) site: &'a Site,
    entries: Arc<EntryLinks>,
}

/// What pages show of every entry that they name. Made once, because they name the same entries often.
#[derive(Debug)]
pub(crate) struct EntryLinks(Table<EntryKey, Stamped<EntryLink>>);

impl EntryLinks {
    pub(crate) fn new(site: &Site) -> Arc<Self> {
        let link = |(key, entry): (&EntryKey, &Stamped<Entry>)| {
            (key.clone(), Stamped::new(EntryLink::new(site, entry)))
        };
        Arc::new(Self(site.entries.iter().map(link).collect()))
    }
}

impl<'a> TargetResolver<'a> {
    pub(crate) fn new(site: &'a Site, entries: Arc<EntryLinks>) -> Self {
        Self { site, entries }
    }

    /// Where every target of a body leads, in their order.
    pub(crate) fn targets(&self, body: &Body) -> Vec<ResolvedTarget> {
        body.targets.iter().map(|target| self.resolve(target)).collect()
    }

    fn file(&self, source: &SourcePath, after: String) -> ResolvedTarget {
        match self.site.asset(source) {
            Some(asset) => ResolvedTarget::File(asset.path.clone(), after, asset.picture.size()),
            None => ResolvedTarget::Nowhere,
        }
    }

    fn resolve(&self, target: &Target) -> ResolvedTarget {
        match target {
            Target::Page(source, anchor) => {
                if let Some(page) = self.site.page_of(source) {
                    return ResolvedTarget::Page(page.url.clone(), anchor.clone());
                }
                // A file may have no ending.
                let after = anchor.as_ref().map_or_else(String::new, |anchor| format!("#{anchor}"));
                self.file(source, after)
            }
            Target::Asset(source, after) => self.file(source, after.clone()),
            Target::Web(address) => ResolvedTarget::Web(address.clone()),
            Target::Mail(address) | Target::Phone(address) => ResolvedTarget::Plain(address.clone()),
            Target::Entry(key) => {
                self.entries.0.get(key).cloned().map_or(ResolvedTarget::Nowhere, ResolvedTarget::Entry)
            }
            Target::Nowhere => ResolvedTarget::Nowhere,
        }
    }
}
