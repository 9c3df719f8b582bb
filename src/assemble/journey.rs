//! Journeys: pages that are the steps of another page.
use super::tree::Tree;
use crate::model::{Diagnostic, Page, PageId, Parsed, SourcePath, Span, codes, join_path};
use crate::stamp::Table;
use crate::text::composed::composed;
use crate::text::nearest::nearest;

/// How many pages are compared with an unknown step.
const MAX_COMPARED: usize = 2000;

/// Links every journey with its steps. A page that several journeys name is a step of the first.
pub(super) fn link(
    tree: &mut Tree,
    parsed: &Parsed,
    stored: &Table<SourcePath, SourcePath>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let begins = |(page, id): (&Page, u32)| (!page.outline.steps.is_empty()).then_some(PageId(id));
    let owners: Vec<PageId> = tree.pages.iter().zip(0..).filter_map(begins).collect();
    for owner in owners {
        let steps = steps(tree, parsed, stored, owner, diagnostics);
        for (id, place) in steps.iter().zip(1..) {
            let page = &mut tree.pages[id.0 as usize];
            if page.step.is_none() {
                page.step = Some((place, steps.len(), owner));
            }
        }
        tree.pages[owner.0 as usize].steps = steps;
    }
}

/// The published steps of a journey, in order and without duplicates.
fn steps(
    tree: &Tree,
    parsed: &Parsed,
    stored: &Table<SourcePath, SourcePath>,
    owner: PageId,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<PageId> {
    let page = &tree.pages[owner.0 as usize];
    let mut found = Vec::new();
    for step in &page.outline.steps {
        let step = stored.get(step).unwrap_or(step);
        if let Some(id) = tree.by_source.get(step).filter(|id| **id != owner) {
            if !found.contains(id) {
                found.push(*id);
            }
            continue;
        }
        let (span, written) = written_step(parsed, &page.source, step);
        if tree.unpublished.binary_search(step).is_ok() {
            diagnostics.push(Diagnostic::new(codes::LINK_DRAFT, span).arg("target", written));
            continue;
        }
        let wanted = step.in_guide().unwrap_or(step.as_str());
        let files = tree.pages.iter().filter(|page| page.written).filter_map(|page| page.source.in_guide());
        let near = nearest(wanted, files.take(MAX_COMPARED))
            .map(|near| SourcePath::new(format!("guide/{near}")).relative_to(page.source.folder()));
        let diagnostic = Diagnostic::new(codes::FRONT_UNKNOWN_STEP, span).arg("target", written);
        diagnostics.push(diagnostic.nearest(near.as_deref()));
    }
    found
}

/// The span of a step in front matter, and its text.
fn written_step(parsed: &Parsed, file: &SourcePath, step: &SourcePath) -> (Span, String) {
    let front = parsed.pages.get(file).map(|kept| &kept.value.value.front);
    let written = front.and_then(|front| {
        front.steps.iter().find(|located| {
            let path = join_path(file.folder(), &located.value);
            path.is_some_and(|path| composed(&path) == composed(step.as_str()))
        })
    });
    match written {
        Some(located) => (located.span.clone(), located.value.clone()),
        None => (Span::start_of(file), step.in_guide().unwrap_or(step.as_str()).to_owned()),
    }
}
