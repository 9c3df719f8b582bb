//! Front matter of a page.
use super::{Date, DateIssue, EntryKey, Located, Period, Value};

/// What the head of a page says. Defaults stand where it says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Front {
    /// Title; else the first `#` heading, else the file's name.
    pub title: Option<Located<String>>,
    /// Shorter title for menus.
    pub nav_title: Option<String>,
    /// One sentence about the page.
    pub description: Option<String>,
    /// Three to five lines that hold the essential, each inline Markdown-free text.
    pub summary: Vec<String>,
    /// The page's part of the address, else made from the file's name.
    pub slug: Option<Located<String>>,
    /// Left out of a build unless drafts are asked for.
    pub draft: bool,
    /// Who is meant by tasks that name nobody.
    pub roles: Vec<Located<EntryKey>>,
    /// Former addresses that lead here, from the site's root.
    pub aliases: Vec<Located<String>>,
    /// Who answers for the page.
    pub owner: Option<Located<EntryKey>>,
    /// The day somebody last read it through.
    pub last_reviewed_on: Option<Located<Date>>,
    /// After how long it must be read again.
    pub review_in: Option<Period>,
    /// From the day after on, the page is no longer published.
    pub expires: Option<Located<Date>>,
    /// Why it is no longer published then, for readers who come with its address.
    pub expired_reason: Option<String>,
    /// Whether the search knows the page; true when absent.
    pub search: Option<bool>,
    /// How its checklists are meant.
    pub checklist: ChecklistMode,
    /// How many sheets its checklist may take.
    pub fit_pages: Option<i64>,
    /// Pages that make up a journey, as relative paths of source files, in order.
    pub steps: Vec<Located<String>>,
    /// The author's own keys, for templates.
    pub extra: Vec<(String, Located<Value>)>,
    /// What may be wrong about dates in its texts.
    pub date_issues: Vec<Located<DateIssue>>,
}

/// How a checklist is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChecklistMode {
    /// Read an item, do it, tick it.
    #[default]
    ReadDo,
    /// Do the work from memory, then confirm each item. Criteria belong here; they need no role.
    DoConfirm,
}
