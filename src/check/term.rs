//! Acronyms that nothing explains.
use crate::model::{Diagnostic, Kind, Parsed, Site, Span, codes};
use std::collections::{BTreeMap, BTreeSet};

/// Acronyms that everybody knows, and words that people write in capitals for emphasis.
const KNOWN: &[&str] = &[
    "CD",
    "CSS",
    "CSV",
    "CV",
    "DVD",
    "FAQ",
    "GIF",
    "GPS",
    "HTML",
    "HTTP",
    "HTTPS",
    "ID",
    "IP",
    "JPEG",
    "JPG",
    "JSON",
    "MMS",
    "NB",
    "OK",
    "ONU",
    "PC",
    "PDF",
    "PNG",
    "PS",
    "QR",
    "SMS",
    "SVG",
    "TV",
    "UE",
    "EU",
    "UK",
    "URL",
    "US",
    "USA",
    "USB",
    "UTC",
    "VIP",
    "WWW",
    "XML",
    "ZIP",
    "AND",
    "ATTN",
    "AVEC",
    "ET",
    "INFO",
    "MAIS",
    "NE",
    "NON",
    "NOT",
    "NOTE",
    "ON",
    "OR",
    "OU",
    "OUI",
    "NO",
    "PAS",
    "SANS",
    "SI",
    "TOUS",
    "TOUT",
    "YES",
    "TODO",
    "JANVIER",
    "FÉVRIER",
    "MARS",
    "AVRIL",
    "MAI",
    "JUIN",
    "JUILLET",
    "AOÛT",
    "OCTOBRE",
    "NOVEMBRE",
    "DÉCEMBRE",
];

/// The fields of an entry that name it.
const NAMES: [&str; 4] = ["name", "short", "official_name", "prefer"];

/// Reports an acronym once, at its first place in the guide, with the number of pages that use it. Acronyms in the names
/// of entries count as explained, because a card, the glossary or a directory explains them.
pub(super) fn guide(site: &Site, parsed: &Parsed, diagnostics: &mut Vec<Diagnostic>) {
    let mut found: BTreeMap<&str, (&Span, usize)> = BTreeMap::new();
    let mut explained: BTreeSet<&str> = BTreeSet::new();
    for page in &site.pages {
        let Some(kept) = parsed.pages.get(&page.source) else { continue };
        for acronym in &kept.value.value.content.acronyms {
            let word = acronym.value.word.as_str();
            found.entry(word).or_insert((&acronym.span, 0)).1 += 1;
            if acronym.value.explained {
                explained.insert(word);
            }
        }
    }
    found.retain(|word, _| {
        let is_in_settings = || site.settings.acronyms.iter().any(|known| known == word);
        !explained.contains(word) && !KNOWN.contains(word) && !is_in_settings()
    });
    if found.is_empty() {
        return;
    }
    let named = named(site);
    for (word, (span, pages)) in found.into_iter().filter(|(word, _)| !named.contains(word)) {
        let diagnostic = Diagnostic::new(codes::TERM_UNEXPLAINED, span.clone());
        diagnostics.push(diagnostic.arg("text", word).arg("pages", pages));
    }
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
