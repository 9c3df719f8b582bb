//! Prints diagnostics and failures, in French and English.
//!
//! 1. [`describe()`] puts a diagnostic into words: the messages of `locales/`, with the arguments made safe (`visible`).
//! 2. `line_index` finds its line and column, `excerpt` cuts the line out.
//! 3. One file a format writes it: `human`, `short`, `json`, `github`, `gitlab`, `sarif`, `junit`. For people, `digest` limits
//!    how many are printed, `summary` prints a line for each code, and `paint` adds colours.
//!
//! `desk` gives the words of the desk of `jalon edit`, `overlay` what `jalon serve` shows over a page, `fresh` what its terminal says of new warnings. `explain` prints the explanation of a code.
mod describe;
mod desk;
mod digest;
mod excerpt;
mod explain;
mod fresh;
mod github;
mod gitlab;
mod human;
mod json;
mod junit;
mod line_index;
mod overlay;
mod paint;
mod sarif;
mod short;
mod summary;
mod visible;

pub use describe::{DiagnosticText, describe, sentence, whole_sentence};
pub use desk::{desk_finding, desk_words};
pub use digest::count;
pub use explain::{catalogue, explain, first_sentence};
pub use fresh::fresh_warnings;
pub use json::DIAGNOSTICS_SCHEMA;
pub use line_index::{LineColumn, LineIndex, LineRange};
pub use overlay::{OverlayView, bug_overlay, overlay};
pub use paint::Colour;
pub use summary::summary;
pub use visible::visible;

use crate::failure::Failure;
use crate::language;
use crate::model::{Arg, Diagnostic, Language, Sources};
use crate::text::nearest::nearest;
use crate::words::Words;
use describe::printable;
use paint::{CYAN, Paint, RED};
use std::fmt::Write as _;

/// How diagnostics are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Message, location, excerpt and way out, for people.
    Human(Colour, Detail),
    /// One line each: `path:line:column: error[code] message`, for text editors.
    Short,
    /// One JSON object per line; [`DIAGNOSTICS_SCHEMA`] describes it.
    Json,
    /// Workflow commands of GitHub Actions, one per line.
    Github,
    /// A GitLab code quality report, one JSON array.
    Gitlab,
    /// SARIF 2.1.0, one JSON object.
    Sarif,
    /// `JUnit` test results, one XML document.
    Junit,
}

/// How many diagnostics people see in full.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Detail {
    /// At most twenty of a code and 75 in all, those about one thing together, and a count of the others.
    #[default]
    Limited,
    /// Every one.
    All,
}

/// The messages in a language.
pub fn words(language: Language) -> Words {
    let text = language::of(language).messages;
    let mut words = Words::new(language);
    let errors = words.add(text);
    debug_assert!(errors.is_empty(), "our own messages are valid: {errors:?}");
    words
}

/// Prints diagnostics in the given order. The text ends with a line end; without diagnostics it is empty, except in the
/// formats that are one document.
pub fn render(diagnostics: &[Diagnostic], sources: &Sources, words: &Words, style: Style) -> String {
    if let Style::Human(colour, Detail::Limited) = style {
        return digest::write(diagnostics, sources, words, colour);
    }
    let index = LineIndex::new(sources, diagnostics.iter().map(|diagnostic| &diagnostic.span.file));
    let described = || diagnostics.iter().map(|diagnostic| (diagnostic, describe(diagnostic, words)));
    let all = || described().collect::<Vec<_>>();
    match style {
        Style::Gitlab => return gitlab::document(&all(), &index),
        Style::Sarif => return sarif::document(&all(), &index, words),
        Style::Junit => return junit::document(&all(), &index, words),
        Style::Human(..) | Style::Short | Style::Json | Style::Github => {}
    }
    let mut out = String::new();
    for (diagnostic, text) in described() {
        match style {
            Style::Github => github::write(&mut out, diagnostic, &text, &index),
            Style::Human(colour, _) => {
                human::write(&mut out, diagnostic, &text, None, &index, words, colour);
            }
            Style::Short => short::write(&mut out, diagnostic, &text, &index, words),
            _ => json::write(&mut out, diagnostic, &text, &index, words),
        }
    }
    out
}

/// A failure in words: what could not be done, and on a second line the way out.
pub fn failure(failure: &Failure, words: &Words, colour: Colour) -> String {
    let mut args = vec![
        ("at", printable(&failure.at.as_str().into())),
        ("why", printable(&failure.why.as_str().into())),
    ];
    let suggestion = match failure.what {
        "failure-unknown-code" => nearest(&failure.at, crate::model::ALL_CODES.iter().map(|code| code.name)),
        _ => None,
    };
    args.extend(suggestion.map(|name| ("nearest", Arg::from(name))));
    let help = if suggestion.is_some() { "help-nearest" } else { "help" };
    let text =
        words.say(failure.what, None, &args).unwrap_or_else(|| visible(&failure.to_string()).into_owned());
    let paint = Paint(colour);
    let mut out = format!("{} {text}\n", paint.with(RED, &sentence(words, "failure-word", &[])));
    if let Some(help) = words.say(failure.what, Some(help), &args) {
        let word = paint.with(CYAN, &sentence(words, "help-word", &[]));
        writeln!(out, "  = {word} {help}").expect("writing to a string cannot fail");
    }
    out
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod words_tests;
