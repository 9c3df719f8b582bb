//! What a person names: `a/b.md#place`, `contact:support`, `support`.
use super::changes::{GuideChanges, Refusal};
use super::entry::rename_entry;
use super::guide::UnderstoodGuide;
use super::heading::rename_heading;
use super::moving::page_named;
use crate::model::EntryKey;

/// Renames a heading (`a/b.md#place`) or an entry (`support`, `contact:support`).
pub fn rename(guide: UnderstoodGuide<'_>, what: &str, name: &str) -> Result<GuideChanges, Refusal> {
    if let Some((page, anchor)) = what.split_once('#') {
        let Some(path) = page_named(guide, page) else {
            return Err(Refusal::about("refactor-no-page", page));
        };
        return rename_heading(guide, &path, anchor, name);
    }
    match entries_named(guide, what).as_slice() {
        [entry] => rename_entry(guide, entry, name),
        [] if page_named(guide, what).is_some() => Err(Refusal::about("refactor-is-page", what)),
        [] => Err(Refusal::about("refactor-unknown-id", what)),
        several => {
            let names: Vec<_> = several.iter().map(|key| format!("`{key}`")).collect();
            Err(Refusal::about("refactor-several", what).arg("entries", names.join(", ")))
        }
    }
}

/// The entries with this id, of all kinds or of one: `support`, `contact:support`.
fn entries_named(guide: UnderstoodGuide<'_>, name: &str) -> Vec<EntryKey> {
    let (scheme, id) = name.split_once(':').map_or((None, name), |(scheme, id)| (Some(scheme), id));
    let is_named =
        |key: &&EntryKey| key.id.as_str() == id && scheme.is_none_or(|scheme| scheme == key.kind.scheme());
    guide.site.entries.keys().filter(is_named).cloned().collect()
}
