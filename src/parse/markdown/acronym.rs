//! Finds words in capitals that look like acronyms, and whether the text explains them.
use crate::language::people::is_surname;
use crate::text::byte_set::ByteSet;

/// A word that looks like an acronym.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct AcronymMatch<'a> {
    /// As written.
    pub(super) word: &'a str,
    /// Where it begins in the text.
    pub(super) at: usize,
    /// Whether the text explains it: `Agence nationale (ANCT)` or `ANCT (Agence nationale)`.
    pub(super) explained: bool,
}

/// How many letters an acronym has.
const LENGTH: std::ops::RangeInclusive<usize> = 2..=8;

/// The acronyms of a text: words of two to eight capital letters, not joined to anything else and not next to another
/// word in capitals. Roman numerals, patterns and surnames are left out.
pub(super) fn acronyms(text: &str) -> Vec<AcronymMatch<'_>> {
    let mut found = Vec::new();
    let mut from = 0;
    // Where the last word in capitals ended.
    let mut last_loud = None;
    while let Some(at) = CAPITALS.next(text.as_bytes(), from) {
        from = at + 1;
        let mut letters = text[at..].chars();
        let begins = letters.next().is_some_and(char::is_uppercase)
            && letters.next().is_some_and(char::is_uppercase)
            && !text[..at].ends_with(char::is_alphanumeric);
        if !begins {
            continue;
        }
        let word = first_word(&text[at..]);
        from = at + word.len();
        if !is_loud(word) {
            continue;
        }
        let beside = last_loud.replace(from).is_some_and(|end| first_word_in(&text[end..at]).is_none());
        if !LENGTH.contains(&word.chars().count())
            || beside
            || first_word_in(&text[from..]).is_some_and(is_loud)
            || is_numeral(word)
            || is_pattern(word)
            || is_surname(&text[..at], &text[from..])
            || is_town(&text[..at])
            || is_quoted(&text[..at], &text[from..])
            || !stands_alone(text, at, word.len())
        {
            continue;
        }
        let (before, after) = (&text[..at], &text[from..]);
        let enclosed = before.ends_with('(') && after.starts_with(')');
        let followed = after
            .trim_start_matches([' ', '\u{a0}', '\u{202f}'])
            .strip_prefix('(')
            .is_some_and(|inside| inside.starts_with(char::is_alphabetic));
        found.push(AcronymMatch { word, at, explained: enclosed || followed });
    }
    found
}

/// Bytes that a capital letter may begin with.
const CAPITALS: ByteSet = ByteSet::of("ABCDEFGHIJKLMNOPQRSTUVWXYZ").and_range(0xc3, 0xff);

/// The letters and digits that a text begins with, perhaps none.
fn first_word(text: &str) -> &str {
    &text[..text.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(text.len())]
}

/// The first word of a text.
fn first_word_in(text: &str) -> Option<&str> {
    text.find(char::is_alphanumeric).map(|at| first_word(&text[at..]))
}

/// Whether a word is all in capitals.
fn is_loud(word: &str) -> bool {
    word.chars().count() >= 2 && word.chars().all(char::is_uppercase)
}

/// Whether a word is a Roman numeral: thousands, hundreds, tens, units.
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

/// Whether a word stands for digits or for anything: each letter of `AAAA`, `XXX` or `AAAAMMJJ` stands twice or more.
fn is_pattern(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    letters.chunk_by(|one, next| one == next).all(|run| run.len() > 1)
}

/// Whether a word stands in quotation marks by itself: what a button says.
fn is_quoted(before: &str, after: &str) -> bool {
    before.trim_end().ends_with(['"', '“', '«']) && after.trim_start().starts_with(['"', '”', '»'])
}

/// Whether a postcode stands before a word: `87000 LIMOGES`.
fn is_town(before: &str) -> bool {
    let digits =
        before.trim_end_matches([' ', '\u{a0}']).bytes().rev().take_while(u8::is_ascii_digit).count();
    digits == 5 && before.ends_with([' ', '\u{a0}'])
}

/// Whether the word is not part of something longer, such as `L-ABC`, `a.ABC`, `ABC_1` or `#ABC`.
fn stands_alone(text: &str, at: usize, length: usize) -> bool {
    let joins = |letter: char| "-‑_/.@#&+=\\".contains(letter);
    let mut before = text[..at].chars().rev();
    let mut after = text[at + length..].chars();
    let begins = before.next().is_none_or(|letter| !joins(letter));
    let ends = match after.next() {
        // The end of a sentence, unless more follows as in a file name.
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
    fn roman_numerals_codes_and_headlines_are_no_acronyms() {
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
            "au format AAAA ou YYYY-MM-DD, sinon AAAAMMJJ",
            "le bouton « LIMITED » ou \"LIMITED\"",
            "2 rue du Pont, 87000 LIMOGES",
            "M. DUPONT et Jean-Pierre MARTIN, LEROY Anne",
        ] {
            assert!(seen(none).is_empty(), "{none}: {:?}", seen(none));
        }
    }

    #[test]
    fn offsets_count_bytes_of_the_text() {
        let text = "été 😀 DGE";
        let found = acronyms(text);
        assert_eq!(&text[found[0].at..], "DGE");
    }
}
