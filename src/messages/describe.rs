//! Diagnostics and sentences in words: the messages of the locales, with arguments that are safe to print.
use super::visible::visible;
use crate::model::{Arg, Diagnostic, Severity};
use crate::words::Words;

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

pub(super) fn printable(value: &Arg) -> Arg {
    match value {
        Arg::Number(_) | Arg::Date(_) => value.clone(),
        Arg::Text(text) => match text.char_indices().nth(LONGEST_QUOTE) {
            Some((end, _)) => Arg::Text(format!("{}…", visible(&text[..end]))),
            None => Arg::Text(visible(text).into_owned()),
        },
    }
}

/// A message with its variables made printable; the key itself if there is no such message.
pub fn sentence(words: &Words, key: &str, args: &[(&str, Arg)]) -> String {
    let args: Vec<(&str, Arg)> = args.iter().map(|(name, value)| (*name, printable(value))).collect();
    words.say(key, None, &args).unwrap_or_else(|| key.to_owned())
}

/// [`sentence`] with its variables at their whole length, for a report that must hold all of a text.
pub fn whole_sentence(words: &Words, key: &str, args: &[(&str, Arg)]) -> String {
    let whole = |value: &Arg| match value {
        Arg::Text(text) => Arg::Text(visible(text).into_owned()),
        Arg::Number(_) | Arg::Date(_) => value.clone(),
    };
    let args: Vec<(&str, Arg)> = args.iter().map(|(name, value)| (*name, whole(value))).collect();
    words.say(key, None, &args).unwrap_or_else(|| key.to_owned())
}

/// A severity in words.
pub(super) fn severity(severity: Severity, words: &Words) -> String {
    sentence(words, &format!("severity-{}", severity.name()), &[])
}
