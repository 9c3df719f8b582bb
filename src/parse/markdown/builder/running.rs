//! The words of the open block, without emphasis, links and line ends.
use crate::model::{Date, Node, Slice};
use std::ops::Range;

/// The words of a block, gathered until it ends.
#[derive(Debug)]
pub(super) struct Running {
    pub(super) parts: Vec<RunningPart>,
    /// Whether a part has a digit. Without one there is no date.
    pub(super) has_digits: bool,
    /// Whether a part has a bar (`|`). Without one there is no table.
    pub(super) has_bars: bool,
    /// Marks of emphasis that stay in the text.
    pub(super) marks: Vec<StrayMark>,
    /// Whether a line of the page begins with two stars that something refers to, once it was asked.
    pub(super) star_lines: Option<bool>,
    /// Whether the page may contain words such as "today".
    pub(super) relative: bool,
    /// The joined words. Empty between two blocks; kept for its memory.
    pub(super) text: String,
    /// Dated blocks that may not have ended.
    dated: Vec<(Range<usize>, Date)>,
}

/// A mark of emphasis that is text.
#[derive(Clone, Debug)]
pub(super) struct StrayMark {
    /// Its range in the source.
    pub(super) at: Range<usize>,
    /// The characters before and after it; none at an end of the line.
    pub(super) before: Option<char>,
    pub(super) after: Option<char>,
}

/// A part of a block's words.
#[derive(Debug)]
pub(super) enum RunningPart {
    /// Words, and their range in the source.
    Words(Slice, Range<usize>),
    /// A line end.
    Blank,
    /// Anything that is not text: code, a placeholder, a card.
    Hole,
}

impl RunningPart {
    /// Its length in the joined words.
    pub(super) fn length(&self) -> usize {
        match self {
            Self::Words(slice, _) => (slice.end - slice.start) as usize,
            Self::Blank => 1,
            Self::Hole => HOLE.len_utf8(),
        }
    }
}

/// Stands for [`RunningPart::Hole`] in the joined words.
pub(super) const HOLE: char = '\u{fffc}';

impl Running {
    pub(super) fn new(relative: bool) -> Self {
        Self {
            parts: Vec::new(),
            has_digits: false,
            has_bars: false,
            marks: Vec::new(),
            star_lines: None,
            relative,
            text: String::new(),
            dated: Vec::new(),
        }
    }

    /// Adds a node that is not text.
    pub(super) fn add_node(&mut self, node: &Node) {
        match node {
            Node::Text(_) | Node::Open(_) | Node::Close => {}
            Node::SoftBreak | Node::HardBreak => self.parts.push(RunningPart::Blank),
            _ => self.parts.push(RunningPart::Hole),
        }
    }

    /// Adds a dated block.
    pub(super) fn add_dated(&mut self, block: &Range<usize>, until: Date) {
        // Blocks come in order: those that ended before this one begins are not needed any more.
        self.dated.retain(|(other, _)| block.start < other.end);
        self.dated.push((block.clone(), until));
    }

    /// The earliest day of the dated blocks that contain a byte.
    pub(super) fn until(&self, at: usize) -> Option<Date> {
        self.dated.iter().filter(|(block, _)| block.contains(&at)).map(|(_, until)| *until).min()
    }
}
