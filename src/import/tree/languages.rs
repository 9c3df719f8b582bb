//! Sites in several languages: a guide has one.
use crate::import::source::book::{Book, BookEntry};
use crate::import::source::paths::{below, is_markdown, name};
use crate::model::{FindingKind, ForeignTree, ImportFinding, Language};
use std::collections::{BTreeMap, BTreeSet};

/// Codes of languages as they name folders and files.
const CODES: &str = "ar bg bn br ca cs da de el en es et eu fa fi fr he hi hr hu hy id it ja ka kk ko lt lv ms nb nl nn no oc pl \
                     pt ro ru sk sl sr sv th tr uk ur uz vi zh";

/// Takes the pages of other languages out of a book. Gives a line for each language.
pub(super) fn choose(tree: &ForeignTree, book: &mut Book, wanted: Option<Language>) -> Vec<ImportFinding> {
    let pages = by_language(tree, book.program.root());
    let Some(kept) = kept(&pages, wanted.or(book.language)) else { return Vec::new() };
    let mut findings = Vec::new();
    let mut gone: BTreeSet<&str> = BTreeSet::new();
    for (language, paths) in pages.iter().filter(|(language, _)| **language != kept) {
        gone.extend(paths);
        let first = paths.first().copied().unwrap_or_default();
        let named = if language.is_empty() { "." } else { language.as_str() };
        let found = ImportFinding::new(FindingKind::LeftOut, "other-language", first, 0).arg("name", named);
        findings.push(found.arg("count", paths.len()));
    }
    book.told.extend(gone.iter().map(|path| (*path).to_owned()));
    let is_gone = |entry: &BookEntry| entry.source.as_deref().is_some_and(|path| gone.contains(path));
    // A part goes with its last page.
    let mut stays: Vec<bool> = book.entries.iter().map(|entry| !is_gone(entry)).collect();
    for at in (0..book.entries.len()).rev() {
        let level = book.entries[at].level;
        let below =
            book.entries[at + 1..].iter().zip(&stays[at + 1..]).take_while(|(entry, _)| entry.level > level);
        let (mut has_any, mut has_kept) = (false, false);
        for (_, stays) in below {
            has_any = true;
            has_kept |= *stays;
        }
        if book.entries[at].source.is_none() && has_any && !has_kept {
            stays[at] = false;
        } else if is_gone(&book.entries[at]) && has_kept {
            // What is below stays, so that the page leaves its name.
            book.entries[at].source = None;
            stays[at] = true;
        }
    }
    let mut stays = stays.into_iter();
    book.entries.retain(|_| stays.next().unwrap_or(true));
    if !book.entries.iter().any(|entry| entry.is_home)
        && let Some(first) = book
            .entries
            .iter_mut()
            .find(|entry| entry.source.as_deref().is_some_and(|path| is_home(path, &kept)))
    {
        first.is_home = true;
        first.level = 0;
    }
    findings
}

/// Whether a page is the first of its language.
fn is_home(path: &str, language: &str) -> bool {
    let folder = crate::import::source::paths::folder(path);
    crate::import::source::paths::is_index(path) && name(folder) == language
}

/// Pages by the language of their folder or file; those of none by an empty name. Empty if the site has one language.
fn by_language<'a>(tree: &'a ForeignTree, root: &str) -> BTreeMap<String, Vec<&'a str>> {
    let files = tree.files.keys().filter(|path| is_markdown(path));
    let files: Vec<(&str, &str)> =
        files.filter_map(|path| Some((path.as_str(), below(root, path)?))).collect();
    let mut found: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    let mut ways: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (path, way) in &files {
        let (language, rest) = language_of(way);
        found.entry(language.clone()).or_default().push(path);
        ways.entry(language).or_default().insert(rest);
    }
    // Pages of one language are written again in another.
    let is_language = |language: &String| {
        let own = &ways[language];
        let again = |(other, theirs): (&String, &BTreeSet<String>)| {
            other != language && own.intersection(theirs).count() * 2 >= own.len()
        };
        !language.is_empty() && ways.iter().any(again)
    };
    let real: BTreeSet<String> = found.keys().filter(|language| is_language(language)).cloned().collect();
    if real.is_empty() {
        return BTreeMap::new();
    }
    let mut by_language: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for (language, paths) in found {
        let language = if real.contains(&language) { language } else { String::new() };
        by_language.entry(language).or_default().extend(paths);
    }
    by_language
}

/// The language of a way by its first folder or the end of its name, and the way without it.
fn language_of(way: &str) -> (String, String) {
    if let Some((first, rest)) = way.split_once('/').filter(|(first, _)| is_code(first)) {
        return (first.to_owned(), rest.to_owned());
    }
    let mut parts = name(way).rsplitn(3, '.');
    if let (Some(ending), Some(code), Some(stem)) = (parts.next(), parts.next(), parts.next())
        && is_code(code)
    {
        let folder = &way[..way.len() - name(way).len()];
        return (code.to_owned(), format!("{folder}{stem}.{ending}"));
    }
    (String::new(), way.to_owned())
}

fn is_code(text: &str) -> bool {
    let small = text.to_lowercase();
    let (language, region) = small.split_once(['-', '_']).unwrap_or((&small, ""));
    CODES.split_whitespace().any(|code| code == language)
        && (region.is_empty() || matches!(region.len(), 2..=4))
}

/// The language that stays: the wanted one, that of pages without one, English, the first.
fn kept(pages: &BTreeMap<String, Vec<&str>>, wanted: Option<Language>) -> Option<String> {
    let named =
        |tag: &str| pages.keys().find(|language| language.split(['-', '_']).next() == Some(tag)).cloned();
    let of_wanted = wanted.and_then(|wanted| named(wanted.tag()));
    // A few pages beside the folders are no language of their own.
    let most = pages.values().map(Vec::len).max()?;
    let own = pages.get("").filter(|own| own.len() * 3 >= most).map(|_| String::new());
    of_wanted
        .or(own)
        .or_else(|| named("en"))
        .or_else(|| pages.keys().find(|language| !language.is_empty()).cloned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Bytes, ForeignFile};

    #[test]
    fn folders_and_names_tell_the_language() {
        let tree = |paths: &[&str]| {
            let file = |path: &&str| ((*path).to_owned(), ForeignFile { size: 0, bytes: Some(Bytes::new()) });
            ForeignTree { files: paths.iter().map(file).collect(), ..ForeignTree::default() }
        };
        let kept_of = |paths: &[&str], wanted| kept(&by_language(&tree(paths), ""), wanted);
        let both = ["en/a.md", "en/b.md", "fr/a.md", "fr/b.md"];
        assert_eq!(kept_of(&both, Some(Language::French)).as_deref(), Some("fr"));
        assert_eq!(kept_of(&both, None).as_deref(), Some("en"));
        assert_eq!(kept_of(&["a.md", "b.md", "fr/a.md"], None).as_deref(), Some(""));
        assert_eq!(kept_of(&["a.md", "a.fr.md"], Some(Language::French)).as_deref(), Some("fr"));
        assert_eq!(kept_of(&["a.md", "it/network.md", "b.min.md"], None), None);
    }
}
