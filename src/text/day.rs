//! Days in words.
use crate::model::{Date, Language};

const FRENCH: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The day as a sentence has it: `1er mars 2026`, `1 March 2026`.
pub fn words(language: Language, date: Date) -> String {
    let month = usize::try_from(date.month() - 1).unwrap_or_default();
    match language {
        Language::French => {
            let first = if date.day() == 1 { "er" } else { "" };
            format!("{}{first} {} {}", date.day(), FRENCH[month], date.year())
        }
        Language::English => format!("{} {} {}", date.day(), ENGLISH[month], date.year()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_is_special_in_french() {
        let day = |text: &str| Date::parse(text).expect("a day");
        assert_eq!(words(Language::French, day("2026-03-01")), "1er mars 2026");
        assert_eq!(words(Language::French, day("2026-11-23")), "23 novembre 2026");
        assert_eq!(words(Language::English, day("2026-08-01")), "1 August 2026");
    }
}
