//! The words that a sheet needs besides its own.
use std::collections::BTreeMap;

/// The keys of the interface strings that a sheet shows. None has a variable.
pub const LABELS: &[&str] = &[
    "pdf-book-contents",
    "pdf-book-index",
    "pdf-book-pages",
    "pdf-book-reached",
    "pdf-contacts",
    "pdf-contact-name",
    "pdf-contact-need",
    "pdf-contact-online",
    "pdf-contact-phone",
    "pdf-date",
    "pdf-date-tip",
    "pdf-do-confirm",
    "pdf-explained",
    "pdf-logo",
    "pdf-name",
    "pdf-name-tip",
    "pdf-none",
    "pdf-notes",
    "pdf-notes-tip",
    "pdf-online",
    "pdf-page",
    "pdf-published",
    "pdf-qr",
    "pdf-read-do",
    "pdf-signature",
    "pdf-signature-tip",
    "pdf-structure",
    "pdf-structure-tip",
    "pdf-tools",
    "pdf-version",
    "pdf-visa",
    "pdf-visa-date",
    "pdf-visa-date-tip",
    "pdf-visa-name",
    "pdf-visa-name-tip",
];

/// These words in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Labels(BTreeMap<&'static str, String>);

impl Labels {
    /// Looks up the words for each key of [`LABELS`].
    pub fn new(mut say: impl FnMut(&str) -> String) -> Self {
        Self(LABELS.iter().map(|key| (*key, say(key))).collect())
    }

    /// The words by the names that theme files use: the key without `pdf-`.
    pub(super) fn by_name(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(key, words)| (key.trim_start_matches("pdf-"), words.as_str()))
    }
}
