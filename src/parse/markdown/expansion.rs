//! Whether a text spells an acronym out beside it: `Agence nationale … ou ANTAI`, `ANTAI, Agence nationale …`.
use crate::text::slug::slug;

/// How many bytes of the block are read on each side.
const REACH: usize = 240;
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
    let before = &before[before.floor_char_boundary(before.len().saturating_sub(REACH))..];
    let after = &after[..after.floor_char_boundary(REACH)];
    let before = before.rfind("\n\n").or_else(|| before.rfind("\n\r\n")).map_or(before, |end| &before[end..]);
    let after = after.find("\n\n").or_else(|| after.find("\r\n\r\n")).map_or(after, |end| &after[..end]);
    is_defined(after) || {
        let letters: Vec<char> = slug(word).chars().collect();
        let (before, after) = (words(before), words(after));
        let last = before.len().saturating_sub(BETWEEN);
        (0..before.len())
            .any(|from| fits(&before[from..], &letters).is_some_and(|length| from + length >= last))
            || (0..=BETWEEN.min(after.len())).any(|from| fits(&after[from..], &letters).is_some())
    }
}

/// `AUDE est un système`, `AUDE is a system`.
fn is_defined(after: &str) -> bool {
    let after = after.trim_start_matches(['*', '_', ' ', '\u{a0}']);
    let rest = after.strip_prefix("est ").or_else(|| after.strip_prefix("is "));
    let articles = ["un ", "une ", "le ", "la ", "l’", "l'", "a ", "an ", "the "];
    rest.is_some_and(|rest| articles.iter().any(|article| rest.starts_with(article)))
}

/// The words of a text, folded, without the addresses of links.
fn words(text: &str) -> Vec<String> {
    let mut plain = String::with_capacity(text.len());
    let mut pieces = text.split("](");
    plain.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        plain.push(' ');
        plain.push_str(piece.split_once(')').map_or("", |(_, rest)| rest));
    }
    let words = plain.split(|letter: char| !letter.is_alphabetic());
    words.map(slug).filter(|word| !word.is_empty()).collect()
}

/// How many words an acronym takes, if the words begin with what it stands for.
fn fits(words: &[String], letters: &[char]) -> Option<usize> {
    let begins = words
        .first()
        .zip(letters.first())
        .is_some_and(|(word, letter)| word.starts_with(*letter) && word.len() >= SHORTEST);
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
fn takes(words: &[String], letters: &[char], most: usize, skipped: usize) -> Option<usize> {
    let (word, rest) = words.split_first()?;
    let same = word.chars().zip(letters).take(most).take_while(|(one, other)| one == *other).count();
    let is_small = word.len() <= SMALL;
    let used = (1..=same).find_map(|count| match &letters[count..] {
        [] => (word.len() >= SHORTEST).then_some(1),
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
