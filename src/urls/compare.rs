//! The lock and the site side by side, in the order of addresses.
use super::lost::{Lost, Meant, What, lost};
use super::published::{Answer, Published};
use crate::model::{Fingerprint, LockLine, LockState, Page, Parsed, Site, UrlLock};
use crate::stamp::Group;

/// What happened to an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The lock does not know it.
    New,
    /// It leads to another by now.
    Moved,
    /// Its heading has another name; the old one still leads there.
    Reworded,
    /// Nothing answers.
    Vanished,
}

/// One address that is not what it was.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// From the site's root, with the anchor.
    pub address: String,
    /// What happened to it.
    pub kind: Kind,
    /// Where it leads, or what it has probably become.
    pub to: Vec<String>,
}

/// Everything that is not as the lock says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// By address.
    pub changes: Vec<Change>,
}

impl Difference {
    /// Compares.
    pub fn new(lock: &UrlLock, published: &Published<'_>, site: &Site, parsed: &Parsed) -> Self {
        let mut changes: Vec<Change> =
            lost(lock, published, site, parsed).iter().map(|lost| vanished(lock, lost)).collect();
        let mut known: Group<&str> = Group::default();
        let mut reached: Group<&str> = Group::default();
        for (line, anchors) in lock.groups() {
            let address = lock.address(line);
            known.insert(address);
            match published.at(address) {
                Some(Answer::Page(page)) => of_page(lock, address, page, anchors, &mut changes),
                Some(Answer::Alias(page)) if matches!(line.state, LockState::There(_)) => {
                    reached.insert(page.url.as_str());
                    let to = vec![page.url.to_string()];
                    changes.push(Change { address: address.to_owned(), kind: Kind::Moved, to });
                }
                _ => {}
            }
        }
        let targets: Group<String> = changes.iter().flat_map(|change| change.to.iter().cloned()).collect();
        for (address, answer) in published.sorted() {
            let is_new = !known.contains(address) && !reached.contains(address) && !targets.contains(address);
            if is_new && !matches!(answer, Answer::Gone(_)) {
                changes.push(Change { address: address.to_owned(), kind: Kind::New, to: Vec::new() });
            }
        }
        changes.sort();
        Self { changes }
    }

    /// How many addresses something happened to.
    pub fn count(&self, kind: Kind) -> usize {
        self.changes.iter().filter(|change| change.kind == kind).count()
    }
}

fn vanished(lock: &UrlLock, lost: &Lost<'_>) -> Change {
    let address = lock.address(lost.line);
    let (address, to) = match &lost.what {
        What::Page(meant) => {
            let to = match meant {
                Meant::Certain(page) => vec![page.url.to_string()],
                Meant::Likely(pages) => pages.iter().map(|page| page.url.to_string()).collect(),
                Meant::Spelling(other) => vec![(*other).to_owned()],
            };
            (address.to_owned(), to)
        }
        What::Draft(_) => (address.to_owned(), Vec::new()),
        What::File(same) => (address.to_owned(), same.iter().map(ToString::to_string).collect()),
        What::Anchor(page, meant) => {
            let headings = match meant {
                Meant::Certain(heading) => vec![*heading],
                Meant::Likely(headings) => headings.clone(),
                Meant::Spelling(_) => Vec::new(),
            };
            let to = headings.iter().map(|heading| format!("{}#{}", page.url, heading.value.anchor));
            (format!("{}{address}", page.url), to.collect())
        }
    };
    Change { address, kind: Kind::Vanished, to }
}

/// Anchors of a page that are new, and those that it keeps under another heading.
fn of_page(lock: &UrlLock, address: &str, page: &Page, anchors: &[LockLine], changes: &mut Vec<Change>) {
    let name = |line: &LockLine| lock.address(line).trim_start_matches('#');
    let outline = &*page.outline;
    let known: Group<&str> = anchors.iter().map(name).collect();
    let former: Group<&str> = outline.former.iter().map(crate::model::Anchor::as_str).collect();
    let reworded = anchors.iter().filter(|line| {
        let had_text = !matches!(line.state, LockState::There(Fingerprint::NONE));
        had_text && former.contains(name(line))
    });
    let change = |name: &str, kind| Change { address: format!("{address}#{name}"), kind, to: Vec::new() };
    changes.extend(reworded.map(|line| change(name(line), Kind::Reworded)));
    let fresh = outline.headings.iter().map(|heading| heading.anchor.as_str());
    changes.extend(fresh.filter(|name| !known.contains(name)).map(|name| change(name, Kind::New)));
}
