//! What waits for the editors of a guide.
use super::{Date, EntryKey, PageUrl, Span};

/// All that waits, by groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agenda {
    /// The day that lateness is measured from.
    pub today: Date,
    /// How many days ahead are looked at.
    pub within: u32,
    /// Every group in the order of [`Group::ALL`], also those that are empty.
    pub groups: Vec<(Group, Vec<Item>)>,
}

impl Agenda {
    /// How many things wait.
    pub fn count(&self) -> usize {
        self.groups.iter().map(|(_, items)| items.len()).sum()
    }
}

/// What kind of attention something waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// The day to look at it again has passed.
    Stale,
    /// Something is still to be completed.
    Placeholder,
    /// Contacts that nobody has verified.
    Unverified,
    /// Addresses that seem to have a successor.
    Successor,
    /// Persons of whom nobody has decided whether they are published.
    Undecided,
    /// The day to look at it again is near.
    Upcoming,
}

impl Group {
    /// All of them, the most urgent first.
    pub const ALL: [Self; 6] =
        [Self::Stale, Self::Placeholder, Self::Unverified, Self::Successor, Self::Undecided, Self::Upcoming];

    /// Its name for programs and for the words.
    pub fn name(self) -> &'static str {
        match self {
            Self::Stale => "stale",
            Self::Placeholder => "placeholders",
            Self::Unverified => "unverified",
            Self::Successor => "successors",
            Self::Undecided => "undecided",
            Self::Upcoming => "upcoming",
        }
    }
}

/// One thing that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What is to be done.
    pub task: AgendaTask,
    /// What it is about.
    pub subject: Subject,
    /// The name of that, as readers see it.
    pub name: String,
    /// The place to open.
    pub span: Span,
    /// Who answers for it, if that is known.
    pub owner: Option<String>,
    /// The day, if there is one.
    pub day: Option<Date>,
}

/// What is to be done about an [`Item`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AgendaTask {
    /// Read a page through, or verify an entry, again.
    Review,
    /// Look at a block that is true until a day.
    Passage,
    /// Look at a page that will not be published any longer after a day.
    Expiry,
    /// Complete what is missing; its words, perhaps none.
    Complete(String),
    /// Give the address of a document.
    Address,
    /// Verify a contact for the first time.
    Verify,
    /// Decide whether this address is the one that counts now.
    Succeed(String),
    /// Decide whether a person is published.
    Decide,
}

impl AgendaTask {
    /// Its name for programs and for the words.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Review => "review",
            Self::Passage => "passage",
            Self::Expiry => "expiry",
            Self::Complete(_) => "complete",
            Self::Address => "address",
            Self::Verify => "verify",
            Self::Succeed(_) => "succeed",
            Self::Decide => "decide",
        }
    }

    /// The text that it is about: what is missing, the address that is proposed.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Complete(text) | Self::Succeed(text) if !text.is_empty() => Some(text),
            _ => None,
        }
    }
}

/// What an [`Item`] is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A page, by its address.
    Page(PageUrl),
    /// An entry of the registry.
    Entry(EntryKey),
    /// A file that is neither: the settings, a page that is not published.
    File,
}
