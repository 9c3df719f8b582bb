//! Addresses that never die: what a guide publishes, compared with what it published before.
//!
//! 1. [`Published`] is every address of a site: its pages, their anchors, its files, its redirects.
//! 2. [`lost`] finds those of the lock that nothing answers any more, and what has become of them: a page is told again
//!    by its text, a heading by the text below it.
//! 3. [`Difference`] is the whole comparison, for people; [`print()`] writes the lock anew.
//!
//! A tool of `check`, which makes diagnostics of what is lost, and of commands; it knows no stage.
mod compare;
mod fingerprint;
mod lost;
mod print;
mod published;

pub use compare::{Change, Difference, Kind};
pub use lost::{Lost, Meant, What, lost};
pub use print::print;
pub use published::{Answer, Published, usual_address};
