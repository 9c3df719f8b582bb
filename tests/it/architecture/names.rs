//! One name stands for one type.
use super::source::source_files;
use std::collections::{BTreeMap, BTreeSet};

/// Names that still stand for several types.
const KNOWN: &[&str] = &[];

#[test]
fn no_two_types_have_one_name() {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for file in source_files() {
        for name in types_in(&file.tokens) {
            places.entry(name).or_default().push(file.path.clone());
        }
    }
    assert!(places.len() > 300, "the test reads the types");
    places.retain(|_, files| files.len() > 1);
    let known: BTreeSet<&str> = KNOWN.iter().copied().collect();
    let unique: Vec<_> = known.iter().filter(|name| !places.contains_key(**name)).collect();
    places.retain(|name, _| !known.contains(name.as_str()));
    assert!(places.is_empty(), "names of several types: {places:#?}");
    assert!(unique.is_empty(), "names of one type only, take them off the list: {unique:?}");
}

/// The types that a file defines, but for its private `Input`: each output has one, and no other file sees it.
fn types_in(tokens: &[String]) -> Vec<String> {
    let mut types = Vec::new();
    let mut depth = 0_usize;
    for (at, pair) in tokens.windows(2).enumerate() {
        let [word, name] = pair else { continue };
        let is_definition = match word.as_str() {
            "struct" | "enum" | "trait" => true,
            // Deeper down it is the type of a trait's implementation.
            "type" => depth == 0,
            "{" => {
                depth += 1;
                false
            }
            "}" => {
                depth -= 1;
                false
            }
            _ => false,
        };
        let is_private = at == 0 || (tokens[at - 1] != "pub" && tokens[at - 1] != ")");
        let is_name = name.starts_with(|first: char| first.is_ascii_uppercase());
        if is_definition && is_name && !(name == "Input" && is_private) {
            types.push(name.clone());
        }
    }
    types
}
