//! Prints diagnostics and failures, in French and English.
//!
//! 1. [`describe`] puts a diagnostic into words: the messages of `locales/`, with the arguments made safe (`visible`).
//! 2. `line_index` finds its line and column, `excerpt` cuts the line out.
//! 3. One file a format writes it: `human`, `short`, `json`, `github`, `gitlab`, `sarif`, `junit`.
//!
//! `explain` prints the explanation of a code.
mod excerpt;
mod explain;
mod github;
mod gitlab;
mod human;
mod json;
mod junit;
mod line_index;
mod sarif;
mod short;
mod visible;

pub use explain::{catalogue, explain};
pub use json::DIAGNOSTICS_SCHEMA;
pub use line_index::{LineColumn, LineIndex, LineRange};
pub use visible::visible;

use crate::failure::Failure;
use crate::language;
use crate::model::{Arg, Diagnostic, Language, Severity, Sources};
use crate::text::nearest::nearest;
use crate::words::Words;
use std::fmt::Write as _;

/// How diagnostics are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Message, location, excerpt and way out, for people.
    Human(Colour),
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

/// Whether printed text has colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colour {
    /// Plain text.
    #[default]
    Off,
    /// ANSI colours.
    On,
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
    let index = LineIndex::new(sources, diagnostics.iter().map(|diagnostic| &diagnostic.span.file));
    let described = || diagnostics.iter().map(|diagnostic| (diagnostic, describe(diagnostic, words)));
    let all = || described().collect::<Vec<_>>();
    match style {
        Style::Gitlab => return gitlab::document(&all(), &index),
        Style::Sarif => return sarif::document(&all(), &index, words),
        Style::Junit => return junit::document(&all(), &index, words),
        Style::Human(_) | Style::Short | Style::Json | Style::Github => {}
    }
    let mut out = String::new();
    for (diagnostic, text) in described() {
        match style {
            Style::Github => github::write(&mut out, diagnostic, &text, &index),
            Style::Human(colour) => human::write(&mut out, diagnostic, &text, &index, words, colour),
            Style::Short => short::write(&mut out, diagnostic, &text, &index, words),
            _ => json::write(&mut out, diagnostic, &text, &index, words),
        }
    }
    out
}

/// A diagnostic in words. Text from sources is safe to print: it has no control characters and no line ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiagnosticText {
    /// What is wrong, in a sentence without a full stop.
    pub message: String,
    /// A few words for the excerpt.
    pub label: Option<String>,
    /// The way out, if there is one.
    pub help: Option<String>,
}

/// Puts a diagnostic into words.
pub fn describe(diagnostic: &Diagnostic, words: &Words) -> DiagnosticText {
    let key = diagnostic.code.key();
    let args: Vec<(&str, Arg)> =
        diagnostic.args.iter().map(|(name, value)| (*name, printable(value))).collect();
    DiagnosticText {
        message: words.say(&key, None, &args).unwrap_or_else(|| diagnostic.code.name.to_owned()),
        label: words.say(&key, Some("label"), &args),
        help: diagnostic.help.and_then(|attribute| words.say(&key, Some(attribute), &args)),
    }
}

/// The longest text of a source that a message repeats, in characters.
const LONGEST_QUOTE: usize = 240;

fn printable(value: &Arg) -> Arg {
    match value {
        Arg::Number(_) | Arg::Date(_) => value.clone(),
        Arg::Text(text) => match text.char_indices().nth(LONGEST_QUOTE) {
            Some((end, _)) => Arg::Text(format!("{}…", visible(&text[..end]))),
            None => Arg::Text(visible(text).into_owned()),
        },
    }
}

/// `3 errors, 2 warnings`; `nothing to report` if there are none.
pub fn count(diagnostics: &[Diagnostic], words: &Words) -> String {
    let of = |severity| diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count();
    let parts: Vec<String> =
        [("count-errors", of(Severity::Error)), ("count-warnings", of(Severity::Warning))]
            .into_iter()
            .filter(|(_, count)| *count > 0)
            .map(|(key, count)| sentence(words, key, &[("count", Arg::from(count))]))
            .collect();
    if parts.is_empty() { sentence(words, "count-none", &[]) } else { parts.join(", ") }
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
    let paint = human::Paint(colour);
    let mut out = format!("{} {text}\n", paint.with(human::RED, &sentence(words, "failure-word", &[])));
    if let Some(help) = words.say(failure.what, Some(help), &args) {
        let word = paint.with(human::CYAN, &sentence(words, "help-word", &[]));
        writeln!(out, "  = {word} {help}").expect("writing to a string cannot fail");
    }
    out
}

/// A message with its variables made printable; the key itself if there is no such message.
pub fn sentence(words: &Words, key: &str, args: &[(&str, Arg)]) -> String {
    let args: Vec<(&str, Arg)> = args.iter().map(|(name, value)| (*name, printable(value))).collect();
    words.say(key, None, &args).unwrap_or_else(|| key.to_owned())
}

/// A severity in words.
fn severity(severity: Severity, words: &Words) -> String {
    sentence(words, &format!("severity-{}", severity.name()), &[])
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod words_tests;
