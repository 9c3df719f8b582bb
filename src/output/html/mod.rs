//! A body as HTML.
//!
//! 1. `input` is all that the HTML depends on. `body` makes a writer of it (`writer`), which goes through the nodes and
//!    writes text, code and raw HTML.
//! 2. Elements begin and end (`element`), tables too (`table`), code (`code`); links, references and images (`link`); terms at
//!    their first use (`term`); cards and directories (`registry`), tables of who does what (`who_does_what`); tasks (`task`)
//!    with their labels (`label`).
//! 3. Footnotes come last (`footnote`).
//!
//! `tasks` writes tasks on pages that are not their own.
mod code;
mod element;
mod footnote;
mod input;
mod label;
mod link;
mod registry;
mod table;
mod task;
mod term;
pub(crate) mod who_does_what;
mod writer;

pub(crate) use input::{BodyInput, Placement};
pub(crate) use task::{TaskInput, tasks};

use super::shared::context::SiteContext;
use crate::model::Noted;
use writer::Writer;

/// A body as HTML. Diagnostics are about the templates of cards.
pub(crate) fn body(input: &BodyInput, context: &SiteContext, placement: Placement<'_>) -> Noted<String> {
    let mut diagnostics = Vec::new();
    let mut writer = Writer::of_body(input, context, placement);
    writer.nodes(&input.body.nodes, &mut diagnostics);
    writer.footnotes();
    Noted { value: writer.out, diagnostics }
}
