//! Running text: placeholders, what is typed by hand, acronyms.
use super::super::prose::{self, Marks, Prose};
use super::{Builder, FrameKind};
use crate::model::{Diagnostic, Located, Node, Span, codes};
use std::ops::Range;

/// How far around `](` the brackets of a link are looked for, in bytes: without a limit, a line full of it would be
/// read again from each of them.
const LONGEST: usize = 1_000;

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
                    let slice = self.parsed.body.push_text(text);
                    self.push(Node::Text(slice));
                    self.note_words(slice, &range, place, plain);
                    let at = u32::try_from(self.offset + range.start + place);
                    if let Some(at) = at.ok().filter(|_| plain) {
                        self.parsed.content.prose.push(crate::model::Prose { text: slice, at });
                    }
                    place += text.len();
                }
                Prose::Placeholder { whole, words } => {
                    place += whole.len();
                    let at = self.locate(&mut from, &range, whole);
                    let slice = self.parsed.body.push_text(words);
                    self.push(Node::Placeholder(slice));
                    self.parsed.content.placeholders.push(Located::new(at, words.to_owned()));
                }
            }
        }
        if marks.capitals() {
            self.note_acronyms(&text, &range);
        }
        if marks.closing() && text.contains("](") {
            self.note_broken_links(&range);
        }
        if marks.typed() && !self.frames.iter().any(|frame| matches!(frame.kind, FrameKind::Link { .. })) {
            let mut from = range.start;
            for typed in prose::typed(&text) {
                let at = self.locate(&mut from, &range, &typed.written);
                self.parsed.content.typed.push(Located::new(at, typed));
            }
        }
        text.clear();
        self.pending = text;
    }

    /// Links that are none to Markdown, most of them for a blank in the address: readers would see their brackets.
    fn note_broken_links(&mut self, range: &Range<usize>) {
        let inside = |frame: &super::Frame| matches!(frame.kind, FrameKind::Link { .. } | FrameKind::Image);
        if self.frames.iter().any(inside) {
            return;
        }
        let source = self.source;
        let mut from = range.start;
        while let Some(at) = source.get(from..range.end).and_then(|text| text.find("](")).map(|at| from + at)
        {
            from = at + 2;
            let near = source.floor_char_boundary(at.saturating_sub(LONGEST))..at;
            let line = source[near].rsplit('\n').next().unwrap_or_default();
            let near = from..source.floor_char_boundary(from + LONGEST);
            let rest = source[near].lines().next().unwrap_or_default();
            let Some(written) = rest.find(')').map(|end| rest[..end].trim()).filter(|text| !text.is_empty())
            else {
                continue;
            };
            if line.contains('[') && !line.ends_with('\\') {
                let start = from + rest.find(written).unwrap_or_default();
                let span = self.span(&(start..start + written.len()));
                let diagnostic = Diagnostic::new(codes::LINK_BAD_ADDRESS, span).arg("target", written);
                let blank = written.contains(char::is_whitespace);
                self.diagnostic(diagnostic.help(if blank { "help-blank" } else { "help-brackets" }));
            }
        }
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
