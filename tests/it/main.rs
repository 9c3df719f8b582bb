//! All tests of the whole, in one binary, so that it links once.
#![expect(clippy::disallowed_methods, reason = "tests read and write files")]

mod disk;
mod extremes;
mod spec_format;
mod specs;
