//! Another id for an entry of the registry.
use super::anchors;
use super::changes::{EditList, GuideChanges, Refusal};
use super::guide::{UnderstoodGuide, text};
use super::names::{raw, tests};
use super::scalar;
use super::targets;
use crate::model::{EntryId, EntryKey, Located, Span, Target};
use std::collections::BTreeMap;

/// Gives an entry another id. Every reference to it follows: in pages and their front matter, in the registry, in search tests.
pub fn rename_entry(guide: UnderstoodGuide<'_>, entry: &EntryKey, id: &str) -> Result<GuideChanges, Refusal> {
    if !EntryId::is_valid(id) {
        return Err(Refusal::about("refactor-bad-id", id));
    }
    let after = EntryKey::new(entry.kind, id);
    if guide.site.entry(&after).is_some() {
        return Err(Refusal::about("refactor-id-taken", after.to_string()));
    }
    let Some(found) = guide.site.entry(entry) else {
        return Err(Refusal::about("refactor-unknown-id", entry.to_string()));
    };
    let registry = found.span.file.clone();
    let mut edits = EditList::default();
    let mut values = Values { guide, id, edits: &mut edits };
    values.replace(&found.span);
    let entries = guide.site.entries.values().flat_map(|entry| entry.references());
    let front = guide.parsed.pages.values().map(|kept| &kept.value.value.front);
    let front = front.flat_map(|front| front.roles.iter().chain(&front.owner)).cloned();
    let references = entries.chain(front).filter(|reference| reference.value == *entry);
    references.for_each(|reference: Located<EntryKey>| values.replace(&reference.span));
    let (before, name) = (entry.to_string(), after.to_string());
    for expected in tests(guide).filter(|expected| expected.value == before) {
        Values { guide, id: &name, edits: &mut edits }.replace(&expected.span);
    }
    in_pages(guide, entry, id, &mut edits);
    anchors::keep(guide, &mut edits, None)?;
    Ok(edits.changes(guide.sources, &BTreeMap::new(), Some(&registry)))
}

/// Replaces values of YAML by an id.
struct Values<'a, 'e> {
    guide: UnderstoodGuide<'a>,
    id: &'e str,
    edits: &'e mut EditList,
}

impl Values<'_, '_> {
    fn replace(&mut self, span: &Span) {
        let Some(text) = text(self.guide.sources, &span.file) else { return };
        self.edits.replace(span.clone(), scalar::like(raw(&text, span), self.id));
    }
}

/// Replaces the references in the text of pages.
fn in_pages(guide: UnderstoodGuide<'_>, entry: &EntryKey, id: &str, edits: &mut EditList) {
    for (_, document, text) in guide.pages() {
        for target in targets::of_page(document, &text) {
            if matches!(target.target, Target::Entry(key) if key == entry) {
                edits.add(target.with_id(id));
            }
        }
    }
}
