//! Words and phrases that a guide does not use, with those that it uses instead.
//!
//! `rank.js` does the same in the browser, from the `t` files.
use super::stem::{has_relatives, heavy, is_plain, light, root};
use crate::model::Language;
use crate::stamp::KeySet;

/// The most words that one word leads to.
pub(super) const MAX_MEANT: usize = 4;

/// The most words of a phrase.
pub(super) const MAX_PHRASE: usize = 4;

/// Words and phrases that the guide does not hold, with those that it does.
#[derive(Debug, Default)]
pub(super) struct Substitutes {
    /// The key of each word or phrase, and the numbers of what it leads to, the best first. Sorted.
    keys: Vec<(String, Vec<u32>)>,
    /// What they lead to, as the tables write it.
    meant: Vec<String>,
}

/// The key of a phrase: of one word, the word itself; of several, their light stems.
pub(super) fn key(language: Language, words: &[String]) -> String {
    match words {
        [word] => word.clone(),
        _ => words.iter().map(|word| light(language, word)).collect::<Vec<_>>().join(" "),
    }
}

impl Substitutes {
    /// Each key with the numbers of what it leads to in `meant`, the best first.
    pub(super) fn new(mut keys: Vec<(String, Vec<u32>)>, meant: Vec<String>) -> Self {
        keys.sort_unstable();
        Self { keys, meant }
    }

    /// What a key leads to: that of the very word, else of words of its light stem, else of its heavy stem.
    pub(super) fn find(&self, language: Language, key: &str) -> Vec<&str> {
        let at = self.keys.partition_point(|(other, _)| other.as_str() < key);
        if let Some((_, meant)) = self.keys.get(at).filter(|(other, _)| other == key) {
            return self.texts(meant).collect();
        }
        if !has_relatives(key) {
            return Vec::new();
        }
        let (light_stem, heavy_stem) = (light(language, key), heavy(language, key));
        let root = root(key, &heavy_stem);
        let from = self.keys.partition_point(|(other, _)| other.as_str() < root);
        let (mut near, mut far) = (Vec::new(), Vec::new());
        for (other, meant) in self.keys[from..].iter().take_while(|(other, _)| other.starts_with(root)) {
            if !is_plain(other) {
                continue;
            }
            if light(language, other) == light_stem {
                near.extend(self.texts(meant));
            } else if heavy(language, other) == heavy_stem {
                far.extend(self.texts(meant));
            }
        }
        let mut seen = KeySet::default();
        let best = if near.is_empty() { far } else { near };
        best.into_iter().filter(|text| seen.insert(*text)).take(MAX_MEANT).collect()
    }

    fn texts<'a>(&'a self, meant: &'a [u32]) -> impl Iterator<Item = &'a str> {
        meant.iter().map(|number| self.meant[*number as usize].as_str())
    }

    /// The keys with what they lead to, sorted by key.
    pub(super) fn entries(&self) -> impl Iterator<Item = (&str, Vec<&str>)> {
        self.keys.iter().map(|(key, meant)| (key.as_str(), self.texts(meant).collect()))
    }
}
