//! Periods and delays as authors write them, in all languages at once: `6 months`, `10 jours`, `J-30`.
use super::all;
use crate::model::{Delay, DelayUnit, Period};

/// Reads a whole number from 1 to 999 and a unit, singular or plural.
pub fn period(text: &str) -> Option<Period> {
    let (number, name) = text.trim().split_once(char::is_whitespace)?;
    let number: i32 = number.parse().ok().filter(|number| (1..=999).contains(number))?;
    let name = name.trim();
    let mut units = all().flat_map(|locale| locale.time_units);
    let (.., unit) = units.find(|(one, several, _)| *one == name || *several == name)?;
    Some(Period { months: number * unit.months, days: number * unit.days })
}

/// The regular expression of the periods that [`period`] reads.
pub fn period_pattern() -> String {
    let names: Vec<String> = all()
        .rev()
        .flat_map(|locale| locale.time_units)
        .map(|(one, several, _)| match several.strip_prefix(one) {
            Some("") => (*one).to_owned(),
            Some(ending) if ending.chars().count() == 1 => format!("{several}?"),
            _ => format!("{one}|{several}"),
        })
        .collect();
    format!("^[1-9][0-9]{{0,2}} ({})$", names.join("|"))
}

/// Reads `J`, `J-30`, `J+8`, `S-2`, `M-1` and the English `D-30`, `W-2`; at most 999 units.
pub fn delay(text: &str) -> Option<Delay> {
    let mut letters = text.chars();
    let first = letters.next()?;
    let unit = all().find_map(|locale| {
        let [day, week, month] = locale.delay_letters;
        let units = [(day, DelayUnit::Day), (week, DelayUnit::Week), (month, DelayUnit::Month)];
        units.into_iter().find_map(|(letter, unit)| (letter == first).then_some(unit))
    })?;
    let rest = letters.as_str();
    if rest.is_empty() {
        return Some(Delay { amount: 0, unit });
    }
    let sign = match rest.as_bytes()[0] {
        b'-' => -1,
        b'+' => 1,
        _ => return None,
    };
    let digits = &rest[1..];
    let plain = (1..=3).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    let number: i32 = plain.then(|| digits.parse().ok()).flatten()?;
    Some(Delay { amount: sign * number, unit })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Date;

    #[test]
    fn periods_in_all_languages() {
        assert_eq!(period("6 mois"), period("6 months"));
        assert_eq!(period(" 2  années "), Some(Period { months: 24, days: 0 }));
        assert_eq!((period("six mois"), period("0 days"), period("3 moiss")), (None, None, None));
        let day = Date::parse("2026-08-31").unwrap();
        assert_eq!(day.after(period("6 mois").unwrap()).to_string(), "2027-02-28");
        assert_eq!(
            period_pattern(),
            "^[1-9][0-9]{0,2} (days?|weeks?|months?|years?|jours?|semaines?|mois|ans?|années?)$"
        );
    }

    #[test]
    fn delays_in_all_languages() {
        assert_eq!(delay("J-30"), Some(Delay { amount: -30, unit: DelayUnit::Day }));
        assert_eq!(delay("D-30"), delay("J-30"));
        assert_eq!(delay("J"), Some(Delay { amount: 0, unit: DelayUnit::Day }));
        assert_eq!((delay("J--3"), delay("J-é"), delay("X-3")), (None, None, None));
    }
}
