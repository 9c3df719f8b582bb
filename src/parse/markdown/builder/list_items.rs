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

/// Whether a line begins, behind its indent, with the mark of an item.
pub(super) fn is_item(line: &str) -> bool {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let is_mark = match digits {
        0 => line.starts_with(['-', '*', '+']),
        1..=9 => line[digits..].starts_with(['.', ')']),
        _ => false,
    };
    is_mark && line[digits + 1..].starts_with([' ', '\t'])
}

/// The number with which a text begins.
pub(super) fn leading_number(text: &str) -> Option<u64> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    text[..digits].parse().ok()
}
