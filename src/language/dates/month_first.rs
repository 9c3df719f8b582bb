//! English dates that begin with the month: `March 1st, 2026`, `March 3–5, 2026`.
use super::group::{
    DateGroup, Joint, WrittenDay, begins_span, day_number, is_counted, joint, weekday_before, year,
};
use super::names::{after_blanks, before_blanks, month as month_named, number_at, word_at, word_to};

/// Reads the group whose first day is the number at a position.
pub(super) fn read(text: &str, at: usize) -> Option<DateGroup> {
    let (start, month) = month_before(text, at)?;
    let (first, mut end, mut ordinal) = day_number(text, at)?;
    let mut days = vec![(first, at)];
    let mut kind = Joint::Listed;
    let mut by = String::new();
    let mut next_month = None;
    if let Some((joined, after)) = joint(text, end) {
        let mut here = after_blanks(text, after);
        let word = word_at(text, here);
        let named = month_named(word).filter(|found| found.english && !found.short);
        if named.is_some() {
            here = after_blanks(text, here + word.len());
        }
        let is_year = number_at(text, here).is_some_and(|(_, length)| length == 4);
        if let Some((second, after, more)) = day_number(text, here).filter(|_| !is_year) {
            by = text[end..].trim_start().chars().take_while(|letter| letter.is_alphabetic()).collect();
            days.push((second, here));
            (end, kind, ordinal) = (after, joined, ordinal || more);
            next_month = named.map(|month| i16::from(month.number));
        }
    }
    let dated = year(text, end, true);
    // `In June 31 people came.` is no date.
    if dated.is_none() && !ordinal && days.len() == 1 {
        return None;
    }
    let end_of_days = end;
    let end = dated.map_or(end, |(_, after)| after);
    let year = dated.map(|(year, _)| year);
    let last = days.len() - 1;
    let weekday = weekday_before(text, start);
    let days: Vec<WrittenDay> = days
        .into_iter()
        .enumerate()
        .map(|(place, (day, begin))| WrittenDay {
            range: if place == 0 { start } else { begin }..if place == last { end } else { end_of_days },
            day,
            month: if place == 0 { month } else { next_month.unwrap_or(month) },
            year: if place == 0 && next_month.is_some_and(|next| next < month) {
                year.map(|year| year - 1)
            } else {
                year
            },
            numeric: false,
            weekday: if place == 0 { weekday.clone() } else { None },
        })
        .collect();
    let joint = match kind {
        _ if last == 0 => Joint::Listed,
        kind if begins_span(text, start, kind, &by) => Joint::Span,
        Joint::Dash => Joint::Dash,
        _ => Joint::Listed,
    };
    let is_sure = !is_counted(text, start)
        && (year.is_some() || ordinal)
        && days.iter().all(|day| (1..=31).contains(&day.day));
    Some(DateGroup { range: start..end, days, joint, has_short_year: false, is_sure })
}

/// The start and the number of the English month in front of a position.
fn month_before(text: &str, at: usize) -> Option<(usize, i16)> {
    let end = before_blanks(text, at);
    let bare = text[..end].strip_suffix('.').map_or(end, str::len);
    let word = word_to(text, bare);
    let found = month_named(word).filter(|month| month.english && (!month.short || bare < end))?;
    let is_capitalised = word.starts_with(char::is_uppercase);
    is_capitalised.then_some((bare - word.len(), i16::from(found.number)))
}
