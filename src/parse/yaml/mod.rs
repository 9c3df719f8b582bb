//! YAML to a tree with places.
//!
//! 1. `reader`: events of the YAML crate to a tree; the only file that names the crate.
//! 2. `mistake`: what a syntax error means to somebody who does not know YAML.
//! 3. `pieces`: where the file breaks, it is cut at its keys and read piece by piece.
//!
//! `tree` holds the tree and the meaning of plain words.
mod glance;
mod mistake;
mod pieces;
mod reader;
mod tree;
#[cfg(test)]
mod yaml_test;

pub(super) use mistake::quoted;
pub(super) use reader::read;
pub(super) use tree::{Pair, SourceText, Yaml, YamlNode, plain};
