//! Whether a date stands in words of another language: a sentence, or a quotation in a sentence.
use super::cue::{lower, sentence};
use crate::language::{Locale, all};
use std::ops::Range;

/// Marks around quotations, each with the one that ends it.
const MARKS: [(char, char); 4] = [('«', '»'), ('“', '”'), ('„', '“'), ('"', '"')];

/// Whether the words around a date are in a language in which the month may stand first. Words that every sentence has
/// ("the", "le") tell; where there are none, the date is nobody's quotation.
pub(super) fn is_month_first(text: &str, date: &Range<usize>) -> bool {
    let sentence = sentence(text, date);
    let quoted = MARKS.iter().find_map(|(opens, closes)| quotation(text, &sentence, date, *opens, *closes));
    quoted.into_iter().chain([sentence]).any(|range| is_foreign(&text[range]))
}

/// Whether words of a sentence stand in quotation marks.
pub(super) fn is_quoted(text: &str, sentence: &Range<usize>, place: &Range<usize>) -> bool {
    MARKS.iter().any(|(opens, closes)| quotation(text, sentence, place, *opens, *closes).is_some())
}

/// The innermost quotation of a sentence around a date.
fn quotation(
    text: &str,
    sentence: &Range<usize>,
    date: &Range<usize>,
    opens: char,
    closes: char,
) -> Option<Range<usize>> {
    let before = &text[sentence.start..date.start];
    let opening = before.rfind(opens).filter(|at| !before[at + opens.len_utf8()..].contains(closes))?;
    let closing = text[date.end..sentence.end].find(closes)?;
    // Two equal marks before the date have ended a quotation.
    let is_even = opens == closes && before.matches(opens).count().is_multiple_of(2);
    (!is_even).then(|| sentence.start + opening..date.end + closing)
}

/// Whether most of the commonest words are of a language in which the month may stand first.
fn is_foreign(text: &str) -> bool {
    let folded = lower(text);
    let words = || folded.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty());
    let count = |locale: &Locale| words().filter(|word| locale.stop_words.contains(word)).count();
    let most = |month_first: bool| {
        all().filter(|locale| locale.month_first == month_first).map(count).max().unwrap_or_default()
    };
    most(true) > most(false)
}
