//! What is wrong with a command line, in the user's language.
use super::arguments::Global;
use crate::failure::Failure;
use crate::model::Language;
use clap::ValueEnum as _;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::ffi::OsString;

/// The value name of options that take a day.
const DAY: &str = "<YYYY-MM-DD>";

/// The mistake as a failure. None for help and version, and for mistakes that only clap can describe.
pub(crate) fn failure(error: &clap::Error) -> Option<Failure> {
    let part = |kind: ContextKind| error.get(kind).map(text_of).unwrap_or_default();
    let with_hint = |what, what_with_hint, at: String, why: String| {
        if why.is_empty() { Failure::plain(what, at) } else { Failure { what: what_with_hint, at, why } }
    };
    Some(match error.kind() {
        ErrorKind::InvalidSubcommand => with_hint(
            "failure-no-command",
            "failure-no-command-near",
            part(ContextKind::InvalidSubcommand),
            // The nearest of several is the last.
            part(ContextKind::SuggestedSubcommand).rsplit(", ").next().unwrap_or_default().to_owned(),
        ),
        ErrorKind::UnknownArgument => with_hint(
            "failure-no-option",
            "failure-no-option-near",
            part(ContextKind::InvalidArg),
            part(ContextKind::SuggestedArg),
        ),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let (option, value) = (part(ContextKind::InvalidArg), part(ContextKind::InvalidValue));
            if value.is_empty() {
                Failure::plain("failure-no-value", option)
            } else if option.contains(DAY) {
                Failure::plain("failure-no-day", value)
            } else {
                let at = format!("{option} {value}");
                with_hint("failure-bad-value", "failure-bad-value-of", at, part(ContextKind::ValidValue))
            }
        }
        ErrorKind::MissingRequiredArgument => {
            Failure::plain("failure-missing-argument", part(ContextKind::InvalidArg))
        }
        ErrorKind::ArgumentConflict => Failure {
            what: "failure-conflict",
            at: part(ContextKind::InvalidArg),
            why: part(ContextKind::PriorArg),
        },
        _ => return None,
    })
}

/// Of a command line that could not be read, the language it asks for.
pub(crate) fn language(arguments: impl Iterator<Item = OsString>) -> Global {
    let mut lang = None;
    // An argument that is not UTF-8 names no language.
    let mut arguments = arguments.map(|argument| argument.to_string_lossy().into_owned()).peekable();
    while let Some(argument) = arguments.next() {
        let value = match argument.as_str() {
            "--lang" => arguments.peek().map(String::as_str),
            other => other.strip_prefix("--lang="),
        };
        lang = value.and_then(|value| Language::from_str(value, true).ok()).or(lang);
    }
    Global { lang, ..Global::default() }
}

/// What clap knows about a mistake, as text.
fn text_of(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(all) => all.join(", "),
        ContextValue::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::arguments::Arguments;
    use super::*;
    use clap::Parser as _;

    fn mistake(line: &str) -> Option<(&'static str, String, String)> {
        let error = Arguments::try_parse_from(line.split(' ')).unwrap_err();
        failure(&error).map(|failure| (failure.what, failure.at, failure.why))
    }

    #[test]
    fn each_kind_of_mistake_has_its_own_failure() {
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
            ("jalon search a --strict", "failure-no-option", "--strict", ""),
            (
                "jalon checklist --format sarif",
                "failure-bad-value-of",
                "--format <FORMAT> sarif",
                "human, json, csv, ics, pdf",
            ),
        ];
        for (line, what, at, why) in cases {
            let found = mistake(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!((found.0, found.1.as_str(), found.2.as_str()), (what, at, why), "{line}");
        }
        assert_eq!(mistake("jalon --help"), None);
        assert_eq!(mistake("jalon --version"), None);
    }

    #[test]
    fn the_language_is_read_from_a_wrong_command_line() {
        let of = |line: &str| language(line.split(' ').map(OsString::from)).lang;
        assert_eq!(of("jalon --lang fr bluid"), Some(Language::French));
        assert_eq!(of("jalon bluid --lang=en"), Some(Language::English));
        assert_eq!((of("jalon bluid --lang"), of("jalon --lang de")), (None, None));
    }
}
