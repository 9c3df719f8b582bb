//! The languages that Jalon supports.

/// The language of a guide or of messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// French.
    French,
    /// English.
    #[default]
    English,
}

impl Language {
    /// All languages.
    pub const ALL: [Self; 2] = [Self::French, Self::English];

    /// The tags of all languages.
    pub const TAGS: [&str; Self::ALL.len()] = {
        let mut tags = [""; Self::ALL.len()];
        let mut at = 0;
        while at < tags.len() {
            tags[at] = Self::ALL[at].tag();
            at += 1;
        }
        tags
    };

    /// The BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::French => "fr",
            Self::English => "en",
        }
    }

    /// Reads the language of a BCP 47 tag or a POSIX locale: `fr`, `fr-FR`, `fr_FR.UTF-8`.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let first = tag.split(['-', '_', '.', '@']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|language| first.eq_ignore_ascii_case(language.tag()))
    }
}
