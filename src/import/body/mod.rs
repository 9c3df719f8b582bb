//! The body of a page in the Markdown of Jalon. What a program adds to Markdown is rewritten; links still lead where they did
//! in the source.
//!
//! 1. `lines`: the text as lines that know where they come from. `fences` tells what is code. `context`: what all steps are
//!    given, and what they gather.
//! 2. `includes` puts other files in the places that ask for them, `liquid` parts of Jekyll with words in them; `programs`
//!    takes out what a program does in MDX; `macros` replaces what stands for a part of an address.
//! 3. `regions` rewrites HTML that is a whole: tables, lists, figures. `tags` reads tags; `tables` and `lists` write two of
//!    them.
//! 4. `blocks` rewrites callouts, tabs, folded text, tags of templates, components: `marks` and `templates` recognise them,
//!    `ends` finds where they end, `boxes` writes them, `code` and `pieces` rewrite the first lines of code and other parts,
//!    `apart` puts their tags on lines of their own. `lone` reads lines that open no block.
//! 5. `inline` rewrites what stands in a sentence, `signs` the signs of programs there; `elements` knows the elements of HTML.
mod apart;
mod blocks;
mod boxes;
mod code;
mod context;
mod elements;
mod ends;
mod fences;
mod includes;
mod inline;
mod lines;
mod liquid;
mod lists;
mod lone;
mod macros;
mod marks;
mod pieces;
mod programs;
mod regions;
mod signs;
mod tables;
mod tags;
mod templates;

pub(in crate::import) use fences::squeezed;
pub(in crate::import) use lines::{Edit, FlatText};
pub(in crate::import) use marks::is_name_of_code;
pub(in crate::import) use tags::plain as without_tags;
pub(in crate::import) use tags::{HtmlTag, tag_at};

pub(in crate::import) use context::BodyContext;

use super::imported::ImportedTerm;
use crate::model::ImportFinding;
use context::Gathered;
use lines::SourceLine;

/// A body in the Markdown of Jalon.
#[derive(Debug, Default)]
pub(in crate::import) struct ConvertedBody {
    pub(in crate::import) text: FlatText,
    /// The files that lines come from, besides that of the page, by number from 1.
    pub(in crate::import) included: Vec<String>,
    pub(in crate::import) findings: Vec<ImportFinding>,
    pub(in crate::import) terms: Vec<ImportedTerm>,
}

/// Rewrites a body that begins on a line of its file.
pub(in crate::import) fn convert(context: BodyContext<'_>, body: &str, line: u32) -> ConvertedBody {
    let mut gathered = Gathered::default();
    let lines = SourceLine::all(body, 0, line);
    let lines = liquid::put_in(&context, lines, &mut gathered);
    let lines = includes::put_in(&context, lines, &mut gathered);
    let lines = programs::take_out(&context, lines, &mut gathered);
    let lines = macros::replace(&context, lines);
    let text = regions::rewrite(&context, FlatText::of(&lines), &mut gathered);
    let lines = blocks::rewrite(&context, &apart::put(text), &mut gathered);
    let text = inline::rewrite(&context, FlatText::of(&lines), &mut gathered);
    let Gathered { included, findings, terms } = gathered;
    ConvertedBody { text, included, findings, terms }
}
