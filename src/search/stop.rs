//! Words that say nothing by themselves. They are indexed where they stand in a title, and count in a query only when
//! it holds nothing else.
use crate::model::Language;

/// Whether a folded word says nothing by itself.
pub(super) fn is_stop(language: Language, word: &str) -> bool {
    list(language).binary_search(&word).is_ok()
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
    use super::{ENGLISH, FRENCH};

    #[test]
    fn lists_are_sorted() {
        assert!(FRENCH.is_sorted() && ENGLISH.is_sorted());
    }
}
