//! A document as both readers hand it on.
use super::finding::{WordFinding, WordFindingKind};
use crate::import::rich::RichRun;

/// A whole document.
#[derive(Debug, Default)]
pub(super) struct WordText {
    /// The title in its properties.
    pub(super) title: Option<String>,
    /// The tag of its language, such as `fr-FR`.
    pub(super) language: Option<String>,
    /// Its blocks in order.
    pub(super) blocks: Vec<WordBlock>,
    /// Footnotes and endnotes; a reference names them by their place here.
    pub(super) footnotes: Vec<Vec<WordBlock>>,
    /// What is to be told.
    pub(super) findings: Vec<WordFinding>,
}

impl WordText {
    /// Tells something about the block that is read next.
    pub(super) fn tell(&mut self, kind: WordFindingKind, text: impl Into<String>) {
        self.findings.push(WordFinding { kind, block: self.blocks.len(), text: text.into() });
    }

    /// Tells the choices of a list to choose from.
    pub(super) fn tell_choices(&mut self, names: &[&str]) {
        if !names.is_empty() {
            self.tell(WordFindingKind::ChoicesLeftOut, names.join(" / "));
        }
    }
}

/// A block as read.
#[derive(Debug, Clone)]
pub(super) enum WordBlock {
    /// A paragraph, also a heading or an item of a list.
    Paragraph(WordParagraph),
    /// A table.
    Table(WordTable),
    /// A text box, behind the paragraph that holds it.
    Framed(Vec<WordBlock>),
}

impl WordBlock {
    /// Calls a function with each run in it, in order.
    pub(super) fn each_run(&mut self, call: &mut dyn FnMut(&mut RichRun)) {
        match self {
            Self::Paragraph(paragraph) => paragraph.runs.iter_mut().for_each(call),
            Self::Table(table) => {
                let cells = table.rows.iter_mut().flat_map(|row| &mut row.cells);
                cells.flat_map(|cell| &mut cell.blocks).for_each(|block| block.each_run(call));
            }
            Self::Framed(blocks) => blocks.iter_mut().for_each(|block| block.each_run(call)),
        }
    }
}

/// What a paragraph is by its style.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum ParagraphRole {
    /// Running text.
    #[default]
    Body,
    /// The title of the document.
    Title,
    /// The line below it.
    Subtitle,
    /// A heading with its level, from 1.
    Heading(u8),
    /// The caption of a picture or table.
    Caption,
    /// A quotation.
    Quote,
    /// Code.
    Code,
    /// A line of a table of contents or an index.
    Contents,
}

/// A paragraph as read.
#[derive(Debug, Clone, Default)]
pub(super) struct WordParagraph {
    /// What it is.
    pub(super) role: ParagraphRole,
    /// Its place in a list.
    pub(super) list: Option<ListPlace>,
    /// What it holds.
    pub(super) runs: Vec<RichRun>,
    /// The size of its letters in half points, where known.
    pub(super) size: Option<u32>,
}

/// How an item is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ItemMark {
    /// A bullet.
    Bullet,
    /// A box to tick.
    Check(bool),
    /// A number.
    Number(u32),
    /// A letter or a Roman number, by its place in the row.
    Letter(u32),
    /// Nothing: another paragraph of the item before.
    Continued,
}

/// The place of a paragraph in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ListPlace {
    /// How deep, from 0.
    pub(super) depth: usize,
    /// Its mark.
    pub(super) mark: ItemMark,
}

/// A table as read.
#[derive(Debug, Clone, Default)]
pub(super) struct WordTable {
    /// Its rows.
    pub(super) rows: Vec<WordRow>,
}

/// A row of a table.
#[derive(Debug, Clone, Default)]
pub(super) struct WordRow {
    /// Whether it is marked as header.
    pub(super) is_header: bool,
    /// Its cells.
    pub(super) cells: Vec<WordCell>,
}

/// A cell of a table.
#[derive(Debug, Clone, Default)]
pub(super) struct WordCell {
    /// What it holds.
    pub(super) blocks: Vec<WordBlock>,
    /// How many columns it covers, at least 1.
    pub(super) columns: usize,
    /// Whether it goes on with the cell above.
    pub(super) goes_on: bool,
}
