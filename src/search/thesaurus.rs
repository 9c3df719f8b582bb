//! The index of a guide with what stands for words that it does not use: from the table of its language,
//! `thesaurus/fr.txt` or `thesaurus/en.txt`, and from the thesaurus of the settings.
use super::doc::IndexSettings;
use super::expand;
use super::index::Index;
use super::page::PageIndex;
use super::stem::{has_relatives, heavy, light};
use super::substitute::{MAX_MEANT, MAX_PHRASE, Substitutes, key};
use super::synonym;
use crate::model::{Language, Thesaurus, WordGroup};
use crate::stamp::{KeySet, Table};
use std::sync::Arc;

/// The table of a language.
fn table(language: Language) -> &'static str {
    match language {
        Language::French => include_str!("thesaurus/fr.txt"),
        Language::English => include_str!("thesaurus/en.txt"),
    }
}

impl Index {
    /// Joins the words of the pages, which come in the order of the guide, and finds what stands for words that none of them
    /// uses.
    pub fn new(settings: IndexSettings, pages: &[Arc<PageIndex>]) -> Self {
        Self::of_pages(settings, pages).with_substitutes()
    }

    /// The index with what stands for words that no page uses. A query asks for it only where no section holds all of its words
    /// ([`Index::holds`]).
    #[must_use]
    pub fn with_substitutes(mut self) -> Self {
        self.substitutes = substitutes(&self);
        self
    }
}

/// Keeps of the tables what leads from words that the index does not hold to words that it holds.
fn substitutes(index: &Index) -> Substitutes {
    let held = HeldWords::new(index);
    let language = index.settings.language;
    let own = index.settings.thesaurus.iter().flat_map(|thesaurus| &thesaurus.groups);
    let built_in = Thesaurus::of_lines(table(language));
    let mut keys: Table<String, Vec<u32>> = Table::default();
    let mut meant: Vec<String> = Vec::new();
    let mut numbers: Table<&str, u32> = Table::default();
    for WordGroup { typed, meant: others } in own.chain(&built_in.groups) {
        let typed = typed.iter().map(|phrase| synonym::words(language, phrase));
        let typed = typed.filter(|words| !words.is_empty() && words.len() <= MAX_PHRASE);
        let typed: Vec<Vec<String>> = typed.filter(|words| !held.has_phrase(words, Stems::All)).collect();
        if typed.is_empty() {
            continue;
        }
        let is_known = |phrase: &String| {
            !phrase.contains([',', '>']) && held.has_phrase(&synonym::words(language, phrase), Stems::Light)
        };
        let known = others.iter().filter(|phrase| is_known(phrase));
        let known = known.map(|phrase| {
            *numbers.entry(phrase).or_insert_with(|| {
                meant.push(phrase.clone());
                u32::try_from(meant.len() - 1).unwrap_or(u32::MAX)
            })
        });
        let known: Vec<u32> = known.take(MAX_MEANT).collect();
        for words in typed.iter().filter(|_| !known.is_empty()) {
            let all = keys.entry(key(language, words)).or_default();
            for number in &known {
                if all.len() < MAX_MEANT && !all.contains(number) {
                    all.push(*number);
                }
            }
        }
    }
    Substitutes::new(keys.into_iter().collect(), meant)
}

/// Which stems count as the word itself.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stems {
    /// That of its plural and feminine: what stands for another word must be that word.
    Light,
    /// Also that of its family: a word whose family is found needs no other.
    All,
}

/// The words of an index with their stems.
struct HeldWords<'a> {
    index: &'a Index,
    words: KeySet<String>,
    heavy_stems: KeySet<String>,
}

impl<'a> HeldWords<'a> {
    fn new(index: &'a Index) -> Self {
        let language = index.settings.language;
        let (mut words, mut heavy_stems) = (KeySet::default(), KeySet::default());
        for word in (0..index.len()).map(|id| index.word(id)) {
            words.insert(word.to_owned());
            if has_relatives(word) {
                words.insert(light(language, word));
                heavy_stems.insert(heavy(language, word));
            }
        }
        Self { index, words, heavy_stems }
    }

    /// Whether the index holds a word or one of its stem. Acronyms are short, and have no stems.
    fn has(&self, word: &str, stems: Stems) -> bool {
        let language = self.index.settings.language;
        let is_short = word.len() < 4 && stems == Stems::Light;
        if is_short || !has_relatives(word) {
            return self.index.find(word).is_some();
        }
        self.words.contains(&light(language, word))
            || (stems == Stems::All && self.heavy_stems.contains(&heavy(language, word)))
    }

    /// Whether a section holds all words of a phrase.
    fn has_phrase(&self, words: &[String], stems: Stems) -> bool {
        if words.is_empty() || !words.iter().all(|word| self.has(word, stems)) {
            return false;
        }
        let mut common: Option<Vec<u32>> = None;
        for word in words.iter().filter(|_| words.len() > 1) {
            let matches = expand::relatives(self.index, word);
            let docs: KeySet<u32> =
                matches.iter().flat_map(|(id, _)| self.index.hits(*id)).map(|(doc, _)| doc).collect();
            common = Some(match common {
                Some(before) => before.into_iter().filter(|doc| docs.contains(doc)).collect(),
                None => docs.into_iter().collect(),
            });
        }
        common.is_none_or(|docs| !docs.is_empty())
    }
}
