//! The index of a whole guide: every word, the sections that hold it, and how much it says about each.
use super::doc::{Doc, Frame};
use super::hash::ByWord;
use super::page::Page;
use super::synonym::{self, Group};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// Pages by their place in the guide. Same pages, same index, in whatever order they came.
#[derive(Clone, Debug)]
pub struct Index {
    frame: Frame,
    pages: BTreeMap<u32, Arc<Page>>,
}

impl Index {
    /// No pages yet.
    pub fn new(frame: Frame) -> Self {
        Self { frame, pages: BTreeMap::new() }
    }

    /// Puts a page at its place in the guide, instead of the one that was there.
    pub fn set_page(&mut self, place: u32, page: Arc<Page>) {
        self.pages.insert(place, page);
    }

    /// Forgets the page at a place.
    pub fn remove_page(&mut self, place: u32) {
        self.pages.remove(&place);
    }

    /// Puts the words of all pages together.
    pub fn merged(&self) -> Merged {
        Merged::new(self.frame.clone(), self.pages.values().cloned().collect())
    }

    /// The files that the reader's script loads: path below the site's root, and content.
    pub fn files(&self) -> Vec<(String, Vec<u8>)> {
        self.merged().files()
    }
}

/// The words of all pages.
#[derive(Debug)]
pub struct Merged {
    pub(super) frame: Frame,
    pub(super) synonyms: Vec<Group>,
    /// All words, sorted, one after the other.
    words: String,
    /// Where each word begins, and where the last one ends.
    at: Vec<u32>,
    /// Where the hits of each word begin, and where the last ones end.
    first: Vec<u32>,
    /// Sections, ascending for each word.
    docs: Vec<u32>,
    /// Weights beside the sections.
    weights: Vec<u8>,
    pages: Vec<Arc<Page>>,
    /// Number of the first section of each page.
    from: Vec<u32>,
}

fn number(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

impl Merged {
    fn new(frame: Frame, pages: Vec<Arc<Page>>) -> Self {
        let mut ids: HashMap<&str, u32, ByWord> = HashMap::default();
        let mut all: Vec<&str> = Vec::new();
        let mut counts: Vec<u32> = Vec::new();
        // The number of each page's words in the whole, page after page.
        let mut local: Vec<u32> = Vec::new();
        let (mut from, mut total) = (Vec::with_capacity(pages.len()), 0);
        for page in &pages {
            from.push(total);
            total += number(page.docs.len());
            let base = local.len();
            local.extend(page.words().map(|word| {
                *ids.entry(word).or_insert_with(|| {
                    all.push(word);
                    number(all.len() - 1)
                })
            }));
            counts.resize(all.len(), 0);
            for hit in &page.hits {
                counts[local[base + hit.word as usize] as usize] += 1;
            }
        }
        drop(ids);
        // A stop word that stands in no title is counted nowhere.
        let mut order: Vec<u32> = (0..number(all.len())).filter(|word| counts[*word as usize] > 0).collect();
        order.sort_unstable_by_key(|word| all[*word as usize]);
        let (mut words, mut at, mut first) = (String::new(), vec![0], vec![0u32]);
        let mut cursor = vec![0u32; all.len()];
        for word in &order {
            let before = first[first.len() - 1];
            cursor[*word as usize] = before;
            words.push_str(all[*word as usize]);
            at.push(number(words.len()));
            first.push(before + counts[*word as usize]);
        }
        let hits = first[first.len() - 1] as usize;
        let (mut docs, mut weights) = (vec![0u32; hits], vec![0u8; hits]);
        let mut base = 0;
        for (page, from) in pages.iter().zip(&from) {
            for hit in &page.hits {
                let place = &mut cursor[local[base + hit.word as usize] as usize];
                docs[*place as usize] = from + hit.doc();
                weights[*place as usize] = hit.weight();
                *place += 1;
            }
            base += page.words().count();
        }
        drop(all);
        let synonyms = synonym::groups(&frame);
        Self { frame, synonyms, words, at, first, docs, weights, pages, from }
    }

    /// The files that the reader's script loads: path below the site's root, and content.
    pub fn files(&self) -> Vec<(String, Vec<u8>)> {
        super::encode::files(self)
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.at.len() - 1
    }

    /// A word by its number.
    pub(super) fn word(&self, id: usize) -> &str {
        &self.words[self.at[id] as usize..self.at[id + 1] as usize]
    }

    /// The number of the first word that is not before this one.
    pub(super) fn lower(&self, word: &str) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.word(middle) < word {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// The number of a word.
    pub(super) fn find(&self, word: &str) -> Option<usize> {
        let id = self.lower(word);
        (id < self.len() && self.word(id) == word).then_some(id)
    }

    /// The sections that hold a word, and what it weighs in each.
    pub(super) fn hits(&self, id: usize) -> impl Iterator<Item = (u32, u8)> {
        let (from, to) = (self.first[id] as usize, self.first[id + 1] as usize);
        self.docs[from..to].iter().copied().zip(self.weights[from..to].iter().copied())
    }

    /// How many sections hold a word.
    pub(super) fn spread(&self, id: usize) -> u32 {
        self.first[id + 1] - self.first[id]
    }

    /// What the index was made with.
    pub fn frame(&self) -> &Frame {
        &self.frame
    }

    /// How many sections there are.
    pub fn doc_count(&self) -> usize {
        self.from.last().zip(self.pages.last()).map_or(0, |(from, page)| *from as usize + page.docs.len())
    }

    /// A section by its number.
    pub fn doc(&self, number: u32) -> &Doc {
        let page = self.from.partition_point(|from| *from <= number) - 1;
        // Pages without sections share their number with the next one; the last of them holds it.
        &self.pages[page].docs[(number - self.from[page]) as usize]
    }

    /// All sections in order.
    pub fn docs(&self) -> impl Iterator<Item = &Doc> {
        self.pages.iter().flat_map(|page| &page.docs)
    }
}
