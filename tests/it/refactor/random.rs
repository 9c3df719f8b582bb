//! Many random changes in a row: after each, the guide has no other diagnostics than before, every address that it had is still
//! there, and its links lead where they led.
use crate::random_edits::generator;
use crate::support::{RandomNumbers, first_guide, options, read};
use jalon::model::{Kind, Parsed, Site, SourcePath, Sources, Target};
use jalon::pipeline::{Build, Understood, understand};
use jalon::refactor::{GuideChanges, UnderstoodGuide, relocate, rename_entry, rename_heading};
use jalon::urls::PublishedUrls;
use std::collections::BTreeMap;
use std::sync::Arc;

fn understood(sources: &Sources) -> Understood {
    understand(sources, &[], options(), &Build::default())
}

/// A change at random; none where what was picked cannot change.
fn change(guide: UnderstoodGuide<'_>, random: &mut RandomNumbers, number: usize) -> Option<GuideChanges> {
    let pages: Vec<&SourcePath> = guide.parsed.pages.keys().collect();
    let page = *random.pick(&pages);
    let folder = random.pick(&pages).folder();
    match random.below(6) {
        0 | 1 => relocate(guide, page.as_str(), &format!("{folder}/{number}-page deplacée {number}.md")).ok(),
        2 => {
            let from = page.folder();
            (from != "guide").then(|| relocate(guide, from, &format!("{folder}/dossier-{number}")).ok())?
        }
        3 => {
            let keys: Vec<_> = guide.site.entries.keys().filter(|key| key.kind != Kind::Role).collect();
            let key = *random.pick(&keys);
            rename_entry(guide, key, &format!("{number}")).ok()
        }
        _ => {
            let headings = &guide.parsed.pages[page].value.value.outline.headings;
            let headings: Vec<_> =
                headings.iter().filter(|heading| !heading.anchor.as_str().is_empty()).collect();
            let heading = headings.get(random.below(headings.len()))?;
            rename_heading(guide, page, heading.anchor.as_str(), &format!("Un intertitre {number}")).ok()
        }
    }
}

fn codes(guide: &Understood) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for one in guide.diagnostics() {
        *counts.entry(one.code.name).or_default() += 1;
    }
    counts
}

/// Every address of a page with its anchors, each with the file that answers.
fn places(site: &Site) -> Vec<(String, &SourcePath)> {
    let page = |page: &jalon::model::Page| {
        let headings = page.outline.headings.iter().map(|heading| &heading.anchor);
        let names: Vec<_> = headings.chain(&page.outline.former).map(ToString::to_string).collect();
        names
    };
    site.pages.iter().flat_map(|one| page(one).into_iter().map(|name| (name, &one.source))).collect()
}

/// The targets of all links, as they are after the moves.
fn targets(parsed: &Parsed, moves: &BTreeMap<&SourcePath, &SourcePath>) -> Vec<(SourcePath, SourcePath)> {
    let after = |path: &SourcePath| moves.get(path).map_or_else(|| path.clone(), |to| (*to).clone());
    let mut found = Vec::new();
    for (path, kept) in &parsed.pages {
        for link in &kept.value.value.content.links {
            if let Target::Page(to, _) | Target::Asset(to, _) = &link.target {
                found.push((after(path), after(to)));
            }
        }
    }
    found.sort();
    found
}

fn many(mut sources: Sources, seed: u64, count: usize) {
    let mut random = RandomNumbers::new(seed);
    let mut done = 0;
    for number in 0..count {
        let before = understood(&sources);
        let again = |sources: &Sources| {
            let guide = understood(sources);
            (Arc::clone(&guide.site), guide.parsed)
        };
        let guide =
            UnderstoodGuide { sources: &sources, site: &before.site, parsed: &before.parsed, again: &again };
        let Some(changes) = change(guide, &mut random, 7000 + number) else { continue };
        let next = changes.applied(&sources);
        let after = understood(&next);
        let about = format!("seed {seed}, change {number}: {changes:?}");
        let (old, new) = (codes(&before), codes(&after));
        let is_more =
            |(code, count): &(&&str, &usize)| **count > old.get(**code).copied().unwrap_or_default();
        let more: Vec<_> = new.iter().filter(is_more).collect();
        assert!(more.is_empty(), "{about}: {more:?} {:?}", after.diagnostics());
        let (was, is) = (PublishedUrls::new(&before.site), PublishedUrls::new(&after.site));
        for (address, _) in was.sorted() {
            assert!(is.at(address).is_some(), "{about}: {address} has vanished");
        }
        let moves: BTreeMap<_, _> =
            changes.files.iter().filter_map(|one| Some((&one.file, one.to.as_ref()?))).collect();
        assert_eq!(targets(&before.parsed, &moves), targets(&after.parsed, &BTreeMap::new()), "{about}");
        let now: Vec<_> = places(&after.site);
        for (anchor, source) in places(&before.site) {
            let source = moves.get(source).copied().unwrap_or(source);
            assert!(
                now.iter().any(|(name, page)| *name == anchor && *page == source),
                "{about}: {source}#{anchor}"
            );
        }
        done += 1;
        sources = next;
    }
    assert!(done * 3 > count, "{done} of {count} changes were possible");
}

#[test]
fn the_first_guide_stays_as_right_as_it_was() {
    // Its lock names roles and files, which cannot have former addresses.
    let sources: Sources = first_guide().into_iter().filter(|(path, _)| path.name() != "urls.lock").collect();
    many(sources, 1, 40);
}

#[test]
fn a_generated_guide_stays_as_right_as_it_was() {
    let folder = tempfile::tempdir().expect("a folder");
    generator::generate(folder.path(), 40, 11).expect("the guide is written");
    many(read(folder.path()), 2, 40);
}
