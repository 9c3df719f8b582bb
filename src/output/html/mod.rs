//! A body as HTML.
//!
//! 1. `input` is all that the HTML depends on. `body` makes a writer of it (`writer`), which goes through the nodes and
//!    writes text, code and raw HTML.
//! 2. Elements begin and end (`element`), tables too (`table`); links, references and images (`link`); terms at their first
//!    use (`term`); cards, directories and tables of who does what (`registry`); tasks (`task`).
//! 3. Footnotes come last (`footnote`).
//!
//! `tasks` writes tasks on pages that are not their own.
mod element;
mod footnote;
mod input;
mod link;
mod registry;
mod table;
mod task;
mod term;
mod writer;

pub(crate) use input::{BodyInput, Placement};
pub(crate) use task::{TaskInput, tasks};

use super::shared::context::SiteContext;
use crate::model::Noted;
use writer::Writer;

/// A body as HTML. Diagnostics are about the templates of cards.
pub(crate) fn body(input: &BodyInput, context: &SiteContext, placement: Placement<'_>) -> Noted<String> {
    let mut diagnostics = Vec::new();
    // Without cards, the HTML of most pages is two to three times as long as their words.
    let room = input.body.text.len() * 3 + input.cards.iter().map(|(_, card)| card.len()).sum::<usize>();
    let mut writer =
        Writer::new(context, placement, &input.body, &input.targets, String::with_capacity(room + 64));
    if input.explains_terms {
        writer.explain_terms();
    }
    writer.input = Some(input);
    writer.nodes(&input.body.nodes, &mut diagnostics);
    writer.footnotes();
    Noted { value: writer.out, diagnostics }
}
