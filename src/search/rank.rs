//! The sections that a query may mean, best first.
//!
//! The numbers use nothing but `+ - * /` on 64-bit floats, in one order, so that the reader's script comes to the same.
use super::expand::{self, Meant};
use super::index::Merged;
use super::query::{Join, Query};
use super::stem::light;
use super::token::is_elided;

/// A section that was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// Its number.
    pub doc: u32,
    /// Whether it holds every word of the query.
    pub whole: bool,
    /// How well it fits.
    pub score: f64,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// The best sections, best first.
    pub hits: Vec<Hit>,
    /// How many there are in all.
    pub total: usize,
    /// Words that were read as others, in folded form.
    pub corrected: Vec<(String, String)>,
}

/// What a typed word found.
struct Found {
    /// How well each section answers it.
    value: Vec<f64>,
    /// The part of the section's title that it is.
    share: Vec<f64>,
    touched: Vec<u32>,
    /// In how many sections the word is at home.
    spread: usize,
    /// Whether something close to the word was found.
    near: bool,
}

impl Found {
    fn new(docs: usize) -> Self {
        Self { value: vec![0.0; docs], share: vec![0.0; docs], touched: Vec::new(), spread: 0, near: false }
    }

    fn add(&mut self, doc: u32, value: f64, share: f64) {
        let at = doc as usize;
        if self.value[at] == 0.0 {
            self.touched.push(doc);
        }
        if value > self.value[at] {
            self.value[at] = value;
        }
        if share > self.share[at] {
            self.share[at] = share;
        }
    }

    fn words(&mut self, index: &Merged, words: &[Meant], surely: f64) {
        for (id, meant) in words {
            self.near |= *meant > 0.9;
            for (doc, weight) in index.hits(*id) {
                let sure = meant * surely;
                self.add(doc, sure * value(weight), sure * share(weight));
            }
        }
    }

    /// Sections that hold all of some words.
    fn all(index: &Merged, parts: &[Vec<Meant>]) -> Self {
        let docs = index.doc_count();
        let mut found = Self::new(docs);
        let parts: Vec<Self> = parts
            .iter()
            .map(|words| {
                let mut part = Self::new(docs);
                part.words(index, words, 1.0);
                part
            })
            .collect();
        let Some(first) = parts.first() else { return found };
        let count = f64::from(u32::try_from(parts.len()).unwrap_or(u32::MAX));
        for doc in &first.touched {
            let at = *doc as usize;
            if parts.iter().all(|part| part.value[at] > 0.0) {
                let mut value = 0.0;
                let mut share = 0.0;
                for part in &parts {
                    value += part.value[at];
                    share += part.share[at];
                }
                found.add(*doc, value / count, share.min(1.0));
            }
        }
        found
    }

    fn take(&mut self, other: &Self, surely: f64, share: f64) {
        self.near |= !other.touched.is_empty();
        for doc in &other.touched {
            let at = *doc as usize;
            self.add(*doc, surely * other.value[at], surely * share * other.share[at]);
        }
    }
}

/// What a weight is worth; see `page::weight`.
fn value(weight: u8) -> f64 {
    if weight & 8 > 0 { 2.2 + 0.3 * f64::from(weight & 1) } else { 0.5 + 0.2 * f64::from(weight) }
}

/// The part of a title that one of its words is.
fn share(weight: u8) -> f64 {
    match weight >> 1 {
        4 => 1.0,
        5 => 0.5,
        6 => 0.33,
        7 => 0.2,
        _ => 0.0,
    }
}

/// Close to the logarithm to base two, and the same everywhere.
fn log2(mut number: f64) -> f64 {
    let mut whole = 0.0;
    while number >= 2.0 {
        number /= 2.0;
        whole += 1.0;
    }
    whole + (number - 1.0)
}

impl Merged {
    /// Finds the sections that a query may mean; with `roles`, only those for one of these roles or for everybody.
    pub fn search(&self, typed: &str, most: usize, roles: u64) -> Answer {
        let query = Query::new(self.frame.language, typed);
        let mut search = Search::new(self, &query);
        search.surely();
        search.perhaps();
        if search.found.len() > 1 && !search.finds_all() {
            search.at_a_pinch();
        }
        search.answer(most, roles)
    }
}

struct Search<'a> {
    index: &'a Merged,
    query: &'a Query,
    /// The units that count, by their place in the query.
    at: Vec<usize>,
    found: Vec<Found>,
    corrected: Vec<(String, String)>,
}

impl<'a> Search<'a> {
    fn new(index: &'a Merged, query: &'a Query) -> Self {
        let at: Vec<usize> = (0..query.units.len()).filter(|at| query.units[*at].counts).collect();
        let found = at.iter().map(|_| Found::new(index.doc_count())).collect();
        Self { index, query, at, found, corrected: Vec::new() }
    }

    fn word(&self, number: usize) -> &'a str {
        &self.query.units[self.at[number]].word
    }

    /// Whether somebody may still be typing this word.
    fn is_last(&self, number: usize) -> bool {
        self.at[number] + 1 == self.query.units.len()
    }

    /// Words that are in the index, alone or joined, and what means the same.
    fn surely(&mut self) {
        for number in 0..self.at.len() {
            let unit = &self.query.units[self.at[number]];
            let words = expand::relatives(self.index, &unit.word);
            self.found[number].words(self.index, &words, 1.0);
            for other in &unit.others {
                let words = expand::relatives(self.index, other);
                self.found[number].words(self.index, &words, 1.0);
            }
        }
        for join in &self.query.joins {
            self.join(join);
        }
        self.synonyms();
        for found in &mut self.found {
            found.spread = found.touched.len();
        }
    }

    fn join(&mut self, join: &Join) {
        let mut words = expand::relatives(self.index, &join.word);
        let open = join.at + join.count == self.query.units.len();
        if open && join.word.len() >= 4 && join.word.bytes().all(|byte| byte.is_ascii_digit()) {
            words.extend(expand::prefixed(self.index, &join.word, true));
        }
        if words.is_empty() {
            return;
        }
        let mut whole = Found::new(self.index.doc_count());
        whole.words(self.index, &words, 1.0);
        self.spread_over(&whole, join.at, join.at + join.count, 1.0);
    }

    /// Gives what was found for several units to each of them.
    fn spread_over(&mut self, whole: &Found, from: usize, to: usize, surely: f64) {
        let inside: Vec<usize> =
            (0..self.at.len()).filter(|number| (from..to).contains(&self.at[*number])).collect();
        let share = 1.0 / f64::from(u32::try_from(inside.len().max(1)).unwrap_or(1));
        for number in inside {
            self.found[number].take(whole, surely, share);
        }
    }

    fn synonyms(&mut self) {
        let language = self.index.frame.language;
        let stems: Vec<String> =
            (0..self.at.len()).map(|number| light(language, self.word(number))).collect();
        for group in &self.index.synonyms {
            for (chosen, way) in group.iter().enumerate() {
                let way: Vec<String> = way.iter().map(|word| light(language, word)).collect();
                for from in 0..(stems.len() + 1).saturating_sub(way.len()) {
                    if stems[from..from + way.len()] != way[..] {
                        continue;
                    }
                    for (other, words) in group.iter().enumerate() {
                        if other == chosen {
                            continue;
                        }
                        let parts: Vec<_> =
                            words.iter().map(|word| expand::relatives(self.index, word)).collect();
                        let whole = Found::all(self.index, &parts);
                        let (first, last) = (self.at[from], self.at[from + way.len() - 1]);
                        // Several words that are a known way to say something are hardly there by chance.
                        let surely = if way.len() > 1 { 1.0 } else { 0.85 };
                        self.spread_over(&whole, first, last + 1, surely);
                    }
                }
            }
        }
    }

    /// Beginnings of words, and for words that found nothing: without an article, as two words, with slips.
    fn perhaps(&mut self) {
        for number in 0..self.at.len() {
            let word = self.word(number);
            let nothing = self.found[number].touched.is_empty();
            let long_enough = word.chars().count() > 1 || self.query.units.len() == 1;
            if long_enough && (nothing || self.is_last(number)) {
                let words = expand::prefixed(self.index, word, nothing);
                self.found[number].words(self.index, &words, 1.0);
                self.found[number].near |= !words.is_empty();
            }
            if self.found[number].touched.is_empty() {
                self.fix(number);
            } else if !self.found[number].near {
                // Only distant relatives: one slip is as likely.
                let words = expand::slipped(self.index, word, 1, false);
                self.found[number].words(self.index, &words, 1.0);
            }
            if self.found[number].spread == 0 {
                self.found[number].spread = self.found[number].touched.len();
            }
        }
    }

    fn fix(&mut self, number: usize) {
        let word = self.word(number);
        if let Some(rest) = without_article(word) {
            let words = expand::relatives(self.index, rest);
            self.found[number].words(self.index, &words, 0.9);
            self.diagnostic(word, &words);
        }
        if !self.found[number].touched.is_empty() {
            return;
        }
        self.split(number);
        let words = expand::slipped(self.index, word, 2, self.is_last(number));
        self.found[number].words(self.index, &words, 1.0);
        self.diagnostic(word, &words);
    }

    /// Remembers the best of the words that stand for a typed one.
    fn diagnostic(&mut self, typed: &str, words: &[Meant]) {
        let mut best: Option<&Meant> = None;
        for meant in words {
            if best.is_none_or(|(_, surely)| meant.1 > *surely) {
                best = Some(meant);
            }
        }
        if let Some((id, _)) = best {
            self.corrected.push((typed.to_owned(), self.index.word(*id).to_owned()));
        }
    }

    /// One typed word as two of the index.
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
                second = expand::prefixed(self.index, right, true);
            }
            if second.is_empty() {
                continue;
            }
            let whole = Found::all(self.index, &[expand::relatives(self.index, left), second]);
            self.found[number].take(&whole, 0.8, 1.0);
        }
    }

    /// Whether a section holds every word.
    fn finds_all(&self) -> bool {
        let Some(first) = self.found.first() else { return true };
        first.touched.iter().any(|doc| self.found.iter().all(|found| found.value[*doc as usize] > 0.0))
    }

    /// No section holds every word: a word that is in the index may be a slip for another one.
    fn at_a_pinch(&mut self) {
        for number in 0..self.at.len() {
            let word = self.word(number);
            let words = expand::prefixed(self.index, word, false);
            self.found[number].words(self.index, &words, 1.0);
            if word.chars().count() >= 5 {
                let words = expand::slipped(self.index, word, 2, false);
                // A distance of nothing is the word itself, which is there already.
                self.found[number].words(self.index, &words, 0.7);
            }
        }
    }

    fn answer(self, most: usize, roles: u64) -> Answer {
        let docs = f64::from(u32::try_from(self.index.doc_count()).unwrap_or(u32::MAX));
        let mut rarity = Vec::new();
        let mut all = 0.0;
        for found in &self.found {
            let spread = f64::from(u32::try_from(found.spread.max(1)).unwrap_or(u32::MAX));
            let rare = log2(1.0 + docs / spread);
            all += rare;
            rarity.push(rare);
        }
        let mut seen = vec![false; self.index.doc_count()];
        let mut hits = Vec::new();
        for found in &self.found {
            for doc in &found.touched {
                let at = *doc as usize;
                if std::mem::replace(&mut seen[at], true) {
                    continue;
                }
                let (mut sum, mut met, mut title, mut titled, mut count) = (0.0, 0.0, 0.0, 0.0, 0);
                for (found, rare) in self.found.iter().zip(&rarity) {
                    if found.value[at] > 0.0 {
                        count += 1;
                        sum += rare * found.value[at];
                        met += rare;
                        title += found.share[at];
                        if found.share[at] > 0.0 {
                            titled += rare;
                        }
                    }
                }
                let part = met / all;
                let title = if title > 1.0 { 1.0 } else { title };
                let score = sum / all * part * part * (1.0 + (0.8 * title + 0.4) * (titled / all));
                hits.push(Hit { doc: *doc, whole: count == self.found.len(), score });
            }
        }
        if roles != 0 {
            hits.retain(|hit| {
                let wanted = self.index.doc(hit.doc).roles;
                wanted == 0 || wanted & roles != 0
            });
        }
        hits.sort_by(|left, right| {
            right
                .whole
                .cmp(&left.whole)
                .then(right.score.total_cmp(&left.score))
                .then(left.doc.cmp(&right.doc))
        });
        let total = hits.len();
        hits.truncate(most);
        Answer { hits, total, corrected: self.corrected }
    }
}

/// A word without an article that was written together with it: `lassurance`.
fn without_article(word: &str) -> Option<&str> {
    let cut = if word.starts_with("qu") { 2 } else { 1 };
    let (article, rest) = (word.get(..cut)?, word.get(cut..)?);
    let vowel = rest.starts_with(['a', 'e', 'i', 'o', 'u', 'y', 'h']);
    (is_elided(article) && vowel && rest.len() >= 3).then_some(rest)
}
