//! The options of a build.
use super::Date;

/// The inputs of a build that are not files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a question of its own, and most are options of the program"
)]
pub struct Options {
    /// The day that "past" and "overdue" refer to.
    pub today: Date,
    /// Whether drafts are published too.
    pub drafts: bool,
    /// Whether links name `index.html`, so that the site works from a disk without a server.
    pub portable: bool,
    /// Whether files that few readers open are made too: the search index, the PDFs of checklists. `serve` makes each
    /// on request.
    pub whole: bool,
    /// Whether the build holds the bytes of pages. `serve` makes each again on request.
    pub holds_pages: bool,
    /// Whether no build follows. Then no inputs are stamped for a next build, and every file is made.
    pub last: bool,
}

impl Options {
    /// A first build on this day, without anything extra.
    pub fn on(today: Date) -> Self {
        Self { today, drafts: false, portable: false, whole: false, holds_pages: true, last: false }
    }
}
