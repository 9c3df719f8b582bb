//! What can be checked about the source code itself.
//!
//! `source` reads the files of `src/` and `imports` says which file imports which. `layers` holds the table of imports
//! between modules, `cycles` the order of folders and files, `crates` the files that may name a crate. `names` and
//! `comments` hold the words, `purity` what the code must not do, `files` the shape of files.

mod comments;
mod crates;
mod cycles;
mod files;
mod imports;
mod layers;
mod names;
mod purity;
mod source;

pub(crate) use source::code_lines;
