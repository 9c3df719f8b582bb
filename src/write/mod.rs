//! Makes the output folder equal to the build, as a whole or not at all.
//!
//! 1. `output_dir` decides whether the folder may be written to; `lock` keeps two builds apart.
//! 2. `stage` and `piecewise` repair what an interrupted build left behind.
//! 3. `survey` lists what is there: published files, according to the `manifest`, and files of others.
//! 4. `plan` decides what to keep, write and remove.
//! 5. `stage` builds the new tree beside the old one, has it filled by `fill`, and swaps the two; most files are there
//!    already, because `store` took them when they were made (`site_content`); `precompressed` adds copies. `carry` moves what
//!    others put there from one to the other. Where the folder cannot be swapped, `piecewise` replaces the files one by
//!    one, by a `journal`.
//!
//! Before the new site takes the place of the old one, `sync` waits until the disk holds it. `tree` lists a tree of
//! Jalon's and keeps what others put there; `disk` holds what several files share. `source` stands apart: it replaces a
//! file of the author's, for the commands that change the guide, `source_set` several or none, and `history` keeps the versions
//! that a file had. `new_folder` is what an import writes.
//!
//! `record` keeps in the `project_folder` what a build was made from and what it said (`saved_diagnostic`); where both are
//! the same again and the output folder is `unchanged`, nothing need be built. `built` opens an output folder to publish it
//! elsewhere.
#![expect(clippy::disallowed_methods, reason = "this module writes the disk for the pure ones")]

#[cfg(feature = "publish")]
pub(crate) mod built;
mod carry;
mod disk;
mod fill;
pub(crate) mod history;
mod journal;
mod lock;
mod manifest;
pub(crate) mod new_folder;
mod output_dir;
mod piecewise;
mod plan;
pub(crate) mod precompressed;
pub(crate) mod project_folder;
pub(crate) mod record;
mod saved_diagnostic;
mod site_content;
pub(crate) mod source;
pub(crate) mod source_set;
mod stage;
mod store;
mod survey;
mod sync;
mod tree;
pub(crate) mod unchanged;

#[cfg(test)]
mod recovery_tests;
#[cfg(test)]
mod store_tests;
#[cfg(test)]
mod tests;

pub(crate) use plan::PublishSummary;
pub(crate) use site_content::SiteContent;
pub(crate) use store::StagingStore;

use crate::failure::Failure;
use disk::{ignore_in_cleanup, remove_tree, write_failure};
use manifest::Manifest;
use output_dir::OutputDir;
use plan::WritePlan;
use stage::{StagingFolder, SwapMethod};
use std::path::Path;
use survey::Survey;

/// Keeps other publishers out of a folder that is published to file by file.
#[cfg(feature = "publish")]
pub(crate) fn lock_folder(folder: &Path) -> Result<impl std::fmt::Debug + use<>, Failure> {
    lock::take_at(&folder.join(output_dir::LOCK))
}

/// Makes `out` hold exactly these files, and those that others put there. With `force`, visible files of others are
/// accepted; they are never changed. Files that are in a store come with it.
pub(crate) fn publish(
    content: SiteContent<'_>,
    out: &Path,
    force: bool,
    store: Option<StagingStore>,
) -> Result<PublishSummary, Failure> {
    publish_with(content, out, (force, SwapMethod::Swap), store)
}

fn publish_with(
    content: SiteContent<'_>,
    out: &Path,
    (force, method): (bool, SwapMethod),
    store: Option<StagingStore>,
) -> Result<PublishSummary, Failure> {
    output_dir::check_paths(content.paths())?;
    if let Some(mut store) = store {
        store.is_used = true;
        let StagingStore { output_dir, folder, .. } = &store;
        return Publishing { output_dir, content, force, method }.run(Some(folder));
    }
    let output_dir = OutputDir::find(out)?;
    let lock = lock::take(&output_dir)?;
    stage::recover(&output_dir)?;
    piecewise::recover(&output_dir)?;
    let published = Publishing { output_dir: &output_dir, content, force, method }.run(None);
    drop(lock);
    published
}

/// What is published, where and how.
struct Publishing<'a> {
    output_dir: &'a OutputDir,
    content: SiteContent<'a>,
    force: bool,
    method: SwapMethod,
}

impl Publishing<'_> {
    /// Publishes, with files that are staged already or without any.
    fn run(&self, staged: Option<&StagingFolder>) -> Result<PublishSummary, Failure> {
        let Self { output_dir, content, force, .. } = *self;
        let discard = |failure: Failure| {
            if let Some(folder) = staged {
                stage::discard(output_dir, folder.content.folders.len());
            }
            failure
        };
        let manifest = Manifest::of(content);
        let names = content.names();
        let survey = survey::take(output_dir, &names, force).map_err(discard)?;
        let plan = WritePlan::make(output_dir, content, &survey).map_err(discard)?;
        let mut summary = plan.summary(content, &survey, manifest.stamp());
        if plan.written.is_empty() && plan.removed.is_empty() && survey.manifest.as_ref() == Some(&manifest) {
            if staged.is_some() {
                stage::discard(output_dir, survey.folders.len());
            }
            return Ok(summary);
        }
        // With a staging folder, that was done when it was made.
        let is_swapped = if staged.is_none() && stage::rescue_from_spare(output_dir)? {
            let survey = survey::take(output_dir, &names, force)?;
            let plan = WritePlan::make(output_dir, content, &survey)?;
            self.change(staged, &plan, &survey, &manifest)?
        } else {
            self.change(staged, &plan, &survey, &manifest)?
        };
        summary.one_by_one = !is_swapped;
        Ok(summary)
    }

    /// Makes the output folder equal to the build, by a swap if that is possible. False if the files had to be replaced one
    /// by one.
    fn change(
        &self,
        staged: Option<&StagingFolder>,
        plan: &WritePlan<'_>,
        survey: &Survey,
        manifest: &Manifest,
    ) -> Result<bool, Failure> {
        let Self { output_dir, method, .. } = *self;
        let may_swap =
            method != SwapMethod::Piecewise && survey.stuck.is_empty() && output_dir.can_be_moved();
        let opened = if may_swap && staged.is_none() { stage::open(output_dir)? } else { None };
        if let Some(folder) = staged.or(opened.as_ref()).filter(|_| may_swap) {
            let carried = stage::build(output_dir, folder, plan, survey, manifest)?;
            if stage::swap(output_dir, survey, &carried, method)? {
                return Ok(true);
            }
        }
        let Some(folder) = staged else {
            if opened.is_some() {
                remove_tree(&output_dir.staging).map_err(write_failure(&output_dir.staging))?;
            }
            piecewise::replace(output_dir, plan, survey, manifest)?;
            return Ok(false);
        };
        // The journal takes the staged files.
        let replaced =
            folder.unsynced.sync().and_then(|()| piecewise::replace(output_dir, plan, survey, manifest));
        ignore_in_cleanup(remove_tree(&output_dir.staging));
        replaced.map(|()| false)
    }
}

/// Finishes or undoes what a killed build left in an output folder, when the guide has errors and nothing is published:
/// so the last good site is whole all the same.
pub(crate) fn recover(out: &Path) -> Result<(), Failure> {
    if !OutputDir::has_leftovers(out) {
        return Ok(());
    }
    let output_dir = OutputDir::find(out)?;
    let lock = lock::take(&output_dir)?;
    stage::recover(&output_dir)?;
    piecewise::recover(&output_dir)?;
    drop(lock);
    Ok(())
}
