//! Words that mean the same: groups of the settings, and acronyms with their expansions.
use super::doc::Frame;
use super::fold::fold;
use super::stop::is_stop;
use super::token::{Role, tokens};

/// Ways to say the same, each as its words.
pub(super) type Group = Vec<Vec<String>>;

/// The groups of a guide, folded. A way that says nothing is left out, and a group of one way.
pub(super) fn groups(frame: &Frame) -> Vec<Group> {
    let mut found: Vec<Group> = Vec::new();
    for group in &frame.synonyms {
        let mut ways: Group = Vec::new();
        for way in group {
            let mut words = Vec::new();
            tokens(&fold(way), &mut |role, word| {
                if role == Role::Word && !is_stop(frame.language, word) {
                    words.push(word.to_owned());
                }
            });
            if !words.is_empty() && !ways.contains(&words) {
                ways.push(words);
            }
        }
        if ways.len() > 1 && !found.contains(&ways) {
            found.push(ways);
        }
    }
    found
}
