//! Words in two languages: Fluent messages, formatted. The only file that knows the Fluent crates.
use crate::model::{Arg, Language};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::fmt;
use unic_langid::LanguageIdentifier;

/// A slip in a Fluent file: byte range and the parser's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordSlip {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// What the parser says, in English.
    pub why: String,
}

/// Messages of one language, from one or more files; later files reword earlier ones.
pub struct Words {
    bundle: FluentBundle<FluentResource>,
    keys: Vec<String>,
}

impl fmt::Debug for Words {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Words").field("messages", &self.keys.len()).finish_non_exhaustive()
    }
}

impl Words {
    /// Without any message yet.
    pub fn new(language: Language) -> Self {
        let tag: LanguageIdentifier = language.tag().parse().expect("our own tags are well-formed");
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // The marks that keep directions apart would land in attributes and addresses; our languages run one way.
        bundle.set_use_isolating(false);
        Self { bundle, keys: Vec::new() }
    }

    /// Adds the messages of a file; what can be read counts, what cannot is returned.
    pub fn add(&mut self, text: &str) -> Vec<WordSlip> {
        let (resource, slips) = match FluentResource::try_new(text.to_owned()) {
            Ok(resource) => (resource, Vec::new()),
            Err((resource, errors)) => {
                let slip = |error: &fluent_bundle::FluentError| WordSlip {
                    start: 0,
                    end: 0,
                    why: error.to_string(),
                };
                let slips = errors
                    .iter()
                    .map(|error| WordSlip {
                        start: error.pos.start,
                        end: error.pos.end,
                        ..slip(&fluent_bundle::FluentError::ParserError(error.clone()))
                    })
                    .collect();
                (resource, slips)
            }
        };
        for entry in resource.entries() {
            if let fluent_syntax::ast::Entry::Message(message) = entry {
                self.keys.push(message.id.name.to_owned());
            }
        }
        self.bundle.add_resource_overriding(resource);
        slips
    }

    /// Keys of all messages, in the order of the files; a reworded message appears again.
    pub fn keys(&self) -> &[String] {
        &self.keys
    }

    /// The messages that need no variable, with their words.
    pub fn fixed(&self) -> Vec<(String, String)> {
        let mut found = Vec::new();
        for key in &self.keys {
            let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
                continue;
            };
            let mut slips = Vec::new();
            let words = self.bundle.format_pattern(pattern, None, &mut slips);
            if slips.is_empty() {
                found.push((key.clone(), words.into_owned()));
            }
        }
        found
    }

    /// The words of a message, or of one of its attributes. `None` when there is no such message or attribute.
    pub fn say(&self, key: &str, attribute: Option<&str>, args: &[(&str, Arg)]) -> Option<String> {
        let message = self.bundle.get_message(key)?;
        let pattern = match attribute {
            None => message.value()?,
            Some(name) => message.get_attribute(name)?.value(),
        };
        let mut values = FluentArgs::new();
        for (name, value) in args {
            let value = match value {
                Arg::Text(text) => FluentValue::from(text.as_str()),
                Arg::Number(number) => FluentValue::from(*number),
            };
            values.set(*name, value);
        }
        // A missing variable leaves its own name in the text, which a test of the words finds.
        let mut slips = Vec::new();
        Some(self.bundle.format_pattern(pattern, Some(&values), &mut slips).into_owned())
    }
}
