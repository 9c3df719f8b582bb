//! The differences between the lock and the site, in the order of addresses.
use super::lost::{LostAddress, LostTarget, Successor, find_lost};
use super::published::{PublishedTarget, PublishedUrls};
use crate::model::{Fingerprint, LockLine, LockState, Page, Parsed, Site, UrlLock};
use crate::stamp::KeySet;

/// What happened to an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeKind {
    /// It is not in the lock.
    New,
    /// It redirects to another one.
    Moved,
    /// The heading has another anchor now; the old one still works.
    Reworded,
    /// The site does not have it.
    Vanished,
}

/// One address that differs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// From the root of the site, with the anchor.
    pub address: String,
    /// What happened to it.
    pub kind: ChangeKind,
    /// Where it redirects, or what probably became of it.
    pub to: Vec<String>,
}

/// Everything in which the site differs from the lock.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// By address.
    pub changes: Vec<Change>,
}

impl Difference {
    /// Compares a site with its lock.
    pub fn new(lock: &UrlLock, published: &PublishedUrls<'_>, site: &Site, parsed: &Parsed) -> Self {
        let mut changes: Vec<Change> =
            find_lost(lock, published, site, parsed).iter().map(|lost| vanished(lock, lost)).collect();
        let mut known: KeySet<&str> = KeySet::default();
        let mut reached: KeySet<&str> = KeySet::default();
        for (line, anchors) in lock.groups() {
            let address = lock.address(line);
            known.insert(address);
            match published.at(address) {
                Some(PublishedTarget::Page(page)) => of_page(lock, address, page, anchors, &mut changes),
                Some(PublishedTarget::Alias(page)) if matches!(line.state, LockState::There(_)) => {
                    reached.insert(page.url.as_str());
                    let to = vec![page.url.to_string()];
                    changes.push(Change { address: address.to_owned(), kind: ChangeKind::Moved, to });
                }
                _ => {}
            }
        }
        let targets: KeySet<String> = changes.iter().flat_map(|change| change.to.iter().cloned()).collect();
        for (address, target) in published.sorted() {
            let is_new = !known.contains(address) && !reached.contains(address) && !targets.contains(address);
            if is_new && !matches!(target, PublishedTarget::Gone(_)) {
                changes.push(Change { address: address.to_owned(), kind: ChangeKind::New, to: Vec::new() });
            }
        }
        changes.sort();
        Self { changes }
    }

    /// How many addresses changed in that way.
    pub fn count(&self, kind: ChangeKind) -> usize {
        self.changes.iter().filter(|change| change.kind == kind).count()
    }
}

fn vanished(lock: &UrlLock, lost: &LostAddress<'_>) -> Change {
    let address = lock.address(lost.line);
    let (address, to) = match &lost.target {
        LostTarget::Page(successor) => {
            let to = match successor {
                Successor::Certain(page) => vec![page.url.to_string()],
                Successor::Likely(pages) => pages.iter().map(|page| page.url.to_string()).collect(),
                Successor::OtherSpelling(other) => vec![(*other).to_owned()],
            };
            (address.to_owned(), to)
        }
        LostTarget::Draft(_) => (address.to_owned(), Vec::new()),
        LostTarget::File(same) => (address.to_owned(), same.iter().map(ToString::to_string).collect()),
        LostTarget::Anchor(page, successor) => {
            let headings = match successor {
                Successor::Certain(heading) => vec![*heading],
                Successor::Likely(headings) => headings.clone(),
                Successor::OtherSpelling(_) => Vec::new(),
            };
            let to = headings.iter().map(|heading| format!("{}#{}", page.url, heading.value.anchor));
            (format!("{}{address}", page.url), to.collect())
        }
    };
    Change { address, kind: ChangeKind::Vanished, to }
}

/// Anchors of a page that are new, and former ones that it keeps.
fn of_page(lock: &UrlLock, address: &str, page: &Page, anchors: &[LockLine], changes: &mut Vec<Change>) {
    let name = |line: &LockLine| lock.address(line).trim_start_matches('#');
    let outline = &*page.outline;
    let known: KeySet<&str> = anchors.iter().map(name).collect();
    let former: KeySet<&str> = outline.former.iter().map(crate::model::Anchor::as_str).collect();
    let reworded = anchors.iter().filter(|line| {
        let had_text = !matches!(line.state, LockState::There(Fingerprint::NONE));
        had_text && former.contains(name(line))
    });
    let change = |name: &str, kind| Change { address: format!("{address}#{name}"), kind, to: Vec::new() };
    changes.extend(reworded.map(|line| change(name(line), ChangeKind::Reworded)));
    let fresh = outline.headings.iter().map(|heading| heading.anchor.as_str());
    changes.extend(fresh.filter(|name| !known.contains(name)).map(|name| change(name, ChangeKind::New)));
}
