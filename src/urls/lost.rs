//! Addresses of the lock that nothing answers any more, and what has become of them.
use super::fingerprint;
use super::published::{Answer, Published, unpublished};
use crate::model::{
    Anchor, Document, Fingerprint, Heading, Located, LockLine, LockState, Page, Parsed, Site, SourcePath,
    UrlLock, split_order,
};
use crate::stamp::{Group, Table};
use crate::text::nearest::nearest;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// An address or an anchor that is lost.
#[derive(Debug)]
pub struct Lost<'a> {
    /// Its line.
    pub line: &'a LockLine,
    /// What it was.
    pub what: What<'a>,
}

/// What was at a lost address.
#[derive(Debug)]
pub enum What<'a> {
    /// A page.
    Page(Meant<'a, &'a Page>),
    /// A page that is a draft now.
    Draft(&'a SourcePath),
    /// A file, and the addresses where the same bytes are now.
    File(Vec<Cow<'a, str>>),
    /// A heading of a page.
    Anchor(&'a Page, Meant<'a, &'a Located<Heading>>),
}

/// What has become of it.
#[derive(Debug)]
pub enum Meant<'a, T> {
    /// It is this, beyond doubt.
    Certain(T),
    /// It may be one of these.
    Likely(Vec<T>),
    /// It is written in other letters that some file systems take for the same.
    Spelling(&'a str),
}

/// Everything of the lock that is lost, in its order.
pub fn lost<'a>(
    lock: &'a UrlLock,
    published: &'a Published<'a>,
    site: &'a Site,
    parsed: &'a Parsed,
) -> Vec<Lost<'a>> {
    let mut found = Vec::new();
    let mut gone = Vec::new();
    for (line, anchors) in lock.groups().filter(|(line, _)| !line.state.is_gone()) {
        match published.at(lock.address(line)) {
            Some(Answer::Page(page)) => lost_anchors(lock, page, anchors, parsed, &mut found),
            Some(Answer::Alias(page)) => {
                // A page that was put into another leaves its headings behind; one that moved takes them along.
                if !anchors.is_empty() && is_same(page, line, anchors, parsed) {
                    lost_anchors(lock, page, anchors, parsed, &mut found);
                }
            }
            Some(_) => {}
            None => gone.push((line, anchors)),
        }
    }
    if !gone.is_empty() {
        let moves = Moves::new(lock, published, site, parsed);
        for (line, anchors) in gone {
            moves.tell(line, anchors, &mut found);
        }
        found.sort_by_key(|lost| lost.line.start);
    }
    found
}

fn document<'a>(parsed: &'a Parsed, page: &Page) -> Option<&'a Document> {
    parsed.pages.get(&page.source).filter(|_| page.written).map(|kept| &kept.value.value)
}

/// Whether a page is the one of a line, by its text or by that of most of its sections.
fn is_same(page: &Page, line: &LockLine, anchors: &[LockLine], parsed: &Parsed) -> bool {
    document(parsed, page).is_some_and(|document| {
        line.state == LockState::There(fingerprint::page(document))
            || most(shared(&known(anchors), &own(document)), anchors)
    })
}

/// The sections that the lock knows of a page.
fn known(anchors: &[LockLine]) -> BTreeSet<Fingerprint> {
    anchors.iter().filter_map(text_of).collect()
}

fn own(document: &Document) -> BTreeSet<Fingerprint> {
    fingerprint::sections(document).into_iter().filter(|print| *print != Fingerprint::NONE).collect()
}

fn shared(known: &BTreeSet<Fingerprint>, own: &BTreeSet<Fingerprint>) -> usize {
    own.iter().filter(|print| known.contains(*print)).count()
}

/// Whether so many sections, two at least, are more than half of those that a page had.
fn most(shared: usize, anchors: &[LockLine]) -> bool {
    shared >= 2 && shared * 2 > known(anchors).len()
}

/// The anchors of a page that it has no more.
fn lost_anchors<'a>(
    lock: &'a UrlLock,
    page: &'a Page,
    anchors: &'a [LockLine],
    parsed: &'a Parsed,
    found: &mut Vec<Lost<'a>>,
) {
    let name = |line: &LockLine| lock.address(line).trim_start_matches('#');
    // As a rule all are there, in the same order.
    let mut headings = page.outline.headings.iter().map(|heading| &heading.anchor);
    if anchors.iter().all(|line| headings.next().is_some_and(|anchor| anchor.as_str() == name(line))) {
        return;
    }
    let outline = &*page.outline;
    let places = outline.headings.iter().map(|heading| &heading.anchor).chain(&outline.anchors);
    let places: Group<&str> = places.map(Anchor::as_str).collect();
    let lost: Vec<_> =
        anchors.iter().filter(|line| !line.state.is_gone() && !places.contains(name(line))).collect();
    if lost.is_empty() {
        return;
    }
    let Some(document) = document(parsed, page) else {
        found.extend(
            lost.into_iter().map(|line| Lost { line, what: What::Anchor(page, Meant::Likely(Vec::new())) }),
        );
        return;
    };
    let before: Group<&str> = anchors.iter().map(name).collect();
    let shown = document.content.headings.iter().filter(|heading| !heading.value.anchor.as_str().is_empty());
    let fresh: Vec<(&Located<Heading>, Fingerprint)> = shown
        .zip(fingerprint::sections(document))
        .filter(|(heading, _)| !before.contains(heading.value.anchor.as_str()))
        .collect();
    let mut by_print: Table<Fingerprint, Vec<usize>> = Table::default();
    for (number, (_, print)) in fresh.iter().enumerate() {
        by_print.entry(*print).or_default().push(number);
    }
    let mut lost_by_print: Table<Fingerprint, usize> = Table::default();
    for print in lost.iter().filter_map(|line| text_of(line)) {
        *lost_by_print.entry(print).or_default() += 1;
    }
    let heading = |number: &usize| fresh[*number].0;
    for (count, line) in lost.iter().copied().enumerate() {
        let same = text_of(line).and_then(|print| Some((by_print.get(&print)?, lost_by_print.get(&print))));
        let meant = match same {
            Some((numbers, Some(1))) if numbers.len() == 1 => Meant::Certain(heading(&numbers[0])),
            Some((numbers, _)) => Meant::Likely(numbers.iter().take(3).map(heading).collect()),
            None if fresh.len() == 1 && lost.len() == 1 => Meant::Likely(vec![fresh[0].0]),
            None if count < GUESSES => {
                let names = fresh.iter().take(COMPARED).map(|(heading, _)| heading.value.anchor.as_str());
                let near = nearest(name(line), names);
                let near = fresh.iter().find(|(heading, _)| Some(heading.value.anchor.as_str()) == near);
                Meant::Likely(near.map(|(heading, _)| *heading).into_iter().collect())
            }
            None => Meant::Likely(Vec::new()),
        };
        found.push(Lost { line, what: What::Anchor(page, meant) });
    }
}

/// For how many lost anchors of one page a near name is looked for, and among how many.
const GUESSES: usize = 100;
const COMPARED: usize = 200;

/// The text that the lock knows of a line.
fn text_of(line: &LockLine) -> Option<Fingerprint> {
    match line.state {
        LockState::There(print) if print != Fingerprint::NONE => Some(print),
        _ => None,
    }
}

/// The pages and files that are new, by what tells them again. Made when something is lost.
struct Moves<'a> {
    lock: &'a UrlLock,
    published: &'a Published<'a>,
    parsed: &'a Parsed,
    fresh: Vec<&'a Page>,
    by_print: Table<Fingerprint, Vec<usize>>,
    by_section: Table<Fingerprint, Vec<usize>>,
    by_part: Table<String, Vec<usize>>,
    files: Table<Fingerprint, Vec<Cow<'a, str>>>,
    folded: Table<String, &'a str>,
    expired: Group<String>,
    drafts: Table<String, &'a SourcePath>,
}

/// A section that more pages have tells none of them.
const COMMON: usize = 8;

impl<'a> Moves<'a> {
    fn new(lock: &'a UrlLock, published: &'a Published<'a>, site: &'a Site, parsed: &'a Parsed) -> Self {
        let old: Group<&str> = lock.groups().map(|(line, _)| lock.address(line)).collect();
        let (expired, drafts) = unpublished(site, parsed);
        let mut moves = Self {
            lock,
            published,
            parsed,
            fresh: Vec::new(),
            by_print: Table::default(),
            by_section: Table::default(),
            by_part: Table::default(),
            files: Table::default(),
            folded: Table::default(),
            expired,
            drafts,
        };
        for (address, answer) in published.sorted() {
            moves.folded.entry(address.to_lowercase()).or_insert(address);
            match answer {
                Answer::Page(page) if !old.contains(address) => moves.add(page),
                Answer::File(stamp) if !old.contains(address) => {
                    let print = fingerprint::of_stamp(stamp);
                    moves.files.entry(print).or_default().push(Cow::Borrowed(address));
                }
                _ => {}
            }
        }
        moves
    }

    fn add(&mut self, page: &'a Page) {
        let Some(document) = document(self.parsed, page).filter(|document| !document.outline.draft) else {
            return;
        };
        let number = self.fresh.len();
        self.fresh.push(page);
        self.by_print.entry(fingerprint::page(document)).or_default().push(number);
        for print in own(document) {
            self.by_section.entry(print).or_default().push(number);
        }
        self.by_part.entry(last_part(page.url.as_str()).to_owned()).or_default().push(number);
    }

    fn tell(&self, line: &'a LockLine, anchors: &'a [LockLine], found: &mut Vec<Lost<'a>>) {
        let address = self.lock.address(line);
        if self.expired.contains(address) {
            return;
        }
        let what = if let Some(path) = self.drafts.get(address) {
            What::Draft(path)
        } else if address.ends_with('/') || matches!(line.state, LockState::Alias(..)) {
            let meant = self.page(address, line, anchors);
            if let Meant::Certain(page) = meant {
                lost_anchors(self.lock, page, anchors, self.parsed, found);
            }
            What::Page(meant)
        } else {
            let same = match line.state {
                LockState::There(print) => self.files.get(&print).cloned().unwrap_or_default(),
                _ => Vec::new(),
            };
            What::File(same)
        };
        found.push(Lost { line, what });
    }

    /// Where a page went.
    fn page(&self, address: &str, line: &LockLine, anchors: &[LockLine]) -> Meant<'a, &'a Page> {
        if let Some(other) = self.folded.get(&address.to_lowercase()) {
            return Meant::Spelling(other);
        }
        let print = match line.state {
            LockState::Alias(from, to) => return self.behind(self.lock.str(from, to)),
            LockState::There(print) => print,
            LockState::Gone(..) => Fingerprint::NONE,
        };
        let same = self.by_print.get(&print).filter(|_| print != Fingerprint::NONE);
        if let Some(same) = same {
            return self.choose(same, true);
        }
        let mut votes: BTreeMap<usize, usize> = BTreeMap::new();
        for print in known(anchors) {
            for number in
                self.by_section.get(&print).filter(|pages| pages.len() <= COMMON).into_iter().flatten()
            {
                *votes.entry(*number).or_default() += 1;
            }
        }
        if let Some(most_votes) = votes.values().max().copied() {
            let best: Vec<_> =
                votes.iter().filter(|(_, votes)| **votes == most_votes).map(|(page, _)| *page).collect();
            return self.choose(&best, most(most_votes, anchors));
        }
        let part = last_part(address);
        self.choose(self.by_part.get(part).map_or(&[][..], Vec::as_slice), false)
    }

    /// The page that a former address led to, or that stands for it by now.
    fn behind(&self, address: &str) -> Meant<'a, &'a Page> {
        match self.published.at(address) {
            Some(Answer::Page(page) | Answer::Alias(page)) if page.written => Meant::Certain(page),
            _ => Meant::Likely(Vec::new()),
        }
    }

    fn choose(&self, pages: &[usize], certain: bool) -> Meant<'a, &'a Page> {
        match pages {
            [one] if certain => Meant::Certain(self.fresh[*one]),
            _ => Meant::Likely(pages.iter().take(3).map(|number| self.fresh[*number]).collect()),
        }
    }
}

/// The last part of an address, without a number in front.
fn last_part(address: &str) -> &str {
    split_order(address.trim_end_matches('/').rsplit('/').next().unwrap_or_default()).1
}
