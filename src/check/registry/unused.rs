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
    // Mostly there are none, and the tasks of all pages are not read.
    let named = if unseen.is_empty() { HashSet::new() } else { named(site, files) };
    for (key, entry) in unseen.into_iter().filter(|(key, _)| !named.contains(*key)) {
        let diagnostic = Diagnostic::new(codes::REGISTRY_UNUSED_ENTRY, entry.span.clone());
        diagnostics.push(diagnostic.arg("kind", key.kind.scheme()).arg("id", key.id.as_str()));
    }
}

/// Entries that another entry, front matter or a task names.
fn named(site: &Site, files: SiteFiles<'_>) -> HashSet<EntryKey> {
    let mut named = HashSet::new();
    for entry in site.entries.values() {
        let others = entry.references().into_iter().map(|reference| reference.value);
        named.extend(others.filter(|key| *key != entry.key));
    }
    for page in &site.pages {
        page.outline.checklists.iter().for_each(|list| add_roles(&list.tasks, &mut named));
        if let Some(PageHead { front, .. }) = files.page(&page.source) {
            named.extend(
                front
                    .roles
                    .iter()
                    .chain(&front.owner)
                    .chain(&front.references)
                    .map(|entry| entry.value.clone()),
            );
        }
    }
    named
}

fn add_roles(tasks: &[Task], named: &mut HashSet<EntryKey>) {
    for task in tasks {
        for role in &task.roles {
            if !named.contains(role) {
                named.insert(role.clone());
            }
        }
        add_roles(&task.tasks, named);
    }
}
