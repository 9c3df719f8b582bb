//! What a reader typed, as words.
use super::fold::fold;
use super::stop::is_stop;
use super::token::{TokenKind, tokens};
use crate::model::Language;

/// The most words of a query that count.
const MAX_WORDS: usize = 12;

/// A typed word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct QueryWord {
    pub(super) word: String,
    /// The feminine forms of an inclusive form.
    pub(super) feminines: Vec<String>,
    /// Whether it counts: all words but stop words do, or all words if there are only stop words.
    pub(super) counts: bool,
}

/// Typed words that may be one word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct JoinedWords {
    /// The position of the first.
    pub(super) at: usize,
    /// How many they are.
    pub(super) count: usize,
    /// All of them as one word.
    pub(super) word: String,
}

/// A query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Query {
    pub(super) words: Vec<QueryWord>,
    pub(super) joined: Vec<JoinedWords>,
}

impl Query {
    pub(super) fn new(language: Language, typed: &str) -> Self {
        let mut words: Vec<QueryWord> = Vec::new();
        let mut joined: Vec<JoinedWords> = Vec::new();
        tokens(&fold(typed), &mut |kind, word| match kind {
            TokenKind::Word => words.push(QueryWord {
                word: word.to_owned(),
                feminines: Vec::new(),
                counts: !is_stop(language, word),
            }),
            TokenKind::Feminine => {
                if let Some(before) = words.last_mut() {
                    before.feminines.push(word.to_owned());
                }
            }
            TokenKind::Joined(count) if count <= words.len() => {
                joined.push(JoinedWords { at: words.len() - count, count, word: word.to_owned() });
            }
            TokenKind::Joined(_) => {}
        });
        let has_only_stop_words = words.iter().all(|word| !word.counts);
        for word in &mut words {
            word.counts |= has_only_stop_words;
        }
        for word in words.iter_mut().filter(|word| word.counts).skip(MAX_WORDS) {
            word.counts = false;
        }
        for count in [2, 3] {
            for (at, window) in words.windows(count).enumerate() {
                let word: String = window.iter().map(|word| word.word.as_str()).collect();
                let join = JoinedWords { at, count, word };
                if !joined.contains(&join) {
                    joined.push(join);
                }
            }
        }
        Self { words, joined }
    }
}

/// A phrase as it stands in what was typed, from its first word to its last one.
pub(super) fn as_typed(typed: &str, words: &[String]) -> String {
    let is_sign = |letter: char| !letter.is_alphanumeric();
    let (mut from, mut found) = (0, Vec::new());
    for piece in typed.split_inclusive(is_sign) {
        let word = piece.trim_end_matches(is_sign);
        found.push((from..from + word.len(), fold(word)));
        from += piece.len();
    }
    let first = found.iter().find(|(_, word)| words.first() == Some(word));
    let last = found.iter().rfind(|(_, word)| words.last() == Some(word));
    match (first, last) {
        (Some((first, _)), Some((last, _))) if first.start < last.end => {
            typed[first.start..last.end].to_owned()
        }
        _ => words.join(" "),
    }
}
