//! Dates in figures: `31/03/2026`, `31.03.2026`, `2026-03-31`, `31/03/26`.
use super::group::{
    DateGroup, Joint, WrittenDay, begins_span, is_counted, is_dayward, joint, weekday_before,
};
use super::names::{after_blanks, number_at};

/// Reads the date that begins at a position, or the span of two.
pub(super) fn read(text: &str, at: usize) -> Option<DateGroup> {
    let (day, has_short_year, is_sure) = read_one(text, at)?;
    let mut group = DateGroup {
        range: day.range.clone(),
        days: vec![day],
        joint: Joint::Listed,
        has_short_year,
        is_sure,
    };
    if let Some((kind @ (Joint::Span | Joint::Listed), after)) = joint(text, group.range.end) {
        let here = after_blanks(text, after);
        let by = if text[group.range.end..after].contains("and") { "and" } else { "et" };
        if begins_span(text, at, kind, by)
            && let Some((second, short, surely)) = read_one(text, here)
        {
            group.range.end = second.range.end;
            group.days.push(second);
            group.joint = Joint::Span;
            group.has_short_year |= short;
            group.is_sure &= surely;
        }
    }
    Some(group)
}

/// A single date, whether its year has two digits, and whether it is surely meant as a date.
fn read_one(text: &str, at: usize) -> Option<(WrittenDay, bool, bool)> {
    let (first, first_length) = number_at(text, at)?;
    let sign = text.as_bytes().get(at + first_length).copied().filter(|sign| b"/.-".contains(sign))?;
    let second_at = at + first_length + 1;
    let (second, second_length) = number_at(text, second_at)?;
    let third_at = second_at + second_length + 1;
    if text.as_bytes().get(third_at - 1) != Some(&sign) {
        return None;
    }
    let (third, third_length) = number_at(text, third_at)?;
    let end = third_at + third_length;
    if continues(&text[end..]) || is_counted(text, at) {
        return None;
    }
    let is_dayward = is_dayward(text, at);
    let padded = first_length == 2 && second_length == 2;
    let (day, month, year, is_year_first) = match (first_length, second_length, third_length) {
        (4, 2, 2) if sign != b'.' => (third, second, first, true),
        (1 | 2, 1 | 2, 4) if sign != b'.' || padded || is_dayward => (first, second, third, false),
        (2, 2, 2) if sign == b'/' && (is_dayward || text.len() == end - at) => {
            (first, second, 2000 + third, false)
        }
        _ => return None,
    };
    if !(1900..=2199).contains(&year) {
        return None;
    }
    let has_short_year = third_length == 2 && !is_year_first;
    // Parts of a reference number are often too large for a day or a month.
    let is_possible = |day: i16, month: i16| (1..=31).contains(&day) && (1..=12).contains(&month);
    // Nothing but such figures in a text: there is no 13th month in either order.
    let is_alone = sign == b'/' && padded && text.trim().len() == end - at && day.max(month) <= 31;
    let is_sure =
        is_dayward || is_possible(day, month) || !is_year_first && (is_alone || is_possible(month, day));
    let weekday = weekday_before(text, at);
    Some((
        WrittenDay { range: at..end, day, month, year: Some(year), numeric: !is_year_first, weekday },
        has_short_year,
        is_sure,
    ))
}

/// Whether the figures continue with something that makes them no date: a path, a time, a version.
fn continues(rest: &str) -> bool {
    let mut letters = rest.chars();
    let Some(first) = letters.next() else { return false };
    let next = letters.next();
    first.is_alphanumeric()
        || matches!(first, '/' | '_' | '%' | '@' | '€' | '=' | '\\')
        || matches!(first, '.' | '-' | ',' | ':') && next.is_some_and(char::is_alphanumeric)
}
