//! Days that belong together, and the parts that all forms of dates share: words in front of a number, joints, years.
use super::names::{after_blanks, before_blanks, number_at, plain, weekday, word_at, word_to};
use crate::language::all;
use crate::language::locale::DateWords;
use std::ops::Range;

/// A day as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct WrittenDay {
    /// Its bytes without the weekday.
    pub(super) range: Range<usize>,
    /// The day of the month; the month may not have it.
    pub(super) day: i16,
    /// The month, which may not exist; 0 as long as none is known.
    pub(super) month: i16,
    /// The year, if this day or a later one of the group has one.
    pub(super) year: Option<i16>,
    /// Whether the month is a number too, so that the first number may be the month.
    pub(super) numeric: bool,
    /// The weekday in front of it.
    pub(super) weekday: Option<Range<usize>>,
}

/// How the days of a group are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    /// A single day, or a list.
    Listed,
    /// From one day to another, in words.
    Span,
    /// Two days with a dash between them, which may be no span.
    Dash,
}

/// Days that belong together: a single day, a list or a span.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DateGroup {
    /// Its bytes without a weekday in front.
    pub(super) range: Range<usize>,
    pub(super) days: Vec<WrittenDay>,
    pub(super) joint: Joint,
    /// Whether the year has only two digits.
    pub(super) has_short_year: bool,
    /// Whether it is surely meant as a date, even if the day does not exist.
    pub(super) is_sure: bool,
}

/// Whether a word is on a list of any language.
fn in_any(word: &str, list: impl Fn(&DateWords) -> &'static [&'static str]) -> bool {
    all().any(|locale| list(locale.dates).contains(&word))
}

/// The word in front of a position; dots, signs and blanks between them are skipped.
fn word_before(text: &str, at: usize) -> String {
    let end = before_blanks(text, at);
    let end = text[..end].trim_end_matches(['.', '°', 'º', ':']).len();
    plain(word_to(text, before_blanks(text, end)))
}

/// Whether the word in front of a number says that it is no day.
pub(super) fn is_counted(text: &str, at: usize) -> bool {
    in_any(&word_before(text, at), |words| words.counted)
}

/// Whether the word in front of a number says that it is a day.
pub(super) fn is_dayward(text: &str, at: usize) -> bool {
    let end = before_blanks(text, at);
    let word = word_to(text, end);
    in_any(&plain(word), |words| words.before_days) || weekday(word).is_some()
}

/// The weekday in front of a position; `None` if another weekday is in front of it.
pub(super) fn weekday_before(text: &str, at: usize) -> Option<Range<usize>> {
    let end = before_blanks(text, at);
    let end = text[..end].strip_suffix(',').map_or(end, |rest| before_blanks(text, rest.len()));
    let word = word_to(text, end);
    weekday(word)?;
    let start = end - word.len();
    let mut left = before_blanks(text, start);
    let joint = word_to(text, left);
    if matches!(plain(joint).as_str(), "et" | "and" | "ou" | "or" | "au" | "to") {
        left = before_blanks(text, left - joint.len());
    }
    left = text[..left].trim_end_matches([',', '-', '–', '/']).len();
    let other = weekday(word_to(text, before_blanks(text, left))).is_some();
    (!other).then_some(start..end)
}

/// What joins two days, and the position after it.
pub(super) fn joint(text: &str, at: usize) -> Option<(Joint, usize)> {
    let here = after_blanks(text, at);
    let sign = text[here..].chars().next()?;
    match sign {
        '-' | '–' | '—' => return Some((Joint::Dash, here + sign.len_utf8())),
        '&' => return Some((Joint::Listed, here + 1)),
        ',' => {
            let next = after_blanks(text, here + 1);
            // `1,31` is a single number.
            if next == here + 1 {
                return None;
            }
            let word = word_at(text, next);
            let more = matches!(word, "et" | "and" | "ou" | "or");
            return Some((Joint::Listed, if more { next + word.len() } else { here + 1 }));
        }
        _ => {}
    }
    let word = word_at(text, here);
    let is = |known: &&str| word.eq_ignore_ascii_case(known);
    let joint = if ["et", "and", "ou", "or"].iter().any(is) {
        Joint::Listed
    } else if ["au", "to", "till", "until", "through", "a"].iter().any(is) {
        Joint::Span
    } else if is(&"jusqu") {
        let rest = here + word.len();
        let sign = text[rest..].chars().next().filter(|sign| matches!(sign, '\'' | '’'))?;
        return (word_at(text, rest + sign.len_utf8()) == "au")
            .then_some((Joint::Span, rest + sign.len_utf8() + 2));
    } else {
        return None;
    };
    Some((joint, here + word.len()))
}

/// Whether the word in front of a group begins a span that continues with `by`.
pub(super) fn begins_span(text: &str, at: usize, joint: Joint, by: &str) -> bool {
    let mut end = at;
    if let Some(weekday) = weekday_before(text, at) {
        end = weekday.start;
    }
    let mut word = word_before(text, end);
    if word == "le" || word == "the" {
        end = before_blanks(text, before_blanks(text, end) - word.len());
        word = word_before(text, end);
    }
    match joint {
        Joint::Span => matches!(word.as_str(), "du" | "from"),
        Joint::Listed => matches!((word.as_str(), by), ("entre", "et") | ("between", "and")),
        Joint::Dash => false,
    }
}

/// A day of the month in figures: its number, the position after it, and whether it is an ordinal.
pub(super) fn day_number(text: &str, at: usize) -> Option<(i16, usize, bool)> {
    let (number, length) = number_at(text, at).filter(|(_, length)| *length <= 2)?;
    let end = at + length;
    let suffix = word_at(text, end);
    match suffix {
        "" => Some((number, end, false)),
        "er" | "st" | "nd" | "rd" | "th" => Some((number, end + suffix.len(), true)),
        _ => None,
    }
}

/// A year of four digits after a month, if `comma` also after a comma, and the position after it.
pub(super) fn year(text: &str, at: usize, comma: bool) -> Option<(i16, usize)> {
    let mut here = at;
    if comma && text[here..].starts_with(',') {
        here += 1;
    }
    let here = after_blanks(text, here);
    let (year, length) = number_at(text, here)?;
    let next = text[here + length..].chars().next();
    (length == 4 && (1900..=2199).contains(&year) && !next.is_some_and(char::is_alphanumeric))
        .then_some((year, here + length))
}
