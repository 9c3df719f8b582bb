//! Does something lead to each page?
//!
//! The menu of the page above, the list of its section, the page before or after, or the site map name every page, so
//! none is out of reach (`tests/it/reach.rs`). But a section with a journey shows its steps in place of its pages: a page
//! that is no step and that no text links to is met by chance alone.
use super::near::relative;
use crate::model::{Diagnostic, Document, Page, PageId, Parsed, Site, Target, Task, codes};
use std::collections::BTreeSet;

pub(super) fn guide(site: &Site, parsed: &Parsed, diagnostics: &mut Vec<Diagnostic>) {
    // The menu of the home page is the table of contents of the guide, with a journey or without.
    let journeys = site.pages.iter().filter(|page| page.parent.is_some() && !page.steps.is_empty());
    let left_out = journeys.flat_map(|section| section.children.iter().filter(|id| is_left_out(site, **id)));
    let mut alone: BTreeSet<PageId> = left_out.copied().collect();
    if alone.is_empty() {
        return;
    }
    for page in &site.pages {
        for link in document(parsed, page).map_or(&[][..], |document| &document.content.links) {
            if let Target::Page(path, _) = &link.target
                && *path != page.source
                && let Some(id) = site.by_source.get(path)
            {
                alone.remove(id);
            }
        }
    }
    for page in alone.into_iter().map(|id| site.page(id)) {
        let (Some(document), Some(section)) = (document(parsed, page), page.parent) else { continue };
        let section = &site.page(section).source;
        let diagnostic = Diagnostic::new(codes::LINK_ORPHAN_PAGE, document.title_place(&page.source));
        let step = relative(section.folder(), page.source.as_str());
        diagnostics.push(
            diagnostic.arg("step", step).arg("section", section.in_guide().unwrap_or(section.as_str())),
        );
    }
}

fn document<'a>(parsed: &'a Parsed, page: &Page) -> Option<&'a Document> {
    parsed.pages.get(&page.source).map(|kept| &kept.value.value)
}

/// Whether no journey has a page or one right below it as a step, and no page that Jalon writes leads to it: the page of
/// a role to its tasks, cards to their directory.
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
