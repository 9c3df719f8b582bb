//! The sections found for one word of a query, and how well each of them answers it.
use super::expand::WordMatch;
use super::index::Index;

/// The sections found for one typed word.
pub(super) struct WordResults {
    /// How well each section answers the word; 0 for those that were not found.
    pub(super) value: Vec<f64>,
    /// Which part of each section's title the word is.
    pub(super) title_share: Vec<f64>,
    /// The sections that were found.
    pub(super) docs: Vec<u32>,
    /// How many sections hold the word or its relatives; a word of few sections counts more.
    pub(super) doc_count: usize,
    /// Whether the word or one of the same light stem was found.
    pub(super) has_close_match: bool,
}

impl WordResults {
    pub(super) fn new(doc_count: usize) -> Self {
        let (value, title_share) = (vec![0.0; doc_count], vec![0.0; doc_count]);
        Self { value, title_share, docs: Vec::new(), doc_count: 0, has_close_match: false }
    }

    /// Adds a section, or raises its numbers.
    fn add(&mut self, doc: u32, value: f64, title_share: f64) {
        let at = doc as usize;
        if self.value[at] == 0.0 {
            self.docs.push(doc);
        }
        if value > self.value[at] {
            self.value[at] = value;
        }
        if title_share > self.title_share[at] {
            self.title_share[at] = title_share;
        }
    }

    /// Adds the sections of words of the index.
    pub(super) fn add_words(&mut self, index: &Index, words: &[WordMatch], factor: f64) {
        for (id, probability) in words {
            self.has_close_match |= *probability > 0.9;
            let factor = probability * factor;
            for (doc, weight) in index.hits(*id) {
                self.add(doc, factor * value(weight), factor * title_share(weight));
            }
        }
    }

    /// The sections that hold all words of a phrase.
    pub(super) fn of_phrase(index: &Index, words: &[Vec<WordMatch>]) -> Self {
        let mut found = Self::new(index.doc_count());
        let of_words = words.iter().map(|matches| {
            let mut of_word = Self::new(index.doc_count());
            of_word.add_words(index, matches, 1.0);
            of_word
        });
        let of_words: Vec<Self> = of_words.collect();
        let Some(first) = of_words.first() else { return found };
        let count = f64::from(u32::try_from(of_words.len()).unwrap_or(u32::MAX));
        for doc in &first.docs {
            let at = *doc as usize;
            if of_words.iter().all(|of_word| of_word.value[at] > 0.0) {
                let (mut value, mut title_share) = (0.0, 0.0);
                for of_word in &of_words {
                    value += of_word.value[at];
                    title_share += of_word.title_share[at];
                }
                found.add(*doc, value / count, title_share.min(1.0));
            }
        }
        found
    }

    /// Adds the sections of other results.
    pub(super) fn add_results(&mut self, other: &Self, factor: f64, title_factor: f64) {
        self.has_close_match |= !other.docs.is_empty();
        for doc in &other.docs {
            let at = *doc as usize;
            self.add(*doc, factor * other.value[at], factor * title_factor * other.title_share[at]);
        }
    }
}

/// How well a section answers a word of this weight; see `page::weight`.
fn value(weight: u8) -> f64 {
    if weight & 8 > 0 { 2.2 + 0.3 * f64::from(weight & 1) } else { 0.5 + 0.2 * f64::from(weight) }
}

/// Which part of a title a word of this weight is.
fn title_share(weight: u8) -> f64 {
    match weight >> 1 {
        4 => 1.0,
        5 => 0.5,
        6 => 0.33,
        7 => 0.2,
        _ => 0.0,
    }
}
