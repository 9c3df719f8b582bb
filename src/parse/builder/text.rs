//! Running text: placeholders, what is typed by hand, acronyms.
use super::super::prose::{self, Marks, Prose};
use super::{Builder, FrameKind};
use crate::model::{Located, Node, Span};
use std::ops::Range;

impl Builder<'_> {
    /// Ends the running text: placeholders are cut out, and what can be asked about gets its place.
    pub(super) fn flush(&mut self) {
        if self.pending.is_empty() {
            return;
        }
        let mut text = std::mem::take(&mut self.pending);
        let range = self.pending_range.clone();
        let (mut from, mut place) = (range.start, 0);
        let marks = Marks::of(&text);
        self.running.figures |= marks.figure();
        // Without escapes and entities a place in the text is a place in the source.
        let plain = self.source.get(range.clone()) == Some(text.as_str());
        let whole = [Prose::Text(&text)];
        let cut = marks.opening().then(|| prose::pieces(&text));
        for piece in cut.as_deref().unwrap_or(&whole) {
            match *piece {
                Prose::Text(text) => {
                    let slice = self.raw.body.push_text(text);
                    self.push(Node::Text(slice));
                    self.note_words(slice, &range, place);
                    let at = u32::try_from(self.offset + range.start + place);
                    if let Some(at) = at.ok().filter(|_| plain) {
                        self.raw.prose.push(crate::model::Prose { text: slice, at });
                    }
                    place += text.len();
                }
                Prose::Placeholder { whole, words } => {
                    place += whole.len();
                    let at = self.locate(&mut from, &range, whole);
                    let slice = self.raw.body.push_text(words);
                    self.push(Node::Placeholder(slice));
                    self.raw.placeholders.push(Located::new(at, words.to_owned()));
                }
            }
        }
        if marks.capitals() {
            self.note_acronyms(&text, &range);
        }
        if marks.typed() && !self.frames.iter().any(|frame| matches!(frame.kind, FrameKind::Link { .. })) {
            let mut from = range.start;
            for typed in prose::typed(&text) {
                let at = self.locate(&mut from, &range, &typed.written);
                self.raw.typed.push(Located::new(at, typed));
            }
        }
        text.clear();
        self.pending = text;
    }

    /// The place of some text in a range of the source; the whole range when escapes or entities hide it.
    pub(super) fn locate(&self, from: &mut usize, range: &Range<usize>, needle: &str) -> Span {
        let found = self.source.get(*from..range.end).and_then(|source| source.find(needle));
        match found {
            Some(at) => {
                let start = *from + at;
                *from = start + needle.len();
                self.span(&(start..start + needle.len()))
            }
            None => self.span(range),
        }
    }
}
