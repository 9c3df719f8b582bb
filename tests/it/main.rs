//! All tests of the whole, in one binary, so that it links once.
#![expect(clippy::disallowed_methods, reason = "tests read and write files and look at the clock")]

mod coverage;
mod disk;
mod edits;
mod extremes;
mod guide;
mod hostile;
mod house;
mod markup;
mod rebuild;
mod reproducible;
mod sites;
mod spec_format;
mod specs;
mod support;
