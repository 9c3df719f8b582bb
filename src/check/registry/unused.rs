//! Entries that no page shows or names.
use crate::check::shared::site_files::{PageHead, SiteFiles};
use crate::model::{Diagnostic, EntryKey, Kind, Site, Task, codes};
use std::collections::HashSet;

pub(super) fn site(site: &Site, files: SiteFiles<'_>, diagnostics: &mut Vec<Diagnostic>) {
    // The glossary shows every term, and a page with a directory shows every entry of its kind.
    let listed: HashSet<Kind> = site
        .pages
        .iter()
        .flat_map(|page| page.outline.directories.iter().copied())
        .chain([Kind::Term])
        .collect();
    let is_unseen = |(key, _): &(&EntryKey, _)| !listed.contains(&key.kind) && !site.uses.contains_key(*key);
    let unseen: Vec<_> = site.entries.iter().filter(is_unseen).collect();
    // Mostly there are none, and the pages are not read.
    let keys = unseen.iter().map(|(key, _)| *key).collect();
    let unnamed = if unseen.is_empty() { HashSet::new() } else { unnamed(site, files, keys) };
    for (key, entry) in unseen.into_iter().filter(|(key, _)| unnamed.contains(*key)) {
        let diagnostic = Diagnostic::new(codes::REGISTRY_UNUSED_ENTRY, entry.span.clone());
        diagnostics.push(diagnostic.arg("kind", key.kind.scheme()).arg("id", key.id.as_str()));
    }
}

/// Which of these entries no other entry, no front matter and no task names.
fn unnamed<'a>(
    site: &Site,
    files: SiteFiles<'_>,
    mut entries: HashSet<&'a EntryKey>,
) -> HashSet<&'a EntryKey> {
    for entry in site.entries.values() {
        for reference in entry.references().iter().filter(|reference| reference.value != entry.key) {
            entries.remove(&reference.value);
        }
    }
    for (path, PageHead { front, .. }) in files.pages() {
        // What is withheld names nothing.
        if !entries.is_empty() && site.by_source.contains_key(path) {
            for named in front.roles.iter().chain(&front.owner).chain(&front.references) {
                entries.remove(&named.value);
            }
        }
    }
    for page in &site.pages {
        // Tasks only name roles, and there are many.
        if !entries.iter().any(|key| key.kind == Kind::Role) {
            break;
        }
        page.outline.checklists.iter().for_each(|list| remove_roles(&list.tasks, &mut entries));
    }
    entries
}

fn remove_roles(tasks: &[Task], entries: &mut HashSet<&EntryKey>) {
    for task in tasks {
        for role in &task.roles {
            entries.remove(role);
        }
        remove_roles(&task.tasks, entries);
    }
}
