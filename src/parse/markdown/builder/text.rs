//! Running text: placeholders, and addresses and telephones typed by hand.
use super::Builder;
use super::frame::{FrameKind, StackFrame};
use crate::model::{Diagnostic, Located, Node, Prose, Span, codes};
use crate::parse::markdown::typed::typed;
use crate::parse::plain::prose::{self, Marks, TextPart};
use std::ops::Range;

/// How many bytes around `](` are searched for the other brackets of a link. Without a limit, a line of nothing but `](`
/// would take quadratic time.
const LONGEST: usize = 1_000;

impl Builder<'_> {
    /// Adds the pending text to the body, cut at placeholders, and records what checks look at.
    pub(super) fn flush(&mut self) {
        if self.pending.is_empty() {
            return;
        }
        let mut text = std::mem::take(&mut self.pending);
        let range = self.pending_range.clone();
        let (mut from, mut offset) = (range.start, 0);
        let marks = Marks::of(&text);
        self.running.has_digits |= marks.has_digit();
        // Without escapes and entities, an offset in the text is an offset in the source.
        let plain = self.source.get(range.clone()) == Some(text.as_str());
        let whole = [TextPart::Text(&text)];
        let parts = marks.has_opening().then(|| prose::parts(&text));
        for part in parts.as_deref().unwrap_or(&whole) {
            match *part {
                TextPart::Text(text) => {
                    let slice = self.parsed.body.push_text(text);
                    self.push(Node::Text(slice));
                    self.add_words(slice, &range, offset, plain);
                    let at = u32::try_from(self.offset + range.start + offset);
                    if let Some(at) = at.ok().filter(|_| plain) {
                        self.parsed.content.prose.push(Prose { text: slice, at });
                    }
                    offset += text.len();
                }
                TextPart::Placeholder { whole, words } => {
                    offset += whole.len();
                    let at = self.locate(&mut from, &range, whole);
                    let slice = self.parsed.body.push_text(words);
                    self.push(Node::Placeholder(slice));
                    self.parsed.content.placeholders.push(Located::new(at, words.to_owned()));
                }
            }
        }
        if marks.has_capitals() {
            self.find_acronyms(&text, &range);
        }
        if marks.has_stray() {
            self.find_marks(&range);
        }
        if marks.has_closing() && text.contains("](") {
            self.find_broken_links(&range);
        }
        if marks.may_have_address()
            && !self.frames.iter().any(|frame| matches!(frame.kind, FrameKind::Link { .. }))
        {
            let mut from = range.start;
            for typed in typed(&text) {
                let at = self.locate(&mut from, &range, &typed.written);
                self.parsed.content.typed.push(Located::new(at, typed));
            }
        }
        text.clear();
        self.pending = text;
    }

    /// Records the marks of Markdown that are text in a range of the source.
    fn find_marks(&mut self, range: &Range<usize>) {
        let Some(source) = self.source.get(range.clone()) else { return };
        self.running.has_bars |= source.contains('|');
        if source.contains("[^") {
            self.find_lost_calls(range);
        }
        if !self.inside_image() {
            self.find_stray_marks(range);
        }
    }

    /// Reports text that looks like a link but is none, mostly because of a blank in the address.
    fn find_broken_links(&mut self, range: &Range<usize>) {
        let inside = |frame: &StackFrame| matches!(frame.kind, FrameKind::Link { .. } | FrameKind::Image);
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

    /// The span of a text that is looked for in the source from `from` on; the whole range when escapes or entities hide
    /// it.
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
