//! Front matter of a page.
use super::{Date, DateIssue, EntryKey, Fix, Given, Located, Period, Value};

/// Front matter of a page. What it does not set has its default.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Front {
    /// The page's name. Its title too, unless a `#` heading opens the text. Refused also where the front matter is broken.
    pub title: Given<Located<String>>,
    /// Shorter title for menus.
    pub nav_title: Option<String>,
    /// One sentence about the page.
    pub description: Option<String>,
    /// The essential in three to five lines of plain text.
    pub summary: Vec<String>,
    /// The page's part of its address, else made from the file's name.
    pub slug: Option<Located<String>>,
    /// Left out of a build without `--drafts`.
    pub draft: bool,
    /// Who does the tasks that name nobody.
    pub roles: Vec<Located<EntryKey>>,
    /// Former addresses that redirect here, from the site's root.
    pub aliases: Vec<Located<String>>,
    /// Who answers for the page.
    pub owner: Option<Located<EntryKey>>,
    /// The day of the last review.
    pub last_reviewed_on: Option<Located<Date>>,
    /// Time until the next review.
    pub review_in: Option<Period>,
    /// The last day of publication.
    pub expires: Option<Located<Date>>,
    /// Why it is no longer published, for readers who open its address afterwards.
    pub expired_reason: Option<String>,
    /// Whether the search finds the page; true when absent.
    pub search: Option<bool>,
    /// How its checklists are used.
    pub checklist: ChecklistMode,
    /// How many sheets of paper its checklist may take.
    pub fit_pages: Option<i64>,
    /// The pages of the journey that begins here, as relative paths of source files, in order.
    pub steps: Vec<Located<String>>,
    /// The files and folders of the section in their order, as names.
    pub pages: Vec<Located<String>>,
    /// The author's own keys, for templates.
    pub extra: Vec<(String, Located<Value>)>,
    /// Placeholders in the front matter.
    pub placeholders: Vec<Located<String>>,
    /// References in its texts, which take none.
    pub references: Vec<Located<EntryKey>>,
    /// Doubtful dates in its texts.
    pub date_issues: Vec<Located<DateIssue>>,
    /// Days of publication in the keys of other generators.
    pub foreign_days: Vec<ForeignDay>,
}

/// A day on which another generator would begin or cease to publish the page.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ForeignDay {
    /// The key.
    pub key: Located<String>,
    /// Key and value as written, on one line.
    pub written: String,
    /// The day.
    pub day: Date,
    /// What happens on it.
    pub role: DayRole,
    /// The change to our own key, if only one is possible.
    pub fix: Option<Box<Fix>>,
}

/// What another generator does on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DayRole {
    /// The page is published from it.
    First,
    /// The page is published until it.
    Last,
}

/// How a checklist is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChecklistMode {
    /// Read an item, do it, tick it.
    #[default]
    ReadDo,
    /// Do the work from memory, then confirm each item. Criteria belong here; they need no role.
    DoConfirm,
}
