//! The state of a reader on its way through a document.
use super::controls::OdtControl;
use super::styles::OdtStyles;
use crate::import::rich::{RichContent, RichRun};
use crate::import::word::finding::WordFindingKind;
use crate::import::word::letters::Letters;
use crate::import::word::text::{WordBlock, WordText};
use crate::import::word::xml::XmlElement;
use std::collections::HashMap;
use std::sync::Arc;

/// What is known before the text is read.
#[derive(Debug, Default)]
pub(super) struct OdtParts {
    /// The styles.
    pub(super) styles: OdtStyles,
    /// Controls of forms by their ids.
    pub(super) controls: HashMap<String, OdtControl>,
    /// Changes by their ids.
    pub(super) changes: HashMap<String, OdtChange>,
    /// Objects by their folders: whether it is a formula, and its text.
    pub(super) objects: HashMap<String, (bool, String)>,
}

/// A tracked change.
#[derive(Debug)]
pub(super) struct OdtChange {
    /// Whether text was added; else it was deleted.
    pub(super) is_insertion: bool,
    /// Who made it.
    pub(super) author: String,
    /// The text that was deleted.
    pub(super) text: String,
}

/// A reader on its way.
#[derive(Debug)]
pub(super) struct OdtReader<'a> {
    pub(super) parts: &'a OdtParts,
    pub(super) text: WordText,
    /// Footnotes in the order of their references.
    pub(super) footnotes: Vec<&'a XmlElement>,
    /// The last number of lists, by their ids, and by their styles and depths.
    pub(super) numbers: HashMap<String, u32>,
    /// Additions that are open: id and text.
    pub(super) inserted: Vec<(String, String)>,
}

/// A paragraph on its way.
#[derive(Debug, Default)]
pub(super) struct OdtLine {
    /// What it holds so far.
    pub(super) runs: Vec<RichRun>,
    /// Text boxes in it.
    pub(super) framed: Vec<Vec<WordBlock>>,
    /// Where the text leads that is being read.
    pub(super) link: Option<Arc<str>>,
    /// How the text looks that is being read.
    pub(super) letters: Letters,
}

impl<'a> OdtReader<'a> {
    /// A reader at the beginning.
    pub(super) fn new(parts: &'a OdtParts) -> Self {
        Self {
            parts,
            text: WordText::default(),
            footnotes: Vec::new(),
            numbers: HashMap::new(),
            inserted: Vec::new(),
        }
    }

    /// Adds content to a paragraph.
    pub(super) fn push(&mut self, line: &mut OdtLine, content: RichContent) {
        if let RichContent::Text(text) = &content
            && let Some((_, inserted)) = self.inserted.last_mut()
        {
            inserted.push_str(text);
        }
        let is_anchor = matches!(content, RichContent::Anchor(_));
        let mut run =
            RichRun { content, marks: line.letters.marks(), link: line.link.clone().filter(|_| !is_anchor) };
        if line.letters.is_yellow()
            && let RichContent::Text(text) = &run.content
            && !text.trim().is_empty()
        {
            run.content = RichContent::Placeholder("", text.clone());
        }
        line.runs.push(run);
    }

    /// Tells a text, unless it is blank.
    pub(super) fn tell_text(&mut self, kind: WordFindingKind, author: &str, text: &str) {
        let text = text.trim();
        if !text.is_empty() {
            let author = if author.is_empty() { String::new() } else { format!("{author}: ") };
            self.text.tell(kind, author + text);
        }
    }
}
