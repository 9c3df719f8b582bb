//! Dates in running text: days that do not exist, wrong weekdays, spans that end before they begin, past days announced as
//! future ones, and words that depend on the day of reading.
//!
//! 1. `find` looks for numbers that may begin a date.
//! 2. `numeric` reads `31/03/2026`, `month_first` `March 3, 2026`, `day_first` `du 28 février au 3 mars`.
//! 3. They share `group`, the days that belong together, and `names`, the names of months and weekdays.
//! 4. This file compares the days of a group with the calendar.
//! 5. `quotation` tells whether a date stands in words of a language that writes the month first.
//! 6. `cue` finds the words that announce a day as a future one, and those that depend on the day of reading;
//!    `statement` passes over sentences that are true on any day ("the thread currently running").
//!
//! Every language is read in every guide, because guides mix them. Wrong dates are reported as errors, so a text counts as
//! a date only where it can hardly be anything else.
mod cue;
mod day_first;
mod find;
mod group;
mod month_first;
mod names;
mod numeric;
mod quotation;
mod statement;

use crate::model::{Date, DateIssue};
use aho_corasick::packed::Searcher;
use group::{DateGroup, Joint, WrittenDay};
use std::ops::Range;

/// For so many dates of a text, the words around them are read. A text with more is a list.
const MOST_ANNOUNCED: usize = 1_000;

/// The doubtful dates of a text, with their bytes, in order.
pub fn date_issues(text: &str) -> Vec<(Range<usize>, DateIssue)> {
    let mut found = Vec::new();
    for (number, group) in find::groups(text).into_iter().enumerate() {
        check_group(text, &group, number < MOST_ANNOUNCED, &mut found);
    }
    found.sort_by_key(|(place, _)| place.start);
    found
}

/// The number of the month of this name, in any language and case, whole or short.
pub fn month_number(name: &str) -> Option<i8> {
    names::month(name).and_then(|month| i8::try_from(month.number).ok())
}

/// The words that depend on the day of reading (`actuellement`, `soon`), in sentences without a date.
pub fn relative(text: &str) -> Vec<(Range<usize>, DateIssue)> {
    let is_dated = |sentence: &Range<usize>| {
        let text = &text[sentence.clone()];
        !find::groups(text).is_empty() || has_year(text)
    };
    let found = cue::relative(text, is_dated).into_iter();
    found.map(|(place, words)| (place, DateIssue::Relative(words))).collect()
}

/// Finds out quickly whether texts may hold words that depend on the day of reading. Made once for many texts.
#[derive(Debug)]
pub struct RelativeWords(Option<Searcher>);

impl RelativeWords {
    /// Prepares the search.
    pub fn new() -> Self {
        Self(Searcher::new(cue::relative_hints()))
    }

    /// Whether a text may hold such words: `false` is sure, `true` is not. Much faster than [`relative`].
    pub fn may_be_in(&self, text: &str) -> bool {
        // Not every processor can search for many words at once.
        self.0.as_ref().is_none_or(|hints| hints.find(text).is_some()) && cue::has_relative_part(text)
    }
}

impl Default for RelativeWords {
    fn default() -> Self {
        Self::new()
    }
}

/// Whether a text contains a year.
fn has_year(text: &str) -> bool {
    let numbers = text.split(|letter: char| !letter.is_ascii_digit());
    numbers
        .filter(|number| number.len() == 4)
        .any(|number| number.starts_with("19") || number.starts_with("20"))
}

impl WrittenDay {
    /// The date, read with the day before the month. Without a year, 29 February exists.
    fn day_first(&self) -> Option<Date> {
        date(self.year.unwrap_or(2024), self.month, self.day)
    }

    /// The date in figures, read with the month before the day.
    fn month_first(&self) -> Option<Date> {
        self.numeric.then(|| date(self.year.unwrap_or(2024), self.day, self.month)).flatten()
    }
}

fn date(year: i16, month: i16, day: i16) -> Option<Date> {
    // A number that is too large for the type is no day or month.
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?)
}

/// Adds what is wrong with the days of a group. `reads_words` says whether the words around it are asked for what they
/// announce.
fn check_group(text: &str, group: &DateGroup, reads_words: bool, found: &mut Vec<(Range<usize>, DateIssue)>) {
    let written = || text[group.range.clone()].to_owned();
    let mut all_exist = true;
    for day in &group.days {
        match (day.day_first(), day.month_first()) {
            (None, other) => {
                all_exist = false;
                if group.is_sure {
                    let place = if group.days.len() == 1 { group.range.clone() } else { day.range.clone() };
                    let issue = match other {
                        None => DateIssue::Impossible(written()),
                        Some(day) => DateIssue::MonthFirst {
                            written: text[place.clone()].to_owned(),
                            day,
                            foreign: quotation::is_month_first(text, &place),
                        },
                    };
                    found.push((place, issue));
                }
            }
            (Some(first), other) => check_weekday(text, day, first, other, group, found),
        }
    }
    let (Some(first), Some(last)) = (group.days.first(), group.days.last()) else { return };
    if !all_exist {
        return;
    }
    if group.joint == Joint::Span && ends_before(first, last) {
        found.push((group.range.clone(), DateIssue::EndBeforeStart(written())));
    } else if group.has_short_year {
        found.push((group.range.clone(), DateIssue::TwoDigitYear(written(), with_century(text, group))));
    }
    if reads_words
        && last.year.is_some()
        && let Some(day) = last.day_first().into_iter().chain(last.month_first()).max()
    {
        let start = first.weekday.as_ref().map_or(group.range.start, |weekday| weekday.start);
        if let Some(words) = cue::to_come(text, &(start..group.range.end)) {
            found.push((group.range.clone(), DateIssue::ToCome { day, words, until: None }));
        }
    }
}

/// Whether a span ends before it begins, whether its figures are read day first or month first. Without years,
/// `du 28 décembre au 3 janvier` is correct and `du 12 au 3 mars` is not.
fn ends_before(first: &WrittenDay, last: &WrittenDay) -> bool {
    if first.month == last.month && first.year == last.year && !first.numeric {
        return first.day > last.day;
    }
    if first.year.is_none() || last.year.is_none() {
        return false;
    }
    let is_reversed = |first: Option<Date>, last: Option<Date>| match (first, last) {
        (Some(first), Some(last)) => first > last,
        _ => true,
    };
    is_reversed(first.day_first(), last.day_first()) && is_reversed(first.month_first(), last.month_first())
}

/// A date whose year has two digits, with all four.
fn with_century(text: &str, group: &DateGroup) -> String {
    let whole = &text[group.range.clone()];
    format!("{}20{}", &whole[..whole.len() - 2], &whole[whole.len() - 2..])
}

/// Adds an issue if a day has another weekday than the one written.
fn check_weekday(
    text: &str,
    day: &WrittenDay,
    first: Date,
    other: Option<Date>,
    group: &DateGroup,
    found: &mut Vec<(Range<usize>, DateIssue)>,
) {
    // `les lundis 12 et 19 janvier`: the first weekday is that of all days.
    let shared = group.days[0].weekday.clone();
    let shared = shared.filter(|place| names::weekday(&text[place.clone()]).is_some_and(|name| name.plural));
    let Some(place) = day.weekday.clone().or(shared) else { return };
    let (Some(name), Some(_)) = (names::weekday(&text[place.clone()]), day.year) else { return };
    let fits = |date: Date| date.weekday() == name.number;
    if group.has_short_year || fits(first) || other.is_some_and(fits) || is_reported(found, &place) {
        return;
    }
    let near = (-3..=3).map(|days| first.plus_days(days)).find(|date| fits(*date)).unwrap_or(first);
    let year = |by: i16| date(first.year() + by, i16::from(first.month()), i16::from(first.day()));
    let is_likely_mistake = fits(first.plus_days(-1))
        || fits(first.plus_days(1))
        || [-1, 1].into_iter().filter_map(year).any(fits)
        || day.numeric && other.is_some();
    let written = text[place.clone()].to_owned();
    let right = name.instead(first.weekday(), &written);
    let sure = !is_likely_mistake && !name.plural;
    found.push((place, DateIssue::WrongWeekday { said: written, right, day: first, near, sure }));
}

/// Whether a weekday that several days share is already reported.
fn is_reported(found: &[(Range<usize>, DateIssue)], place: &Range<usize>) -> bool {
    // The issues of a group are few, and the last ones.
    found.iter().rev().take(64).any(|(at, _)| at == place)
}

#[cfg(test)]
mod tests;
