//! Diagnostics as people and programs read them: with an excerpt, one line each, or as JSON; in two languages.
mod excerpt;
mod explain;
mod github;
mod gitlab;
mod human;
mod json;
mod junit;
mod place;
mod sarif;
mod short;
mod visible;

pub use explain::{Unexplained, catalogue, explain};
pub use json::DIAGNOSTICS_SCHEMA;
pub use place::{Place, Places};
pub use visible::visible;

use crate::failure::Failure;
use crate::model::{Arg, Diagnostic, Language, Severity, Sources};
use crate::text::nearest::nearest;
use crate::words::Words;
use std::fmt::Write as _;

/// How diagnostics are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Message, place, excerpt and way out; for people.
    Human(Colour),
    /// One line each: `path:line:column: error[code] message`; for editors.
    Short,
    /// One JSON object a line, as [`DIAGNOSTICS_SCHEMA`] says; for programs.
    Json,
    /// Workflow commands of GitHub Actions, one a line.
    Github,
    /// A code quality report of GitLab, one JSON array.
    Gitlab,
    /// SARIF 2.1.0, one JSON object.
    Sarif,
    /// Test results as `JUnit` writes them, one XML document.
    Junit,
}

/// Whether the printed text carries the colour codes of terminals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colour {
    /// Plain text.
    #[default]
    Off,
    /// ANSI colours.
    On,
}

/// The words of `report` in a language.
pub fn words(language: Language) -> Words {
    let text = match language {
        Language::French => include_str!("locales/fr.ftl"),
        Language::English => include_str!("locales/en.ftl"),
    };
    let mut words = Words::new(language);
    let slips = words.add(text);
    debug_assert!(slips.is_empty(), "our own words are well written: {slips:?}");
    words
}

/// All diagnostics, printed in the order given. Ends with a line end; of no diagnostics, only the formats that are one
/// document print anything.
pub fn render(diagnostics: &[Diagnostic], sources: &Sources, words: &Words, style: Style) -> String {
    let places = Places::new(sources, diagnostics.iter().map(|diagnostic| &diagnostic.span.file));
    let found = || diagnostics.iter().map(|diagnostic| (diagnostic, say(diagnostic, words)));
    let all = || found().collect::<Vec<_>>();
    match style {
        Style::Gitlab => return gitlab::document(&all(), &places),
        Style::Sarif => return sarif::document(&all(), &places, words),
        Style::Junit => return junit::document(&all(), &places, words),
        Style::Human(_) | Style::Short | Style::Json | Style::Github => {}
    }
    let mut out = String::new();
    for (diagnostic, said) in found() {
        match style {
            Style::Github => github::write(&mut out, diagnostic, &said, &places),
            Style::Human(colour) => human::write(&mut out, diagnostic, &said, &places, words, colour),
            Style::Short => short::write(&mut out, diagnostic, &said, &places, words),
            _ => json::write(&mut out, diagnostic, &said, &places, words),
        }
    }
    out
}

/// The words of one diagnostic. What came from a source is made harmless: no control characters, no line ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// What is wrong; one sentence without a final dot.
    pub message: String,
    /// A few words for the excerpt, if the message has some.
    pub label: Option<String>,
    /// The way out, if there is one.
    pub help: Option<String>,
}

/// Puts a diagnostic into words.
pub fn say(diagnostic: &Diagnostic, words: &Words) -> Said {
    let key = diagnostic.code.key();
    let args: Vec<(&str, Arg)> =
        diagnostic.args.iter().map(|(name, value)| (*name, harmless(value))).collect();
    Said {
        message: words.say(&key, None, &args).unwrap_or_else(|| diagnostic.code.name.to_owned()),
        label: words.say(&key, Some("label"), &args),
        help: diagnostic.help.and_then(|attribute| words.say(&key, Some(attribute), &args)),
    }
}

/// Longest text of a source that a message repeats, in characters.
const QUOTE: usize = 240;

fn harmless(value: &Arg) -> Arg {
    match value {
        Arg::Number(_) | Arg::Date(_) => value.clone(),
        Arg::Text(text) => match text.char_indices().nth(QUOTE) {
            Some((end, _)) => Arg::Text(format!("{}…", visible(&text[..end]))),
            None => Arg::Text(visible(text).into_owned()),
        },
    }
}

/// The counts in words: `3 errors, 2 warnings`; `nothing to report` for none.
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

/// A failure in words: what could not be done, and on a second line the way out. Ends with a line end.
pub fn failure(failure: &Failure, words: &Words, colour: Colour) -> String {
    let mut args =
        vec![("at", harmless(&failure.at.as_str().into())), ("why", harmless(&failure.why.as_str().into()))];
    let meant = match failure.what {
        "failure-unknown-code" => nearest(&failure.at, crate::model::ALL_CODES.iter().map(|code| code.name)),
        _ => None,
    };
    args.extend(meant.map(|name| ("nearest", Arg::from(name))));
    let help = if meant.is_some() { "help-nearest" } else { "help" };
    let said =
        words.say(failure.what, None, &args).unwrap_or_else(|| visible(&failure.to_string()).into_owned());
    let paint = human::Paint(colour);
    let mut out = format!("{} {said}\n", paint.error(&sentence(words, "failure-word", &[])));
    if let Some(help) = words.say(failure.what, Some(help), &args) {
        let word = paint.help(&sentence(words, "help-word", &[]));
        writeln!(out, "  = {word} {help}").expect("writing to a string cannot fail");
    }
    out
}

/// A sentence of the locales, its variables made harmless; its key where there is none.
pub fn sentence(words: &Words, key: &str, args: &[(&str, Arg)]) -> String {
    let args: Vec<(&str, Arg)> = args.iter().map(|(name, value)| (*name, harmless(value))).collect();
    words.say(key, None, &args).unwrap_or_else(|| key.to_owned())
}

/// A severity in words.
fn severity(severity: Severity, words: &Words) -> String {
    let key = match severity {
        Severity::Error => "severity-error",
        Severity::Warning => "severity-warning",
    };
    sentence(words, key, &[])
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod words_tests;
