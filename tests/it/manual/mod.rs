//! The manual, `docs/en` and `docs/fr`: it holds no error, says the same in both languages, leaves nothing of the program
//! out, and every command in it runs.
//!
//! 1. `generated` makes the pages that are made of the program.
//! 2. `keys` makes the tables of keys among them.
//! 3. `blocks` runs the commands.
//! 4. `complete` looks for everything that the program has.
mod blocks;
mod complete;
mod generated;
mod keys;

use crate::support::{clean_build, diagnostics_of, files_below, options, package_root, read, text_of};
use jalon::model::{Language, Options};
use std::collections::BTreeMap;

/// The day on which the manual was last read through.
const READ_ON: &str = "2026-12-01";

/// The folder of the manual in a language.
fn folder(language: Language) -> String {
    format!("docs/{}/guide", language.tag())
}

/// The pages of the manual in a language, by path below its folder.
fn pages(language: Language) -> BTreeMap<String, String> {
    let folder = format!("{}/", folder(language));
    let pages = files_below(&folder).into_iter().filter(|path| path.ends_with(".md"));
    pages.map(|path| (path[folder.len()..].to_owned(), text_of(&path))).collect()
}

/// The levels of the headings of a page, and the ids that they give.
fn headings(page: &str) -> Vec<(usize, Option<&str>)> {
    let mut found = Vec::new();
    let mut fence: Option<usize> = None;
    for line in page.lines() {
        let backticks = line.len() - line.trim_start_matches('`').len();
        match fence {
            None if backticks >= 3 => fence = Some(backticks),
            Some(length) if backticks >= length => fence = None,
            None if line.starts_with('#') => {
                let id = line.split_once("{#").and_then(|(_, id)| id.strip_suffix('}'));
                found.push((line.len() - line.trim_start_matches('#').len(), id));
            }
            None | Some(_) => {}
        }
    }
    found
}

#[test]
fn both_languages_have_the_same_pages_and_headings() {
    let [french, english] = [Language::French, Language::English].map(pages);
    assert!(english.keys().eq(french.keys()), "{:?}\n{:?}", english.keys(), french.keys());
    assert!(english.len() > 30, "{} pages", english.len());
    for (path, page) in &english {
        let (english, french) = (headings(page), headings(&french[path]));
        assert_eq!(english, french, "the headings of {path}");
    }
}

#[test]
fn the_manual_has_neither_errors_nor_warnings() {
    for language in Language::ALL {
        let sources = read(&package_root().join("docs").join(language.tag()));
        let today = crate::support::day(READ_ON);
        let built = clean_build(&sources, Options { today, ..options() });
        assert_eq!(diagnostics_of(&built, &sources), "", "{}", folder(language));
    }
}

#[test]
fn the_manual_tests_its_search_in_both_languages() {
    for language in Language::ALL {
        let tests = text_of(format!("{}/search-tests.yaml", folder(language)));
        let questions = tests.lines().filter(|line| !line.starts_with('#') && line.contains(": ")).count();
        assert!(questions >= 30, "{} asks {questions} questions", folder(language));
    }
}
