//! Synonyms: groups of the settings, and acronyms with their expansions.
use super::doc::IndexSettings;
use super::fold::fold;
use super::stop::is_stop;
use super::token::{TokenKind, tokens};
use crate::model::Language;

/// Phrases of one meaning, each as its words.
pub(super) type SynonymGroup = Vec<Vec<String>>;

/// The words of a phrase, folded, without stop words.
pub(super) fn words(language: Language, phrase: &str) -> Vec<String> {
    let mut words = Vec::new();
    tokens(&fold(phrase), &mut |kind, word| {
        if kind == TokenKind::Word && !is_stop(language, word) {
            words.push(word.to_owned());
        }
    });
    words
}

/// The folded groups of a guide, without stop words. Phrases left without a word and groups of one phrase are dropped.
pub(super) fn groups(settings: &IndexSettings) -> Vec<SynonymGroup> {
    let mut groups: Vec<SynonymGroup> = Vec::new();
    for group in &settings.synonyms {
        let mut phrases: SynonymGroup = Vec::new();
        for phrase in group {
            let words = words(settings.language, phrase);
            if !words.is_empty() && !phrases.contains(&words) {
                phrases.push(words);
            }
        }
        if phrases.len() > 1 && !groups.contains(&phrases) {
            groups.push(phrases);
        }
    }
    groups
}
