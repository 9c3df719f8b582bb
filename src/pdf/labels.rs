//! The words that a sheet needs besides its own.
use std::collections::BTreeMap;

/// The keys of the interface's strings that a printed checklist shows. None has a variable.
pub const LABELS: &[&str] = &[
    "pdf-contacts",
    "pdf-contact-name",
    "pdf-contact-need",
    "pdf-contact-online",
    "pdf-contact-phone",
    "pdf-date",
    "pdf-date-tip",
    "pdf-do-confirm",
    "pdf-explained",
    "pdf-name",
    "pdf-name-tip",
    "pdf-none",
    "pdf-notes",
    "pdf-notes-tip",
    "pdf-online",
    "pdf-page",
    "pdf-qr",
    "pdf-read-do",
    "pdf-signature",
    "pdf-structure",
    "pdf-structure-tip",
    "pdf-version",
    "pdf-visa",
    "pdf-visa-date",
    "pdf-visa-date-tip",
    "pdf-visa-name",
    "pdf-visa-name-tip",
];

/// Those words in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Labels(BTreeMap<&'static str, String>);

impl Labels {
    /// Asks for the words of each key of [`LABELS`].
    pub fn new(mut say: impl FnMut(&str) -> String) -> Self {
        Self(LABELS.iter().map(|key| (*key, say(key))).collect())
    }

    /// The words by the name that theme files know them under: the key without `pdf-`.
    pub(super) fn by_name(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(key, words)| (key.trim_start_matches("pdf-"), words.as_str()))
    }
}
