//! Footnotes: every call needs one text, and every text a call. Names do not care about capitals.
use super::Builder;
use super::frame::FrameKind;
use crate::model::{Body, Diagnostic, Element, Located, Node, codes};
use crate::stamp::KeySet;
use std::ops::Range;

/// The footnotes of a page.
#[derive(Debug, Default)]
pub(super) struct Footnotes {
    /// The names of all texts, in small letters, each once.
    texts: Vec<Located<String>>,
    names: KeySet<String>,
    /// What looks like a call and has no text.
    calls: Vec<Located<String>>,
    /// The names of texts with a blank before their colon.
    apart: KeySet<String>,
}

/// The longest name of a footnote, in bytes.
const LONGEST: usize = 64;

impl Builder<'_> {
    pub(super) fn footnote_mark(&mut self, label: &str) {
        self.flush();
        let slice = self.parsed.body.push_text(&label.to_lowercase());
        self.push(Node::FootnoteMark(slice));
    }

    pub(super) fn open_footnote(&mut self, label: &str, range: &Range<usize>) {
        let dated = self.before_block(range, false);
        let name = label.to_lowercase();
        let head = self.source.get(range.clone()).and_then(|text| text.find("]:")).map_or(0, |at| at + 2);
        let span = self.span(&(range.start..range.start + head));
        let slice = self.parsed.body.push_text(&name);
        if self.footnotes.names.insert(name.clone()) {
            self.footnotes.texts.push(Located::new(span, name));
        } else {
            self.diagnostic(Diagnostic::new(codes::FOOTNOTE_DUPLICATE, span).arg("name", label));
        }
        self.open_frame(FrameKind::Block, Element::Footnote(slice), range, dated);
    }

    /// Records what looks like the call of a footnote, in a range of the source that is text.
    pub(super) fn find_lost_calls(&mut self, range: &Range<usize>) {
        let mut from = range.start;
        while let Some(at) = self.source[from..range.end].find("[^").map(|at| from + at) {
            from = at + 2;
            let rest = &self.source[from..];
            let Some(end) = rest.as_bytes().iter().take(LONGEST).position(|byte| *byte == b']') else {
                continue;
            };
            let name = &rest[..end];
            if !is_name(name) || self.source[..at].ends_with('\\') {
                continue;
            }
            from += end + 1;
            if !self.is_apart(at, name, from) {
                let span = self.span(&(at..from));
                self.footnotes.calls.push(Located::new(span, name.to_owned()));
            }
        }
    }

    /// Whether a name at the start of a line is followed by a blank and a colon; reports it. `end` is the end of its
    /// bracket.
    fn is_apart(&mut self, at: usize, name: &str, end: usize) -> bool {
        let rest = &self.source[end..];
        let blanks = rest.len() - rest.trim_start_matches([' ', '\t', '\u{a0}', '\u{202f}']).len();
        let is_apart = blanks > 0
            && rest[blanks..].starts_with(':')
            && self.line_before(at).chars().all(|letter| matches!(letter, ' ' | '\t' | '>'));
        if is_apart {
            self.footnotes.apart.insert(name.to_lowercase());
            let span = self.span(&(at..end + blanks + 1));
            let diagnostic = Diagnostic::new(codes::FOOTNOTE_BLANK_BEFORE_COLON, span).arg("name", name);
            let blank = self.span(&(end..end + blanks));
            self.diagnostic(diagnostic.fix(blank, ""));
        }
        is_apart
    }

    /// Reports calls without a text, texts without a call, and texts without words.
    pub(super) fn check_footnotes(&mut self) {
        let Footnotes { texts, calls, apart, .. } = std::mem::take(&mut self.footnotes);
        for call in calls {
            if !apart.contains(&call.value.to_lowercase()) {
                let diagnostic = Diagnostic::new(codes::FOOTNOTE_UNDEFINED, call.span);
                self.diagnostic(diagnostic.arg("name", call.value));
            }
        }
        if texts.is_empty() {
            return;
        }
        let body = &self.parsed.body;
        let called: KeySet<&str> = body
            .nodes
            .iter()
            .filter_map(|node| match node {
                Node::FootnoteMark(name) => Some(body.str(*name)),
                _ => None,
            })
            .collect();
        let empty = empty(body);
        let found: Vec<_> = texts
            .iter()
            .filter_map(|text| {
                let code = match text.value.as_str() {
                    name if !called.contains(name) => codes::FOOTNOTE_UNUSED,
                    name if empty.contains(name) => codes::FOOTNOTE_EMPTY,
                    _ => return None,
                };
                Some(Diagnostic::new(code, text.span.clone()).arg("name", text.value.as_str()))
            })
            .collect();
        self.diagnostics.extend(found);
    }
}

/// The names of the footnotes in which nothing stands. Of two texts for one name the first counts.
fn empty(body: &Body) -> KeySet<&str> {
    let (mut seen, mut empty) = (KeySet::default(), KeySet::default());
    for two in body.nodes.windows(2) {
        if let [Node::Open(Element::Footnote(name)), next] = two
            && seen.insert(body.str(*name))
            && *next == Node::Close
        {
            empty.insert(body.str(*name));
        }
    }
    empty
}

/// Whether a text can be the name of a footnote, and is not a set of characters such as `[^a-z]`.
fn is_name(name: &str) -> bool {
    let mut letters = name.chars();
    let is_range = name.chars().count() > 2 && letters.nth(1) == Some('-');
    !name.is_empty()
        && !is_range
        && name.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.' | '*'))
}
