//! What the HTML of a body depends on.
use crate::model::{Body, Date, Kind, PageUrl};
use crate::output::shared::card::Card;
use crate::output::shared::cards::CardHtml;
use crate::output::shared::target::ResolvedTarget;
use crate::output::shared::task_rows::TaskTableRow;
use crate::stamp::Stamped;

/// All that the HTML of a body depends on, besides the context.
#[derive(Clone, Debug, Hash)]
pub(crate) struct BodyInput {
    pub(crate) body: Stamped<Body>,
    /// Where each target of the body leads.
    pub(crate) targets: Vec<ResolvedTarget>,
    /// Cards by the number of their target, as HTML.
    pub(crate) cards: Vec<(u32, CardHtml)>,
    /// Directories that the body shows.
    pub(crate) directories: Vec<(Kind, Vec<Card>)>,
    /// The tasks of the guide, if the body shows who does what.
    pub(crate) rows: Option<Stamped<Vec<TaskTableRow>>>,
    /// The day of the build, if the body holds something dated.
    pub(crate) today: Option<Date>,
}

/// Where and how a body is shown.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Placement<'a> {
    /// The page that shows it.
    pub(crate) page: &'a PageUrl,
    /// The page that it belongs to, under which browsers keep its ticks.
    pub(crate) home: &'a PageUrl,
    /// Begins each id, so that several bodies can share a page.
    pub(crate) prefix: &'a str,
    /// How many levels its headings move down.
    pub(crate) shift: u8,
}
