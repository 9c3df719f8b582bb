//! What is wrong with a command line, in the reader's language.
use super::arguments::{Global, Lang};
use crate::failure::Failure;
use clap::ValueEnum as _;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::ffi::OsString;

/// What stands for a day in the help.
const DAY: &str = "<YYYY-MM-DD>";

/// The slip as a failure; none for what is no slip (help, the version) and for what only the parser can put into words.
pub(super) fn failure(answer: &clap::Error) -> Option<Failure> {
    let said = |kind: ContextKind| answer.get(kind).map(words).unwrap_or_default();
    let near = |what, nearest, at: String, why: String| {
        if why.is_empty() { Failure::plain(what, at) } else { Failure { what: nearest, at, why } }
    };
    Some(match answer.kind() {
        ErrorKind::InvalidSubcommand => near(
            "failure-no-command",
            "failure-no-command-near",
            said(ContextKind::InvalidSubcommand),
            said(ContextKind::SuggestedSubcommand),
        ),
        ErrorKind::UnknownArgument => near(
            "failure-no-option",
            "failure-no-option-near",
            said(ContextKind::InvalidArg),
            said(ContextKind::SuggestedArg),
        ),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let (option, value) = (said(ContextKind::InvalidArg), said(ContextKind::InvalidValue));
            if value.is_empty() {
                Failure::plain("failure-no-value", option)
            } else if option.contains(DAY) {
                Failure::plain("failure-no-day", value)
            } else {
                let at = format!("{option} {value}");
                near("failure-bad-value", "failure-bad-value-of", at, said(ContextKind::ValidValue))
            }
        }
        ErrorKind::MissingRequiredArgument => {
            Failure::plain("failure-missing-argument", said(ContextKind::InvalidArg))
        }
        ErrorKind::ArgumentConflict => Failure {
            what: "failure-conflict",
            at: said(ContextKind::InvalidArg),
            why: said(ContextKind::PriorArg),
        },
        _ => return None,
    })
}

/// The options of a command line that could not be read, as far as they say in which language to answer.
pub(super) fn language(arguments: impl Iterator<Item = OsString>) -> Global {
    let mut lang = None;
    // What is no text is no language either.
    let mut arguments = arguments.map(|argument| argument.to_string_lossy().into_owned()).peekable();
    while let Some(argument) = arguments.next() {
        let value = match argument.as_str() {
            "--lang" => arguments.peek().map(String::as_str),
            other => other.strip_prefix("--lang="),
        };
        lang = value.and_then(|value| Lang::from_str(value, true).ok()).or(lang);
    }
    Global { lang, ..Global::default() }
}

/// A part of what the parser knows, as it was typed or as it may be typed.
fn words(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(all) => all.join(", "),
        ContextValue::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Arguments;
    use super::*;
    use clap::Parser as _;

    fn slip(line: &str) -> Option<(&'static str, String, String)> {
        let answer = Arguments::try_parse_from(line.split(' ')).unwrap_err();
        failure(&answer).map(|failure| (failure.what, failure.at, failure.why))
    }

    #[test]
    fn slips_are_told_by_their_kind() {
        let cases = [
            ("jalon bluid", "failure-no-command-near", "bluid", "build"),
            ("jalon xyzzy", "failure-no-command", "xyzzy", ""),
            ("jalon build --stric", "failure-no-option-near", "--stric", "--strict"),
            ("jalon build --qqqqq", "failure-no-option", "--qqqqq", ""),
            ("jalon build --today", "failure-no-value", "--today <YYYY-MM-DD>", ""),
            ("jalon --lang de build", "failure-bad-value-of", "--lang <LANG> de", "fr, en"),
            ("jalon new contact", "failure-missing-argument", "<ID>", ""),
            ("jalon build --today 2026-06-31", "failure-no-day", "2026-06-31", ""),
            ("jalon report --within x", "failure-bad-value", "--within <DAYS> x", ""),
            ("jalon search a --queries b", "failure-conflict", "[WORDS]...", "--queries <FILE>"),
        ];
        for (line, what, at, why) in cases {
            let found = slip(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!((found.0, found.1.as_str(), found.2.as_str()), (what, at, why), "{line}");
        }
        assert_eq!(slip("jalon --help"), None);
        assert_eq!(slip("jalon --version"), None);
    }

    #[test]
    fn a_language_is_heard_even_where_the_rest_is_not() {
        let of = |line: &str| language(line.split(' ').map(OsString::from)).lang;
        assert_eq!(of("jalon --lang fr bluid"), Some(Lang::Fr));
        assert_eq!(of("jalon bluid --lang=en"), Some(Lang::En));
        assert_eq!((of("jalon bluid --lang"), of("jalon --lang de")), (None, None));
    }
}
