//! Titles and headings that refer to entries: their texts get the names that readers see.
//!
//! What a page's file says does not depend on the registry, so `parse` leaves the words open. The outline with its names
//! has a stamp of its own, so that another name makes again what shows it, and another telephone nothing.
use super::tree::Tree;
use crate::model::{
    Arg, Entry, EntryKey, Language, Outline, Parsed, Referent, Sources, TextReference, Theme,
};
use crate::stamp::{Stamp, Stamped, Table};
use crate::words::Words;
use std::collections::BTreeMap;

/// Names the references in the outlines of all pages. `strings` reads the words of the interface, if a delay needs them.
pub(super) fn name_all(
    tree: &mut Tree,
    parsed: &Parsed,
    entries: &BTreeMap<EntryKey, Stamped<Entry>>,
    strings: &dyn Fn() -> Words,
) {
    let is_due = |reference: &TextReference| matches!(reference.to, Referent::Due(_));
    let outlines = parsed.pages.values().map(|kept| &kept.value.value.outline);
    let words = outlines.flat_map(|outline| references(outline)).any(is_due).then(strings);
    let names = ReferenceNames { entries, words };
    for page in &mut tree.pages {
        if let Some(outline) = names.of(&page.outline) {
            page.outline = outline;
        }
    }
    for former in &mut tree.former {
        let outline = parsed.pages.get(&former.source).map(|kept| &kept.value.value.outline);
        if let Some(outline) = outline.and_then(|outline| names.of(outline)) {
            former.title.clone_from(&outline.title);
        }
    }
}

/// These outlines with the names of their references.
pub(super) fn named<'a>(
    outlines: impl Iterator<Item = &'a Stamped<Outline>> + Clone,
    entries: &BTreeMap<EntryKey, Stamped<Entry>>,
    strings: &dyn Fn() -> Words,
) -> Vec<Stamped<Outline>> {
    let is_due = |reference: &TextReference| matches!(reference.to, Referent::Due(_));
    let words = outlines.clone().flat_map(|outline| references(outline)).any(is_due).then(strings);
    let names = ReferenceNames { entries, words };
    outlines.map(|outline| names.of(outline).unwrap_or_else(|| outline.clone())).collect()
}

/// The words of the interface, from all layers of the theme.
pub(super) fn strings(theme: &Theme, sources: &Sources, language: Language) -> Words {
    let mut words = Words::new(language);
    let files = theme.strings.iter().filter_map(|(path, _)| sources.get(path));
    for text in files.filter_map(|source| std::str::from_utf8(source.shared_bytes()?).ok()) {
        // `output` reads the same files and reports their errors.
        words.add(text);
    }
    words
}

/// Whether the title or a heading of a page has words of other files.
pub(super) fn has_references(outline: &Outline) -> bool {
    references(outline).next().is_some()
}

/// The references in the title and the headings of a page.
fn references(outline: &Outline) -> impl Iterator<Item = &TextReference> {
    let headings = outline.headings.iter().flat_map(|heading| &heading.references);
    outline.title_references.iter().chain(headings)
}

/// The names that references stand for.
struct ReferenceNames<'a> {
    entries: &'a BTreeMap<EntryKey, Stamped<Entry>>,
    /// The words of the interface, if a delay needs them.
    words: Option<Words>,
}

impl ReferenceNames<'_> {
    /// An outline with names; none if it has no references.
    fn of(&self, outline: &Stamped<Outline>) -> Option<Stamped<Outline>> {
        references(outline).next()?;
        let mut named = Outline::clone(outline);
        let mut used = Vec::new();
        let title = self.fill(&outline.title, &outline.title_references, &mut used);
        if outline.nav_title == outline.title {
            named.nav_title.clone_from(&title);
        }
        if outline.name == outline.title {
            named.name.clone_from(&title);
        }
        named.title = title;
        for heading in &mut named.headings {
            if !heading.references.is_empty() {
                heading.text = self.fill(&heading.text, &heading.references, &mut used);
            }
        }
        let texts: Table<_, _> =
            named.headings.iter().map(|heading| (&heading.anchor, &heading.text)).collect();
        for list in &mut named.checklists {
            if let Some(text) = list.anchor.as_ref().and_then(|anchor| texts.get(anchor)) {
                list.title.clone_from(text);
            }
        }
        Some(Stamped::with(named, Stamp::of(&(outline.stamp(), used))))
    }

    /// A text with the names of its references, which are added to the names used.
    fn fill(&self, text: &str, references: &[TextReference], used: &mut Vec<String>) -> String {
        let mut filled = String::with_capacity(text.len() + 32);
        let mut from = 0;
        for reference in references {
            let at = reference.at as usize;
            filled.push_str(&text[from..at]);
            let name = self.name(&reference.to);
            filled.push_str(&name);
            used.push(name);
            from = at;
        }
        filled.push_str(&text[from..]);
        filled
    }

    fn name(&self, referent: &Referent) -> String {
        match referent {
            Referent::Entry(key) => self
                .entries
                .get(key)
                .map_or_else(|| key.id.as_str().to_owned(), |entry| entry.name().to_owned()),
            Referent::Due(delay) => {
                let (key, count) = delay.message();
                let say = |words: &Words| words.say(key, None, &[("count", Arg::Number(count))]);
                self.words.as_ref().and_then(say).unwrap_or_else(|| key.to_owned())
            }
        }
    }
}
