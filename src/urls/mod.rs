//! Addresses that never die: what a guide publishes, compared with what it published before.
//!
//! The lock, `guide/urls.lock`, holds the addresses once published. It is sorted by address; the anchors of a page stand
//! below it, each with a fingerprint of the text below its heading. A guide may have a hundred thousand anchors, so
//! nothing but the lines and their fingerprints is kept in memory.
//!
//! 1. [`PublishedUrls`] (`published.rs`) holds every address of a site: pages, files, redirects.
//! 2. [`find_lost`] (`lost.rs`) finds the addresses of the lock that the site lacks, and what became of them. A page
//!    that moved is recognised by its text, or by that of most of its sections; a heading by the text below it. One
//!    candidate is certain and becomes a fix; of several, three at most are suggested.
//! 3. [`Difference`] (`compare.rs`) is the whole comparison, for people.
//! 4. [`print()`] (`print.rs`) writes the lock.
//!
//! `fingerprint.rs` makes the fingerprints. Files that are made from others (feeds, vCards, PDFs of checklists) are not in
//! the lock, because they come and go with settings; nor are tasks and footnotes, whose anchors are made of their words.
//!
//! `check` makes diagnostics of lost addresses, and `jalon urls` prints them; the module knows no stage.
mod compare;
mod fingerprint;
mod lost;
mod print;
mod published;

pub use compare::{Change, ChangeKind, Difference};
pub use lost::{LostAddress, LostTarget, Successor, find_lost};
pub use print::print;
pub use published::{PublishedTarget, PublishedUrls, usual_address};
