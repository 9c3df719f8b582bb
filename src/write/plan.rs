//! Decides what must change in the output folder.
use super::output_dir::OutputDir;
use super::survey::{Survey, folders_above, is_accepted};
use crate::failure::Failure;
use crate::model::{Bytes, Files, OutPath};
use crate::stamp::Stamp;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The result of publishing, in numbers of published files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct PublishSummary {
    /// New or changed files.
    pub written: usize,
    /// Files that were current already; inode and time are unchanged.
    pub kept: usize,
    /// Files that are no longer part of the site.
    pub removed: usize,
    /// All files of the site.
    pub files: usize,
    /// Their size together.
    pub bytes: u64,
    /// Files of others in the output folder, which were left alone. Hidden ones are not listed.
    pub foreign: Vec<String>,
    /// The stamp of the list of all files.
    pub list: Stamp,
    /// Whether the files were replaced one by one, because the folder cannot be swapped.
    pub one_by_one: bool,
}

/// The files by what happens to them, sorted.
#[derive(Debug, Default)]
pub(super) struct WritePlan<'a> {
    pub(super) kept: Vec<(&'a str, &'a Bytes)>,
    pub(super) written: Vec<(&'a str, &'a Bytes)>,
    /// Published files that the site no longer has.
    pub(super) removed: Vec<&'a str>,
}

impl<'a> WritePlan<'a> {
    /// Compares the build with the output folder. Refuses to change files of others.
    pub(super) fn make(
        output_dir: &OutputDir,
        files: &'a Files,
        survey: &'a Survey,
    ) -> Result<Self, Failure> {
        let verdicts: Vec<_> = files
            .par_iter()
            .map(|(path, made)| {
                let (path, bytes) = (path.as_str(), &made.value.value);
                (path, bytes, state_of(&output_dir.out, path, bytes, survey))
            })
            .collect();
        let mut plan = Self::default();
        let mut collisions = BTreeSet::new();
        for (path, bytes, verdict) in verdicts {
            match verdict {
                FileState::Current => plan.kept.push((path, bytes)),
                FileState::Write => plan.written.push((path, bytes)),
                FileState::Foreign => {
                    collisions.insert(path);
                }
            }
        }
        collisions.extend(in_the_way(files, survey));
        if !collisions.is_empty() {
            let names: Vec<_> = collisions.into_iter().take(5).collect();
            let at = output_dir.out.display().to_string();
            return Err(Failure { what: "failure-foreign-collision", at, why: names.join(", ") });
        }
        let wanted = |path: &str| files.contains_key(&OutPath::new(path));
        plan.removed = survey.ours.keys().map(String::as_str).filter(|path| !wanted(path)).collect();
        Ok(plan)
    }

    /// The summary of publishing.
    pub(super) fn summary(&self, files: &Files, survey: &Survey, list: Stamp) -> PublishSummary {
        let ours: BTreeSet<_> = self.kept.iter().map(|(path, _)| *path).collect();
        let foreign = survey.all_foreign().filter(|path| !is_accepted(path) && !ours.contains(path.as_str()));
        PublishSummary {
            written: self.written.len(),
            kept: self.kept.len(),
            removed: self.removed.len(),
            files: files.len(),
            bytes: files.values().map(|made| made.value.value.len() as u64).sum(),
            foreign: foreign.cloned().collect(),
            list,
            one_by_one: false,
        }
    }
}

enum FileState {
    Current,
    Write,
    /// A file of others, with other content.
    Foreign,
}

fn state_of(out: &Path, path: &str, bytes: &Bytes, survey: &Survey) -> FileState {
    if let Some(size) = survey.ours.get(path) {
        // Dates do not decide: any program can set them.
        let is_same = *size == bytes.len() as u64 && holds(out, path, bytes);
        return if is_same { FileState::Current } else { FileState::Write };
    }
    let is_movable_only = survey.whole.contains(path) || survey.stuck.contains(path);
    if is_movable_only || survey.foreign.contains(path) && !holds(out, path, bytes) {
        return FileState::Foreign;
    }
    if survey.foreign.contains(path) { FileState::Current } else { FileState::Write }
}

fn holds(out: &Path, path: &str, bytes: &Bytes) -> bool {
    fs::read(out.join(path)).is_ok_and(|there| *there == **bytes)
}

/// Files and folders of others that stand where a folder is needed, or inside what has to become a file.
fn in_the_way<'a>(files: &'a Files, survey: &'a Survey) -> BTreeSet<&'a str> {
    let foreign: BTreeSet<&str> = survey.all_foreign().map(String::as_str).collect();
    let above_ours = files.keys().flat_map(|path| folders_above(path.as_str()));
    let mut blocking: BTreeSet<&str> = above_ours.filter(|folder| foreign.contains(folder)).collect();
    let wanted = |path: &str| files.contains_key(&OutPath::new(path));
    blocking.extend(foreign.iter().copied().filter(|path| folders_above(path).any(wanted)));
    blocking
}
