//! Stems of words. They are compared during a search; the index holds whole words.
use crate::language;
use crate::model::Language;

/// A word without the endings of the plural, and of the feminine where the masculine begins with the same letters.
pub(super) fn light(language: Language, word: &str) -> String {
    if has_no_stem(word) { word.to_owned() } else { (language::of(language).light_stem)(word) }
}

/// A word without the endings of inflection and derivation, so that `inscription` and `inscrire` have one stem.
pub(super) fn heavy(language: Language, word: &str) -> String {
    if has_no_stem(word) {
        return word.to_owned();
    }
    let base = light(language, word);
    for (ending, with, least) in language::of(language).endings {
        if let Some(root) = base.strip_suffix(ending)
            && root.len() >= *least
        {
            return undouble(&format!("{root}{with}"));
        }
    }
    undouble(&base)
}

/// Whether a word may have relatives: numbers, short words and words of other scripts have none.
pub(super) fn has_relatives(word: &str) -> bool {
    word.len() >= 3 && is_plain(word)
}

/// Whether a word has letters from a to z only.
pub(super) fn is_plain(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// How all words of the stem of a word begin. A stem changes `y` and doubled letters; then the first three letters count.
pub(super) fn root<'a>(word: &'a str, heavy_stem: &str) -> &'a str {
    let length = heavy_stem.len().saturating_sub(1).clamp(3.min(heavy_stem.len()), heavy_stem.len());
    if word.starts_with(&heavy_stem[..length]) { &word[..length] } else { &word[..3] }
}

/// Short words, numbers and words of other scripts have no stem.
fn has_no_stem(word: &str) -> bool {
    word.len() < 4 || !word.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// Makes doubled letters one and `y` `i`, so that `renouvellement` and `renouveler` have one stem.
fn undouble(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for letter in word.chars() {
        let letter = if letter == 'y' { 'i' } else { letter };
        if !out.ends_with(letter) {
            out.push(letter);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{heavy, light};
    use crate::model::Language::{English, French};

    #[test]
    fn numbers_and_genders_have_one_stem() {
        for (one, other) in [
            ("contrat", "contrats"),
            ("conseiller", "conseilleres"),
            ("directeur", "directrice"),
            ("travail", "travaux"),
            ("local", "locaux"),
            ("bureau", "bureaux"),
            ("citoyen", "citoyennes"),
            ("actif", "actives"),
            ("loi", "lois"),
            ("employe", "employees"),
            ("infirmier", "infirmieres"),
        ] {
            assert_eq!(light(French, one), light(French, other), "{one} {other}");
        }
        assert_eq!(light(English, "duties"), "duty");
    }

    #[test]
    fn words_of_a_family_have_one_stem() {
        for (one, other) in [
            ("inscription", "inscrire"),
            ("inscrit", "inscrire"),
            ("recruter", "recrutement"),
            ("renouveler", "renouvellement"),
            ("demander", "demande"),
            ("payer", "payes"),
            ("declaration", "declarer"),
            ("formation", "former"),
        ] {
            assert_eq!(heavy(French, one), heavy(French, other), "{one} {other}");
        }
        assert_ne!(heavy(French, "contrat"), heavy(French, "contre"));
    }
}
