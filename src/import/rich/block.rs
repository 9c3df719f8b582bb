//! Paragraphs, lists, tables.
use super::run::RichRun;

/// A block of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) enum RichBlock {
    /// A heading with its level, 1 to 6, and the anchor that it states.
    Heading {
        /// 1 to 6.
        level: u8,
        /// Its text.
        runs: Vec<RichRun>,
        /// An anchor to write behind it.
        anchor: Option<String>,
    },
    /// A paragraph.
    Paragraph(Vec<RichRun>),
    /// A list.
    List(RichList),
    /// A table.
    Table(RichTable),
    /// A quotation.
    Quote(Vec<RichBlock>),
    /// A notice: the text in a frame.
    Notice(RichNotice, Vec<RichBlock>),
    /// Lines of code.
    Code(String),
}

/// The kind of a notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import) enum RichNotice {
    /// To know.
    Note,
    /// Good advice.
    Tip,
    /// What must not be overlooked.
    Important,
    /// A danger.
    Warning,
}

/// A list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct RichList {
    /// The number of the first item; none for a list with bullets.
    pub(in crate::import) start: Option<u32>,
    /// Its items.
    pub(in crate::import) items: Vec<RichItem>,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::import) struct RichItem {
    /// Whether it is a task, and whether that is done.
    pub(in crate::import) task: Option<bool>,
    /// What it holds.
    pub(in crate::import) blocks: Vec<RichBlock>,
}

/// A table. Its first row is the header.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::import) struct RichTable {
    /// Rows of cells.
    pub(in crate::import) rows: Vec<Vec<Vec<RichRun>>>,
}

impl RichBlock {
    /// Calls a function with the runs of each paragraph, heading and cell in it, in order.
    pub(in crate::import) fn each_runs(&mut self, call: &mut dyn FnMut(&mut Vec<RichRun>)) {
        match self {
            Self::Heading { runs, .. } | Self::Paragraph(runs) => call(runs),
            Self::List(list) => {
                for block in list.items.iter_mut().flat_map(|item| &mut item.blocks) {
                    block.each_runs(call);
                }
            }
            Self::Table(table) => table.rows.iter_mut().flatten().for_each(call),
            Self::Quote(blocks) | Self::Notice(_, blocks) => {
                for block in blocks {
                    block.each_runs(call);
                }
            }
            Self::Code(_) => {}
        }
    }
}
