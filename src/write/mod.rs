//! Makes the output folder equal to the build, as a whole or not at all.
//!
//! 1. `output_dir` decides whether the folder may be written to; `lock` keeps two builds apart.
//! 2. `stage` repairs what an interrupted build left behind.
//! 3. `survey` lists what is there: published files, according to the `manifest`, and files of others.
//! 4. `plan` decides what to keep, write and remove.
//! 5. `stage` builds the new tree beside the old one, has it filled by `fill`, and swaps the two. Where the folder
//!    cannot be swapped, `piecewise` replaces the files one by one.
//!
//! `disk` holds what several files share. `source` stands apart: it replaces a file of the author's, for the commands
//! that change the guide.
#![expect(clippy::disallowed_methods, reason = "this module writes the disk for the pure ones")]

mod disk;
mod fill;
mod lock;
mod manifest;
mod output_dir;
mod piecewise;
mod plan;
pub(crate) mod source;
mod stage;
mod survey;

#[cfg(test)]
mod tests;

pub(crate) use plan::PublishSummary;

use crate::failure::Failure;
use crate::model::Files;
use manifest::Manifest;
use output_dir::OutputDir;
use plan::WritePlan;
use stage::SwapMethod;
use std::path::Path;

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

    let survey = survey::take(&output_dir, files, force)?;
    let plan = WritePlan::make(&output_dir, files, &survey)?;
    let manifest = Manifest::of(files);
    if !plan.written.is_empty() || !plan.removed.is_empty() || survey.manifest != Some(manifest.clone()) {
        // Files of others can be linked into the new tree, nothing else of theirs can. A mount point cannot be moved.
        let can_swap =
            method != SwapMethod::Piecewise && survey.fixed.is_empty() && output_dir.can_be_moved();
        let is_swapped = can_swap
            && stage::build(&output_dir, &plan, &survey, &manifest)?
            && stage::swap(&output_dir, &survey, method)?;
        if !is_swapped {
            piecewise::replace(&output_dir, &plan, &survey, &manifest)?;
        }
    }
    drop(lock);
    Ok(plan.summary(files, &survey))
}
