//! Prepares text for the fonts of a kit.
use super::Kit;
use crate::model::{Diagnostic, Span, codes};
use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Replaces a character that no font has: visible, and not a box that could be ticked.
const REPLACEMENT: &str = "[?]";
/// Longer words may be broken anywhere,
const LONGEST: usize = 28;
/// and in a narrow column words longer than this.
const LONGEST_IN_NARROW: usize = 18;
/// Allows a line break.
const BREAK: char = '\u{200b}';

/// Prepares all text of one sheet, part by part, and records the characters that no font has.
#[derive(Debug)]
pub(super) struct GlyphChecker<'a> {
    kit: &'a Kit,
    /// Where the sheet comes from.
    about: &'a Span,
    /// The part being read: a task, the title.
    place: String,
    missing: BTreeSet<char>,
    /// The signs that are reported. Each is, once a sheet.
    reported: BTreeSet<char>,
    diagnostics: Vec<Diagnostic>,
}

impl<'a> GlyphChecker<'a> {
    /// Starts with the title of the sheet.
    pub(super) fn new(kit: &'a Kit, sheet: &'a str, about: &'a Span) -> Self {
        let place = sheet.to_owned();
        Self {
            kit,
            about,
            place,
            missing: BTreeSet::new(),
            reported: BTreeSet::new(),
            diagnostics: Vec::new(),
        }
    }

    /// Starts another part.
    pub(super) fn begin_part(&mut self, place: &str) {
        self.report_missing();
        place.clone_into(&mut self.place);
    }

    /// The diagnostics about missing characters.
    pub(super) fn into_diagnostics(mut self) -> Vec<Diagnostic> {
        self.report_missing();
        self.diagnostics
    }

    /// The text, with missing characters replaced and with places where long words may break.
    pub(super) fn printable(&mut self, text: &str) -> String {
        self.prepare(text, LONGEST)
    }

    /// The text of a part that the default theme does not print: what is missing in it is replaced and not told.
    pub(super) fn printable_unseen(&mut self, text: &str) -> String {
        let before = self.missing.clone();
        let made = self.prepare(text, LONGEST);
        self.missing = before;
        made
    }

    /// The text for a narrow column, where shorter words may break too.
    pub(super) fn printable_narrow(&mut self, text: &str) -> String {
        self.prepare(text, LONGEST_IN_NARROW)
    }

    /// The text for a column of at most so many letters.
    pub(super) fn printable_within(&mut self, text: &str, letters: usize) -> String {
        self.prepare(text, letters.min(LONGEST))
    }

    /// The text without places where it may break.
    pub(super) fn printable_whole(&mut self, text: &str) -> String {
        self.prepare(text, usize::MAX)
    }

    fn prepare(&mut self, text: &str, longest: usize) -> String {
        let mut out = String::with_capacity(text.len());
        let (mut length, mut was_missing) = (0, false);
        let plain = plain(text);
        let mut rest = &plain[..];
        while let Some((cluster, after)) = first_cluster(rest) {
            let is_missing = !self.kit.has(cluster);
            if is_missing {
                self.missing.extend(cluster.chars());
            } else {
                out.push_str(cluster);
            }
            if is_missing && !was_missing {
                out.push_str(REPLACEMENT);
            }
            was_missing = is_missing;
            length = if is_gap(cluster) { 0 } else { length + 1 };
            // Preferably after a punctuation mark of an address, else after any character.
            let may_break = length > longest / 2 && "/.-_?&=#@,;:".contains(cluster) || length > longest;
            if may_break
                && first_cluster(after).is_some_and(|(next, _)| !is_gap(next) && !is_no_break_space(next))
            {
                out.push(BREAK);
                length = 0;
            }
            rest = after;
        }
        out
    }

    fn report_missing(&mut self) {
        for letter in std::mem::take(&mut self.missing) {
            if self.reported.insert(letter) {
                let diagnostic = Diagnostic::new(codes::OUTPUT_PDF_LETTER, self.about.clone());
                let diagnostic = diagnostic.arg("letter", letter.to_string());
                let diagnostic = diagnostic.arg("number", format!("U+{:04X}", u32::from(letter)));
                self.diagnostics.push(diagnostic.arg("place", self.place.as_str()).arg("more", 0));
            }
        }
    }
}

/// The text on one line, without characters that only control other programs (controls, directions, joiners, variation
/// selectors, skin tones, frames of keys), and with combined characters where Unicode has them.
pub(super) fn plain(text: &str) -> String {
    let kept = text.chars().filter_map(|letter| match letter {
        '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => Some(' '),
        '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{20e3}'
        | '\u{1f3fb}'..='\u{1f3ff}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}' => None,
        letter if letter.is_control() => None,
        letter => Some(letter),
    });
    kept.nfc().collect()
}

/// The first character with its combining marks, and the rest.
fn first_cluster(text: &str) -> Option<(&str, &str)> {
    let first = text.chars().next()?;
    let rest = &text[first.len_utf8()..];
    let marks = rest.find(|letter| !is_combining_mark(letter)).unwrap_or(rest.len());
    Some(text.split_at(first.len_utf8() + marks))
}

/// Whether a line may break here anyway.
fn is_gap(cluster: &str) -> bool {
    cluster.chars().all(char::is_whitespace) && !is_no_break_space(cluster)
}

/// Whether this is a space at which no line may break.
fn is_no_break_space(cluster: &str) -> bool {
    ["\u{a0}", "\u{202f}"].contains(&cluster)
}
