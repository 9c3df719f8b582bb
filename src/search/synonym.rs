//! Synonyms: groups of the settings, and acronyms with their expansions.
use super::doc::IndexSettings;
use super::fold::fold;
use super::stop::is_stop;
use super::token::{TokenKind, tokens};

/// Phrases of one meaning, each as its words.
pub(super) type SynonymGroup = Vec<Vec<String>>;

/// The folded groups of a guide, without stop words. Phrases left without a word and groups of one phrase are dropped.
pub(super) fn groups(settings: &IndexSettings) -> Vec<SynonymGroup> {
    let mut groups: Vec<SynonymGroup> = Vec::new();
    for group in &settings.synonyms {
        let mut phrases: SynonymGroup = Vec::new();
        for phrase in group {
            let mut words = Vec::new();
            tokens(&fold(phrase), &mut |kind, word| {
                if kind == TokenKind::Word && !is_stop(settings.language, word) {
                    words.push(word.to_owned());
                }
            });
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
