//! Decides what must change in the output folder.
use super::output_dir::OutputDir;
use super::site_content::{NewFileBytes, SiteContent};
use super::survey::{Survey, folders_above, is_accepted};
use crate::failure::Failure;
use crate::stamp::Stamp;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs;

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
    pub(super) kept: Vec<(&'a str, NewFileBytes<'a>)>,
    pub(super) written: Vec<(&'a str, NewFileBytes<'a>)>,
    /// Published files that the site no longer has.
    pub(super) removed: Vec<&'a str>,
}

impl<'a> WritePlan<'a> {
    /// Compares the build with the output folder. Refuses to change files of others.
    pub(super) fn make(
        output_dir: &OutputDir,
        content: SiteContent<'a>,
        survey: &'a Survey,
    ) -> Result<Self, Failure> {
        let verdicts: Vec<_> = (content.files().into_par_iter())
            .map(|(path, bytes)| (path, bytes, state_of(output_dir, path, bytes, survey)))
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
        collisions.extend(in_the_way(content, survey));
        if !collisions.is_empty() {
            let names: Vec<_> = collisions.into_iter().take(5).collect();
            let at = output_dir.out.display().to_string();
            return Err(Failure { what: "failure-foreign-collision", at, why: names.join(", ") });
        }
        plan.removed = survey.ours.keys().map(String::as_str).filter(|path| !content.holds(path)).collect();
        Ok(plan)
    }

    /// The summary of publishing.
    pub(super) fn summary(&self, content: SiteContent<'_>, survey: &Survey, list: Stamp) -> PublishSummary {
        let ours: BTreeSet<_> = self.kept.iter().map(|(path, _)| *path).collect();
        let foreign = survey.all_foreign().filter(|path| !is_accepted(path) && !ours.contains(path.as_str()));
        PublishSummary {
            written: self.written.len(),
            kept: self.kept.len(),
            removed: self.removed.len(),
            files: content.len(),
            bytes: content.size(),
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

fn state_of(output_dir: &OutputDir, path: &str, bytes: NewFileBytes<'_>, survey: &Survey) -> FileState {
    if let Some(size) = survey.ours.get(path) {
        // Dates do not decide: any program can set them.
        let is_same = match bytes {
            NewFileBytes::Held(held) => *size == held.len() as u64 && is_published(output_dir, path, bytes),
            // That was found out when it was put there.
            NewFileBytes::Staged(file) => file.is_current,
        };
        return if is_same { FileState::Current } else { FileState::Write };
    }
    let is_movable_only = survey.whole.contains(path) || survey.stuck.contains(path);
    if is_movable_only || survey.foreign.contains(path) && !is_published(output_dir, path, bytes) {
        return FileState::Foreign;
    }
    if survey.foreign.contains(path) { FileState::Current } else { FileState::Write }
}

/// Whether a file in the output folder holds these bytes.
fn is_published(output_dir: &OutputDir, path: &str, bytes: NewFileBytes<'_>) -> bool {
    let there = fs::read(output_dir.out.join(path));
    match bytes {
        NewFileBytes::Held(held) => there.is_ok_and(|there| *there == **held),
        NewFileBytes::Staged(file) => there.is_ok_and(|there| {
            there.len() as u64 == file.size
                && fs::read(output_dir.staging.join(path)).is_ok_and(|staged| staged == there)
        }),
    }
}

/// Files and folders of others that stand where a folder is needed, or inside what has to become a file.
fn in_the_way<'a>(content: SiteContent<'a>, survey: &'a Survey) -> BTreeSet<&'a str> {
    let foreign: BTreeSet<&str> = survey.all_foreign().map(String::as_str).collect();
    let above_ours = content.paths().flat_map(|path| folders_above(path.as_str()));
    let mut blocking: BTreeSet<&str> = above_ours.filter(|folder| foreign.contains(folder)).collect();
    let is_wanted = |path: &str| content.holds(path);
    blocking.extend(foreign.iter().copied().filter(|path| folders_above(path).any(is_wanted)));
    blocking
}
