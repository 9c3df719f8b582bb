//! Words in capitals that look like acronyms, and whether the words around them say what they mean.
use crate::text::scan::Bytes;

/// A word of a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found<'a> {
    /// As written.
    pub(super) word: &'a str,
    /// Where it begins in the text.
    pub(super) at: usize,
    /// Whether it is explained here: `Agence nationale (ANCT)`, `ANCT (Agence nationale)`.
    pub(super) explained: bool,
}

/// Letters of an acronym.
const LENGTH: std::ops::RangeInclusive<usize> = 2..=8;

/// Everything in a text that looks like an acronym: two to eight capital letters that stand alone, among words that are
/// not shouted. Numbers of sections and codes are none, nor are Roman numerals.
pub(super) fn acronyms(text: &str) -> Vec<Found<'_>> {
    let mut found = Vec::new();
    let mut from = 0;
    // Where the last word in capitals ended: between it and the next there is no other.
    let mut shouted = None;
    while let Some(at) = CAPITALS.next(text.as_bytes(), from) {
        from = at + 1;
        if text[..at].ends_with(char::is_alphanumeric) {
            continue;
        }
        let word = first_word(&text[at..]);
        from = at + word.len().max(1);
        if !is_loud(word) {
            continue;
        }
        let beside = shouted.replace(from).is_some_and(|end| first_word_in(&text[end..at]).is_none());
        if !LENGTH.contains(&word.chars().count())
            || beside
            || first_word_in(&text[from..]).is_some_and(is_loud)
            || is_numeral(word)
            || !stands_alone(text, at, word.len())
        {
            continue;
        }
        let (before, after) = (&text[..at], &text[from..]);
        let enclosed = before.ends_with('(') && after.starts_with(')');
        let told = after
            .trim_start_matches([' ', '\u{a0}', '\u{202f}'])
            .strip_prefix('(')
            .is_some_and(|inside| inside.starts_with(char::is_alphabetic));
        found.push(Found { word, at, explained: enclosed || told });
    }
    found
}

/// Bytes that capital letters begin with.
const CAPITALS: Bytes = Bytes::of("ABCDEFGHIJKLMNOPQRSTUVWXYZ").and_range(0xc3, 0xff);

/// The run of letters and digits that a text begins with; perhaps none.
fn first_word(text: &str) -> &str {
    &text[..text.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(text.len())]
}

/// The first run of letters and digits of a text.
fn first_word_in(text: &str) -> Option<&str> {
    text.find(char::is_alphanumeric).map(|at| first_word(&text[at..]))
}

/// Whether a word is in capitals: then the words beside it may be shouted, too.
fn is_loud(word: &str) -> bool {
    // Most words end with a small letter.
    let quiet = word.bytes().next_back().is_some_and(|byte| byte.is_ascii_lowercase());
    !quiet && word.chars().count() >= 2 && word.chars().all(char::is_uppercase)
}

/// Whether a word is a Roman numeral as it is written: from thousands down to units.
fn is_numeral(word: &str) -> bool {
    let parts: [&[&str]; 4] = [
        &["MMM", "MM", "M"],
        &["CM", "DCCC", "DCC", "DC", "D", "CD", "CCC", "CC", "C"],
        &["XC", "LXXX", "LXX", "LX", "L", "XL", "XXX", "XX", "X"],
        &["IX", "VIII", "VII", "VI", "V", "IV", "III", "II", "I"],
    ];
    let rest = parts
        .iter()
        .fold(word, |rest, part| part.iter().find_map(|figure| rest.strip_prefix(figure)).unwrap_or(rest));
    rest.is_empty()
}

/// Whether neither side joins the word to something else: `L-ABC`, `a.ABC`, `ABC_1`, `#ABC`.
fn stands_alone(text: &str, at: usize, length: usize) -> bool {
    let joins = |letter: char| "-‑_/.@#&+=\\".contains(letter);
    let mut before = text[..at].chars().rev();
    let mut after = text[at + length..].chars();
    let begins = before.next().is_none_or(|letter| !joins(letter));
    let ends = match after.next() {
        // A sentence ends; a name of a file goes on.
        Some('.') => !after.next().is_some_and(char::is_alphanumeric),
        next => next.is_none_or(|letter| !joins(letter)),
    };
    begins && ends
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(text: &str) -> Vec<(&str, bool)> {
        acronyms(text).into_iter().map(|found| (found.word, found.explained)).collect()
    }

    #[test]
    fn acronyms_are_told_from_what_looks_like_them() {
        assert_eq!(seen("L’ANCT, puis la DGE."), [("ANCT", false), ("DGE", false)]);
        assert_eq!(seen("l'Agence nationale (ANCT)"), [("ANCT", true)]);
        assert_eq!(seen("l’ANCT\u{a0}(Agence nationale)"), [("ANCT", true)]);
        assert_eq!(seen("À l’ÉNA 😀"), [("ÉNA", false)]);
        assert_eq!(seen("Le DÉ et l’AÉ 😀"), [("DÉ", false), ("AÉ", false)]);
        for none in [
            "NE PAS SIGNER",
            "chapitre XIV, MMXXVI",
            "CCP1, article L123-4, R-ABC, a.PDF, ABC_D, AB.CD",
            "A B, ANTICONSTITUTIONNEL",
            "CNums, Abc",
        ] {
            assert!(seen(none).is_empty(), "{none}: {:?}", seen(none));
        }
    }

    #[test]
    fn places_are_those_of_the_text() {
        let text = "été 😀 DGE";
        let found = acronyms(text);
        assert_eq!(&text[found[0].at..], "DGE");
    }
}
