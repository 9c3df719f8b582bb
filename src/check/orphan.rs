//! Pages that readers only find by chance.
//!
//! Every page can be reached by a menu, the list of its section, the page before or after, or the site map
//! (`tests/it/navigation.rs`). But a section with a journey shows its steps instead of its pages. There, a page is an orphan
//! if it is no step and no text links to it.
use super::shared::findings::FindingsByPage;
use crate::model::{Diagnostic, Document, Page, PageId, Parsed, Site, Target, Task, codes};
use std::collections::BTreeSet;

/// The pages that are orphans unless a text links to them.
pub(super) fn left_out(site: &Site) -> BTreeSet<PageId> {
    // The home page shows all sections, even if it has a journey.
    let journeys = site.pages.iter().filter(|page| page.parent.is_some() && !page.steps.is_empty());
    journeys.flat_map(|section| &section.children).filter(|id| is_left_out(site, **id)).copied().collect()
}

/// Which of the pages left out a page links to.
pub(super) fn reached(
    site: &Site,
    page: &Page,
    document: &Document,
    left_out: &BTreeSet<PageId>,
) -> Vec<PageId> {
    let links = document.content.links.iter().filter(|_| !left_out.is_empty());
    let targets = links.filter_map(|link| match &link.target {
        Target::Page(path, _) if *site.on_disk(path) != page.source => site.by_source.get(site.on_disk(path)),
        _ => None,
    });
    targets.filter(|id| left_out.contains(id)).copied().collect()
}

pub(super) fn guide(
    site: &Site,
    parsed: &Parsed,
    left_out: &BTreeSet<PageId>,
    findings: &FindingsByPage,
) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    if left_out.is_empty() {
        return diagnostics;
    }
    let mut orphans = left_out.clone();
    for id in findings.values().flat_map(|found| &found.reaches) {
        orphans.remove(id);
    }
    for page in orphans.into_iter().map(|id| site.page(id)) {
        let (Some(document), Some(section)) = (parsed.document(page), page.parent) else { continue };
        let section = &site.page(section).source;
        let place = document.title_place(&page.source);
        let step = page.source.relative_to(section.folder());
        let diagnostic = Diagnostic::new(codes::LINK_ORPHAN_PAGE, place).arg("step", step);
        diagnostics.push(diagnostic.arg("section", section.in_guide().unwrap_or(section.as_str())));
    }
    diagnostics
}

/// Whether neither a page nor one of its children is a step of a journey, and no generated page links to it. The page of
/// a role links to pages with its tasks, and cards link to the page of their directory.
fn is_left_out(site: &Site, id: PageId) -> bool {
    let page = site.page(id);
    let is_step = |page: &Page| page.step.is_some_and(|(_, _, owner)| owner != id);
    let given = |task: &Task| !task.roles.is_empty();
    page.written
        && !is_step(page)
        && !page.children.iter().any(|below| is_step(site.page(*below)))
        && page.outline.directories.is_empty()
        && !page.outline.checklists.iter().flat_map(|list| &list.tasks).any(given)
}
