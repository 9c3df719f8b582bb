//! The words of comments and names.
use super::source::{source_files, top_module};
use std::collections::BTreeSet;

/// How no comment begins: what is meant then stands in another comment, which may change.
const OPENINGS: [&str; 2] = ["The same", "Those of"];

/// Modules with comments that still begin so.
const KNOWN: &[&str] = &[];

/// Words for which the field has others: *diagnostic*, *fix*, *placeholder*. `note` may stand: it is a field of the registry
/// and a kind of callout.
const WORDS: [&str; 7] = ["notes", "remark", "remarks", "mend", "mends", "debt", "debts"];

/// Where such a word means something else, or still stands: the beginning of the path below `src/`, the word.
const EXCEPTIONS: &[(&str, &str)] = &[];

#[test]
fn no_comment_begins_with_a_reference_to_another() {
    let known: BTreeSet<String> = KNOWN.iter().map(|&module| module.to_owned()).collect();
    let mut modules = BTreeSet::new();
    let mut wrong = Vec::new();
    for file in source_files() {
        for (line, text) in &file.comments {
            if OPENINGS.iter().any(|opening| text.starts_with(opening)) {
                let module = top_module(&file.path).to_owned();
                if !known.contains(&module) {
                    wrong.push(format!("src/{}:{line}: {text}", file.path));
                }
                modules.insert(module);
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(modules, known, "modules without such a comment, take them off the list");
}

#[test]
fn diagnostics_fixes_and_placeholders_have_one_name() {
    let mut used = BTreeSet::new();
    let mut wrong = Vec::new();
    for file in source_files() {
        let comments = file.comments.iter().map(|(line, text)| (format!(":{line}"), text.as_str()));
        let code = file.tokens.iter().map(|token| (String::new(), token.as_str()));
        for (place, text) in comments.chain(code) {
            for word in words(text).filter(|word| WORDS.contains(&word.as_str())) {
                let exception =
                    EXCEPTIONS.iter().find(|(path, of)| file.path.starts_with(path) && *of == word);
                match exception {
                    Some(exception) => {
                        used.insert(*exception);
                    }
                    None => wrong.push(format!("src/{}{place}: {word} in {text:?}", file.path)),
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    let unused: Vec<_> = EXCEPTIONS.iter().filter(|exception| !used.contains(*exception)).collect();
    assert!(unused.is_empty(), "exceptions without use: {unused:?}");
}

/// The words of a text in lower case, also those that identifiers such as `aNote` and `a_note` are made of.
fn words(text: &str) -> impl Iterator<Item = String> {
    let mut words = vec![String::new()];
    let mut before = ' ';
    for letter in text.chars() {
        if !letter.is_alphabetic() || (letter.is_uppercase() && before.is_lowercase()) {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| letter.is_alphabetic()) {
            word.extend(letter.to_lowercase());
        }
        before = letter;
    }
    words.into_iter().filter(|word| !word.is_empty())
}
