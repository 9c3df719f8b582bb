//! Dates in the words of a block, whatever emphasis, links and line ends stand between them.
use super::{Builder, FrameKind};
use crate::model::{Date, DateIssue, LinkKind, Located, Node, Slice};
use crate::text::dates;
use std::ops::Range;

/// The words of a block on their way.
#[derive(Debug)]
pub(super) struct Running {
    parts: Vec<Part>,
    /// Whether a part has a figure. Without one there is no date.
    pub(super) figures: bool,
    /// Whether the page may hold words that mean the day of reading.
    relative: bool,
    /// The words put together; empty between two blocks.
    text: String,
    /// Blocks that are true until a day.
    dated: Vec<(Range<usize>, Date)>,
}

/// A part of a block's words.
#[derive(Debug)]
enum Part {
    /// Words, and their place in the source.
    Words(Slice, Range<usize>),
    /// A line end.
    Blank,
    /// Something that is no text of the author's: code, a placeholder, a card.
    Hole,
}

/// The longest source, in bytes, in which a date is searched that entities have moved.
const SEARCHED: usize = 16 << 10;

impl Part {
    /// Its bytes in the words of the block.
    fn length(&self) -> usize {
        match self {
            Self::Words(slice, _) => (slice.end - slice.start) as usize,
            Self::Blank => 1,
            Self::Hole => HOLE.len_utf8(),
        }
    }
}

/// What stands for something that is no text.
const HOLE: char = '\u{fffc}';

impl Running {
    pub(super) fn new(relative: bool) -> Self {
        Self { parts: Vec::new(), figures: false, relative, text: String::new(), dated: Vec::new() }
    }

    /// Takes notice of a node that is no text.
    pub(super) fn pass(&mut self, node: &Node) {
        match node {
            Node::Text(_) | Node::Open(_) | Node::Close => {}
            Node::SoftBreak | Node::HardBreak => self.parts.push(Part::Blank),
            _ => self.parts.push(Part::Hole),
        }
    }

    /// Takes notice of a block that is true until a day.
    pub(super) fn is_dated(&mut self, block: &Range<usize>, until: Date) {
        // Blocks come in their order: one that ended before this one begins holds nothing more.
        self.dated.retain(|(other, _)| block.start < other.end);
        self.dated.push((block.clone(), until));
    }

    /// The day until which a place is true.
    fn until(&self, at: usize) -> Option<Date> {
        self.dated.iter().filter(|(block, _)| block.contains(&at)).map(|(_, until)| *until).min()
    }
}

impl FrameKind {
    /// Whether a sentence goes on around it.
    pub(super) fn is_inline(&self) -> bool {
        matches!(self, Self::Inline | Self::Link { .. } | Self::Image { .. })
    }
}

impl Builder<'_> {
    /// Takes notice of words: a slice of the body, which is `skipped` bytes behind the beginning of a text whose bytes
    /// of the source are `range`. `plain` texts stand there as they are.
    pub(super) fn note_words(&mut self, slice: Slice, range: &Range<usize>, skipped: usize, plain: bool) {
        let auto = |kind: &FrameKind| matches!(kind, FrameKind::Link { kind: LinkKind::Auto, .. });
        if self.frames.last().is_some_and(|frame| auto(&frame.kind)) {
            return self.running.parts.push(Part::Hole);
        }
        let words = self.parsed.body.str(slice);
        let start = range.start + skipped;
        let exact = start..start + words.len();
        // Escapes and entities make a source longer than what it says.
        let is_exact = plain || self.source.get(exact.clone()) == Some(words);
        let place = if is_exact { exact } else { range.clone() };
        self.running.parts.push(Part::Words(slice, place));
    }

    /// Reads the dates of the block that ends here.
    pub(super) fn read_dates(&mut self) {
        let parts = std::mem::take(&mut self.running.parts);
        if self.running.figures || self.running.relative {
            let mut text = std::mem::take(&mut self.running.text);
            for part in &parts {
                match part {
                    Part::Words(slice, _) => text.push_str(self.parsed.body.str(*slice)),
                    Part::Blank => text.push(' '),
                    Part::Hole => text.push(HOLE),
                }
            }
            let mut found = if self.running.figures { dates::date_issues(&text) } else { Vec::new() };
            if self.running.relative {
                found.extend(dates::relative(&text));
            }
            found.sort_by_key(|(place, _)| place.start);
            // The part where the last one began, and its place in the text: no part is looked at for each.
            let mut cursor = (0, 0);
            for (place, issue) in found {
                self.note_doubt(&parts, &mut cursor, &text, &place, issue);
            }
            text.clear();
            self.running.text = text;
        }
        self.running.figures = false;
        self.running.parts = parts;
        self.running.parts.clear();
    }

    fn note_doubt(
        &mut self,
        parts: &[Part],
        cursor: &mut (usize, usize),
        text: &str,
        place: &Range<usize>,
        mut issue: DateIssue,
    ) {
        while let Some(part) = parts.get(cursor.0).filter(|part| cursor.1 + part.length() <= place.start) {
            *cursor = (cursor.0 + 1, cursor.1 + part.length());
        }
        let Some(at) = self.source_of(&parts[cursor.0..], cursor.1, text, place) else { return };
        let until = self.running.until(at.start);
        match &mut issue {
            DateIssue::ToCome { until: known, .. } => *known = until,
            // The passage has its date.
            DateIssue::Relative(_) if until.is_some() => return,
            _ => {}
        }
        let at = self.span(&at);
        self.parsed.content.date_issues.push(Located::new(at, issue));
    }

    /// The place in the source of some bytes of a block's words. The first part begins at `from`.
    fn source_of(
        &self,
        parts: &[Part],
        from: usize,
        text: &str,
        place: &Range<usize>,
    ) -> Option<Range<usize>> {
        let mut begin = from;
        let mut found: Option<Range<usize>> = None;
        for part in parts {
            if place.end <= begin {
                break;
            }
            let end = begin + part.length();
            if let Part::Words(_, source) = part
                && place.start < end
            {
                let inside = place.start.max(begin)..place.end.min(end);
                let exact = source.start + inside.start - begin..source.start + inside.end - begin;
                let needle = &text[inside];
                let at = if self.source.get(exact.clone()) == Some(needle) {
                    exact
                } else {
                    let near = self.source.get(source.clone()).filter(|source| source.len() < SEARCHED);
                    let at = near.and_then(|near| near.find(needle));
                    at.map_or(source.clone(), |at| source.start + at..source.start + at + needle.len())
                };
                found = Some(found.map_or(at.clone(), |known| known.start..at.end));
            }
            begin = end;
        }
        found
    }
}
