//! Headings that a line below their text makes.
use super::Builder;
use super::table::bar_pieces;
use super::table_text::{columns, dash_line};
use crate::language::abbreviations;
use crate::model::{Diagnostic, Underlined, codes};
use std::ops::Range;

impl Builder<'_> {
    /// Records a heading with a line below it. Reports one that was meant as the header of a table.
    pub(super) fn check_underline(&mut self, range: &Range<usize>, text: &str) {
        let Some(source) = self.source.get(range.clone()) else { return };
        let source = source.trim();
        if source.starts_with('#') {
            return;
        }
        let Some((words, line)) = source.rsplit_once('\n') else { return };
        let line = line.trim_start_matches([' ', '\t', '>']);
        let at = range.start..range.start + words.trim_end().len();
        let row = words.trim();
        if line.starts_with('-')
            && !row.contains('\n')
            && bar_pieces(row).any(|piece| piece.ends_with(' '))
            && columns(row) > 1
        {
            let diagnostic = Diagnostic::new(codes::TABLE_NO_DASHES, self.span(&at));
            return self.diagnostic(diagnostic.arg("text", dash_line(columns(row))));
        }
        let heading = self.span(range).start;
        let words = self.span(&at);
        let sentence = is_sentence(text, line);
        self.parsed.content.underlined.push(Underlined { heading, words, sentence });
    }
}

/// Letters of a text that is too long to be read as a heading.
const LONG: usize = 80;

/// Whether a text over a line ends like a sentence or in the middle of one. A heading may end with a question too, but
/// the line that is drawn below it on purpose is as long as it.
fn is_sentence(text: &str, line: &str) -> bool {
    let text = text.trim_end().trim_end_matches(['»', '"', '”', ')', ' ', '\u{a0}', '\u{202f}']);
    let letters = text.chars().count();
    let is_drawn = !line.starts_with('-') || line.trim_end().len() * 2 > letters;
    let is_enumeration = text.contains(", ");
    match text.chars().next_back() {
        Some('.') => is_enumeration || !abbreviations::ends_with_one(text),
        Some(';' | ',' | '…') => true,
        Some('!' | '?' | ':') => !is_drawn,
        _ => !is_drawn && is_enumeration && letters > LONG,
    }
}
