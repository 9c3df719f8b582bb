//! The files of a site that is the same, where only the content of some pages changed.
//!
//! Outputs that read no page but through the site make nothing then: their files are kept without asking what each of
//! them depends on.
use super::outputs::Outputs;
use super::update::{put, replace_index};
use crate::model::{PageId, Parsed, Site};
use crate::output::pages::{DocumentPlan, OutputPlan, page, whole};
use crate::output::search;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Makes the files of the pages that changed, of the page that shows the whole guide, and of the search. None where a
/// path is wanted twice: which file has it is for all outputs together to say.
pub(crate) fn pages(
    site: &Site,
    parsed: &Parsed,
    plan: &OutputPlan<'_>,
    before: &Outputs,
    changed: BTreeSet<PageId>,
) -> Option<Outputs> {
    let mut outputs = before.clone();
    if changed.is_empty() {
        outputs.asked = Some(Arc::default());
        return Some(outputs);
    }
    let documents = DocumentPlan::new(plan, parsed, Some(changed.clone()));
    outputs.shows_rows |= documents.rows.is_some();
    let mut made = page::some(&documents, &changed);
    let search = search::of_build(site, parsed, before.search.as_ref(), None);
    made.extend(whole::make(&documents));
    replace_index(&mut outputs, search)?;
    for file in made {
        put(&mut outputs, site, file);
    }
    outputs.asked = Some(Arc::new(changed));
    Some(outputs)
}
