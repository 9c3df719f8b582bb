//! Whether a text spells an acronym out beside it: `Agence nationale … ou ANTAI`, `ANTAI, Agence nationale …`.
use crate::language;
use crate::text::latin::base;

/// How many bytes of the block are read on each side, at most, and for each letter of the acronym.
const REACH: usize = 240;
const REACH_OF_LETTER: usize = 45;
/// The longest word that an acronym may skip: "de", "the".
const SMALL: usize = 3;
/// The shortest word that the first and the last letter of an acronym may stand for: "Web", "act".
const SHORTEST: usize = 3;
/// How many small words may stand between an acronym and what it stands for: "c’est-à-dire", "or the".
const BETWEEN: usize = 4;
/// How many longer words an acronym of four letters or more may skip (`URSSAF` does).
const SKIPPED: usize = 1;

/// Whether the words right before or right behind an acronym have its initials, or a sentence says what it is.
pub(super) fn is_spelt_out(source: &str, at: usize, word: &str) -> bool {
    let end = at + word.len();
    let (Some(before), Some(after)) = (source.get(..at), source.get(end..)) else { return false };
    let reach = REACH.min(word.len() * REACH_OF_LETTER);
    let before = &before[before.floor_char_boundary(before.len().saturating_sub(reach))..];
    let after = &after[..after.floor_char_boundary(reach)];
    let before = &before[paragraph_start(before)..];
    let after = &after[..paragraph_end(after)];
    is_defined(after) || {
        let letters: Vec<char> = word.chars().flat_map(folded).collect();
        let (before, after) = (words(before), words(after));
        let last = before.len().saturating_sub(BETWEEN);
        (0..before.len())
            .any(|from| fits(&before[from..], &letters).is_some_and(|length| from + length >= last))
            || (0..=BETWEEN.min(after.len())).any(|from| fits(&after[from..], &letters).is_some())
    }
}

/// Where the last paragraph of a text begins.
fn paragraph_start(text: &str) -> usize {
    let mut start = text.len();
    while let Some(end) = text[..start].rfind('\n') {
        if text[..end].trim_end_matches('\r').ends_with('\n') {
            return end + 1;
        }
        start = end;
    }
    0
}

/// Where the first paragraph of a text ends.
fn paragraph_end(text: &str) -> usize {
    let blank = text.match_indices('\n').find(|(end, _)| {
        let next = text[end + 1..].trim_start_matches('\r');
        next.starts_with('\n')
    });
    blank.map_or(text.len(), |(end, _)| end)
}

/// `AUDE est un système`, `AUDE is a system`.
fn is_defined(after: &str) -> bool {
    let after = after.trim_start_matches(['*', '_', ' ', '\u{a0}']);
    language::all().any(|locale| {
        let rest = after.strip_prefix(locale.copula).and_then(|rest| rest.strip_prefix(' '));
        rest.is_some_and(|rest| locale.articles.iter().any(|article| rest.starts_with(article)))
    })
}

/// What is compared of a word: an acronym takes at most two letters of it.
struct Initials {
    /// Its first letters, folded; as many as there are.
    first: [Option<char>; 2],
    /// How many letters it has.
    length: usize,
}

impl Initials {
    /// How many of these letters it begins with, at most `most`.
    fn same(&self, letters: &[char], most: usize) -> usize {
        let pairs = self.first.iter().zip(letters).take(most);
        pairs.take_while(|(one, other)| **one == Some(**other)).count()
    }
}

/// A letter in lower case and without its accent; the two of a ligature.
fn folded(letter: char) -> impl Iterator<Item = char> {
    let (first, second) = match letter {
        'œ' | 'Œ' => ('o', Some('e')),
        'æ' | 'Æ' => ('a', Some('e')),
        _ => (base(letter).unwrap_or_else(|| letter.to_lowercase().next().unwrap_or(letter)), None),
    };
    std::iter::once(first).chain(second)
}

/// The words of a text, without the addresses of links.
fn words(text: &str) -> Vec<Initials> {
    let mut words: Vec<Initials> = Vec::new();
    let mut joins = false;
    let mut letters = text.char_indices();
    while let Some((at, letter)) = letters.next() {
        let is_letter = letter.is_alphabetic();
        if letter == ']' && text[at + 1..].starts_with('(') {
            letters.find(|(_, letter)| *letter == ')');
        } else if is_letter {
            if !joins {
                words.push(Initials { first: [None; 2], length: 0 });
            }
            let word = words.last_mut().expect("a word has just begun");
            if word.length < word.first.len() {
                for letter in folded(letter) {
                    if let Some(initial) = word.first.iter_mut().find(|initial| initial.is_none()) {
                        *initial = Some(letter);
                    }
                }
            }
            word.length += 1;
        }
        joins = is_letter;
    }
    words
}

/// How many words an acronym takes, if the words begin with what it stands for.
fn fits(words: &[Initials], letters: &[char]) -> Option<usize> {
    let begins = words.first().is_some_and(|word| word.same(letters, 1) == 1 && word.length >= SHORTEST);
    let is_long = letters.len() > 3;
    let skipped = if is_long { SKIPPED } else { 0 };
    if begins && letters.len() > 1 {
        takes(words, letters, if is_long { 2 } else { 1 }, skipped)
    } else {
        None
    }
}

/// How many words have these letters as initials, up to `most` letters from each word (`FI` of `finances`). So many
/// longer words may be `skipped`; the last must be no article.
fn takes(words: &[Initials], letters: &[char], most: usize, skipped: usize) -> Option<usize> {
    let (word, rest) = words.split_first()?;
    let is_small = word.length <= SMALL;
    let used = (1..=word.same(letters, most)).find_map(|count| match &letters[count..] {
        [] => (word.length >= SHORTEST).then_some(1),
        more => takes(rest, more, most, skipped).map(|taken| taken + 1),
    });
    used.or_else(|| match skipped.checked_sub(usize::from(!is_small)) {
        Some(skipped) => takes(rest, letters, most, skipped).map(|taken| taken + 1),
        None => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str, word: &str) -> bool {
        is_spelt_out(text, text.find(word).expect("it stands there"), word)
    }

    #[test]
    fn words_with_the_initials_explain() {
        for (text, word) in [
            ("L’Agence nationale de traitement automatisé des infractions ou ANTAI répond.", "ANTAI"),
            ("**ANTAI**, Agence nationale de traitement automatisé des infractions.", "ANTAI"),
            (
                "Un système de gestion de base de données relationnel ([_SGBDR_](https://a.example/b))",
                "SGBDR",
            ),
            (
                "[ANSSI](https://cyber.gouv.fr/a-b-c) : agence nationale de la sécurité des systèmes d’information",
                "ANSSI",
            ),
            (
                "L’union de recouvrement des cotisations de sécurité sociale et d’allocations familiales, dite URSSAF.",
                "URSSAF",
            ),
            ("Les ressources humaines, ou DRH", "RH"),
            ("Domain-driven design, or DDD.", "DDD"),
            ("AUDE est un système d’information.", "AUDE"),
            ("DDFIP, direction départementale des finances publiques", "DDFIP"),
            ("Un [WFS](https://a.fr/b) (Web Feature Service)", "WFS"),
            ("PDCA, Plan / Do / Check / Act", "PDCA"),
            ("| **PPS** | Plan particulier de sécurité |", "PPS"),
        ] {
            assert!(told(text, word), "{text}");
        }
        for (text, word) in [
            ("Agence nationale de traitement automatisé des infractions.\n\nL’ANTAI répond.", "ANTAI"),
            ("L’agence de la DGE répond à tous.", "DGE"),
            ("La DGE demande le guide et le reste, en entier.", "DGE"),
            ("Envoyer à l’ANCT.", "ANCT"),
            ("L’ANCT est fermée.", "ANCT"),
            ("[ANCT](https://agence.nationale.cohesion.territoires)", "ANCT"),
        ] {
            assert!(!told(text, word), "{text}");
        }
    }
}
