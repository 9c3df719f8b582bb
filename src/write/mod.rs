//! Makes the output folder equal to the build, as a whole or not at all.
//!
//! 1. `output_dir` decides whether the folder may be written to; `lock` keeps two builds apart.
//! 2. `stage` and `piecewise` repair what an interrupted build left behind.
//! 3. `survey` lists what is there: published files, according to the `manifest`, and files of others.
//! 4. `plan` decides what to keep, write and remove.
//! 5. `stage` builds the new tree beside the old one, has it filled by `fill`, and swaps the two; `carry` moves what
//!    others put there from one to the other. Where the folder cannot be swapped, `piecewise` replaces the files one by
//!    one, by a `journal`.
//!
//! Before the new site takes the place of the old one, `sync` waits until the disk holds it. `tree` lists a tree of
//! Jalon's and keeps what others put there; `disk` holds what several files share. `source` stands apart: it replaces a
//! file of the author's, for the commands that change the guide; and so does `new_folder`, which an import writes.
//!
//! `record` keeps in the `project_folder` what a build was made from and what it said (`saved_diagnostic`); where both are
//! the same again and the output folder is `unchanged`, nothing need be built.
#![expect(clippy::disallowed_methods, reason = "this module writes the disk for the pure ones")]

mod carry;
mod disk;
mod fill;
mod journal;
mod lock;
mod manifest;
pub(crate) mod new_folder;
mod output_dir;
mod piecewise;
mod plan;
pub(crate) mod project_folder;
pub(crate) mod record;
mod saved_diagnostic;
pub(crate) mod source;
mod stage;
mod survey;
mod sync;
mod tree;
pub(crate) mod unchanged;

#[cfg(test)]
mod recovery_tests;
#[cfg(test)]
mod tests;

pub(crate) use plan::PublishSummary;

use crate::failure::Failure;
use crate::model::{Files, OutPath};
use manifest::Manifest;
use output_dir::OutputDir;
use plan::WritePlan;
use stage::SwapMethod;
use std::collections::BTreeSet;
use std::path::Path;
use survey::Survey;

/// Makes `out` hold exactly these files, and those that others put there. With `force`, visible files of others are
/// accepted; they are never changed.
pub(crate) fn publish(files: &Files, out: &Path, force: bool) -> Result<PublishSummary, Failure> {
    publish_with(files, out, force, SwapMethod::Swap)
}

fn publish_with(
    files: &Files,
    out: &Path,
    force: bool,
    method: SwapMethod,
) -> Result<PublishSummary, Failure> {
    output_dir::check_paths(files)?;
    let output_dir = OutputDir::find(out)?;
    let lock = lock::take(&output_dir)?;
    stage::recover(&output_dir)?;
    piecewise::recover(&output_dir)?;

    let manifest = Manifest::of(files);
    let names: BTreeSet<&str> = files.keys().map(OutPath::as_str).collect();
    let survey = survey::take(&output_dir, &names, force)?;
    let plan = WritePlan::make(&output_dir, files, &survey)?;
    let mut summary = plan.summary(files, &survey, manifest.stamp());
    if plan.written.is_empty() && plan.removed.is_empty() && survey.manifest.as_ref() == Some(&manifest) {
        return Ok(summary);
    }
    let is_swapped = if stage::rescue_from_spare(&output_dir)? {
        let survey = survey::take(&output_dir, &names, force)?;
        let plan = WritePlan::make(&output_dir, files, &survey)?;
        change(&output_dir, &plan, &survey, &manifest, method)?
    } else {
        change(&output_dir, &plan, &survey, &manifest, method)?
    };
    summary.one_by_one = !is_swapped;
    drop(lock);
    Ok(summary)
}

/// Makes the output folder equal to the build, by a swap if that is possible. False if the files had to be replaced one
/// by one.
fn change(
    output_dir: &OutputDir,
    plan: &WritePlan<'_>,
    survey: &Survey,
    manifest: &Manifest,
    method: SwapMethod,
) -> Result<bool, Failure> {
    let may_swap = method != SwapMethod::Piecewise && survey.stuck.is_empty() && output_dir.can_be_moved();
    if may_swap
        && let Some(carried) = stage::build(output_dir, plan, survey, manifest)?
        && stage::swap(output_dir, survey, &carried, method)?
    {
        return Ok(true);
    }
    piecewise::replace(output_dir, plan, survey, manifest)?;
    Ok(false)
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
