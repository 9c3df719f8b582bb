//! Whether a sentence with a word such as "currently" says how the world is on the day of writing. A question, or a
//! sentence about things in general ("the thread currently running"), is as true on any other day.
use super::cue::lower;
use crate::language::locale::{DateWords, RelativeContext, Word};
use std::ops::Range;

/// `place` are the bytes of the expression in a sentence; `known` are the words of its language.
pub(super) fn is_statement(
    text: &str,
    sentence: &Range<usize>,
    place: &Range<usize>,
    expression: &'static str,
    known: &DateWords,
) -> bool {
    let before = lower(&text[sentence.start..place.start]);
    let after = lower(&text[place.end..sentence.end]);
    let (before, after) = (words(&before), words(&after));
    let is_question = text[sentence.end..].starts_with('?');
    let from = before.iter().rposition(|word| word.has_stop).map_or(0, |at| at + 1);
    let context = RelativeContext {
        words: expression,
        before: &before,
        clause: &before[from..],
        after: &after,
        is_first: from == 0,
    };
    !is_question && !(known.is_general)(&context)
}

/// The words of a text, cut at apostrophes, too: `qu`, `il`; `we`, `ll`.
fn words(text: &str) -> Vec<Word<'_>> {
    let mut found: Vec<Word<'_>> = Vec::new();
    for part in text.split_whitespace() {
        let bare = part.trim_matches(|letter: char| !letter.is_alphanumeric());
        found.extend(
            bare.split('\'').filter(|word| !word.is_empty()).map(|text| Word { text, has_stop: false }),
        );
        if let Some(last) = found.last_mut() {
            last.has_stop |= bare.is_empty() || part.ends_with([',', ';', ':', ')', '(', '–', '—']);
        }
    }
    found
}
