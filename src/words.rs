//! Fluent messages, formatted in the language of the reader. Only this file uses the Fluent crates.
//!
//! Messages may call two functions: `COUNT($n)` groups the digits of a number, `BYTES($n)` writes a size in the units of
//! file managers.
use crate::language;
use crate::model::{Arg, Language};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::fmt;
use unic_langid::LanguageIdentifier;

/// A syntax error of a Fluent file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageError {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// The parser's message, in English.
    pub why: String,
}

/// Messages of one language, from one or more files; later files reword earlier ones.
pub struct Words {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    keys: Vec<String>,
}

impl fmt::Debug for Words {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Words").field("messages", &self.keys.len()).finish_non_exhaustive()
    }
}

impl Words {
    /// No messages yet.
    pub fn new(language: Language) -> Self {
        let tag: LanguageIdentifier = language.tag().parse().expect("our own tags are well-formed");
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // Isolating marks would get into attributes and addresses, and both languages are written from left to right.
        bundle.set_use_isolating(false);
        // A text in place of a number stays as it is.
        for (name, write) in [("COUNT", count as fn(Language, u64) -> String), ("BYTES", bytes)] {
            bundle
                .add_function(name, move |values, _| match values.first() {
                    Some(FluentValue::Number(number)) if number.value >= 0.0 => {
                        #[expect(
                            clippy::cast_possible_truncation,
                            clippy::cast_sign_loss,
                            reason = "a whole number of things"
                        )]
                        let whole = number.value as u64;
                        FluentValue::from(write(language, whole))
                    }
                    Some(value) => value.clone().into_owned(),
                    None => FluentValue::Error,
                })
                .expect("each function is added once");
        }
        Self { language, bundle, keys: Vec::new() }
    }

    /// Adds the messages of a file; returns its syntax errors.
    pub fn add(&mut self, text: &str) -> Vec<MessageError> {
        let (resource, errors) = match FluentResource::try_new(text.to_owned()) {
            Ok(resource) => (resource, Vec::new()),
            Err((resource, errors)) => (resource, errors),
        };
        let errors = errors.into_iter().map(|error| MessageError {
            start: text.floor_char_boundary(error.pos.start),
            end: text.floor_char_boundary(error.pos.end),
            why: fluent_bundle::FluentError::ParserError(error).to_string(),
        });
        for entry in resource.entries() {
            if let fluent_syntax::ast::Entry::Message(message) = entry {
                self.keys.push(message.id.name.to_owned());
            }
        }
        self.bundle.add_resource_overriding(resource);
        errors.collect()
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Keys of all messages, in the order of the files; a reworded message appears again.
    pub fn keys(&self) -> &[String] {
        &self.keys
    }

    /// The messages without variables, with their texts.
    pub fn fixed(&self) -> Vec<(String, String)> {
        let mut found = Vec::new();
        for key in &self.keys {
            let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
                continue;
            };
            let mut errors = Vec::new();
            let words = self.bundle.format_pattern(pattern, None, &mut errors);
            if errors.is_empty() {
                found.push((key.clone(), words.into_owned()));
            }
        }
        found
    }

    /// The text of a message, or of one of its attributes; `None` if there is no such message or attribute.
    pub fn say(&self, key: &str, attribute: Option<&str>, args: &[(&str, Arg)]) -> Option<String> {
        let message = self.bundle.get_message(key)?;
        let pattern = match attribute {
            None => message.value()?,
            Some(name) => message.get_attribute(name)?.value(),
        };
        let mut errors = Vec::new();
        if args.is_empty() {
            return Some(self.bundle.format_pattern(pattern, None, &mut errors).into_owned());
        }
        let mut values = FluentArgs::new();
        for (name, value) in args {
            let value = match value {
                Arg::Text(text) => FluentValue::from(text.as_str()),
                Arg::Number(number) => FluentValue::from(*number),
                Arg::Date(date) => FluentValue::from(language::date(self.language, *date)),
            };
            values.set(*name, value);
        }
        // A missing variable leaves its name in the text; a test of the messages finds it.
        Some(self.bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned())
    }
}

/// `12 345` in French, `12,345` in English.
fn count(language: Language, number: u64) -> String {
    let digits = number.to_string();
    let gap = language::of(language).digit_gap;
    let mut out = String::with_capacity(digits.len() + 8);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(gap);
        }
        out.push(digit);
    }
    out
}

/// `8,1 Mo` in French, `8.1 MB` in English; in steps of 1,024 as in file managers, rounded up to a tenth, so that a size above a
/// limit never looks equal to it.
fn bytes(language: Language, size: u64) -> String {
    let (units, point) = (language::of(language).sizes, language::of(language).decimal_mark);
    let step = (0..3).rev().find(|step| size >= 1 << (10 * (step + 1))).map_or(0, |step| step + 1);
    let tenths = (u128::from(size) * 10).div_ceil(1 << (10 * step));
    let tenth = tenths % 10;
    let whole = count(language, u64::try_from(tenths / 10).unwrap_or(u64::MAX));
    let decimal = if tenth == 0 { String::new() } else { format!("{point}{tenth}") };
    format!("{whole}{decimal}\u{a0}{}", units[step])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_in_each_language() {
        assert_eq!(count(Language::French, 1_234_567), "1\u{202f}234\u{202f}567");
        assert_eq!(count(Language::English, 1_234), "1,234");
        assert_eq!(bytes(Language::French, 8 << 20), "8\u{a0}Mo");
        assert_eq!(bytes(Language::French, (8 << 20) + 1), "8,1\u{a0}Mo");
        assert_eq!(bytes(Language::English, 999), "999\u{a0}bytes");
        assert_eq!(bytes(Language::English, 3 << 30), "3\u{a0}GB");
    }

    #[test]
    fn messages_call_functions() {
        let mut words = Words::new(Language::English);
        assert_eq!(words.add("size = { BYTES($size) }, { COUNT($n) }, { BYTES($text) }\n"), []);
        let args = [("size", Arg::Number(2048)), ("n", Arg::Number(1000)), ("text", Arg::from("2 MB"))];
        assert_eq!(words.say("size", None, &args).unwrap(), "2\u{a0}kB, 1,000, 2 MB");
    }
}
