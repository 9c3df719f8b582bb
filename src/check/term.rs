//! Acronyms that nothing explains.
use crate::language::acronyms::is_known;
use crate::model::{Diagnostic, Document, Kind, Parsed, Site, Span, codes};
use aho_corasick::AhoCorasick;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// The fields of an entry that name it.
const NAMES: [&str; 4] = ["name", "short", "official_name", "prefer"];

/// Reports an acronym once, at its first place in the guide, with the number of pages that use it. Acronyms in the names
/// of entries count as explained, because a card, the glossary or a directory explains them.
pub(super) fn guide(site: &Site, parsed: &Parsed, diagnostics: &mut Vec<Diagnostic>) {
    let mut found: BTreeMap<&str, (&Span, usize)> = BTreeMap::new();
    let mut explained: BTreeSet<&str> = BTreeSet::new();
    for page in &site.pages {
        let Some(kept) = parsed.pages.get(&page.source) else { continue };
        let document = &kept.value.value;
        for acronym in &document.content.acronyms {
            let word = acronym.value.word.as_str();
            found.entry(word).or_insert((&acronym.span, 0)).1 += 1;
            if acronym.value.explained || has_section(document, word) {
                explained.insert(word);
            }
        }
    }
    found.retain(|word, _| {
        let is_in_settings = || site.settings.acronyms.iter().any(|known| known == word);
        !explained.contains(word) && !is_known(word) && !is_in_settings()
    });
    if found.is_empty() {
        return;
    }
    let named = named(site);
    found.retain(|word, _| !named.contains(word));
    // The dearest question comes last: it reads the whole guide.
    let stressed = stressed(site, parsed, &found);
    for (word, (span, pages)) in found.into_iter().filter(|(word, _)| !stressed.contains(word)) {
        let diagnostic = Diagnostic::new(codes::TERM_UNEXPLAINED, span.clone());
        diagnostics.push(diagnostic.arg("text", word).arg("pages", pages));
    }
}

/// Whether a page, or a section of it, is about an acronym: `## RBAC`, `## RBAC – control by role`.
fn has_section(document: &Document, word: &str) -> bool {
    let begins = |text: &str| {
        let rest = text.trim_start().strip_prefix(word).map(str::trim_start);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['(', ':', '–', '—', '-']))
    };
    begins(&document.outline.title) || document.outline.headings.iter().any(|heading| begins(&heading.text))
}

/// The fewest letters of a word that the guide also writes in lower case and that is then no acronym. Short ones are
/// often both: `CE`, `ce`.
const SHORTEST_STRESSED: usize = 4;

/// Words in capitals that the guide also writes in lower case: capitals only stress them.
fn stressed<'a>(
    site: &Site,
    parsed: &Parsed,
    found: &BTreeMap<&'a str, (&Span, usize)>,
) -> BTreeSet<&'a str> {
    let words = found.keys().copied().filter(|word| word.chars().count() >= SHORTEST_STRESSED);
    let words: Vec<(&str, String)> = words.map(|word| (word, word.to_lowercase())).collect();
    let search = AhoCorasick::new(words.iter().map(|(_, lower)| lower));
    let Some(search) = search.ok().filter(|_| !words.is_empty()) else { return BTreeSet::new() };
    let documents = site.pages.par_iter().filter_map(|page| parsed.pages.get(&page.source));
    documents
        .flat_map_iter(|kept| {
            let text = kept.value.value.body.text.as_str();
            let stands_alone = |found: &aho_corasick::Match| {
                let joins = |letter: char| letter.is_alphanumeric() || "-_/.@#&=\\".contains(letter);
                let after = text[found.end()..].trim_start_matches('.');
                !text[..found.start()].ends_with(joins) && !after.starts_with(joins)
            };
            search.find_iter(text).filter(stands_alone).map(|found| words[found.pattern().as_usize()].0)
        })
        .collect()
}

/// Every word of the names in the registry.
fn named(site: &Site) -> BTreeSet<&str> {
    let entries = site.entries.values().filter(|entry| entry.key.kind != Kind::Resource);
    let names = entries.flat_map(|entry| {
        let aliases = entry.record.list("aliases").iter().filter_map(|alias| match &alias.value {
            crate::model::Value::Text(text) => Some(text.as_str()),
            _ => None,
        });
        NAMES.into_iter().filter_map(|name| entry.record.text(name)).chain(aliases)
    });
    names.flat_map(|name| name.split(|letter: char| !letter.is_alphanumeric())).collect()
}
