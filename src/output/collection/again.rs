//! The files of a site that is the same, where only the content of some pages changed.
//!
//! Outputs that read no page but through the site make nothing then: their files are kept without asking what each of
//! them depends on.
use super::outputs::{Outputs, about};
use crate::model::{Files, Parsed, Site, SourcePath, Sources};
use crate::output::kept::{KeptFiles, OutputFile};
use crate::output::pages::{DocumentPlan, OutputPlan, page, whole};
use crate::output::search::{self, SearchIndex};
use crate::stamp::Stamp;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Makes the files of the pages that changed, of the page that shows the whole guide, and of the search. None where a
/// path is wanted twice: which file has it is for all outputs together to say.
pub(crate) fn pages(
    site: &Site,
    parsed: &Parsed,
    sources: &Sources,
    before: &Outputs,
    changed: &[SourcePath],
) -> Option<Outputs> {
    let shared = before.plan.as_ref().filter(|_| !before.has_duplicates)?;
    let mut outputs = before.clone();
    if changed.is_empty() {
        return Some(outputs);
    }
    let plan = OutputPlan::new(site, sources, KeptFiles::new(&before.files, site.options.last), shared);
    let ids: BTreeSet<_> = changed.iter().filter_map(|path| site.id_of(path)).collect();
    let documents = DocumentPlan::new(&plan, parsed, Some(ids.clone()));
    outputs.shows_rows |= documents.rows.is_some();
    let (mut made, search): (Vec<OutputFile>, _) = rayon::join(
        || ids.par_iter().map(|id| page::one(&documents, *id)).collect(),
        || search::of_build(site, parsed, before.search.as_ref()),
    );
    made.extend(whole::make(&documents));
    replace_index(&mut outputs, search)?;
    for (path, file) in made {
        let about = about(site, &path, &file);
        if !about.is_empty() || outputs.about_files.contains_key(&path) {
            let about_files = Arc::make_mut(&mut outputs.about_files);
            about_files.remove(&path);
            if !about.is_empty() {
                about_files.insert(path.clone(), about);
            }
        }
        if outputs.files.get(&path).is_none_or(|old| !Arc::ptr_eq(&old.value, &file.value)) {
            Arc::make_mut(&mut outputs.files).insert(path, file);
        }
    }
    Some(outputs)
}

/// Replaces the files of the search. None where another file has the path of one of them.
fn replace_index(outputs: &mut Outputs, search: Option<SearchIndex>) -> Option<()> {
    let Some(new) = search else { return Some(()) };
    let old = outputs.search.replace(new.clone());
    if old.as_ref().is_some_and(|old| Arc::ptr_eq(&old.files, &new.files)) {
        return Some(());
    }
    let files = Arc::make_mut(&mut outputs.files);
    for (path, _) in old.iter().flat_map(|old| old.files.iter()) {
        files.remove(path);
    }
    let none = Files::new();
    let kept = KeptFiles::new(&none, false);
    for (path, bytes) in new.files.iter() {
        let (path, file) = kept.copy(path.clone(), bytes, Stamp::of_bytes(bytes));
        if files.insert(path, file).is_some() {
            return None;
        }
    }
    Some(())
}
