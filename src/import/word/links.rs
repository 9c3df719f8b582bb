//! Links inside of a document, which lead to pages and headings now.
use super::finding::{WordFinding, WordFindingKind};
use super::pages::WordPage;
use crate::import::rich::{RichBlock, RichContent, RichRun, plain};
use crate::text::slug::{Unique, slug};
use std::collections::{HashMap, HashSet};

/// Schemes of links that stay.
const SCHEMES: [&str; 4] = ["http:", "https:", "mailto:", "tel:"];

/// Where a name of the document leads: a page, and a heading on it.
#[derive(Debug, Clone, Copy)]
struct Place {
    page: usize,
    heading: Option<usize>,
}

/// Rewrites the links of pages and footnotes. `way` gives the way from one page to another.
pub(super) fn resolve(
    pages: &mut [WordPage],
    footnotes: &mut [Vec<RichBlock>],
    way: &dyn Fn(usize, usize) -> String,
    told: &mut Vec<WordFinding>,
) {
    let places = places(pages);
    let wanted = wanted(pages, footnotes, &places);
    let anchors = name_headings(pages, &wanted);
    let target = |from: usize, link: &str| -> Option<String> {
        let Some(name) = link.strip_prefix('#') else { return outside(link) };
        let place = find(&places, name)?;
        let anchor = place.heading.and_then(|heading| anchors.get(&(place.page, heading)));
        match (anchor, from == place.page) {
            (Some(anchor), true) => Some(format!("#{anchor}")),
            (Some(anchor), false) => Some(format!("{}#{anchor}", way(from, place.page))),
            (None, _) => Some(way(from, place.page)),
        }
    };
    for (at, page) in pages.iter_mut().enumerate() {
        rewrite(&mut page.title, page.number, at, &target, told);
        for (number, block) in &mut page.blocks {
            block.each_runs(&mut |runs| rewrite(runs, *number, at, &target, told));
        }
    }
    // A note stands on the page that refers to it first.
    let homes = homes_of_footnotes(pages);
    for (at, note) in footnotes.iter_mut().enumerate() {
        let (page, number) = homes.get(&at.to_string()).copied().unwrap_or_default();
        for block in note {
            block.each_runs(&mut |runs| rewrite(runs, number, page, &target, told));
        }
    }
}

/// An address outside of the document, if readers can use it.
fn outside(link: &str) -> Option<String> {
    let small = link.trim().to_lowercase();
    if SCHEMES.iter().any(|scheme| small.starts_with(scheme) && small.len() > scheme.len() + 2) {
        Some(link.trim().to_owned())
    } else if small.starts_with("www.") {
        Some(format!("https://{}", link.trim()))
    } else {
        None
    }
}

fn rewrite(
    runs: &mut [RichRun],
    number: usize,
    page: usize,
    target: &dyn Fn(usize, &str) -> Option<String>,
    told: &mut Vec<WordFinding>,
) {
    let mut lost = None;
    for run in runs {
        let Some(link) = run.link.take() else { continue };
        run.link = target(page, &link).map(|target| target.as_str().into());
        if run.link.is_none() && lost.as_ref() != Some(&link) {
            let text = format!("{} → {link}", plain(std::slice::from_ref(run)));
            told.push(WordFinding { kind: WordFindingKind::LinkLost, block: number, text });
            lost = Some(link);
        }
    }
}

/// Where each name leads.
fn places(pages: &mut [WordPage]) -> HashMap<String, Place> {
    let mut places = HashMap::new();
    for (page, content) in pages.iter_mut().enumerate() {
        let top = Place { page, heading: None };
        add_names(&content.title, top, &mut places);
        places.entry(text_name(&content.title)).or_insert(top);
        let mut place = top;
        for (at, (_, block)) in content.blocks.iter_mut().enumerate() {
            if let RichBlock::Heading { runs, .. } = block {
                place.heading = Some(at);
                places.entry(text_name(runs)).or_insert(place);
            }
            block.each_runs(&mut |runs| add_names(runs, place, &mut places));
        }
    }
    places
}

fn add_names(runs: &[RichRun], place: Place, places: &mut HashMap<String, Place>) {
    for run in runs {
        if let RichContent::Anchor(name) = &run.content {
            places.entry(name.clone()).or_insert(place);
        }
    }
}

/// The name by which a heading is found by its text.
fn text_name(runs: &[RichRun]) -> String {
    format!("\u{0}{}", slug(&plain(runs)))
}

/// The place of a name. Names of headings in ODF begin with their numbers: "1.2.Titre".
fn find(places: &HashMap<String, Place>, name: &str) -> Option<Place> {
    let text = name.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == '.');
    let by_text = |text: &str| places.get(&format!("\u{0}{}", slug(text))).filter(|_| !slug(text).is_empty());
    places.get(name).or_else(|| by_text(text)).or_else(|| by_text(name)).copied()
}

/// The headings that links lead to.
fn wanted(
    pages: &mut [WordPage],
    footnotes: &mut [Vec<RichBlock>],
    places: &HashMap<String, Place>,
) -> HashSet<(usize, usize)> {
    let mut wanted = HashSet::new();
    let mut add = |runs: &mut Vec<RichRun>| {
        for name in runs.iter().filter_map(|run| run.link.as_deref()?.strip_prefix('#')) {
            let place = find(places, name);
            wanted.extend(place.and_then(|place| Some((place.page, place.heading?))));
        }
    };
    for page in pages {
        add(&mut page.title);
        for (_, block) in &mut page.blocks {
            block.each_runs(&mut add);
        }
    }
    for block in footnotes.iter_mut().flatten() {
        block.each_runs(&mut add);
    }
    wanted
}

/// Gives the wanted headings their anchors, as they are made of the text.
fn name_headings(
    pages: &mut [WordPage],
    wanted: &HashSet<(usize, usize)>,
) -> HashMap<(usize, usize), String> {
    let mut anchors = HashMap::new();
    for (page, content) in pages.iter_mut().enumerate() {
        let mut names = Unique::default();
        for (at, (_, block)) in content.blocks.iter_mut().enumerate() {
            if let RichBlock::Heading { runs, anchor, .. } = block {
                let name = names.name(&slug(&plain(runs)), "section").to_string();
                if wanted.contains(&(page, at)) {
                    *anchor = Some(name.clone());
                    anchors.insert((page, at), name);
                }
            }
        }
    }
    anchors
}

/// The page and the block that refer to each note first.
fn homes_of_footnotes(pages: &mut [WordPage]) -> HashMap<String, (usize, usize)> {
    let mut homes = HashMap::new();
    for (page, content) in pages.iter_mut().enumerate() {
        for (number, block) in &mut content.blocks {
            block.each_runs(&mut |runs| {
                for run in runs.iter() {
                    if let RichContent::Note(label) = &run.content {
                        homes.entry(label.clone()).or_insert((page, *number));
                    }
                }
            });
        }
    }
    homes
}
