//! The index of a whole guide: every word, the sections that hold it, and its weight in each.
use super::doc::{Doc, IndexSettings};
use super::page::PageIndex;
use super::substitute::Substitutes;
use super::synonym::{self, SynonymGroup};
use crate::stamp::Table;
use std::sync::Arc;

/// The words of all pages.
#[derive(Debug)]
pub struct Index {
    pub(super) settings: IndexSettings,
    pub(super) synonyms: Vec<SynonymGroup>,
    pub(super) substitutes: Substitutes,
    /// All words, sorted, one after the other.
    words: String,
    /// Where each word begins, and where the last one ends.
    word_starts: Vec<u32>,
    /// Where the hits of each word begin, and where the last ones end.
    hit_starts: Vec<u32>,
    /// Sections, ascending for each word.
    docs: Vec<u32>,
    /// The weights of the word in these sections.
    weights: Vec<u8>,
    /// The sections of each page.
    pages: Vec<Arc<[Doc]>>,
    /// The number of the first section of each page.
    first_docs: Vec<u32>,
}

fn number(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

impl Index {
    /// Joins the words of the pages, which come in the order of the guide; nothing stands for other words yet.
    pub fn of_pages(settings: IndexSettings, pages: &[Arc<PageIndex>]) -> Self {
        let mut ids: Table<&str, u32> = Table::default();
        let mut all: Vec<&str> = Vec::new();
        let mut counts: Vec<u32> = Vec::new();
        // For each word of each page in turn, its number in the whole guide.
        let mut global_ids: Vec<u32> =
            Vec::with_capacity(pages.iter().map(|page| page.word_count()).sum::<usize>());
        let (mut first_docs, mut doc_count) = (Vec::with_capacity(pages.len()), 0);
        for page in pages {
            first_docs.push(doc_count);
            doc_count += number(page.docs.len());
            let base = global_ids.len();
            global_ids.extend(page.words().map(|word| {
                *ids.entry(word).or_insert_with(|| {
                    all.push(word);
                    number(all.len() - 1)
                })
            }));
            counts.resize(all.len(), 0);
            for (_, posting) in page.postings() {
                counts[global_ids[base + posting.word()] as usize] += 1;
            }
        }
        drop(ids);
        // A stop word that no title holds has no hit.
        let mut order: Vec<u32> = (0..number(all.len())).filter(|word| counts[*word as usize] > 0).collect();
        order.sort_unstable_by_key(|word| all[*word as usize]);
        let (mut words, mut word_starts, mut hit_starts) = (String::new(), vec![0], vec![0]);
        let mut hit_count = 0;
        let mut cursors = vec![0; all.len()];
        for word in &order {
            cursors[*word as usize] = hit_count;
            words.push_str(all[*word as usize]);
            word_starts.push(number(words.len()));
            hit_count += counts[*word as usize];
            hit_starts.push(hit_count);
        }
        let (mut docs, mut weights) = (vec![0; hit_count as usize], vec![0; hit_count as usize]);
        let mut base = 0;
        for (page, first_doc) in pages.iter().zip(&first_docs) {
            for (doc, posting) in page.postings() {
                let cursor = &mut cursors[global_ids[base + posting.word()] as usize];
                docs[*cursor as usize] = first_doc + doc;
                weights[*cursor as usize] = posting.weight();
                *cursor += 1;
            }
            base += page.word_count();
        }
        let synonyms = synonym::groups(&settings);
        let substitutes = Substitutes::default();
        let pages = pages.iter().map(|page| Arc::clone(&page.docs)).collect();
        Self {
            settings,
            synonyms,
            substitutes,
            words,
            word_starts,
            hit_starts,
            docs,
            weights,
            pages,
            first_docs,
        }
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.word_starts.len() - 1
    }

    /// A word by its number.
    pub(super) fn word(&self, id: usize) -> &str {
        &self.words[self.word_starts[id] as usize..self.word_starts[id + 1] as usize]
    }

    /// The number of the first word that does not sort before this one.
    pub(super) fn lower_bound(&self, word: &str) -> usize {
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
        let id = self.lower_bound(word);
        (id < self.len() && self.word(id) == word).then_some(id)
    }

    /// The sections that hold a word, and its weight in each.
    pub(super) fn hits(&self, id: usize) -> impl Iterator<Item = (u32, u8)> {
        let (from, to) = (self.hit_starts[id] as usize, self.hit_starts[id + 1] as usize);
        self.docs[from..to].iter().copied().zip(self.weights[from..to].iter().copied())
    }

    /// How many sections hold a word.
    pub(super) fn hit_count(&self, id: usize) -> u32 {
        self.hit_starts[id + 1] - self.hit_starts[id]
    }

    /// How many sections there are.
    pub fn doc_count(&self) -> usize {
        self.first_docs.last().zip(self.pages.last()).map_or(0, |(first, page)| *first as usize + page.len())
    }

    /// A section by its number.
    pub fn doc(&self, number: u32) -> &Doc {
        // A page without sections has the number of the next page; the last page of that number holds the section.
        let page = self.first_docs.partition_point(|first| *first <= number) - 1;
        &self.pages[page][(number - self.first_docs[page]) as usize]
    }

    /// All sections in order.
    pub fn docs(&self) -> impl Iterator<Item = &Doc> {
        self.pages.iter().flat_map(|page| page.iter())
    }
}
