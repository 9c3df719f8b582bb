//! Cards that several pages share, and the cards of a directory.
use super::address::page_at_depth;
use super::card::Card;
use super::context::SiteContext;
use crate::model::{Diagnostic, Entry, EntryKey, EntryOrder, Kind, Node, Parsed, Site, Target};
use crate::stamp::Stamped;
use crate::text::slug::slug;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Cards as pages show them within their text, as HTML. A card is made once for all pages of one depth, whose addresses are
/// the same, and is part of the input of each page that shows it.
pub(crate) struct Cards(BTreeMap<(EntryKey, usize), Stamped<String>>);

impl Cards {
    /// Makes every card that a page shows; `also` is the depth of a page that shows the cards of all pages.
    pub(crate) fn new(
        site: &Site,
        parsed: &Parsed,
        context: &SiteContext,
        also: Option<usize>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let shown: BTreeSet<(EntryKey, usize)> = (site.pages.par_iter())
            .filter_map(|page| Some((page.url.depth(), &parsed.pages.get(&page.source)?.value.value.body)))
            .flat_map_iter(|(depth, body)| {
                let keys = body.nodes.iter().filter_map(|node| match node {
                    Node::Card(target) => body.targets.get(*target as usize),
                    _ => None,
                });
                keys.filter_map(move |target| match target {
                    Target::Entry(key) => Some((key.clone(), depth)),
                    _ => None,
                })
            })
            .collect();
        let also: Vec<_> = shown.iter().filter_map(|(key, _)| Some((key.clone(), also?))).collect();
        let wanted: BTreeSet<_> = shown.into_iter().chain(also).collect();
        let made: Vec<_> = (wanted.into_par_iter())
            .filter_map(|(key, depth)| {
                let card = Card::new(site, &key)?;
                let mut diagnostics = Vec::new();
                let html = card.html(context, &page_at_depth(depth), &mut diagnostics);
                Some(((key, depth), Stamped::new(html), diagnostics))
            })
            .collect();
        let mut cards = BTreeMap::new();
        for (key, html, more) in made {
            cards.insert(key, html);
            diagnostics.extend(more);
        }
        Self(cards)
    }

    /// The card of an entry on pages of a depth; none for an unknown entry.
    pub(crate) fn get(&self, key: &EntryKey, depth: usize) -> Option<&Stamped<String>> {
        self.0.get(&(key.clone(), depth))
    }
}

/// The cards of a directory in their order.
pub(crate) fn of_kind(site: &Site, kind: Kind) -> Vec<Card> {
    let mut entries: Vec<_> = site.entries_of(kind).collect();
    let rank = |entry: &Entry| entry.record.number("rank").unwrap_or(i64::MAX);
    match kind.order() {
        EntryOrder::Rank => entries.sort_by_key(|entry| (rank(entry), entry.span.start)),
        EntryOrder::Name => entries.sort_by_key(|entry| (slug(entry.name()), entry.key.clone())),
    }
    entries.iter().filter_map(|entry| Card::in_directory(site, &entry.key)).collect()
}
