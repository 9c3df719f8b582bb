//! Addresses of the lock that the site does not have any more, and what became of them.
use super::fingerprint;
use super::published::{PublishedTarget, PublishedUrls, unpublished};
use crate::model::{
    Anchor, Document, Fingerprint, Heading, Located, LockLine, LockState, Page, Parsed, Site, SourcePath,
    UrlLock, split_order,
};
use crate::stamp::{KeySet, Table};
use crate::text::nearest::nearest;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// An address or an anchor that the site does not have.
#[derive(Debug)]
pub struct LostAddress<'a> {
    /// Its line of the lock.
    pub line: &'a LockLine,
    /// What was there, and what became of it.
    pub target: LostTarget<'a>,
}

/// What was at a lost address, with what became of it.
#[derive(Debug)]
pub enum LostTarget<'a> {
    /// A page.
    Page(Successor<'a, &'a Page>),
    /// A page that is a draft now: its file.
    Draft(&'a SourcePath),
    /// A file: the addresses that now have the same bytes.
    File(Vec<Cow<'a, str>>),
    /// An anchor of a page.
    Anchor(&'a Page, Successor<'a, &'a Located<Heading>>),
}

/// What took the place of something lost.
#[derive(Debug)]
pub enum Successor<'a, T> {
    /// This, for certain.
    Certain(T),
    /// Perhaps one of these; often none.
    Likely(Vec<T>),
    /// Another address that differs only by case, which some file systems confuse with it.
    OtherSpelling(&'a str),
}

/// All lost addresses, in the order of the lock.
pub fn find_lost<'a>(
    lock: &'a UrlLock,
    published: &'a PublishedUrls<'a>,
    site: &'a Site,
    parsed: &'a Parsed,
) -> Vec<LostAddress<'a>> {
    let mut found = Vec::new();
    let mut missing = Vec::new();
    for (line, anchors) in lock.groups().filter(|(line, _)| !line.state.is_gone()) {
        match published.at(lock.address(line)) {
            Some(PublishedTarget::Page(page)) => lost_anchors(lock, page, anchors, parsed, &mut found),
            Some(PublishedTarget::Alias(page)) => {
                // Only a page that moved takes its headings along. One that was merged into another does not.
                if !anchors.is_empty() && is_same(page, line, anchors, parsed) {
                    lost_anchors(lock, page, anchors, parsed, &mut found);
                }
            }
            Some(_) => {}
            None => missing.push((line, anchors)),
        }
    }
    if !missing.is_empty() {
        let new_pages = NewPages::new(lock, published, site, parsed);
        for (line, anchors) in missing {
            new_pages.add_lost(line, anchors, &mut found);
        }
        found.sort_by_key(|lost| lost.line.start);
    }
    found
}

/// Whether a page is that of a line, judged by its text or by that of most of its sections.
fn is_same(page: &Page, line: &LockLine, anchors: &[LockLine], parsed: &Parsed) -> bool {
    parsed.document(page).is_some_and(|document| {
        line.state == LockState::There(fingerprint::page(document))
            || is_most(locked_sections(anchors).intersection(&sections(document)).count(), anchors)
    })
}

/// The fingerprints of sections that the lock has of a page.
fn locked_sections(anchors: &[LockLine]) -> BTreeSet<Fingerprint> {
    anchors.iter().filter_map(fingerprint_of).collect()
}

/// The fingerprints of the sections of a page.
fn sections(document: &Document) -> BTreeSet<Fingerprint> {
    fingerprint::sections(document).into_iter().filter(|print| *print != Fingerprint::NONE).collect()
}

/// Whether that many sections are more than half of those that a page had, and at least two.
fn is_most(shared: usize, anchors: &[LockLine]) -> bool {
    shared >= 2 && shared * 2 > locked_sections(anchors).len()
}

/// Adds the anchors that a page does not have any more.
fn lost_anchors<'a>(
    lock: &'a UrlLock,
    page: &'a Page,
    anchors: &'a [LockLine],
    parsed: &'a Parsed,
    found: &mut Vec<LostAddress<'a>>,
) {
    let name = |line: &LockLine| lock.address(line).trim_start_matches('#');
    // The common case is quick: all are there, in the same order.
    let mut headings = page.outline.headings.iter().map(|heading| &heading.anchor);
    if anchors.iter().all(|line| headings.next().is_some_and(|anchor| anchor.as_str() == name(line))) {
        return;
    }
    let outline = &*page.outline;
    let present = outline.headings.iter().map(|heading| &heading.anchor).chain(&outline.anchors);
    let present: KeySet<&str> = present.map(Anchor::as_str).collect();
    let lost: Vec<_> =
        anchors.iter().filter(|line| !line.state.is_gone() && !present.contains(name(line))).collect();
    if lost.is_empty() {
        return;
    }
    let Some(document) = parsed.document(page) else {
        found.extend(lost.into_iter().map(|line| LostAddress {
            line,
            target: LostTarget::Anchor(page, Successor::Likely(Vec::new())),
        }));
        return;
    };
    let before: KeySet<&str> = anchors.iter().map(name).collect();
    let headings =
        document.content.headings.iter().filter(|heading| !heading.value.anchor.as_str().is_empty());
    let new: Vec<(&Located<Heading>, Fingerprint)> = headings
        .zip(fingerprint::sections(document))
        .filter(|(heading, _)| !before.contains(heading.value.anchor.as_str()))
        .collect();
    let mut by_print: Table<Fingerprint, Vec<usize>> = Table::default();
    for (number, (_, print)) in new.iter().enumerate() {
        by_print.entry(*print).or_default().push(number);
    }
    let mut lost_by_print: Table<Fingerprint, usize> = Table::default();
    for print in lost.iter().filter_map(|line| fingerprint_of(line)) {
        *lost_by_print.entry(print).or_default() += 1;
    }
    let heading = |number: &usize| new[*number].0;
    for (count, line) in lost.iter().copied().enumerate() {
        let same =
            fingerprint_of(line).and_then(|print| Some((by_print.get(&print)?, lost_by_print.get(&print))));
        let successor = match same {
            Some((numbers, Some(1))) if numbers.len() == 1 => Successor::Certain(heading(&numbers[0])),
            Some((numbers, _)) => Successor::Likely(numbers.iter().take(3).map(heading).collect()),
            None if new.len() == 1 && lost.len() == 1 => Successor::Likely(vec![new[0].0]),
            None if count < MAX_GUESSES => {
                let names = new.iter().take(MAX_COMPARED).map(|(heading, _)| heading.value.anchor.as_str());
                let near = nearest(name(line), names);
                let near = new.iter().find(|(heading, _)| Some(heading.value.anchor.as_str()) == near);
                Successor::Likely(near.map(|(heading, _)| *heading).into_iter().collect())
            }
            None => Successor::Likely(Vec::new()),
        };
        found.push(LostAddress { line, target: LostTarget::Anchor(page, successor) });
    }
}

/// For how many lost anchors of one page the nearest name is looked for.
const MAX_GUESSES: usize = 100;
/// How many names are compared for each.
const MAX_COMPARED: usize = 200;

/// The fingerprint of a line, if it has one.
fn fingerprint_of(line: &LockLine) -> Option<Fingerprint> {
    match line.state {
        LockState::There(print) if print != Fingerprint::NONE => Some(print),
        _ => None,
    }
}

/// Pages and files that are not in the lock, by what identifies them. Only made when an address is lost.
struct NewPages<'a> {
    lock: &'a UrlLock,
    published: &'a PublishedUrls<'a>,
    parsed: &'a Parsed,
    new: Vec<&'a Page>,
    by_print: Table<Fingerprint, Vec<usize>>,
    by_section: Table<Fingerprint, Vec<usize>>,
    by_part: Table<String, Vec<usize>>,
    files: Table<Fingerprint, Vec<Cow<'a, str>>>,
    folded: Table<String, &'a str>,
    expired: KeySet<String>,
    drafts: Table<String, &'a SourcePath>,
}

/// A section that more pages than this have identifies none of them.
const MAX_SHARED: usize = 8;

impl<'a> NewPages<'a> {
    fn new(lock: &'a UrlLock, published: &'a PublishedUrls<'a>, site: &'a Site, parsed: &'a Parsed) -> Self {
        let old: KeySet<&str> = lock.groups().map(|(line, _)| lock.address(line)).collect();
        let (expired, drafts) = unpublished(site, parsed);
        let mut moves = Self {
            lock,
            published,
            parsed,
            new: Vec::new(),
            by_print: Table::default(),
            by_section: Table::default(),
            by_part: Table::default(),
            files: Table::default(),
            folded: Table::default(),
            expired,
            drafts,
        };
        for (address, target) in published.sorted() {
            moves.folded.entry(address.to_lowercase()).or_insert(address);
            match target {
                PublishedTarget::Page(page) if !old.contains(address) => moves.add(page),
                PublishedTarget::File(stamp) if !old.contains(address) => {
                    let print = fingerprint::of_stamp(stamp);
                    moves.files.entry(print).or_default().push(Cow::Borrowed(address));
                }
                _ => {}
            }
        }
        moves
    }

    fn add(&mut self, page: &'a Page) {
        let Some(document) = self.parsed.document(page).filter(|document| !document.outline.draft) else {
            return;
        };
        let number = self.new.len();
        self.new.push(page);
        self.by_print.entry(fingerprint::page(document)).or_default().push(number);
        for print in sections(document) {
            self.by_section.entry(print).or_default().push(number);
        }
        self.by_part.entry(last_part(page.url.as_str()).to_owned()).or_default().push(number);
    }

    fn add_lost(&self, line: &'a LockLine, anchors: &'a [LockLine], found: &mut Vec<LostAddress<'a>>) {
        let address = self.lock.address(line);
        if self.expired.contains(address) {
            return;
        }
        let target = if let Some(path) = self.drafts.get(address) {
            LostTarget::Draft(path)
        } else if address.ends_with('/') || matches!(line.state, LockState::Alias(..)) {
            let successor = self.page(address, line, anchors);
            if let Successor::Certain(page) = successor {
                lost_anchors(self.lock, page, anchors, self.parsed, found);
            }
            LostTarget::Page(successor)
        } else {
            let same = match line.state {
                LockState::There(print) => self.files.get(&print).cloned().unwrap_or_default(),
                _ => Vec::new(),
            };
            LostTarget::File(same)
        };
        found.push(LostAddress { line, target });
    }

    /// What became of a page.
    fn page(&self, address: &str, line: &LockLine, anchors: &[LockLine]) -> Successor<'a, &'a Page> {
        if let Some(other) = self.folded.get(&address.to_lowercase()) {
            return Successor::OtherSpelling(other);
        }
        let print = match line.state {
            LockState::Alias(from, to) => return self.alias_target(self.lock.str(from, to)),
            LockState::There(print) => print,
            LockState::Gone(..) => Fingerprint::NONE,
        };
        let same = self.by_print.get(&print).filter(|_| print != Fingerprint::NONE);
        if let Some(same) = same {
            return self.choose(same, true);
        }
        let mut votes: BTreeMap<usize, usize> = BTreeMap::new();
        for print in locked_sections(anchors) {
            for number in
                self.by_section.get(&print).filter(|pages| pages.len() <= MAX_SHARED).into_iter().flatten()
            {
                *votes.entry(*number).or_default() += 1;
            }
        }
        if let Some(most_votes) = votes.values().max().copied() {
            let best: Vec<_> =
                votes.iter().filter(|(_, votes)| **votes == most_votes).map(|(page, _)| *page).collect();
            return self.choose(&best, is_most(most_votes, anchors));
        }
        let part = last_part(address);
        self.choose(self.by_part.get(part).map_or(&[][..], Vec::as_slice), false)
    }

    /// The page to which a former address redirected, or the one that replaced it.
    fn alias_target(&self, address: &str) -> Successor<'a, &'a Page> {
        match self.published.at(address) {
            Some(PublishedTarget::Page(page) | PublishedTarget::Alias(page)) if page.written => {
                Successor::Certain(page)
            }
            _ => Successor::Likely(Vec::new()),
        }
    }

    fn choose(&self, pages: &[usize], certain: bool) -> Successor<'a, &'a Page> {
        match pages {
            [one] if certain => Successor::Certain(self.new[*one]),
            _ => Successor::Likely(pages.iter().take(3).map(|number| self.new[*number]).collect()),
        }
    }
}

/// The last part of an address, without a number in front.
fn last_part(address: &str) -> &str {
    split_order(address.trim_end_matches('/').rsplit('/').next().unwrap_or_default()).1
}
