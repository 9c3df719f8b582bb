//! Pages that readers only find by chance.
//!
//! Every page can be reached by a menu, the list of its section, the page before or after, or the site map
//! (`tests/it/navigation.rs`). But a section with a journey shows its steps instead of its pages. There, a page is an orphan
//! if it is no step and no text links to it.
use crate::model::{Diagnostic, Document, Page, PageId, Parsed, Site, Target, Task, codes};
use std::collections::BTreeSet;

pub(super) fn guide(site: &Site, parsed: &Parsed, diagnostics: &mut Vec<Diagnostic>) {
    // The home page shows all sections, even if it has a journey.
    let journeys = site.pages.iter().filter(|page| page.parent.is_some() && !page.steps.is_empty());
    let left_out = journeys.flat_map(|section| section.children.iter().filter(|id| is_left_out(site, **id)));
    let mut orphans: BTreeSet<PageId> = left_out.copied().collect();
    if orphans.is_empty() {
        return;
    }
    for page in &site.pages {
        for link in document(parsed, page).map_or(&[][..], |document| &document.content.links) {
            if let Target::Page(path, _) = &link.target
                && *site.on_disk(path) != page.source
                && let Some(id) = site.by_source.get(site.on_disk(path))
            {
                orphans.remove(id);
            }
        }
    }
    for page in orphans.into_iter().map(|id| site.page(id)) {
        let (Some(document), Some(section)) = (document(parsed, page), page.parent) else { continue };
        let section = &site.page(section).source;
        let diagnostic = Diagnostic::new(codes::LINK_ORPHAN_PAGE, document.title_place(&page.source));
        let step = page.source.relative_to(section.folder());
        diagnostics.push(
            diagnostic.arg("step", step).arg("section", section.in_guide().unwrap_or(section.as_str())),
        );
    }
}

fn document<'a>(parsed: &'a Parsed, page: &Page) -> Option<&'a Document> {
    parsed.pages.get(&page.source).map(|kept| &kept.value.value)
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
