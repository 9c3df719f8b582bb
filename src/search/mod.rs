//! The search of a guide: its index, the files that readers load, and the ranking.
//!
//! 1. `fold` and `token` turn text into words.
//! 2. `page` weighs the words of one page's sections; pages are independent of each other.
//! 3. `index` puts the words of all pages together.
//! 4. `encode` writes the index as files, small enough that a reader loads few of them.
//! 5. `expand` finds the words that a typed word may mean, `rank` the sections that a query may mean.
//!
//! The theme's `search/rank.js` does 1 and 5 in the reader's browser, from the files of 4, with the same result.
mod doc;
mod encode;
mod expand;
mod fold;
mod hash;
mod index;
mod page;
mod query;
mod rank;
mod stem;
mod stop;
mod synonym;
mod token;

#[cfg(test)]
mod tests;

pub use doc::{Doc, Fact, Frame, Sort};
pub use index::{Index, Merged};
pub use page::Page;
pub use rank::{Answer, Hit};
