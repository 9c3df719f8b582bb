//! Dates in figures: `31/03/2026`, `31.03.2026`, `2026-03-31`, `31/03/26`.
use super::group::{
    DateGroup, Joint, WrittenDay, begins_span, is_counted, is_dayward, joint, weekday_before,
};
use super::names::{after_blanks, number_at};

/// Reads the date in figures that begins at a place, or the span of two.
pub(super) fn read(text: &str, at: usize) -> Option<DateGroup> {
    let (day, short_year, sure) = one(text, at)?;
    let mut group =
        DateGroup { range: day.range.clone(), days: vec![day], joint: Joint::Listed, short_year, sure };
    if let Some((kind @ (Joint::Span | Joint::Listed), after)) = joint(text, group.range.end) {
        let here = after_blanks(text, after);
        let by = if text[group.range.end..after].contains("and") { "and" } else { "et" };
        if begins_span(text, at, kind, by)
            && let Some((second, short, surely)) = one(text, here)
        {
            group.range.end = second.range.end;
            group.days.push(second);
            group.joint = Joint::Span;
            group.short_year |= short;
            group.sure &= surely;
        }
    }
    Some(group)
}

/// One date, whether its year is short, whether it is surely meant as one.
fn one(text: &str, at: usize) -> Option<(WrittenDay, bool, bool)> {
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
    if goes_on(&text[end..]) || is_counted(text, at) {
        return None;
    }
    let dayward = is_dayward(text, at);
    let padded = first_length == 2 && second_length == 2;
    let (day, month, year, ordered) = match (first_length, second_length, third_length) {
        (4, 2, 2) if sign != b'.' => (third, second, first, true),
        (1 | 2, 1 | 2, 4) if sign != b'.' || padded || dayward => (first, second, third, false),
        (2, 2, 2) if sign == b'/' && (dayward || text.len() == end - at) => {
            (first, second, 2000 + third, false)
        }
        _ => return None,
    };
    if !(1900..=2199).contains(&year) {
        return None;
    }
    let short = third_length == 2 && !ordered;
    // A number of a file has parts that no day or month has.
    let could = |day: i16, month: i16| (1..=31).contains(&day) && (1..=12).contains(&month);
    let sure = dayward || could(day, month) || !ordered && could(month, day);
    let weekday = weekday_before(text, at);
    Some((
        WrittenDay { range: at..end, day, month, year: Some(year), numeric: !ordered, weekday },
        short,
        sure,
    ))
}

/// Whether what follows makes the figures a part of something longer: a path, a time, a version.
fn goes_on(rest: &str) -> bool {
    let mut letters = rest.chars();
    let Some(first) = letters.next() else { return false };
    let next = letters.next();
    first.is_alphanumeric()
        || matches!(first, '/' | '_' | '%' | '@' | '€' | '=' | '\\')
        || matches!(first, '.' | '-' | ',' | ':') && next.is_some_and(char::is_alphanumeric)
}
