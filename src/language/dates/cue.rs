//! Words that announce a day as a future one, and words that depend on the day of reading.
use super::{quotation, statement};
use crate::language::all;
use crate::language::locale::{DateWords, Word};
use std::ops::Range;

/// The most bytes of a sentence that are read on each side of a day.
const REACH: usize = 400;

/// For so many of one expression in a text, the sentence around it is read.
const MOST_RELATIVE: usize = 1_000;

/// The sentence around some bytes of a text, cut off after [`REACH`] bytes on each side.
pub(super) fn sentence(text: &str, around: &Range<usize>) -> Range<usize> {
    let first = (around.start.saturating_sub(REACH)..=around.start).find(|at| text.is_char_boundary(*at));
    let last = (around.end..(around.end + REACH).min(text.len())).rev().find(|at| text.is_char_boundary(*at));
    let (first, last) =
        (first.unwrap_or(0), last.filter(|_| around.end + REACH < text.len()).unwrap_or(text.len()));
    let ends = |at: usize, mark: char| {
        let rest = &text[at + mark.len_utf8()..];
        let next = rest.trim_start().chars().next();
        rest.chars().next().is_none_or(char::is_whitespace)
            && (mark != '.' || next.is_none_or(|letter| !letter.is_lowercase() && !letter.is_ascii_digit()))
    };
    let marks = |letter: char| matches!(letter, '.' | '!' | '?');
    let start = text[first..around.start].rmatch_indices(marks).find_map(|(at, mark)| {
        let at = first + at;
        let mark = mark.chars().next()?;
        ends(at, mark).then_some(at + 1)
    });
    let end = text[around.end..last].match_indices(marks).find_map(|(at, mark)| {
        let (at, mark) = (around.end + at, mark.chars().next()?);
        ends(at, mark).then_some(at)
    });
    start.unwrap_or(first)..end.unwrap_or(last)
}

/// Lower case, with one form of apostrophes and blanks; accents stay.
pub(super) fn lower(text: &str) -> String {
    let fold = |letter: char| match letter {
        '’' => '\'',
        '\u{a0}' | '\u{202f}' | '\n' | '\t' => ' ',
        _ => letter,
    };
    text.chars().map(fold).flat_map(char::to_lowercase).collect()
}

fn words(text: &str) -> Vec<Word<'_>> {
    let mut found: Vec<Word<'_>> = Vec::new();
    for part in text.split_whitespace() {
        let bare = part.trim_matches(|letter: char| !letter.is_alphanumeric());
        let has_stop = part.ends_with([',', ';', ':', ')', '(', '–', '—']);
        if bare.is_empty() {
            if let Some(last) = found.last_mut() {
                last.has_stop = true;
            }
            continue;
        }
        let text = bare.rsplit('\'').next().unwrap_or(bare);
        found.push(Word { text, has_stop });
    }
    found
}

/// Whether a condition holds in any language.
fn in_any(condition: impl Fn(&DateWords) -> bool) -> bool {
    all().any(|locale| condition(locale.dates))
}

fn is_future(word: &str) -> bool {
    in_any(|known| (known.is_future)(word))
}

fn is_participle(word: &str) -> bool {
    in_any(|known| (known.is_participle)(word))
}

fn is_imperative(word: &str) -> bool {
    in_any(|known| (known.is_imperative)(word))
}

fn is_infinitive(word: &str) -> bool {
    in_any(|known| (known.is_infinitive)(word))
}

fn is_request(word: &str) -> bool {
    in_any(|known| known.requests.contains(&word))
}

/// Whether words ask somebody to do something.
fn asks(words: &[Word<'_>]) -> bool {
    words.first().is_some_and(|word| is_infinitive(word.text))
        || words.iter().any(|word| is_request(word.text) || is_imperative(word.text) || is_future(word.text))
        || words.windows(2).any(|pair| {
            in_any(|known| pair[0].text == known.infinitive_mark && (known.is_infinitive)(pair[1].text))
        })
}

type Expressions = &'static [&'static str];

/// The expressions of a list, of all languages.
fn expressions(of: impl Fn(&DateWords) -> Expressions) -> impl Iterator<Item = &'static str> {
    all().flat_map(move |locale| of(locale.dates)).copied()
}

/// The expression of a list with which a text ends, as whole words.
fn ends_with(text: &str, of: impl Fn(&DateWords) -> Expressions) -> Option<&'static str> {
    let whole = |expression: &str| {
        text.strip_suffix(expression).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
    };
    expressions(of).find(|expression| whole(expression))
}

/// The expression of a list that a text contains, as whole words.
fn contains(text: &str, of: impl Fn(&DateWords) -> Expressions) -> Option<&'static str> {
    expressions(of).find(|expression| {
        text.match_indices(expression).any(|(at, _)| {
            !text[..at].ends_with(char::is_alphanumeric)
                && !text[at + expression.len()..].starts_with(char::is_alphanumeric)
        })
    })
}

/// The words that announce a day as a future one. `day` are its bytes with its weekday.
pub(super) fn to_come(text: &str, day: &Range<usize>) -> Option<String> {
    let sentence = sentence(text, day);
    let before = lower(&text[sentence.start..day.start]);
    let after = lower(&text[day.end..sentence.end]);
    let before = before.trim_end();
    let (left, right) = (words(before), words(&after));
    let is_past = |words: &[Word<'_>]| {
        words.iter().any(|word| in_any(|known| known.past.contains(&word.text)))
            || words.windows(2).any(|pair| {
                in_any(|known| known.auxiliaries.contains(&pair[0].text)) && is_participle(pair[1].text)
            })
    };
    if is_past(&left) || is_past(&right) {
        return None;
    }
    if let Some(event) =
        contains(before, |known| known.events).or_else(|| contains(&after, |known| known.events))
    {
        return Some(event.to_owned());
    }
    if let Some(next) = contains(before, |known| known.next) {
        return Some(next.to_owned());
    }
    if let Some(limit) = ends_with(before, |known| known.limits) {
        let rest = words(before[..before.len() - limit.len()].trim_end());
        let last = rest.last().map(|word| word.text);
        // `les contrats signés avant le 1er janvier 2022` is about the past.
        let is_done =
            last.is_some_and(|word| is_participle(word) && !is_imperative(word) && !is_request(word));
        return (!is_done && (asks(&rest) || asks(&right))).then(|| limit.to_owned());
    }
    if ends_with(before, |known| known.beginnings).is_some()
        && let Some(verb) = right.iter().take(12).find(|word| is_future(word.text))
    {
        return Some(verb.text.to_owned());
    }
    // `ouvrira le 3 mars 2026`, `sera ouverte le 3 mars 2026`, but not `sera calculé sur le contrat signé le …`.
    let near = &left[left.len().saturating_sub(7)..];
    let from = near.iter().rposition(|word| word.has_stop).map_or(0, |at| at + 1);
    let clause = &near[from..];
    let verb = clause.iter().rposition(|word| is_future(word.text))?;
    let between = &clause[verb + 1..];
    let is_done = between.iter().skip(1).any(|word| is_participle(word.text));
    (!is_done).then(|| clause[verb].text.to_owned())
}

/// Whether a text contains the part that stands for any of the words that depend on the day of reading.
pub(super) fn has_relative_part(text: &str) -> bool {
    relative_words().any(|(_, part, _)| text.contains(part))
}

/// Strings of which every text with such a part contains one, and few other texts do.
pub(super) fn relative_hints() -> Vec<&'static str> {
    let mut hints = Vec::new();
    for (_, _, hint) in relative_words() {
        // In the order of the table, the search takes two thirds of the instructions that it takes in that of the alphabet.
        if !hints.contains(hint) {
            hints.push(*hint);
        }
    }
    hints
}

fn relative_words() -> impl Iterator<Item = &'static (&'static str, &'static str, &'static str)> {
    all().flat_map(|locale| locale.dates.relative)
}

/// The words that depend on the day of reading, with their bytes, in order. `is_dated` says whether a sentence has a date.
pub(super) fn relative(text: &str, is_dated: impl Fn(&Range<usize>) -> bool) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    if !has_relative_part(text) {
        return found;
    }
    // Positions stay: what replaces a character has as many bytes.
    let folded = text.replace('’', "'\u{1}\u{1}").replace('\u{a0}', " \u{1}");
    let bare = folded.to_lowercase();
    if bare.len() != text.len() {
        return found;
    }
    for (known, words) in
        all().flat_map(|locale| locale.dates.relative.iter().map(|word| (locale.dates, word.0)))
    {
        let written = [words.to_owned(), words.replace('\'', "'\u{1}\u{1}")];
        for form in &written[..if words.contains('\'') { 2 } else { 1 }] {
            for (at, _) in bare.match_indices(form.as_str()).take(MOST_RELATIVE) {
                let place = at..at + form.len();
                if !is_whole(&bare, &place, words) {
                    continue;
                }
                let sentence = sentence(text, &place);
                if !is_dated(&sentence)
                    // What somebody says is true on the day of saying it.
                    && !quotation::is_quoted(text, &sentence, &place)
                    && statement::is_statement(text, &sentence, &place, words, known)
                {
                    found.push((place.clone(), text[place].to_owned()));
                }
            }
        }
    }
    found.sort_by_key(|(place, _)| place.start);
    found
}

/// Whether an expression stands as whole words and outside idioms: not `as soon as`, `à bientôt`, `cette année-là`.
fn is_whole(text: &str, place: &Range<usize>, words: &str) -> bool {
    let (before, after) = (&text[..place.start], &text[place.end..]);
    let is_letter = |letter: char| letter.is_alphanumeric();
    if before.ends_with(is_letter) || after.starts_with(is_letter) || after.starts_with(['-', '\'']) {
        return false;
    }
    // The name of an emoji.
    if before.ends_with(':') && after.starts_with(':') {
        return false;
    }
    let last = before.split_whitespace().next_back().unwrap_or_default();
    let last = last.trim_matches(|letter: char| !is_letter(letter));
    let next = after.split_whitespace().next().unwrap_or_default();
    !in_any(|known| (known.is_in_idiom)(words, last, next))
}
