//! Stop words: words that carry no meaning. They are indexed only in titles, and count in a query only when it holds
//! nothing else.
use crate::language;
use crate::model::Language;

/// Whether a folded word is a stop word.
pub(super) fn is_stop(language: Language, word: &str) -> bool {
    language::of(language).stop_words.contains(word)
}
