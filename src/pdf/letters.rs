//! Text as the fonts of a kit can show it.
use super::Kit;
use crate::model::{Diagnostic, Span, codes};
use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// What stands where no font has a character: visible, and no box that one could tick.
const LOST: &str = "[?]";
/// A word of more letters may be broken anywhere,
const LONGEST: usize = 28;
/// and in a narrow column of so many.
const NARROW: usize = 18;
/// An allowed line end.
const BREAK: char = '\u{200b}';

/// Reads all text of one sheet, place by place, and remembers the characters that no font has.
#[derive(Debug)]
pub(super) struct Letters<'a> {
    kit: &'a Kit,
    /// The title of the sheet.
    sheet: &'a str,
    /// Where it was made from.
    about: &'a Span,
    /// What is read now: a task's words, the title.
    place: String,
    lost: BTreeSet<char>,
    diagnostics: Vec<Diagnostic>,
}

impl<'a> Letters<'a> {
    /// Begins with the sheet's title.
    pub(super) fn new(kit: &'a Kit, sheet: &'a str, about: &'a Span) -> Self {
        let place = sheet.to_owned();
        Self { kit, sheet, about, place, lost: BTreeSet::new(), diagnostics: Vec::new() }
    }

    /// Goes on with another place.
    pub(super) fn go_to(&mut self, place: &str) {
        self.tell();
        place.clone_into(&mut self.place);
    }

    /// Ends, and gives what there is to say.
    pub(super) fn close(mut self) -> Vec<Diagnostic> {
        self.tell();
        self.diagnostics
    }

    /// The text with a sign for what no font has and with places where long words may break.
    pub(super) fn shown(&mut self, text: &str) -> String {
        self.broken(text, LONGEST)
    }

    /// The same for a narrow column.
    pub(super) fn narrow(&mut self, text: &str) -> String {
        self.broken(text, NARROW)
    }

    fn broken(&mut self, text: &str, longest: usize) -> String {
        let mut out = String::with_capacity(text.len());
        let (mut length, mut was_lost) = (0, false);
        let plain = plain(text);
        let mut rest = &plain[..];
        while let Some((cluster, after)) = first_cluster(rest) {
            let is_lost = !self.kit.has(cluster);
            if is_lost {
                self.lost.extend(cluster.chars());
            } else {
                out.push_str(cluster);
            }
            if is_lost && !was_lost {
                out.push_str(LOST);
            }
            was_lost = is_lost;
            length = if is_gap(cluster) { 0 } else { length + 1 };
            // Rather behind a sign that parts an address, else behind any letter.
            let may_break = length > longest / 2 && "/.-_?&=#@,;:".contains(cluster) || length > longest;
            if may_break && first_cluster(after).is_some_and(|(next, _)| !is_gap(next) && !is_bound(next)) {
                out.push(BREAK);
                length = 0;
            }
            rest = after;
        }
        out
    }

    fn tell(&mut self) {
        if self.lost.is_empty() {
            return;
        }
        let lost: Vec<String> = std::mem::take(&mut self.lost)
            .into_iter()
            .map(|letter| format!("{letter} (U+{:04X})", u32::from(letter)))
            .collect();
        let diagnostic = Diagnostic::new(codes::OUTPUT_PDF_LETTER, self.about.clone());
        self.diagnostics.push(
            diagnostic
                .arg("letters", lost.join(", "))
                .arg("place", self.place.as_str())
                .arg("sheet", self.sheet),
        );
    }
}

/// The text on one line, without what only steers other programs (controls, directions, joiners, variants), and with
/// letters and their marks as one where there is such a letter.
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
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}' => None,
        letter if letter.is_control() => None,
        letter => Some(letter),
    });
    kept.nfc().collect()
}

/// A letter with its marks, and what follows.
fn first_cluster(text: &str) -> Option<(&str, &str)> {
    let first = text.chars().next()?;
    let rest = &text[first.len_utf8()..];
    let marks = rest.find(|letter| !is_combining_mark(letter)).unwrap_or(rest.len());
    Some(text.split_at(first.len_utf8() + marks))
}

/// Whether a line may end here anyway.
fn is_gap(cluster: &str) -> bool {
    cluster.chars().all(char::is_whitespace) && !is_bound(cluster)
}

/// A space at which no line may end.
fn is_bound(cluster: &str) -> bool {
    ["\u{a0}", "\u{202f}"].contains(&cluster)
}
