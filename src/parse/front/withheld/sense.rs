//! In what sense a page is kept from its readers.

/// In what sense a key withholds a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sense {
    /// It is not published.
    Draft,
    /// Searches do not find it.
    Search,
    /// Only those who know its address find it.
    Hidden,
    /// Only those who know a password read it.
    Password,
    /// It cannot be known.
    Unsure,
}

impl Sense {
    /// How Jalon writes it, where it has the same.
    pub(super) fn ours(self) -> &'static str {
        match self {
            Self::Draft => "draft: true",
            Self::Search => "search: false",
            Self::Hidden | Self::Password | Self::Unsure => "",
        }
    }

    /// The word by which messages choose their sentence, and their help.
    pub(super) fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Draft => ("draft", "help-ours"),
            Self::Search => ("search", "help-ours"),
            Self::Hidden => ("hidden", "help-hidden"),
            Self::Password => ("password", "help-password"),
            Self::Unsure => ("unsure", "help"),
        }
    }
}
