//! All entries of a kind on one page, unless a page of the author shows them; for terms, the glossary.
use super::frame::PageFrame;
use super::layout::Layout;
use super::plan::{OutputPlan, contact_points};
use crate::model::{Generated, Kind, Noted};
use crate::output::kept::OutputFile;
use crate::output::shared::card::{Card, list_note};
use crate::output::shared::cards;
use crate::output::theme::template;

#[derive(Hash)]
struct Input {
    layout: Layout,
    cards: Vec<Card>,
}

/// One file a kind that has entries to show.
pub(crate) fn make(plan: &OutputPlan<'_>) -> Vec<OutputFile> {
    Kind::ALL
        .into_iter()
        .filter_map(|kind| {
            let is_glossary = kind == Kind::Term;
            let name = if is_glossary { "glossary" } else { "directory" };
            let mut frame = PageFrame::generated(plan, &Generated::Directory(kind), name)?;
            frame.contact_points = contact_points(plan, &frame.url);
            let input = Input { layout: Layout::new(plan, frame), cards: cards::of_kind(plan.site, kind) };
            Some(plan.kept.make(
                input.layout.frame.url.file(),
                input,
                if is_glossary { glossary_run } else { run },
            ))
        })
        .collect()
}

fn run(input: &Input) -> Noted<Vec<u8>> {
    let context = &*input.layout.context;
    let mut diagnostics = Vec::new();
    let cards: Vec<String> = input
        .cards
        .iter()
        .map(|card| card.html(context, &input.layout.frame.url, &mut diagnostics))
        .collect();
    let (class, note) = list_note(&input.cards, context);
    let values = vec![
        ("entries", template::value(&cards)),
        ("class", template::value(&class)),
        ("note", template::value(&note)),
    ];
    let mut made = input.layout.fill("directory.html", values, 0);
    made.diagnostics.extend(diagnostics);
    made
}

fn glossary_run(input: &Input) -> Noted<Vec<u8>> {
    let context = &*input.layout.context;
    let terms: Vec<_> = input.cards.iter().map(|card| card.view(context, &input.layout.frame.url)).collect();
    input.layout.fill("glossary.html", vec![("terms", template::value(&terms))], 0)
}
