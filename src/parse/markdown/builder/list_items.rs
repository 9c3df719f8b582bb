//! Where the items of an open list stand, for [`super::indent`].
use std::ops::Range;

/// The columns of a list item, from 0.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct ItemColumns {
    pub(super) mark: usize,
    pub(super) words: usize,
}

/// The items of an open list.
#[derive(Debug, Default)]
pub(super) struct ListItems {
    /// The columns of the first item, and of the last one that is not deeper.
    pub(super) first: ItemColumns,
    pub(super) above: ItemColumns,
    pub(super) last: ItemColumns,
    pub(super) count: usize,
    /// Where the last item begins.
    pub(super) last_at: usize,
    /// Where the last item begins that is not deeper than the first.
    pub(super) above_at: usize,
    /// Items that are deeper than the first one, in runs: where a run begins, and its columns.
    pub(super) runs: Vec<DeeperItems>,
}

/// Neighbouring items that begin deeper than the first item of their list.
#[derive(Debug)]
pub(super) struct DeeperItems {
    pub(super) range: Range<usize>,
    pub(super) column: usize,
    pub(super) above: ItemColumns,
    pub(super) above_at: usize,
    /// Whether an item follows that is not deeper.
    pub(super) returns: bool,
}
