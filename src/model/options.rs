//! What the command line says about a build.
use super::Date;

/// Inputs of a build that are not files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Options {
    /// The day that "past" and "overdue" are measured from.
    pub today: Date,
    /// Whether drafts are published too.
    pub drafts: bool,
    /// Whether links name `index.html`, so that the site can be read from a disk without a server.
    pub portable: bool,
    /// Whether the index of the search is made with the rest; `serve` makes it when somebody searches.
    pub index: bool,
}
