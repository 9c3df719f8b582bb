//! Cards that several pages share, and the cards of a directory.
use super::address::page_at_depth;
use super::card::Card;
use super::context::SiteContext;
use crate::model::{Body, Entry, EntryKey, EntryOrder, Kind, Node, Noted, Site, Target};
use crate::stamp::{Stamp, Stamped};
use crate::text::slug::slug;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Cards as pages show them within their text. A card is made once for all pages of one depth, whose addresses are
/// the same, and is part of the input of each page that shows it.
pub(crate) struct Cards(BTreeMap<(EntryKey, usize), CardHtml>);

/// A card as HTML, with the diagnostics about its template.
pub(crate) type CardHtml = Stamped<Noted<String>>;

impl Cards {
    /// Makes every card that these bodies show, each on a page of a depth; `also` is the depth of a page that shows the
    /// cards of all of them.
    pub(crate) fn new(
        site: &Site,
        bodies: &[(usize, &Body)],
        context: &SiteContext,
        also: Option<usize>,
    ) -> Self {
        let shown: BTreeSet<(EntryKey, usize)> = (bodies.par_iter().with_min_len(16))
            .flat_map_iter(|(depth, body)| {
                let keys = body.nodes.iter().filter_map(|node| match node {
                    Node::Card(target) => body.targets.get(*target as usize),
                    _ => None,
                });
                keys.filter_map(move |target| match target {
                    Target::Entry(key) => Some((key.clone(), *depth)),
                    _ => None,
                })
            })
            .collect();
        let also: Vec<_> = shown.iter().filter_map(|(key, _)| Some((key.clone(), also?))).collect();
        let wanted: BTreeSet<_> = shown.into_iter().chain(also).collect();
        let wanted: Vec<_> = wanted.into_iter().collect();
        // Waking another thread takes longer than a few cards.
        let made: Vec<_> = (wanted.into_par_iter().with_min_len(16))
            .filter_map(|(key, depth)| {
                let card = Card::new(site, &key)?;
                let mut diagnostics = Vec::new();
                let html = card.html(context, &page_at_depth(depth), &mut diagnostics);
                let stamp = Stamp::of(&(&html, &diagnostics));
                Some(((key, depth), Stamped::with(Noted { value: html, diagnostics }, stamp)))
            })
            .collect();
        Self(made.into_iter().collect())
    }

    /// The card of an entry on pages of a depth; none for an unknown entry.
    pub(crate) fn get(&self, key: &EntryKey, depth: usize) -> Option<&CardHtml> {
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
