//! The words of one page, weighed: the part of the index that is made page by page.
use super::doc::Doc;
use super::fold;
use super::hash;
use super::stop::is_stop;
use super::token::{Role, tokens};
use crate::model::Language;

/// A page's sections and their words.
#[derive(Debug, PartialEq, Eq)]
pub struct Page {
    /// What can be found.
    pub docs: Vec<Doc>,
    /// All different words, one after the other.
    words: String,
    /// Where each word ends.
    ends: Vec<u32>,
    /// Word, section, weight; by section.
    pub(super) hits: Vec<Hit>,
}

/// A word of a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    /// Number of the word in its page.
    pub(super) word: u32,
    /// Number of the section in its page, and in the last four bits how much the word says about it: see [`weight`].
    doc_and_weight: u32,
}

impl Hit {
    /// Number of the section in its page.
    pub(super) fn doc(self) -> u32 {
        self.doc_and_weight >> 4
    }

    /// How much the word says about the section.
    pub(super) fn weight(self) -> u8 {
        (self.doc_and_weight & 15) as u8
    }
}

/// A word in a section while it is counted.
#[derive(Clone, Copy, Default)]
struct Count {
    /// How often it stands in the text.
    text: u16,
    /// How many words the shortest title that holds it has; 0 for none.
    title: u16,
}

/// Four bits. In a title: 8, twice how long the title is (0 to 3), and whether the text holds the word too.
/// Else: how often the text holds it, for its length, 0 to 7.
fn weight(count: Count, length: u32) -> u8 {
    if count.title > 0 {
        let long = count.title.min(4) - 1;
        return 8 | u8::try_from(long << 1).unwrap_or(6) | u8::from(count.text > 0);
    }
    // Saturated, and less for long sections: at a hundred words the scale is even.
    let often = f64::from(count.text);
    let level = 8.0 * often / (often + 0.48 + 0.0072 * f64::from(length));
    [0u8, 1, 2, 3, 4, 5, 6, 7].into_iter().rev().find(|step| f64::from(*step) <= level).unwrap_or(0)
}

/// Words seen so far. A table of its own, because a page holds hundreds of words and a guide thousands of pages: the
/// words lie one after the other, and a slot holds no more than a number.
struct Lexicon {
    /// The number of a word and one; 0 for none. As many as a power of two.
    slots: Vec<u32>,
    hashes: Vec<u64>,
    words: String,
    ends: Vec<u32>,
    stop: Vec<bool>,
    counts: Vec<Count>,
    touched: Vec<u32>,
}

impl Lexicon {
    /// With room for so many words.
    fn with_room(count: usize) -> Self {
        let mut lexicon = Self {
            hashes: Vec::with_capacity(count),
            words: String::with_capacity(count * 8),
            ends: Vec::with_capacity(count),
            stop: Vec::with_capacity(count),
            counts: Vec::with_capacity(count),
            touched: Vec::with_capacity(count.min(256)),
            slots: Vec::new(),
        };
        lexicon.resize((count * 2).next_power_of_two());
        lexicon
    }

    fn id(&mut self, language: Language, word: &str) -> usize {
        if self.ends.len() * 2 >= self.slots.len() {
            self.resize(self.slots.len() * 2);
        }
        let hash = hash::of(word);
        let mut slot = self.slot(hash);
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
        self.stop.push(is_stop(language, word));
        self.counts.push(Count::default());
        id
    }

    /// A word by its number.
    fn bytes(&self, id: usize) -> &[u8] {
        let from = if id == 0 { 0 } else { self.ends[id - 1] as usize };
        &self.words.as_bytes()[from..self.ends[id] as usize]
    }

    /// Where the search for a word begins.
    fn slot(&self, hash: u64) -> usize {
        usize::try_from(hash >> 32).unwrap_or(0) & (self.slots.len() - 1)
    }

    /// Makes so many slots, a power of two.
    fn resize(&mut self, size: usize) {
        self.slots.clear();
        self.slots.resize(size, 0);
        for (id, hash) in (1..).zip(&self.hashes) {
            let mut slot = usize::try_from(hash >> 32).unwrap_or(0) & (size - 1);
            while self.slots[slot] > 0 {
                slot = (slot + 1) & (size - 1);
            }
            self.slots[slot] = id;
        }
    }

    fn touch(&mut self, id: usize) -> &mut Count {
        let count = &mut self.counts[id];
        if count.text == 0 && count.title == 0 {
            self.touched.push(u32::try_from(id).unwrap_or(u32::MAX));
        }
        count
    }

    /// Counts the words of a text; gives how many there are.
    fn text(&mut self, language: Language, folded: &str) -> u32 {
        let mut length = 0;
        tokens(folded, &mut |role, word| {
            length += u32::from(role == Role::Word);
            let id = self.id(language, word);
            if !self.stop[id] {
                let count = self.touch(id);
                count.text = count.text.saturating_add(1);
            }
        });
        length
    }

    /// Counts the words of a title.
    fn title(&mut self, language: Language, folded: &str) {
        let (mut found, mut all, mut full) = (Vec::new(), 0u16, 0u16);
        tokens(folded, &mut |role, word| {
            let id = self.id(language, word);
            if role == Role::Word {
                all += 1;
                full += u16::from(!self.stop[id]);
            }
            found.push((role, id));
        });
        let length = if full > 0 { full } else { all }.max(1);
        for (role, id) in found {
            let share = match role {
                Role::Joined(count) => length.div_ceil(u16::try_from(count).unwrap_or(1).max(1)),
                _ => length,
            };
            let count = self.touch(id);
            count.title = if count.title == 0 { share } else { count.title.min(share) };
        }
    }
}

impl Page {
    /// Weighs the words of sections.
    pub fn new(language: Language, docs: Vec<Doc>) -> Self {
        // Every second or third word of a page is a new one.
        let mut lexicon = Lexicon::with_room(docs.iter().map(|doc| doc.text.len() + 64).sum::<usize>() / 12);
        let mut hits = Vec::new();
        let mut folded = String::new();
        // Sections that follow each other often have the same trail.
        let (mut trail, mut trail_words) = ("", Vec::new());
        for (number, doc) in docs.iter().enumerate() {
            let mut fold = |text: &str| {
                folded.clear();
                fold::push(&mut folded, text);
                std::mem::take(&mut folded)
            };
            let text = fold(&doc.text);
            let length = lexicon.text(language, &text);
            folded = text;
            if doc.trail != trail {
                trail = &doc.trail;
                trail_words.clear();
                let mut words = |_, word: &str| trail_words.push(lexicon.id(language, word));
                tokens(&fold::fold(trail), &mut words);
            }
            for id in trail_words.iter().filter(|id| !lexicon.stop[**id]).copied().collect::<Vec<_>>() {
                let count = lexicon.touch(id);
                count.text = count.text.saturating_add(1);
            }
            for fact in &doc.facts {
                lexicon.text(language, &fold::fold(&fact.text));
            }
            for title in std::iter::once(&doc.title).chain(&doc.aliases) {
                lexicon.title(language, &fold::fold(title));
            }
            for word in lexicon.touched.drain(..) {
                let count = std::mem::take(&mut lexicon.counts[word as usize]);
                let doc = u32::try_from(number).unwrap_or(u32::MAX);
                hits.push(Hit { word, doc_and_weight: doc << 4 | u32::from(weight(count, length)) });
            }
        }
        let Lexicon { mut words, mut ends, .. } = lexicon;
        // A build is kept in memory between two saves.
        words.shrink_to_fit();
        ends.shrink_to_fit();
        hits.shrink_to_fit();
        Self { docs, words, ends, hits }
    }

    /// All different words by their numbers.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        let mut from = 0;
        self.ends.iter().map(move |end| {
            let word = &self.words[from..*end as usize];
            from = *end as usize;
            word
        })
    }
}
