//! What the body of a page depends on.
use super::plan::DocumentPlan;
use crate::model::{Body, Element, Kind, Node, Page, Target};
use crate::output::html::BodyInput;
use crate::output::shared::card::Card;
use crate::output::shared::cards;
use crate::output::shared::entry_link::directory;
use crate::stamp::Stamped;

/// What the body of a page depends on, shown on a page of a depth.
pub(crate) fn body_input(
    documents: &DocumentPlan<'_>,
    page: &Page,
    body: &Stamped<Body>,
    depth: usize,
) -> BodyInput {
    let plan = documents.plan;
    let site = plan.site;
    let mut cards = Vec::new();
    let mut directories: Vec<(Kind, Vec<Card>)> = Vec::new();
    let mut shows_tasks = false;
    let mut is_dated = false;
    for node in &body.nodes {
        match node {
            Node::Card(target) => {
                if let Some(Target::Entry(key)) = body.targets.get(*target as usize)
                    && let Some(card) = documents.cards.get(key, depth)
                {
                    cards.push((*target, card.clone()));
                }
            }
            Node::Directory(kind) if directories.iter().all(|(known, _)| known != kind) => {
                // Names of entries lead to the cards of one page only, so only those have anchors.
                let is_linked = directory(site, *kind) == Some(&page.url);
                let cards = cards::of_kind(site, *kind).into_iter();
                let cards = cards.map(|card| if is_linked { card } else { card.without_anchor() });
                directories.push((*kind, cards.collect()));
            }
            Node::Tasks(_) => shows_tasks = true,
            Node::Open(Element::Dated(_)) => is_dated = true,
            _ => {}
        }
    }
    BodyInput {
        body: body.clone(),
        targets: plan.targets.targets(body),
        cards,
        directories,
        rows: documents.rows.as_ref().filter(|_| shows_tasks).cloned(),
        today: is_dated.then_some(site.options.today),
    }
}
