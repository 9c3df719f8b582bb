//! Where the links of a body lead, as far as its page depends on it.
use super::entry_link::EntryLink;
use crate::model::{Anchor, Body, EntryKey, OutPath, PageUrl, Site, SourcePath, Target};
use crate::stamp::{Stamped, Table};

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
    /// Made once, because pages name the same entries often.
    entries: Table<&'a EntryKey, Stamped<EntryLink>>,
}

impl<'a> TargetResolver<'a> {
    pub(crate) fn new(site: &'a Site) -> Self {
        let links = site.entries.iter().map(|(key, entry)| (key, Stamped::new(EntryLink::new(site, entry))));
        Self { site, entries: links.collect() }
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
                self.entries.get(key).cloned().map_or(ResolvedTarget::Nowhere, ResolvedTarget::Entry)
            }
            Target::Nowhere => ResolvedTarget::Nowhere,
        }
    }
}
