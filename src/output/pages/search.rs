//! The search page with its A–Z index, which needs no script.
use super::generated;
use super::view::Frame;
use crate::model::{Anchor, Generated, Kind, Nav, Noted};
use crate::output::shared::chrome::Chrome;
use crate::output::shared::target::{self, Place};
use crate::output::theme::template::shown;
use crate::output::{Output, Plan};
use crate::stamp::Stamped;
use crate::text::slug::slug;
use serde::Serialize;
use std::borrow::Cow;
use std::collections::BTreeMap;

#[derive(Hash)]
struct Input {
    chrome: Stamped<Chrome>,
    frame: Frame,
    items: Vec<Item>,
}

/// A line of the index.
#[derive(Hash)]
struct Item {
    title: String,
    to: Nav,
    anchor: Option<Anchor>,
    /// What stands behind the title: the section of a page, the kind of an entry.
    trail: Option<String>,
}

/// One file.
pub(crate) fn make(plan: &Plan<'_>) -> Vec<Output> {
    let Some(frame) = generated::frame(plan, &Generated::Search, "search") else { return Vec::new() };
    let site = plan.site;
    let mut items = Vec::new();
    for page in site.pages.iter().filter(|page| page.outline.search) {
        let parent = page.parent.map(|id| site.page(id)).filter(|parent| parent.parent.is_some());
        items.push(Item {
            title: page.outline.title.clone(),
            to: Nav { title: page.outline.title.clone(), url: page.url.clone() },
            anchor: None,
            trail: parent.map(|parent| parent.outline.nav_title.clone()),
        });
    }
    for kind in [Kind::Contact, Kind::Tool, Kind::Term, Kind::Role] {
        let trail = generated::words(plan).say(&format!("kind-{}", kind.scheme()), &[]);
        for entry in site.entries_of(kind) {
            let card =
                target::directory(site, kind).map(|url| (url.clone(), Some(target::card_anchor(&entry.key))));
            let place = card.or_else(|| match target::link(site, entry).to {
                Place::Page(url, anchor) => Some((url, anchor)),
                _ => None,
            });
            if let Some((url, anchor)) = place {
                let title = entry.name().to_owned();
                items.push(Item {
                    to: Nav { title: title.clone(), url },
                    title,
                    anchor,
                    trail: Some(trail.clone()),
                });
            }
        }
    }
    let input = Input { chrome: plan.chrome.clone(), frame, items };
    vec![plan.made(input.frame.url.file(), input, run)]
}

#[derive(Serialize)]
struct LetterView<'a> {
    letter: String,
    items: Vec<LineView<'a>>,
}

#[derive(Serialize)]
struct LineView<'a> {
    title: Cow<'a, str>,
    href: String,
    trail: Option<Cow<'a, str>>,
}

fn run(input: &Input) -> Noted<Vec<u8>> {
    let chrome = &*input.chrome;
    let from = chrome.from(&input.frame.url);
    let mut letters: BTreeMap<String, Vec<(String, LineView<'_>)>> = BTreeMap::new();
    for item in &input.items {
        let key = slug(&item.title);
        let letter = key.chars().next().filter(|first| first.is_alphabetic());
        let letter = letter.map_or_else(|| "#".to_owned(), |first| first.to_uppercase().collect());
        let line = LineView {
            title: chrome.lent(&item.title),
            href: from.page(&item.to.url, item.anchor.as_ref()),
            trail: item.trail.as_deref().map(|trail| chrome.lent(trail)),
        };
        letters.entry(letter).or_default().push((key, line));
    }
    let index = letters.into_iter().map(|(letter, mut items)| {
        items.sort_by(|(left, _), (right, _)| left.cmp(right));
        LetterView { letter, items: items.into_iter().map(|(_, line)| line).collect() }
    });
    let index: Vec<_> = index.collect();
    generated::fill(chrome, &input.frame, "search.html", vec![("index", shown(&index))])
}
