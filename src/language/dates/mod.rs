//! Dates in running text, French and English: days that no calendar has, weekdays of other days, spans that end before
//! they begin, past days told as days to come.
//!
//! The same is read everywhere, whatever the language of the guide: guides mix. What is found here is told as an error,
//! so a text counts as a date only where it can hardly be anything else.
mod cue;
mod day_first;
mod find;
mod group;
mod month_first;
mod names;
mod numeric;

use crate::model::{Date, DateIssue};
use aho_corasick::packed::Searcher;
use group::{DateGroup, Joint, WrittenDay};
use std::ops::Range;

/// What there is to doubt about the dates of a text, with the bytes it is about, in order.
pub fn date_issues(text: &str) -> Vec<(Range<usize>, DateIssue)> {
    let mut found = Vec::new();
    for group in find::groups(text) {
        of_group(text, &group, &mut found);
    }
    found.sort_by_key(|(place, _)| place.start);
    found
}

/// Words that mean the day of reading (`actuellement`, `soon`), in sentences that tell no date.
pub fn relative(text: &str) -> Vec<(Range<usize>, DateIssue)> {
    let is_dated = |sentence: &Range<usize>| {
        let text = &text[sentence.clone()];
        !find::groups(text).is_empty() || has_year(text)
    };
    let found = cue::relative(text, is_dated).into_iter();
    found.map(|(place, words)| (place, DateIssue::Relative(words))).collect()
}

/// A quick look for words that mean the day of reading, made once for many texts.
#[derive(Debug)]
pub struct RelativeWords(Option<Searcher>);

impl RelativeWords {
    /// Gets ready to look.
    pub fn new() -> Self {
        Self(Searcher::new(cue::relative_hints()))
    }

    /// Whether a text may hold some. Much quicker than [`relative`], and often wrong when it says so.
    pub fn may_be_in(&self, text: &str) -> bool {
        // Not every processor can look for many words at once.
        self.0.as_ref().is_none_or(|hints| hints.find(text).is_some()) && cue::has_relative_part(text)
    }
}

impl Default for RelativeWords {
    fn default() -> Self {
        Self::new()
    }
}

/// Whether a text names a year.
fn has_year(text: &str) -> bool {
    let numbers = text.split(|letter: char| !letter.is_ascii_digit());
    numbers
        .filter(|number| number.len() == 4)
        .any(|number| number.starts_with("19") || number.starts_with("20"))
}

impl WrittenDay {
    /// The day with its day first; a 29 February without a year may be one.
    fn first(&self) -> Option<Date> {
        date(self.year.unwrap_or(2024), self.month, self.day)
    }

    /// The day with its month first, where figures allow it.
    fn swapped(&self) -> Option<Date> {
        self.numeric.then(|| date(self.year.unwrap_or(2024), self.day, self.month)).flatten()
    }
}

fn date(year: i16, month: i16, day: i16) -> Option<Date> {
    // Numbers that do not fit are no day or month either.
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?)
}

fn of_group(text: &str, group: &DateGroup, found: &mut Vec<(Range<usize>, DateIssue)>) {
    let written = || text[group.range.clone()].to_owned();
    let mut possible = true;
    for day in &group.days {
        match (day.first(), day.swapped()) {
            (None, other) => {
                possible = false;
                if group.sure {
                    let place = if group.days.len() == 1 { group.range.clone() } else { day.range.clone() };
                    found.push((place, DateIssue::Impossible(written(), other.is_some())));
                }
            }
            (Some(first), other) => of_weekday(text, day, first, other, group, found),
        }
    }
    let (Some(first), Some(last)) = (group.days.first(), group.days.last()) else { return };
    if !possible {
        return;
    }
    if group.joint == Joint::Span && ends_before(first, last) {
        found.push((group.range.clone(), DateIssue::EndBeforeStart(written())));
    } else if group.short_year {
        found.push((group.range.clone(), DateIssue::TwoDigitYear(written(), with_century(text, group))));
    }
    if last.year.is_some()
        && let Some(day) = last.first().into_iter().chain(last.swapped()).max()
    {
        let start = first.weekday.as_ref().map_or(group.range.start, |weekday| weekday.start);
        if let Some(words) = cue::to_come(text, &(start..group.range.end)) {
            found.push((group.range.clone(), DateIssue::ToCome { day, words, until: None }));
        }
    }
}

/// Whether a span ends before it begins, however its figures are read. Without years, `du 28 décembre au 3 janvier` is
/// fine, and `du 12 au 3 mars` is not.
fn ends_before(first: &WrittenDay, last: &WrittenDay) -> bool {
    if first.month == last.month && first.year == last.year && !first.numeric {
        return first.day > last.day;
    }
    if first.year.is_none() || last.year.is_none() {
        return false;
    }
    let falls = |first: Option<Date>, last: Option<Date>| match (first, last) {
        (Some(first), Some(last)) => first > last,
        _ => true,
    };
    falls(first.first(), last.first()) && falls(first.swapped(), last.swapped())
}

/// A date in figures or words with its year in full.
fn with_century(text: &str, group: &DateGroup) -> String {
    let whole = &text[group.range.clone()];
    format!("{}20{}", &whole[..whole.len() - 2], &whole[whole.len() - 2..])
}

/// Says that a day has another weekday than the one in front of it.
fn of_weekday(
    text: &str,
    day: &WrittenDay,
    first: Date,
    other: Option<Date>,
    group: &DateGroup,
    found: &mut Vec<(Range<usize>, DateIssue)>,
) {
    // `les lundis 12 et 19 janvier`: the first name is that of all.
    let shared = group.days[0].weekday.clone();
    let shared = shared.filter(|place| names::weekday(&text[place.clone()]).is_some_and(|name| name.plural));
    let Some(place) = day.weekday.clone().or(shared) else { return };
    let (Some(name), Some(_)) = (names::weekday(&text[place.clone()]), day.year) else { return };
    let fits = |date: Date| date.weekday() == name.number;
    if group.short_year || fits(first) || other.is_some_and(fits) || is_said(found, &place) {
        return;
    }
    let near = (-3..=3).map(|days| first.plus_days(days)).find(|date| fits(*date)).unwrap_or(first);
    let year = |by: i16| date(first.year() + by, i16::from(first.month()), i16::from(first.day()));
    let slip = fits(first.plus_days(-1))
        || fits(first.plus_days(1))
        || [-1, 1].into_iter().filter_map(year).any(fits)
        || day.numeric && other.is_some();
    let said = text[place.clone()].to_owned();
    let right = name.instead(first.weekday(), &said);
    let sure = !slip && !name.plural;
    found.push((place, DateIssue::WrongWeekday { said, right, day: first, near, sure }));
}

/// Whether a name that several days share was called wrong at one of them.
fn is_said(found: &[(Range<usize>, DateIssue)], place: &Range<usize>) -> bool {
    // The days of a group are few.
    found.iter().rev().take(64).any(|(at, _)| at == place)
}

#[cfg(test)]
mod tests;
