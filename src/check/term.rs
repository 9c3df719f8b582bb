//! Acronyms that nothing explains.
use super::shared::findings::FindingsByPage;
use crate::language::acronyms::is_known;
use crate::model::{Acronym, Diagnostic, Document, Kind, PageId, Parsed, Site, codes};
use aho_corasick::AhoCorasick;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The fields of an entry that name it.
const NAMES: [&str; 4] = ["name", "short", "official_name", "prefer"];

/// What is known of the acronyms of a guide.
#[derive(Clone, Debug, Default)]
pub(super) struct UnexplainedTerms {
    pub(super) diagnostics: Vec<Diagnostic>,
    /// Words that may only be stressed by their capitals, in lower case.
    asked: Arc<[String]>,
    /// Which of them each page writes in lower case, by their numbers; most pages none.
    stressed: Arc<BTreeMap<PageId, Vec<usize>>>,
}

/// The acronyms of a page, and whether it explains them.
pub(super) fn acronyms(document: &Document) -> Vec<(String, bool)> {
    let explained = |acronym: &Acronym| acronym.explained || has_section(document, &acronym.word);
    let acronyms = document.content.acronyms.iter().map(|acronym| &acronym.value);
    acronyms.map(|acronym| (acronym.word.clone(), explained(acronym))).collect()
}

/// Reports an acronym once, at its first place in the guide, with the number of pages that use it. Acronyms in the names
/// of entries count as explained, because a card, the glossary or a directory explains them. `changed` are the only pages
/// whose text may differ from before; none if all may.
pub(super) fn guide(
    site: &Site,
    parsed: &Parsed,
    findings: &FindingsByPage,
    (before, changed): (&UnexplainedTerms, Option<&[PageId]>),
) -> UnexplainedTerms {
    let mut found = unexplained(site, findings);
    if found.is_empty() {
        return UnexplainedTerms::default();
    }
    let named = named(site);
    found.retain(|word, _| !named.contains(word));
    let is_usual = |word: &&str| word.len() <= LONGEST && word.chars().count() >= SHORTEST_STRESSED;
    let asked: Vec<&str> = found.keys().copied().filter(is_usual).collect();
    // The dearest question comes last: it reads the text of the whole guide, unless the same words were asked before.
    let lower: Arc<[String]> = asked.iter().map(|word| word.to_lowercase()).collect();
    let stressed = match changed.filter(|_| lower == before.asked) {
        Some(changed) => {
            let mut stressed = BTreeMap::clone(&before.stressed);
            stressed.retain(|id, _| !changed.contains(id));
            stressed.extend(stressed_words(site, parsed, &lower, changed));
            stressed
        }
        None => stressed_words(site, parsed, &lower, &all_pages(site)),
    };
    let stress: BTreeSet<&str> = stressed.values().flatten().map(|number| asked[*number]).collect();
    let reported = found.iter().filter(|(word, _)| !stress.contains(*word));
    let diagnostic = |(word, (first, pages)): (&&str, &(PageId, usize))| {
        let document = &parsed.pages.get(&site.page(*first).source)?.value.value;
        let acronym = document.content.acronyms.iter().find(|acronym| acronym.value.word == **word)?;
        let diagnostic = Diagnostic::new(codes::TERM_UNEXPLAINED, acronym.span.clone());
        Some(diagnostic.arg("text", *word).arg("pages", *pages))
    };
    let diagnostics = reported.filter_map(diagnostic).collect();
    UnexplainedTerms { diagnostics, asked: lower, stressed: Arc::new(stressed) }
}

/// The acronyms that no page explains, each with the first page and the number of pages that use it.
fn unexplained<'a>(site: &Site, findings: &'a FindingsByPage) -> BTreeMap<&'a str, (PageId, usize)> {
    let mut found: BTreeMap<&str, (PageId, usize)> = BTreeMap::new();
    let mut explained: BTreeSet<&str> = BTreeSet::new();
    for (id, of_page) in findings {
        for (word, is_explained) in &of_page.acronyms {
            found.entry(word).or_insert((*id, 0)).1 += 1;
            if *is_explained {
                explained.insert(word);
            }
        }
    }
    found.retain(|word, _| {
        let is_in_settings = || site.settings.acronyms.iter().any(|known| known == word);
        !explained.contains(word) && !is_known(word) && !is_in_settings()
    });
    found
}

fn all_pages(site: &Site) -> Vec<PageId> {
    (0..u32::try_from(site.pages.len()).unwrap_or(u32::MAX)).map(PageId).collect()
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

/// The longest word that is looked for, in bytes: the matcher takes time and memory for each of them.
const LONGEST: usize = 500;

/// Which of these words pages also write in lower case, by their numbers: capitals only stress them.
fn stressed_words(
    site: &Site,
    parsed: &Parsed,
    lower: &[String],
    pages: &[PageId],
) -> BTreeMap<PageId, Vec<usize>> {
    let search = AhoCorasick::new(lower);
    let Some(search) = search.ok().filter(|_| !lower.is_empty()) else { return BTreeMap::new() };
    let found = pages.par_iter().filter_map(|id| {
        let kept = parsed.pages.get(&site.page(*id).source)?;
        let text = kept.value.value.body.text.as_str();
        let stands_alone = |found: &aho_corasick::Match| {
            let joins = |letter: char| letter.is_alphanumeric() || "-_/.@#&=\\".contains(letter);
            let after = text[found.end()..].trim_start_matches('.');
            !text[..found.start()].ends_with(joins) && !after.starts_with(joins)
        };
        let found = search.find_iter(text).filter(stands_alone);
        let words: BTreeSet<usize> = found.map(|found| found.pattern().as_usize()).collect();
        (!words.is_empty()).then(|| (*id, words.into_iter().collect()))
    });
    found.collect::<Vec<_>>().into_iter().collect()
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
