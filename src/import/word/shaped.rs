//! A document in the blocks of Markdown, before it is cut into pages.
use super::finding::WordFinding;
use super::text::WordBlock;
use crate::import::rich::{RichBlock, RichRun};

/// A block of the document with its number there.
pub(super) type NumberedBlock = (usize, WordBlock);

/// What is said in the language of the guide.
#[derive(Debug, Clone)]
pub(super) struct WordPhrases {
    /// The label of placeholders.
    pub(super) label: &'static str,
    /// What is missing where a link leads nowhere: "lien".
    pub(super) link: String,
    /// What is missing where a picture cannot be shown: "image".
    pub(super) picture: String,
}

/// A document in the blocks of Markdown.
#[derive(Debug, Default)]
pub(super) struct ShapedText {
    /// The title that the document shows.
    pub(super) title: Option<Vec<RichRun>>,
    /// The blocks with their numbers in the document.
    pub(super) blocks: Vec<(usize, RichBlock)>,
    /// The footnotes.
    pub(super) footnotes: Vec<Vec<RichBlock>>,
    /// What is to be told.
    pub(super) findings: Vec<WordFinding>,
}
