//! The files of the build before, with those that may differ now in their place.
use super::outputs::{Outputs, about};
use crate::model::{Diagnostic, Noted, OutPath, PageId, Site};
use crate::output::kept::{MadeFile, OutputFile};
use crate::output::pages::SitePlan;
use crate::output::search::SearchIndex;
use crate::output::theme::Engine;
use crate::stamp::{Made, Stamp};
use std::collections::BTreeSet;
use std::sync::Arc;

/// What a build has besides files.
pub(crate) struct Update {
    pub(crate) engine: Engine,
    pub(crate) plan: SitePlan,
    pub(crate) shows_rows: bool,
    /// The pages that were asked for.
    pub(crate) asked: BTreeSet<PageId>,
}

impl Update {
    /// Replaces files of the build before by these, output by output; an output makes all of its files, that of pages only
    /// those that were asked for. None where a path is wanted twice: which file has it is for all outputs to say.
    pub(crate) fn of(
        self,
        site: &Site,
        before: &Outputs,
        made: Vec<Vec<OutputFile>>,
        search: Option<SearchIndex>,
        about_all: Vec<Diagnostic>,
    ) -> Option<Outputs> {
        let Self { engine, plan, shows_rows, asked } = self;
        let mut outputs =
            Outputs { engine, plan: Some(plan), shows_rows, about_all: about_all.into(), ..before.clone() };
        let paths = (made.iter().enumerate()).map(|(at, files)| match at {
            // Pages are at the addresses that they had.
            0 => before.paths.first().cloned().unwrap_or_default(),
            _ => files.iter().map(|(path, _)| path.clone()).collect::<Vec<_>>(),
        });
        let paths: Vec<_> = paths.collect();
        for (old, new) in before.paths.iter().zip(&paths).filter(|(old, new)| old != new) {
            replace_paths(&mut outputs, old, new)?;
        }
        outputs.paths = paths.into();
        replace_index(&mut outputs, search)?;
        for file in made.into_iter().flatten() {
            put(&mut outputs, site, file);
        }
        outputs.asked = Some(Arc::new(asked));
        Some(outputs)
    }
}

/// Drops files that an output makes no more. None if another output has made one of its new ones.
fn replace_paths(outputs: &mut Outputs, old: &[OutPath], new: &[OutPath]) -> Option<()> {
    let (old, new): (BTreeSet<_>, BTreeSet<_>) = (old.iter().collect(), new.iter().collect());
    for path in old.difference(&new) {
        outputs.files.remove(*path);
        Arc::make_mut(&mut outputs.about_files).remove(*path);
    }
    new.difference(&old).all(|path| !outputs.has(path)).then_some(())
}

/// Puts a file into its place, unless it is the one that is there. A build after another one has no store.
pub(super) fn put(outputs: &mut Outputs, site: &Site, (path, file): OutputFile) {
    let is_there = match &file {
        MadeFile::Held(new) => {
            outputs.files.get(&path).is_some_and(|old| Arc::ptr_eq(&old.value, &new.value))
        }
        MadeFile::OnRequest(new) => {
            outputs.pages.get(&path).is_some_and(|old| Arc::ptr_eq(&old.value, &new.value))
        }
        MadeFile::Stored(..) => true,
    };
    if is_there {
        return;
    }
    let about = about(site, &path, file.size(), file.diagnostics());
    if !about.is_empty() || outputs.about_files.contains_key(&path) {
        let about_files = Arc::make_mut(&mut outputs.about_files);
        about_files.remove(&path);
        if !about.is_empty() {
            about_files.insert(path.clone(), about);
        }
    }
    match file {
        MadeFile::Held(file) => drop(outputs.files.insert(path, file)),
        MadeFile::OnRequest(page) => drop(outputs.pages.insert(path, page)),
        MadeFile::Stored(..) => {}
    }
}

/// Replaces the files of the search. None where another file has the path of one of them.
pub(super) fn replace_index(outputs: &mut Outputs, search: Option<SearchIndex>) -> Option<()> {
    let Some(new) = search else { return Some(()) };
    let old = outputs.search.replace(new.clone());
    if old.as_ref().is_some_and(|old| Arc::ptr_eq(&old.files, &new.files)) {
        return Some(());
    }
    let files = &mut outputs.files;
    for (path, _) in old.iter().flat_map(|old| old.files.iter()) {
        files.remove(path);
    }
    for (path, bytes) in new.files.iter() {
        let value = Arc::new(Noted::clean(bytes.clone()));
        let is_new = files.insert(path.clone(), Made { from: Stamp::of_bytes(bytes), value }).is_none();
        if !is_new || outputs.pages.contains_key(path) {
            return None;
        }
    }
    Some(())
}
