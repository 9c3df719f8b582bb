//! All entries of a kind on one page, where no page of the author shows them; the glossary is that of the terms.
use super::generated;
use super::view::Frame;
use crate::model::{Generated, Kind, Noted};
use crate::output::shared::cards::{self, CardInput};
use crate::output::shared::chrome::Chrome;
use crate::output::theme::template::shown;
use crate::output::{Output, Plan};
use crate::stamp::Stamped;

#[derive(Hash)]
struct Input {
    chrome: Stamped<Chrome>,
    frame: Frame,
    cards: Vec<CardInput>,
}

/// One file a kind that needs it.
pub(crate) fn make(plan: &Plan<'_>) -> Vec<Output> {
    Kind::ALL
        .into_iter()
        .filter_map(|kind| {
            let glossary = kind == Kind::Term;
            let name = if glossary { "glossary" } else { "directory" };
            let frame = generated::frame(plan, &Generated::Directory(kind), name)?;
            let input =
                Input { chrome: plan.chrome.clone(), frame, cards: cards::directory(plan.site, kind) };
            Some(plan.made(input.frame.url.file(), input, if glossary { glossary_run } else { run }))
        })
        .collect()
}

fn run(input: &Input) -> Noted<Vec<u8>> {
    let chrome = &*input.chrome;
    let mut diagnostics = Vec::new();
    let cards: Vec<String> =
        input.cards.iter().map(|card| card.html(chrome, &input.frame.url, &mut diagnostics)).collect();
    let mut made = generated::fill(chrome, &input.frame, "directory.html", vec![("entries", shown(&cards))]);
    made.diagnostics.extend(diagnostics);
    made
}

fn glossary_run(input: &Input) -> Noted<Vec<u8>> {
    let chrome = &*input.chrome;
    let terms: Vec<_> = input
        .cards
        .iter()
        .map(|card| {
            // The anchor of its card is the term's place in the glossary.
            card.view(chrome, &input.frame.url)
        })
        .collect();
    generated::fill(chrome, &input.frame, "glossary.html", vec![("terms", shown(&terms))])
}
