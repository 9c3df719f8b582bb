//! Words that say nothing by themselves. They are indexed where they stand in a title, and count in a query only when
//! it holds nothing else.
use crate::model::Language;

const FRENCH_LETTERS: [Letter; 256] = letters(FRENCH);
const ENGLISH_LETTERS: [Letter; 256] = letters(ENGLISH);

/// The words of a list that begin with the same byte.
#[derive(Clone, Copy)]
struct Letter {
    /// Which lengths they have, one bit each.
    lengths: u16,
    /// Where they stand in the list.
    from: u16,
    to: u16,
}

#[expect(clippy::cast_possible_truncation, reason = "lists of a few hundred words")]
const fn letters(list: &[&str]) -> [Letter; 256] {
    let mut letters = [Letter { lengths: 0, from: 0, to: 0 }; 256];
    let mut at = 0;
    while at < list.len() {
        let word = list[at].as_bytes();
        let letter = &mut letters[word[0] as usize];
        if letter.lengths == 0 {
            letter.from = at as u16;
        }
        letter.to = at as u16 + 1;
        letter.lengths |= 1 << word.len();
        at += 1;
    }
    letters
}

/// Whether a folded word says nothing by itself.
pub(super) fn is_stop(language: Language, word: &str) -> bool {
    // Most words are none, and it shows in their first letter and their length.
    let (list, letters) = match language {
        Language::French => (FRENCH, &FRENCH_LETTERS),
        Language::English => (ENGLISH, &ENGLISH_LETTERS),
    };
    let Letter { lengths, from, to } = letters[usize::from(word.bytes().next().unwrap_or(0))];
    word.len() < 16
        && lengths >> word.len() & 1 == 1
        && list[usize::from(from)..usize::from(to)].contains(&word)
}

/// All of them, in order.
pub(super) fn list(language: Language) -> &'static [&'static str] {
    match language {
        Language::French => FRENCH,
        Language::English => ENGLISH,
    }
}

const FRENCH: &[&str] = &[
    "a", "ai", "as", "au", "aussi", "aux", "avec", "avez", "c", "car", "ce", "cela", "ces", "cet", "cette",
    "ceux", "comment", "d", "dans", "de", "des", "dois", "doit", "donc", "dont", "du", "elle", "elles", "en",
    "es", "est", "et", "etes", "etre", "eu", "eux", "fait", "faut", "il", "ils", "j", "je", "l", "la", "le",
    "les", "leur", "leurs", "lui", "m", "ma", "mais", "me", "mes", "mon", "n", "ne", "nos", "notre", "nous",
    "on", "ont", "ou", "par", "pas", "peut", "peux", "pour", "pourquoi", "qu", "quand", "que", "quel",
    "quelle", "quelles", "quels", "qui", "quoi", "s", "sa", "se", "sera", "ses", "si", "soit", "son", "sont",
    "suis", "sur", "t", "ta", "te", "tes", "toi", "ton", "tu", "un", "une", "vos", "votre", "vous", "y",
];

const ENGLISH: &[&str] = &[
    "a", "am", "an", "and", "are", "as", "at", "be", "but", "by", "can", "could", "did", "do", "does", "for",
    "from", "had", "has", "have", "he", "her", "his", "how", "i", "if", "in", "is", "it", "its", "me",
    "must", "my", "not", "of", "on", "or", "our", "she", "should", "so", "that", "the", "their", "them",
    "then", "there", "these", "they", "this", "those", "to", "was", "we", "were", "what", "when", "where",
    "which", "who", "why", "will", "with", "would", "you", "your",
];

#[cfg(test)]
mod tests {
    use super::{ENGLISH, FRENCH, Language, is_stop};

    #[test]
    fn lists_are_sorted() {
        assert!(FRENCH.is_sorted() && ENGLISH.is_sorted());
        assert!(FRENCH.iter().all(|word| is_stop(Language::French, word)));
        assert!(ENGLISH.iter().all(|word| is_stop(Language::English, word)));
        assert!(!is_stop(Language::French, "") && !is_stop(Language::French, "lee"));
    }
}
