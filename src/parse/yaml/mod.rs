//! YAML to a tree with spans.
//!
//! 1. `reader` builds the tree from the events of the YAML crate. Only this file names the crate.
//! 2. `duplicates` drops keys that are written twice. `mistake` explains a syntax error.
//! 3. After a syntax error, `parts` cuts the file at its keys, and each part is read by itself.
//!
//! `tree` holds the tree, and what plain words such as `true` mean.
mod duplicates;
mod mistake;
mod parts;
mod reader;
mod tree;
#[cfg(test)]
mod yaml_test;

pub(super) use mistake::quoted;
pub(super) use reader::read;
pub(super) use tree::{Pair, SourceText, Yaml, YamlNode, plain};
