//! The shape of files: each opens with a sentence and is short, and each `mod.rs` names the files of its folder.
use super::source::source_files;
use crate::support::{files_below, text_of};
use std::collections::{BTreeMap, BTreeSet};

/// The longest file, in lines, tests inside included.
const LONGEST: usize = 450;

/// Folders whose `mod.rs` does not name all files yet.
const KNOWN: &[&str] = &["commands", "parse/registry/kinds"];

#[test]
fn every_file_opens_with_a_sentence_and_is_short() {
    let mut wrong = Vec::new();
    for folder in ["src", "tests/it"] {
        for path in files_below(folder).into_iter().filter(|path| path.ends_with(".rs")) {
            let text = text_of(&path);
            let lines = text.lines().count();
            if lines > LONGEST {
                wrong.push(format!("{path}: {lines} lines"));
            }
            if !text.starts_with("//! ") && path != "src/lib.rs" {
                wrong.push(format!("{path} does not open with a sentence"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_folder_says_what_its_files_do() {
    let mut openings = BTreeMap::new();
    let mut inside: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in source_files() {
        let (folder, name) = file.path.rsplit_once('/').unwrap_or(("", &file.path));
        if name == "mod.rs" {
            let opening = file.comments.into_iter().next().map_or_else(String::new, |(_, text)| text);
            openings.insert(folder.to_owned(), opening);
            if let Some((parent, name)) = folder.rsplit_once('/') {
                inside.entry(parent.to_owned()).or_default().insert(name.to_owned());
            }
        } else {
            inside.entry(folder.to_owned()).or_default().insert(name.trim_end_matches(".rs").to_owned());
        }
    }
    let mut incomplete = BTreeSet::new();
    let mut wrong = Vec::new();
    for (folder, opening) in &openings {
        let words: BTreeSet<&str> =
            opening.split(|letter: char| !letter.is_alphanumeric() && letter != '_').collect();
        let names = inside.get(folder).into_iter().flatten();
        let missing: Vec<_> = names.filter(|name| !words.contains(name.as_str())).collect();
        if !missing.is_empty() {
            incomplete.insert(folder.as_str());
            if !KNOWN.contains(&folder.as_str()) {
                wrong.push(format!("the opening of src/{folder}/mod.rs does not name {missing:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    let complete: Vec<_> = KNOWN.iter().filter(|folder| !incomplete.contains(**folder)).collect();
    assert!(complete.is_empty(), "these openings name all files, take them off the list: {complete:?}");
}
