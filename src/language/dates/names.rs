//! Names of months and weekdays in all languages, and the words and numbers around a position.
use crate::language::all;

/// The name of a month in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Month {
    /// 1 to 12.
    pub(super) number: u8,
    /// Whether it is a short form.
    pub(super) short: bool,
    /// Whether it may be English.
    pub(super) english: bool,
}

/// The month of this name, in any case, with or without the accents of French months.
pub(super) fn month(word: &str) -> Option<Month> {
    if !(3..=10).contains(&word.len()) || !may_begin_month(word) {
        return None;
    }
    let word = plain(word);
    let full = all().find_map(|locale| {
        let (number, _) = (1..).zip(locale.dates.months).find(|(_, name)| *name == word)?;
        Some(Month { number, short: false, english: locale.month_first })
    });
    full.or_else(|| {
        let mut short = all().flat_map(|locale| locale.dates.short_months);
        let (_, number) = short.find(|(short, _)| *short == word)?;
        Some(Month { number: *number, short: true, english: true })
    })
}

/// Whether the name of a month begins with the first two letters of a word: a test without allocation that rules out most
/// words after a number.
fn may_begin_month(word: &str) -> bool {
    let [first, second, ..] = word.as_bytes() else { return false };
    let begins = |name: &str| {
        let name = name.as_bytes();
        name[0] == first.to_ascii_lowercase()
            && (name[1] == second.to_ascii_lowercase() || !second.is_ascii())
    };
    all().any(|locale| locale.dates.months.into_iter().any(begins))
}

/// Lower case, without the accents of months, with one form of apostrophes and blanks.
pub(super) fn plain(text: &str) -> String {
    let fold = |letter: char| match letter {
        'é' | 'É' | 'è' | 'È' | 'ê' | 'Ê' => 'e',
        'û' | 'Û' => 'u',
        '’' => '\'',
        '\u{a0}' | '\u{202f}' | '\n' | '\t' => ' ',
        _ => letter,
    };
    text.chars().map(fold).flat_map(char::to_lowercase).collect()
}

/// The name of a weekday in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Weekday {
    /// 1 for Monday to 7 for Sunday.
    pub(super) number: i8,
    /// Whether it is a plural.
    pub(super) plural: bool,
    /// The names of weekdays in its language.
    names: &'static [&'static str; 7],
}

/// The weekday of this name, in any case.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    if !(5..=10).contains(&word.len()) {
        return None;
    }
    let word = word.to_lowercase();
    let single = word.strip_suffix('s').unwrap_or(&word);
    all().find_map(|locale| {
        let names = &locale.dates.weekdays;
        let number = (1..).zip(names).find_map(|(number, name)| (*name == single).then_some(number))?;
        Some(Weekday { number, plural: single != word, names })
    })
}

impl Weekday {
    /// The name of another weekday in the language, the capitals and the number of this one.
    pub(super) fn instead(self, number: i8, written: &str) -> String {
        let at = usize::try_from(number - 1).unwrap_or_default().min(6);
        let name = self.names[at];
        let mut name = if self.plural { format!("{name}s") } else { name.to_owned() };
        let is_capitalised = written.starts_with(char::is_uppercase);
        if is_capitalised && written.chars().all(char::is_uppercase) {
            name.make_ascii_uppercase();
        } else if is_capitalised {
            name[..1].make_ascii_uppercase();
        }
        name
    }
}

/// Whether a character may separate the parts of a date.
fn is_blank(letter: char) -> bool {
    matches!(letter, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\n' | '\t' | '\r')
}

/// The position after the blanks at a position.
pub(super) fn after_blanks(text: &str, at: usize) -> usize {
    text.len() - text[at..].trim_start_matches(is_blank).len()
}

/// The position before the blanks that end at a position.
pub(super) fn before_blanks(text: &str, at: usize) -> usize {
    text[..at].trim_end_matches(is_blank).len()
}

/// The word that begins at a position; may be empty.
pub(super) fn word_at(text: &str, at: usize) -> &str {
    let rest = &text[at..];
    &rest[..rest.find(|letter: char| !letter.is_alphabetic()).unwrap_or(rest.len())]
}

/// The word that ends at a position; may be empty.
pub(super) fn word_to(text: &str, at: usize) -> &str {
    let rest = &text[..at];
    let letters = rest.chars().rev().take_while(|letter| letter.is_alphabetic());
    &rest[rest.len() - letters.map(char::len_utf8).sum::<usize>()..]
}

/// The number of one to four digits that begins at a position, and its count of digits.
pub(super) fn number_at(text: &str, at: usize) -> Option<(i16, usize)> {
    let rest = &text.as_bytes()[at..];
    let length = rest.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(rest.len());
    let value = rest.get(..length).filter(|digits| (1..=4).contains(&digits.len()))?;
    Some((value.iter().fold(0, |number, digit| number * 10 + i16::from(digit - b'0')), length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_any_spelling() {
        for (word, number) in [("Février", 2), ("fevrier", 2), ("AOÛT", 8), ("May", 5), ("sept", 9)] {
            assert_eq!(month(word).map(|month| month.number), Some(number), "{word}");
        }
        assert_eq!((month("mardi"), month("marsouin"), month("")), (None, None, None));
        let day = weekday("Lundis").unwrap();
        assert_eq!((day.number, day.plural, day.instead(2, "Lundis")), (1, true, "Mardis".to_owned()));
        assert_eq!(weekday("SUNDAY").unwrap().instead(1, "SUNDAY"), "MONDAY");
    }

    #[test]
    fn words_are_runs_of_letters() {
        let text = "l’été\u{a0}2026";
        assert_eq!(word_to(text, before_blanks(text, text.len() - 4)), "été");
        assert_eq!((word_at("mars.", 0), word_at(".", 0)), ("mars", ""));
        assert_eq!((number_at("2026.", 0), number_at("12345", 0)), (Some((2026, 4)), None));
    }
}
