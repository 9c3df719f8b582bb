//! All tests of the whole: the house, rebuilding, whole guides, hostile texts. One binary, so that it links once.
#![expect(clippy::disallowed_methods, reason = "tests read and write files and look at the clock")]

mod coverage;
mod edits;
mod guide;
mod hostile;
mod house;
mod markup;
mod rebuild;
mod reproducible;
mod sites;
mod support;
