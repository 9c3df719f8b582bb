//! Words without a meaning of their own. They are indexed where they stand in a title, and count in a query only when it
//! holds nothing else.
use crate::language;
use crate::model::Language;

/// Whether a folded word has no meaning of its own.
pub(super) fn is_stop(language: Language, word: &str) -> bool {
    list(language).binary_search(&word).is_ok()
}

/// All of them, in order.
pub(super) fn list(language: Language) -> &'static [&'static str] {
    language::of(language).stop_words
}
