//! Ids of the registry that do not exist.
use super::MAX_COMPARED;
use crate::model::{Diagnostic, EntryKey, Kind, Outline, Site, Span, Task, codes};
use crate::text::nearest::nearest;

/// Reports an id that no entry has. `guess` says whether to look for the nearest one.
pub(in crate::check) fn unknown_id(site: &Site, key: &EntryKey, span: Span, guess: bool) -> Diagnostic {
    let diagnostic = Diagnostic::new(codes::REGISTRY_UNKNOWN_ID, span);
    let diagnostic = diagnostic.arg("kind", key.kind.scheme()).arg("id", key.id.as_str());
    diagnostic.nearest(if guess { nearest_id(site, key) } else { None })
}

/// Reports a role that does not exist and that has tasks.
pub(in crate::check) fn unknown_role(site: &Site, key: &EntryKey, span: Span, guess: bool) -> Diagnostic {
    let diagnostic = Diagnostic::new(codes::TASK_UNKNOWN_ROLE, span).arg("id", key.id.as_str());
    diagnostic.nearest(if guess { nearest_id(site, key) } else { None })
}

/// Reports an unknown entry that a page names: as a role where tasks of the page are given to it, because then nobody
/// sees them.
pub(in crate::check) fn unknown_in_page(
    site: &Site,
    outline: &Outline,
    key: &EntryKey,
    span: Span,
    guess: bool,
) -> Diagnostic {
    let has_tasks =
        key.kind == Kind::Role && outline.checklists.iter().any(|list| is_given(&list.tasks, key));
    if has_tasks { unknown_role(site, key, span, guess) } else { unknown_id(site, key, span, guess) }
}

fn is_given(tasks: &[Task], role: &EntryKey) -> bool {
    tasks.iter().any(|task| task.roles.contains(role) || is_given(&task.tasks, role))
}

fn nearest_id<'a>(site: &'a Site, missing: &EntryKey) -> Option<&'a str> {
    let ids = site.entries.keys().filter(|key| key.kind == missing.kind).map(|key| key.id.as_str());
    nearest(missing.id.as_str(), ids.take(MAX_COMPARED))
}

/// The entry of another kind that has the id, as references name it: `tool:coop`.
pub(in crate::check) fn of_another_kind(site: &Site, missing: &EntryKey) -> Option<String> {
    let kinds = Kind::ALL.into_iter().filter(|kind| *kind != missing.kind);
    let mut keys = kinds.map(|kind| EntryKey { kind, id: missing.id.clone() });
    keys.find(|key| site.entry(key).is_some()).map(|key| key.to_string())
}
