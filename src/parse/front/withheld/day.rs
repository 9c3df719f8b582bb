//! The days of publication as other generators take them.
use crate::language::dates::month_number;
use crate::model::{Date, DayRole};
use crate::parse::yaml::{Yaml, YamlNode};

/// Seconds since 1970 have at least this many; a smaller number is a year, or figures run together.
const LEAST_SECONDS: i64 = 100_000_000;
/// Milliseconds since 1970 have at least this many.
const LEAST_MILLISECONDS: i64 = 100_000_000_000;

/// The day that a value gives. Where it can be read in two ways, the one that withholds the page for longer.
pub(super) fn day(value: &Yaml, role: DayRole) -> Option<Date> {
    match &value.node {
        YamlNode::Number(number) => of_number(*number),
        YamlNode::Text(text) => of_text(text, role),
        _ => None,
    }
}

fn of_number(number: i64) -> Option<Date> {
    match number {
        1000..=9999 => Date::new(i16::try_from(number).ok()?, 1, 1),
        10_000_101..=99_991_231 => {
            let part = |number: i64| i8::try_from(number % 100).ok();
            Date::new(i16::try_from(number / 10_000).ok()?, part(number / 100)?, part(number)?)
        }
        LEAST_MILLISECONDS.. => Date::from_unix_seconds(number / 1000),
        LEAST_SECONDS.. => Date::from_unix_seconds(number),
        _ => None,
    }
}

fn of_text(text: &str, role: DayRole) -> Option<Date> {
    let parts: Vec<&str> =
        text.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let number = |part: &str| digits(part).parse::<i16>().ok();
    let named = parts.iter().position(|part| month_number(part).is_some());
    if let Some(at) = named {
        let month = month_number(parts[at])?;
        let near = |at: usize| parts.get(at).and_then(|part| number(part));
        let before = at.checked_sub(1).and_then(near);
        // `8 July 2022`, `July 8, 2022`
        let (day, year) = match before.filter(|day| (1..=31).contains(day)) {
            Some(day) => (day, near(at + 1)),
            None => (near(at + 1)?, near(at + 2)),
        };
        return Date::new(year?, month, i8::try_from(day).ok()?);
    }
    if let [whole] = parts[..]
        && let Ok(number) = whole.parse()
    {
        return of_number(number);
    }
    let [first, second, third] = [0, 1, 2].map(|at| parts.get(at).copied().unwrap_or("1"));
    let small = |part: &str| number(part).and_then(|number| i8::try_from(number).ok());
    if first.len() == 4 {
        return Date::new(number(first)?, small(second)?, small(third)?);
    }
    let year = number(third).filter(|_| digits(third).len() == 4)?;
    let readings = [(first, second), (second, first)].map(|(day, month)| {
        let (day, month) = (small(day)?, small(month)?);
        Date::new(year, month, day)
    });
    match role {
        DayRole::First => readings.into_iter().flatten().max(),
        DayRole::Last => readings.into_iter().flatten().min(),
    }
}

/// The figures that a part begins with: `24` of `24T10`.
fn digits(part: &str) -> &str {
    &part[..part.bytes().take_while(u8::is_ascii_digit).count()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_people_write_them() {
        for (text, day) in [
            ("2026-01-31", "2026-01-31"),
            ("2026-01-31T10:00:00+02:00", "2026-01-31"),
            ("2026/1/31 10:00", "2026-01-31"),
            ("2026-02", "2026-02-01"),
            ("31/01/2026", "2026-01-31"),
            ("Jan 31 2026", "2026-01-31"),
            ("Sat, 31 Jan 2026 10:00:00 GMT", "2026-01-31"),
            ("31 janvier 2026", "2026-01-31"),
            ("1er février 2026", "2026-02-01"),
            ("20260131", "2026-01-31"),
            ("1769853600", "2026-01-31"),
        ] {
            let read = of_text(text, DayRole::First).map(|day| day.to_string());
            assert_eq!(read.as_deref(), Some(day), "{text}");
        }
        for text in ["", "demain", "{{ date }}", "31/31/2026", "10:00", "2026-02-31", "v1.2.3"] {
            assert_eq!(of_text(text, DayRole::First), None, "{text}");
        }
    }

    #[test]
    fn a_day_in_doubt_withholds_for_longer() {
        let read = |role| of_text("03/04/2026", role).map(|day| day.to_string());
        assert_eq!(read(DayRole::First).as_deref(), Some("2026-04-03"));
        assert_eq!(read(DayRole::Last).as_deref(), Some("2026-03-04"));
    }
}
