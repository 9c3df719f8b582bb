//! The search page with its A–Z index, which needs no script.
use super::frame::PageFrame;
use super::layout::Layout;
use super::plan::OutputPlan;
use crate::language;
use crate::model::{Anchor, EntryPages, Generated, Kind, Language, Nav, Noted};
use crate::output::kept::OutputFile;
use crate::output::shared::entry_link::{EntryLink, EntryTarget, card_anchor, directory};
use crate::output::theme::template;
use crate::text::slug::slug;
use serde::Serialize;
use std::borrow::Cow;
use std::collections::BTreeMap;

#[derive(Hash)]
struct Input {
    layout: Layout,
    items: Vec<IndexItem>,
}

/// An item of the index.
#[derive(Hash)]
struct IndexItem {
    title: String,
    to: Nav,
    anchor: Option<Anchor>,
    /// Shown after the title: the section of a page, the kind of an entry.
    trail: Option<String>,
}

/// The page, unless a page of the author has its address.
pub(crate) fn make(plan: &OutputPlan<'_>) -> Vec<OutputFile> {
    let Some(frame) = PageFrame::generated(plan, &Generated::Search, "search") else { return Vec::new() };
    let site = plan.site;
    let mut items = Vec::new();
    for page in site.pages.iter().filter(|page| page.outline.search) {
        let parent = page.parent.map(|id| site.page(id)).filter(|parent| parent.parent.is_some());
        items.push(IndexItem {
            title: page.outline.name.clone(),
            to: Nav { title: page.outline.name.clone(), url: page.url.clone() },
            anchor: None,
            trail: parent.map(|parent| parent.outline.nav_title.clone()),
        });
    }
    for kind in Kind::by_pages().into_iter().filter(|kind| kind.pages() != EntryPages::None) {
        let trail = plan.context.text.string(&format!("kind-{}", kind.scheme()));
        for entry in site.entries_of(kind) {
            let card = directory(site, kind).map(|url| (url.clone(), Some(card_anchor(&entry.key))));
            let place = card.or_else(|| match EntryLink::new(site, entry).to {
                EntryTarget::Page(url, anchor) => Some((url, anchor)),
                _ => None,
            });
            if let Some((url, anchor)) = place {
                let title = entry.name().to_owned();
                items.push(IndexItem {
                    to: Nav { title: title.clone(), url },
                    title,
                    anchor,
                    trail: Some(trail.clone()),
                });
            }
        }
    }
    let input = Input { layout: Layout::new(plan, frame), items };
    vec![plan.kept.make(input.layout.frame.url.file(), input, run)]
}

/// The title without an article at its start: "La Coop" stands at C.
fn without_article(title: &str, language: Language) -> &str {
    let articles = language::of(language).articles.iter();
    let mut rests = articles.filter_map(|article| {
        let start = title.get(..article.len())?;
        start.to_lowercase().starts_with(article).then(|| &title[article.len()..])
    });
    rests.find(|rest| !rest.trim().is_empty()).unwrap_or(title)
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
    let context = &*input.layout.context;
    let from = context.addresses.relative_to(&input.layout.frame.url);
    let mut letters: BTreeMap<String, Vec<(String, LineView<'_>)>> = BTreeMap::new();
    for item in &input.items {
        let key = slug(without_article(&item.title, context.text.language));
        let letter = key.chars().next().filter(|first| first.is_alphabetic());
        let letter = letter.map_or_else(|| "#".to_owned(), |first| first.to_uppercase().collect());
        let line = LineView {
            title: context.text.typeset(&item.title),
            href: from.page(&item.to.url, item.anchor.as_ref()),
            trail: item.trail.as_deref().map(|trail| context.text.typeset(trail)),
        };
        letters.entry(letter).or_default().push((key, line));
    }
    let index = letters.into_iter().map(|(letter, mut items)| {
        items.sort_by(|(left, _), (right, _)| left.cmp(right));
        LetterView { letter, items: items.into_iter().map(|(_, line)| line).collect() }
    });
    let index: Vec<_> = index.collect();
    input.layout.fill("search.html", vec![("index", template::value(&index))], 0)
}
