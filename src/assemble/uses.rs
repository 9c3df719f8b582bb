//! Which pages mention each entry.
use crate::model::{Entry, EntryKey, Page, PageId, Use};
use crate::stamp::{Stamped, Table};
use std::collections::BTreeMap;

/// The pages that mention each entry, in reading order, each with its first place.
pub(super) fn find<'a>(
    pages: impl Iterator<Item = &'a Page>,
    entries: &BTreeMap<EntryKey, Stamped<Entry>>,
) -> BTreeMap<EntryKey, Vec<Use>> {
    let numbers: Table<&EntryKey, usize> = entries.keys().zip(0..).collect();
    let mut found: Vec<Vec<Use>> = vec![Vec::new(); entries.len()];
    for (page, id) in pages.zip(0..) {
        let page_id = PageId(id);
        for mention in &page.outline.mentions {
            let Some(number) = numbers.get(&mention.entry) else { continue };
            let uses = &mut found[*number];
            if uses.last().is_none_or(|last| last.page != page_id) {
                uses.push(Use { page: page_id, anchor: mention.anchor.clone() });
            }
        }
    }
    entries
        .keys()
        .zip(found)
        .filter(|(_, uses)| !uses.is_empty())
        .map(|(key, uses)| (key.clone(), uses))
        .collect()
}
