//! Headings that a line below their text makes.
use super::Builder;
use super::table::bar_pieces;
use super::table_text::{columns, dash_line};
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
        let sentence = ends_like_a_sentence(text);
        self.parsed.content.underlined.push(Underlined { heading, words, sentence });
    }
}

/// Whether a text ends like a sentence or in the middle of one.
fn ends_like_a_sentence(text: &str) -> bool {
    text.trim_end()
        .trim_end_matches(['»', '"', '”', ')', ' ', '\u{a0}', '\u{202f}'])
        .ends_with(['.', ';', ',', '…'])
}
