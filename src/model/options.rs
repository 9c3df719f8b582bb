//! What the command line says about a build.
use super::Date;

/// Inputs of a build that are not files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a question of its own, and most are options of the program"
)]
pub struct Options {
    /// The day that "past" and "overdue" are measured from.
    pub today: Date,
    /// Whether drafts are published too.
    pub drafts: bool,
    /// Whether links name `index.html`, so that the site can be read from a disk without a server.
    pub portable: bool,
    /// Whether what not every reader opens is made with the rest: the index of the search, PDFs of lists. `serve`
    /// makes each when somebody asks for it.
    pub whole: bool,
    /// Whether no other build comes after this one: then inputs of files are not stamped for it, and each
    /// file is made.
    pub last: bool,
}
