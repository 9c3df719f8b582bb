//! What the editors of a guide have to do.
use super::{Date, EntryKey, PageUrl, Span};

/// All that has to be done, in groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agenda {
    /// The day that lateness is counted from.
    pub today: Date,
    /// How many days ahead are included.
    pub within: u32,
    /// Every group in the order of [`AgendaGroup::ALL`], empty ones too.
    pub groups: Vec<(AgendaGroup, Vec<AgendaItem>)>,
}

impl Agenda {
    /// How many items there are.
    pub fn count(&self) -> usize {
        self.groups.iter().map(|(_, items)| items.len()).sum()
    }
}

/// The groups, by the kind of attention an item needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AgendaGroup {
    /// The review is overdue.
    Stale,
    /// Something is still to be completed.
    Placeholder,
    /// Contacts that nobody has verified.
    Unverified,
    /// Addresses that probably have a successor.
    Successor,
    /// Persons whose publication is undecided.
    Undecided,
    /// The review is due soon.
    Upcoming,
}

impl AgendaGroup {
    /// All groups, the most urgent first.
    pub const ALL: [Self; 6] =
        [Self::Stale, Self::Placeholder, Self::Unverified, Self::Successor, Self::Undecided, Self::Upcoming];

    /// The name, for programs and as a key of messages.
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

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaItem {
    /// What to do.
    pub task: AgendaTask,
    /// What it is about.
    pub subject: Subject,
    /// The name of that, as readers know it.
    pub name: String,
    /// The place to edit.
    pub span: Span,
    /// Who is responsible, if known.
    pub owner: Option<String>,
    /// The day it is due, if there is one.
    pub day: Option<Date>,
}

/// What to do about an [`AgendaItem`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AgendaTask {
    /// Review a page, or verify an entry again.
    Review,
    /// Review a block that is marked as true until a day.
    Passage,
    /// Review a page that expires on a day.
    Expiry,
    /// Complete a placeholder, with its text, which may be empty.
    Complete(String),
    /// Add the address of a document.
    Address,
    /// Verify a contact for the first time.
    Verify,
    /// Decide whether this address is the current one.
    Succeed(String),
    /// Decide whether a person is published.
    Decide,
}

impl AgendaTask {
    /// The name, for programs and as a key of messages.
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

    /// The text it is about: of a placeholder, or the proposed address.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Complete(text) | Self::Succeed(text) if !text.is_empty() => Some(text),
            _ => None,
        }
    }
}

/// The subject of an [`AgendaItem`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A page, by its address.
    Page(PageUrl),
    /// An entry of the registry.
    Entry(EntryKey),
    /// A file that is neither: the settings, or a page that is not published.
    File,
}
