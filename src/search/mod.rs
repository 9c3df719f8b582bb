//! The search of a guide: its index, the files that readers load, and the ranking.
//!
//! 1. `doc` describes what can be found: a section of a page or an entry of the registry.
//! 2. `fold` and `token` turn text into words; `stop` recognises the words that carry no meaning.
//! 3. `page` weighs the words of one page's sections; pages are independent of each other.
//! 4. `index` joins the words of all pages, and the `synonym` groups of the guide; `thesaurus` finds what stands
//!    for words that the guide does not use, and `substitute` keeps it.
//! 5. `encode` writes the index as files, small enough that a reader loads few of them.
//! 6. `query` reads what a reader typed, `expand` finds the indexed words that it may stand for, by `stem`, prefix and
//!    spelling, `found` gathers the sections that hold them, and `rank` orders these.
//!
//! The theme's `search/rank.js` does 2 and 6 in the browser, from the files of 5, with the same result.
mod doc;
mod encode;
mod expand;
mod fold;
mod found;
mod index;
mod page;
mod query;
mod rank;
mod stem;
mod stop;
mod substitute;
mod synonym;
mod thesaurus;
mod token;

#[cfg(test)]
mod tests;

pub use doc::{Doc, DocKind, Fact, IndexSettings};
pub use index::Index;
pub use page::PageIndex;
pub use rank::SearchResults;
