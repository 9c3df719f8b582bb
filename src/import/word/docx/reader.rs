//! The state of a reader on its way through a document.
use super::chunks::Chunk;
use super::numbering::{Counters, Numbering};
use super::relations::Relations;
use super::styles::DocxStyles;
use crate::import::rich::{RichContent, RichRun};
use crate::import::word::finding::WordFindingKind;
use crate::import::word::text::{WordBlock, WordText};
use crate::import::word::xml::XmlElement;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// The files of a document that are read whole.
#[derive(Debug)]
pub(super) struct DocxParts {
    /// The text.
    pub(super) document: XmlElement,
    /// The styles.
    pub(super) styles: DocxStyles,
    /// The lists.
    pub(super) numbering: Numbering,
    /// What the text refers to.
    pub(super) relations: Relations,
    /// Footnotes and endnotes by their ids, with what they refer to: the element's name, the footnotes, the relations.
    pub(super) footnotes: Vec<(&'static str, HashMap<String, XmlElement>, Relations)>,
    /// The comments by their ids.
    pub(super) comments: HashMap<String, XmlElement>,
    /// Boxes to tick that are controls, by their files, and whether they are ticked.
    pub(super) checks: HashMap<String, bool>,
    /// The text of charts and drawings, by their files.
    pub(super) objects: HashMap<String, String>,
    /// Embedded documents, by their files.
    pub(super) chunks: HashMap<String, Chunk>,
}

/// A reader on its way.
#[derive(Debug)]
pub(super) struct DocxReader<'a> {
    pub(super) parts: &'a DocxParts,
    /// What the part that is being read refers to.
    pub(super) relations: &'a Relations,
    pub(super) text: WordText,
    pub(super) counters: Counters,
    /// Fields that are open, the outermost first.
    pub(super) fields: Vec<DocxField>,
    /// Footnotes that are referred to, in order: the kind of reference, and the id.
    pub(super) footnotes: Vec<(&'static str, String)>,
    places_of_footnotes: HashMap<(&'static str, String), usize>,
    /// The text between the start and the end of comments, by the comment's id.
    pub(super) commented: Vec<(String, String)>,
    /// Embedded documents that stand in the text.
    pub(super) chunks: HashSet<String>,
    /// What stands before a paragraph mark that was deleted: it joins the next paragraph.
    pub(super) carried: Vec<RichRun>,
}

/// A field: an instruction, and the text that it gave.
#[derive(Debug, Default)]
pub(super) struct DocxField {
    /// The instruction, such as `HYPERLINK "https://…"`.
    pub(super) instruction: String,
    /// Whether its text has begun.
    pub(super) in_result: bool,
    /// Where its text leads.
    pub(super) link: Option<Arc<str>>,
    /// For a box to tick of a form: whether it is ticked.
    pub(super) check: Option<bool>,
    /// For a list to choose from: what is chosen.
    pub(super) chosen: Option<String>,
    /// How many runs the paragraph had where the text of the field begins.
    pub(super) begins: usize,
    /// What becomes of its text.
    pub(super) use_of_text: FieldText,
}

/// What becomes of the text of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum FieldText {
    /// It stays.
    #[default]
    Kept,
    /// It belongs to a table of contents or an index.
    Contents,
    /// It is a number of a sheet of paper.
    Paper,
    /// It is the name of something to be filled in.
    Missing,
}

/// A paragraph on its way.
#[derive(Debug, Default)]
pub(super) struct DocxLine {
    /// What it holds so far.
    pub(super) runs: Vec<RichRun>,
    /// Text boxes in it.
    pub(super) framed: Vec<Vec<WordBlock>>,
    /// Where the text leads that is being read.
    pub(super) link: Option<Arc<str>>,
    /// Whether a table of contents is in it.
    pub(super) has_contents: bool,
}

impl<'a> DocxReader<'a> {
    /// A reader at the beginning.
    pub(super) fn new(parts: &'a DocxParts) -> Self {
        Self {
            parts,
            relations: &parts.relations,
            text: WordText::default(),
            counters: Counters::default(),
            fields: Vec::new(),
            footnotes: Vec::new(),
            places_of_footnotes: HashMap::new(),
            commented: Vec::new(),
            chunks: HashSet::new(),
            carried: Vec::new(),
        }
    }

    /// Tells something that may come in many pieces, such as a change of many runs: pieces side by side are one.
    pub(super) fn tell_more(&mut self, kind: WordFindingKind, author: &str, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        let prefix = if author.is_empty() { String::new() } else { format!("{author}: ") };
        let block = self.text.blocks.len();
        if let Some(last) = self.text.findings.last_mut()
            && last.kind == kind
            && last.block == block
            && last.text.starts_with(&prefix)
        {
            last.text.push_str(text);
        } else {
            self.text.tell(kind, prefix + text);
        }
    }

    /// The number by which a note is referred to.
    pub(super) fn note(&mut self, kind: &'static str, id: &str) -> RichContent {
        let next = self.footnotes.len();
        let place = *self.places_of_footnotes.entry((kind, id.to_owned())).or_insert(next);
        if place == next {
            self.footnotes.push((kind, id.to_owned()));
        }
        RichContent::Note(place.to_string())
    }
}
