//! The words of one page with their weights: the part of the index that is made page by page.
use super::doc::{Doc, Fact};
use super::fold;
use super::stop::is_stop;
use super::token::{TokenKind, tokens};
use crate::language;
use crate::model::Language;
use foldhash::fast::FixedState;
use std::hash::{BuildHasher as _, Hasher as _};
use std::sync::Arc;

/// A page's sections and their words.
#[derive(Debug, PartialEq, Eq)]
pub struct PageIndex {
    /// The page and its sections.
    pub docs: Arc<[Doc]>,
    /// Its different words, one after the other.
    words: String,
    /// Where each word ends.
    ends: Vec<u32>,
    /// In the order of the sections.
    postings: Vec<Posting>,
    /// Where the postings of each section end.
    posting_ends: Vec<u32>,
}

/// A word of a section: its number in the page, and its [`weight`] in the last four bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Posting(u32);

impl Posting {
    fn new(word: u32, weight: u8) -> Self {
        Self(word << 4 | u32::from(weight))
    }

    /// Number of the word in its page.
    pub(super) fn word(self) -> usize {
        (self.0 >> 4) as usize
    }

    /// The [`weight`] of the word in the section.
    pub(super) fn weight(self) -> u8 {
        (self.0 & 15) as u8
    }
}

/// How a section holds a word.
#[derive(Clone, Copy, Default)]
struct WordCount {
    /// How often the text holds it.
    in_text: u16,
    /// The number of words of the shortest title that holds it; 0 for none.
    title_length: u16,
}

/// How much a word says about a section with so many words, in four bits. For a word of a title: 8, twice the length of
/// the title (0 to 3), and 1 if the text holds it too. For other words: their frequency in the text, 0 to 7.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the level is neither negative nor 8 or more"
)]
fn weight(count: WordCount, length: u32) -> u8 {
    if count.title_length > 0 {
        let long = count.title_length.min(4) - 1;
        return 8 | u8::try_from(long << 1).unwrap_or(6) | u8::from(count.in_text > 0);
    }
    // BM25 with k1 = 1.2, b = 0.6 and an average length of 100 words.
    let often = f64::from(count.in_text);
    let level = 8.0 * often / (often + 0.48 + 0.0072 * f64::from(length));
    level as u8
}

/// The words of the page so far, in a hash table with open addressing that does not allocate for each word: the words
/// lie one after the other, and a slot holds a number only.
struct Lexicon {
    /// The number of a word plus one; 0 for a free slot. Their count is a power of two.
    slots: Vec<u32>,
    hashes: Vec<u64>,
    words: String,
    ends: Vec<u32>,
    is_stop: Vec<bool>,
    /// The counts in the current section.
    counts: Vec<WordCount>,
    /// The words of the current section.
    touched: Vec<u32>,
}

impl Lexicon {
    /// Reserves room for so many words.
    fn with_capacity(count: usize) -> Self {
        let mut lexicon = Self {
            hashes: Vec::with_capacity(count),
            words: String::with_capacity(count * 8),
            ends: Vec::with_capacity(count),
            is_stop: Vec::with_capacity(count),
            counts: Vec::with_capacity(count),
            touched: Vec::with_capacity(count.min(256)),
            slots: Vec::new(),
        };
        lexicon.resize((count * 2).next_power_of_two());
        lexicon
    }

    /// The number of a word, which is added if it is new.
    fn id(&mut self, language: Language, word: &str) -> usize {
        let hash = hash(word);
        let mut slot = first_slot(hash, self.slots.len());
        while self.slots[slot] > 0 {
            let id = self.slots[slot] as usize - 1;
            if self.hashes[id] == hash && self.bytes(id) == word.as_bytes() {
                return id;
            }
            slot = (slot + 1) & (self.slots.len() - 1);
        }
        let id = self.ends.len();
        self.slots[slot] = u32::try_from(id + 1).unwrap_or(u32::MAX);
        self.hashes.push(hash);
        self.words.push_str(word);
        self.ends.push(u32::try_from(self.words.len()).unwrap_or(u32::MAX));
        self.is_stop.push(is_stop(language, word));
        self.counts.push(WordCount::default());
        if self.ends.len() * 2 >= self.slots.len() {
            self.resize(self.slots.len() * 2);
        }
        id
    }

    /// A word by its number.
    fn bytes(&self, id: usize) -> &[u8] {
        let from = if id == 0 { 0 } else { self.ends[id - 1] as usize };
        &self.words.as_bytes()[from..self.ends[id] as usize]
    }

    /// Makes so many slots, a power of two, and enters the words again.
    fn resize(&mut self, size: usize) {
        self.slots.clear();
        self.slots.resize(size, 0);
        for (id, hash) in (1..).zip(&self.hashes) {
            let mut slot = first_slot(*hash, size);
            while self.slots[slot] > 0 {
                slot = (slot + 1) & (size - 1);
            }
            self.slots[slot] = id;
        }
    }

    /// The count of a word in the current section.
    fn count_mut(&mut self, id: usize) -> &mut WordCount {
        let count = &mut self.counts[id];
        if count.in_text == 0 && count.title_length == 0 {
            self.touched.push(u32::try_from(id).unwrap_or(u32::MAX));
        }
        count
    }

    /// Counts a word of the text, unless it is a stop word.
    fn add(&mut self, id: usize) {
        if !self.is_stop[id] {
            let count = self.count_mut(id);
            count.in_text = count.in_text.saturating_add(1);
        }
    }

    /// Counts the words of a folded text and returns how many it has.
    fn add_text(&mut self, language: Language, folded: &str) -> u32 {
        let mut length = 0;
        tokens(folded, &mut |kind, word| {
            length += u32::from(kind == TokenKind::Word);
            let id = self.id(language, word);
            self.add(id);
        });
        length
    }

    /// Counts the words of a folded title. Stop words count in its length only if it has no other words.
    fn add_title(&mut self, language: Language, folded: &str) {
        let (mut words, mut all, mut full) = (Vec::new(), 0u16, 0u16);
        tokens(folded, &mut |kind, word| {
            let id = self.id(language, word);
            if kind == TokenKind::Word {
                all = all.saturating_add(1);
                full = full.saturating_add(u16::from(!self.is_stop[id]));
            }
            words.push((kind, id));
        });
        let length = if full > 0 { full } else { all }.max(1);
        for (kind, id) in words {
            let length = match kind {
                // As if the title had the joined words as one.
                TokenKind::Joined(count) => length.div_ceil(u16::try_from(count).unwrap_or(1).max(1)),
                _ => length,
            };
            let count = self.count_mut(id);
            count.title_length =
                if count.title_length == 0 { length } else { count.title_length.min(length) };
        }
    }
}

/// What readers type who look for such a fact: they find the entries that have one.
fn words_for(language: Language, fact: &Fact) -> &'static str {
    let words = &language::of(language).fact_words;
    match fact.href.split(':').next() {
        Some("tel") => words.phone,
        Some("mailto") => words.email,
        _ => "",
    }
}

/// The hash of the bytes of a word, without the end mark that `hash_one` adds.
fn hash(word: &str) -> u64 {
    let mut hasher = FixedState::default().build_hasher();
    hasher.write(word.as_bytes());
    hasher.finish()
}

/// The slot at which the search for a word begins.
fn first_slot(hash: u64, slots: usize) -> usize {
    usize::try_from(hash >> 32).unwrap_or(0) & (slots - 1)
}

impl PageIndex {
    /// Weighs the words of a page's sections.
    pub fn new(language: Language, docs: Vec<Doc>) -> Self {
        // Every second or third word of a page is a new one.
        let room = docs.iter().map(|doc| doc.text.len() + 64).sum::<usize>() / 12;
        let mut lexicon = Lexicon::with_capacity(room);
        let (mut postings, mut posting_ends) = (Vec::new(), Vec::with_capacity(docs.len()));
        let mut folded = String::new();
        // Sections that follow each other often have the same trail.
        let (mut trail, mut trail_words): (&str, _) = ("", Vec::new());
        for doc in &docs {
            folded.clear();
            fold::push(&mut folded, &doc.text);
            let length = lexicon.add_text(language, &folded);
            if *doc.trail != *trail {
                trail = &doc.trail;
                trail_words.clear();
                tokens(&fold::fold(trail), &mut |_, word| trail_words.push(lexicon.id(language, word)));
            }
            for id in &trail_words {
                lexicon.add(*id);
            }
            for fact in &doc.facts {
                lexicon.add_text(language, &fold::fold(&fact.text));
                lexicon.add_title(language, &fold::fold(words_for(language, fact)));
            }
            for title in std::iter::once(&doc.title).chain(&doc.aliases) {
                lexicon.add_title(language, &fold::fold(title));
            }
            for word in lexicon.touched.drain(..) {
                let count = std::mem::take(&mut lexicon.counts[word as usize]);
                postings.push(Posting::new(word, weight(count, length)));
            }
            posting_ends.push(u32::try_from(postings.len()).unwrap_or(u32::MAX));
        }
        // A copy takes the memory that it needs; `shrink_to_fit` would leave half of a block unused.
        let Lexicon { words, ends, .. } = lexicon;
        let words = String::from(words.as_str());
        Self { docs: docs.into(), words, ends: ends.clone(), postings: postings.clone(), posting_ends }
    }

    /// How many different words it has.
    pub(super) fn word_count(&self) -> usize {
        self.ends.len()
    }

    /// The words of its sections with the number of the section in the page, in the order of the sections.
    pub(super) fn postings(&self) -> impl Iterator<Item = (u32, Posting)> {
        let mut from = 0;
        (0..).zip(&self.posting_ends).flat_map(move |(doc, end)| {
            let of_doc = &self.postings[from..*end as usize];
            from = *end as usize;
            of_doc.iter().map(move |posting| (doc, *posting))
        })
    }

    /// Its different words in the order of their numbers.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        let mut from = 0;
        self.ends.iter().map(move |end| {
            let word = &self.words[from..*end as usize];
            from = *end as usize;
            word
        })
    }
}
