//! The sections that answer a query, best first.
//!
//! Scores use only `+ - * /` on 64-bit floats, always in the same order, so that `rank.js` computes the same scores.
use super::expand::{self, WordMatch};
use super::found::WordResults;
use super::index::Index;
use super::query::{JoinedWords, Query, QueryWord, as_typed};
use super::stem::light;
use super::substitute::{self, MAX_PHRASE};
use super::synonym;
use super::token::is_elided;
use std::ops::Range;

/// A section that answers a query.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SearchHit {
    /// The number of the section.
    pub doc: u32,
    /// Whether it holds every word of the query.
    pub has_all_words: bool,
    pub score: f64,
}

/// The sections that answer a query.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SearchResults {
    /// The best sections, best first.
    pub hits: Vec<SearchHit>,
    /// Misspelled words and the words that they were read as, folded.
    pub corrected: Vec<(String, String)>,
    /// Words and phrases without a result, as they were typed, and those of the thesaurus that were looked for instead.
    pub substituted: Vec<(String, Vec<String>)>,
}

/// About the binary logarithm, with the same result in every language and on every processor.
fn log2(mut number: f64) -> f64 {
    let mut whole = 0.0;
    while number >= 2.0 {
        number /= 2.0;
        whole += 1.0;
    }
    whole + (number - 1.0)
}

impl Index {
    /// Finds the sections that answer a query, `limit` at most. Unless `roles` is 0, only those for one of these roles or
    /// for everybody.
    pub fn search(&self, typed: &str, limit: usize, roles: u64) -> SearchResults {
        let query = Query::new(self.settings.language, typed);
        let mut ranking = Ranking::new(self, &query);
        ranking.add_known_words();
        ranking.add_completions();
        ranking.add_substitutes_of_phrases();
        ranking.add_guesses();
        let count = ranking.found.len();
        if count > 1 && !ranking.finds_all_words(0..count) {
            ranking.add_more_guesses();
        }
        let substituted = std::mem::take(&mut ranking.substituted).into_iter();
        let substituted = substituted.map(|(words, meant)| (as_typed(typed, &words), meant)).collect();
        SearchResults { substituted, ..ranking.into_results(limit, roles) }
    }
}

impl Index {
    /// Whether a section holds all words of a phrase, or words of their stems.
    pub fn holds(&self, phrase: &str) -> bool {
        let words = synonym::words(self.settings.language, phrase);
        let words: Vec<_> = words.iter().map(|word| expand::relatives(self, word)).collect();
        !WordResults::of_phrase(self, &words).docs.is_empty()
    }
}

struct Ranking<'a> {
    index: &'a Index,
    query: &'a Query,
    /// The positions in the query of the words that count.
    positions: Vec<usize>,
    /// What was found for each of these words.
    found: Vec<WordResults>,
    corrected: Vec<(String, String)>,
    /// Typed words, and what was looked for instead.
    substituted: Vec<(Vec<String>, Vec<String>)>,
}

impl<'a> Ranking<'a> {
    fn new(index: &'a Index, query: &'a Query) -> Self {
        let positions: Vec<usize> = (0..query.words.len()).filter(|at| query.words[*at].counts).collect();
        let found = positions.iter().map(|_| WordResults::new(index.doc_count())).collect();
        Self { index, query, positions, found, corrected: Vec::new(), substituted: Vec::new() }
    }

    fn word(&self, number: usize) -> &'a str {
        &self.query.words[self.positions[number]].word
    }

    /// Whether the reader may still be typing this word.
    fn is_last(&self, number: usize) -> bool {
        self.positions[number] + 1 == self.query.words.len()
    }

    fn add_words(&mut self, number: usize, words: &[WordMatch], factor: f64) {
        self.found[number].add_words(self.index, words, factor);
    }

    /// Adds words of the index and their relatives, alone or joined, and their synonyms.
    fn add_known_words(&mut self) {
        for number in 0..self.positions.len() {
            let QueryWord { word, feminines, .. } = &self.query.words[self.positions[number]];
            for form in std::iter::once(word).chain(feminines) {
                self.add_words(number, &expand::relatives(self.index, form), 1.0);
            }
        }
        for joined in &self.query.joined {
            self.add_joined(joined);
        }
        self.add_synonyms();
        for found in &mut self.found {
            found.doc_count = found.docs.len();
        }
    }

    fn add_joined(&mut self, joined: &JoinedWords) {
        let mut words = expand::relatives(self.index, &joined.word);
        let end = joined.at + joined.count;
        let is_number = joined.word.bytes().all(|byte| byte.is_ascii_digit());
        if end == self.query.words.len() && joined.word.len() >= 4 && is_number {
            words.extend(expand::completions(self.index, &joined.word, true));
        }
        if words.is_empty() {
            return;
        }
        let mut found = WordResults::new(self.index.doc_count());
        found.add_words(self.index, &words, 1.0);
        self.add_to_each(&found, joined.at..end, 1.0);
    }

    /// Adds what was found for several words of the query together to each of them.
    fn add_to_each(&mut self, found: &WordResults, positions: Range<usize>, factor: f64) {
        let inside: Vec<usize> =
            (0..self.positions.len()).filter(|number| positions.contains(&self.positions[*number])).collect();
        let share = 1.0 / f64::from(u32::try_from(inside.len().max(1)).unwrap_or(1));
        for number in inside {
            self.found[number].add_results(found, factor, share);
        }
    }

    fn add_synonyms(&mut self) {
        let language = self.index.settings.language;
        let stems: Vec<String> =
            (0..self.positions.len()).map(|number| light(language, self.word(number))).collect();
        for group in &self.index.synonyms {
            for (number, phrase) in group.iter().enumerate() {
                let phrase: Vec<String> = phrase.iter().map(|word| light(language, word)).collect();
                let length = phrase.len();
                for (from, _) in stems.windows(length).enumerate().filter(|(_, window)| **window == phrase) {
                    let others = group.iter().enumerate().filter(|(other, _)| *other != number);
                    for (_, words) in others {
                        let words: Vec<_> =
                            words.iter().map(|word| expand::relatives(self.index, word)).collect();
                        let found = WordResults::of_phrase(self.index, &words);
                        let (first, last) = (self.positions[from], self.positions[from + length - 1]);
                        // Several words that are a known phrase are hardly there by chance.
                        let factor = if length > 1 { 1.0 } else { 0.85 };
                        self.add_to_each(&found, first..last + 1, factor);
                    }
                }
            }
        }
    }

    /// Adds completions of the last word, and of words without a result.
    fn add_completions(&mut self) {
        for number in 0..self.positions.len() {
            let word = self.word(number);
            let is_unknown = self.found[number].docs.is_empty();
            let is_long_enough = word.chars().count() > 1 || self.query.words.len() == 1;
            if is_long_enough && (is_unknown || self.is_last(number)) {
                let words = expand::completions(self.index, word, is_unknown);
                self.add_words(number, &words, 1.0);
                self.found[number].has_close_match |= !words.is_empty();
            }
        }
    }

    /// Unless a section holds every word, looks for phrases whose words no section holds in the thesaurus, long ones first.
    fn add_substitutes_of_phrases(&mut self) {
        if self.found.len() < 2 || self.finds_all_words(0..self.found.len()) {
            return;
        }
        for length in (2..=MAX_PHRASE.min(self.found.len())).rev() {
            let mut from = 0;
            while from + length <= self.found.len() {
                let range = from..from + length;
                let is_found = self.finds_all_words(range.clone()) || !self.substitute(range);
                from += if is_found { 1 } else { length };
            }
        }
    }

    /// Adds what a word or phrase leads to in the thesaurus; false if that is nothing.
    fn substitute(&mut self, range: Range<usize>) -> bool {
        let language = self.index.settings.language;
        let typed: Vec<String> = range.clone().map(|number| self.word(number).to_owned()).collect();
        let mut meant = self.index.substitutes.find(language, &substitute::key(language, &typed));
        if let (true, [word]) = (meant.is_empty(), &*typed) {
            meant = without_article(word).map_or(meant, |rest| self.index.substitutes.find(language, rest));
        }
        let mut factor = 0.8;
        let positions = self.positions[range.start]..self.positions[range.end - 1] + 1;
        meant.retain(|text| {
            let query = Query::new(language, text);
            let words = query.words.iter().filter(|word| word.counts);
            let words: Vec<_> = words.map(|word| expand::relatives(self.index, &word.word)).collect();
            let found = WordResults::of_phrase(self.index, &words);
            factor -= 0.1;
            self.add_to_each(&found, positions.clone(), factor);
            !found.docs.is_empty()
        });
        if !meant.is_empty() {
            let texts = meant.into_iter().map(str::to_owned).collect();
            self.substituted.push((typed, texts));
            return true;
        }
        false
    }

    /// For words without a result, adds what remains without an article, two words that are written as one, what the
    /// thesaurus has, and corrections of the spelling.
    fn add_guesses(&mut self) {
        for number in 0..self.positions.len() {
            if self.found[number].docs.is_empty() {
                self.correct(number);
            } else if !self.found[number].has_close_match {
                // It has distant relatives only: one spelling mistake is as likely.
                let words = expand::corrections(self.index, self.word(number), 1, false);
                self.add_words(number, &words, 1.0);
            }
            let found = &mut self.found[number];
            if found.doc_count == 0 {
                found.doc_count = found.docs.len();
            }
        }
    }

    fn correct(&mut self, number: usize) {
        let word = self.word(number);
        if let Some(rest) = without_article(word) {
            let words = expand::relatives(self.index, rest);
            self.add_words(number, &words, 0.9);
            self.report_correction(word, &words);
        }
        if !self.found[number].docs.is_empty() {
            return;
        }
        self.split(number);
        let words = expand::corrections(self.index, word, 2, self.is_last(number));
        let is_split = !self.found[number].docs.is_empty();
        if is_split || is_slip(word, &words) || !self.substitute(number..number + 1) {
            self.add_words(number, &words, 1.0);
            self.report_correction(word, &words);
        }
    }

    /// Remembers the best of the words that a typed word was read as; of equal ones, the first.
    fn report_correction(&mut self, typed: &str, words: &[WordMatch]) {
        if let Some((id, _)) = words.iter().rev().max_by(|left, right| left.1.total_cmp(&right.1)) {
            self.corrected.push((typed.to_owned(), self.index.word(*id).to_owned()));
        }
    }

    /// Reads a typed word as two words of the index.
    fn split(&mut self, number: usize) {
        let word = self.word(number);
        if !word.is_ascii() {
            return;
        }
        for cut in 3..(word.len() + 1).saturating_sub(3) {
            let (left, right) = word.split_at(cut);
            if self.index.find(left).is_none() {
                continue;
            }
            let mut second = expand::relatives(self.index, right);
            if second.is_empty() && self.is_last(number) && right.len() >= 4 {
                second = expand::completions(self.index, right, true);
            }
            if !second.is_empty() {
                let words = [expand::relatives(self.index, left), second];
                let found = WordResults::of_phrase(self.index, &words);
                self.found[number].add_results(&found, 0.8, 1.0);
            }
        }
    }

    /// Whether a section holds every one of these words.
    fn finds_all_words(&self, range: Range<usize>) -> bool {
        let [first, others @ ..] = &self.found[range] else { return true };
        first.docs.iter().any(|doc| others.iter().all(|found| found.value[*doc as usize] > 0.0))
    }

    /// If no section holds every word, a word of the index may still be a misspelling of another one.
    fn add_more_guesses(&mut self) {
        for number in 0..self.positions.len() {
            let word = self.word(number);
            self.add_words(number, &expand::completions(self.index, word, false), 1.0);
            if word.chars().count() >= 5 {
                // The nearest word is the word itself if the index has it, and adds nothing then.
                self.add_words(number, &expand::corrections(self.index, word, 2, false), 0.7);
            }
        }
    }

    fn into_results(self, limit: usize, roles: u64) -> SearchResults {
        let docs = f64::from(u32::try_from(self.index.doc_count()).unwrap_or(u32::MAX));
        let mut rarities = Vec::new();
        let mut all = 0.0;
        for found in &self.found {
            let doc_count = f64::from(u32::try_from(found.doc_count.max(1)).unwrap_or(u32::MAX));
            let rarity = log2(1.0 + docs / doc_count);
            all += rarity;
            rarities.push(rarity);
        }
        let mut is_done = vec![false; self.index.doc_count()];
        let mut hits = Vec::new();
        for doc in self.found.iter().flat_map(|found| &found.docs) {
            let at = *doc as usize;
            if std::mem::replace(&mut is_done[at], true) {
                continue;
            }
            // Rarities of the words that the section holds, and of those in its title.
            let (mut in_doc, mut in_title) = (0.0, 0.0);
            let (mut sum, mut title_share, mut count) = (0.0, 0.0, 0);
            for (found, rarity) in self.found.iter().zip(&rarities) {
                if found.value[at] > 0.0 {
                    count += 1;
                    sum += rarity * found.value[at];
                    in_doc += rarity;
                    title_share += found.title_share[at];
                    if found.title_share[at] > 0.0 {
                        in_title += rarity;
                    }
                }
            }
            let part = in_doc / all;
            let title_share = if title_share > 1.0 { 1.0 } else { title_share };
            let score = sum / all * part * part * (1.0 + (0.8 * title_share + 0.4) * (in_title / all));
            hits.push(SearchHit { doc: *doc, has_all_words: count == self.found.len(), score });
        }
        if roles != 0 {
            hits.retain(|hit| {
                let of_doc = self.index.doc(hit.doc).roles;
                of_doc == 0 || of_doc & roles != 0
            });
        }
        hits.sort_by(|left, right| {
            right
                .has_all_words
                .cmp(&left.has_all_words)
                .then(right.score.total_cmp(&left.score))
                .then(left.doc.cmp(&right.doc))
        });
        hits.truncate(limit);
        SearchResults { hits, corrected: self.corrected, substituted: Vec::new() }
    }
}

/// Whether a word is surely a misspelling of the best of these: it is long and has one mistake, not in its first letter.
/// Short words may be as near by chance.
fn is_slip(word: &str, corrections: &[WordMatch]) -> bool {
    word.chars().count() >= 8 && corrections.first().is_some_and(|(_, probability)| *probability > 0.67)
}

/// The rest of a word that was written together with an elided article: `lassurance`.
fn without_article(word: &str) -> Option<&str> {
    let cut = if word.starts_with("qu") { 2 } else { 1 };
    let (article, rest) = (word.get(..cut)?, word.get(cut..)?);
    let has_vowel = rest.starts_with(['a', 'e', 'i', 'o', 'u', 'y', 'h']);
    (is_elided(article) && has_vowel && rest.len() >= 3).then_some(rest)
}
