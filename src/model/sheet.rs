//! A checklist away from its page: what is printed, exported or sent, in words that need no other page.
use super::{Anchor, Branch, ChecklistMode, Date, Delay, Language};

/// One list to take along: a page's checklist, or one role's tasks of the whole guide. Typography is done, addresses
/// are whole where `base_url` is known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Sheet {
    /// Unique in the guide, stable, and a file name without its extension: `rh`, `la-candidature`.
    pub id: String,
    /// Language of the text.
    pub language: Language,
    /// Name of the guide.
    pub guide: String,
    /// From the guide's sections down to the page, the page included; empty for a role.
    pub trail: Vec<String>,
    /// Who publishes, if the settings say so.
    pub publisher: Option<String>,
    /// What the list is for.
    pub title: String,
    /// One sentence for readers of the file's properties.
    pub description: String,
    /// Who, when, how long, what is needed: label and value, four at most.
    pub facts: Vec<(String, String)>,
    /// Day of the last review, if it is known.
    pub updated: Option<Date>,
    /// Day of the build, where no review is known: a sheet of paper says how old it is. A review keeps the file as it is
    /// from day to day.
    pub published: Option<Date>,
    /// Edition of the guide, if the settings name it.
    pub edition: Option<String>,
    /// Address of the list on the site, with its anchor; none without `base_url`.
    pub url: Option<String>,
    /// How the list is meant.
    pub mode: ChecklistMode,
    /// How many A4 pages it may take; denser setting is tried until it fits.
    pub fit_pages: Option<u8>,
    /// What the guide wants to be filled in at the top, besides what every sheet has.
    pub fields: Vec<SheetField>,
    /// Groups of tasks in order.
    pub sections: Vec<SheetSection>,
    /// Contacts that the list names, and those of the tools that its tasks name, in order of recourse.
    pub contacts: Vec<SheetContact>,
    /// Tools that the tasks name and that have an address, in the order of the tasks.
    pub tools: Vec<SheetTool>,
}

/// Something to fill in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct SheetField {
    /// Unique in the guide, and the name of the form field: `field-personne-recrutee`.
    pub name: String,
    /// What to write there.
    pub label: String,
}

/// Where a tool is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct SheetTool {
    /// Name.
    pub name: String,
    /// Web address.
    pub url: String,
}

/// Tasks that stand together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct SheetSection {
    /// Heading; empty if the sheet's title says it all.
    pub title: String,
    /// Address of the place that explains the list; none without `base_url`.
    pub url: Option<String>,
    /// Whether the tasks are numbered steps.
    pub ordered: bool,
    /// Tasks in order.
    pub tasks: Vec<SheetTask>,
}

/// Something to do, with what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SheetTask {
    /// Unique in the sheet; the key of the stored tick and the name of the form field: the page's address and the
    /// task's anchor, `/recruter/candidature/#la-personne-a-t-elle`.
    pub key: String,
    /// Anchor in its page.
    pub id: Anchor,
    /// Its number, as its page shows it.
    pub number: Option<u32>,
    /// Ticked to begin with.
    pub done: bool,
    /// Its words.
    pub text: Vec<Run>,
    /// What explains it, paragraph by paragraph.
    pub help: Vec<Vec<Run>>,
    /// Names of those who do it; empty where the sheet is one role's.
    pub roles: Vec<String>,
    /// When, in words: "30 jours avant".
    pub due: Option<String>,
    /// When it is due, relative to a day that the reader chooses.
    pub delay: Option<Delay>,
    /// Must not be forgotten; its text begins with that word.
    pub important: bool,
    /// Which answer to the task above it this belongs to.
    pub branch: Option<Branch>,
    /// Tasks below it.
    pub tasks: Vec<SheetTask>,
}

/// A piece of text in a line.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Run {
    /// Text as the reader sees it.
    Text(String),
    /// Strong importance.
    Strong(Vec<Run>),
    /// Emphasis.
    Emphasis(Vec<Run>),
    /// Struck out.
    Strike(Vec<Run>),
    /// Code.
    Code(String),
    /// A link that holds outside the site: `https:`, `mailto:` or `tel:`.
    Link(String, Vec<Run>),
    /// A line end that the author asked for.
    Break,
}

/// Whom to ask, in one row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct SheetContact {
    /// What for.
    pub need: String,
    /// Name.
    pub name: String,
    /// Telephone as shown, and its `tel:` address.
    pub phone: Option<(String, String)>,
    /// Mail address.
    pub email: Option<String>,
    /// Web address.
    pub url: Option<String>,
}
