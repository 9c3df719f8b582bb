//! Makes the output folder equal to the build, whole or not at all.
//!
//! 1. `place` decides whether this is a folder that we may write, `lock` keeps two builds apart.
//! 2. `stage` fixes what an interrupted build left.
//! 3. `survey` sees what stands there: ours by the `manifest`, or somebody else's.
//! 4. `plan` says what is kept, written and removed.
//! 5. `stage` has the new tree built beside the old one by `fill` and swaps them; where a folder cannot be swapped,
//!    `piecewise` replaces the files one by one.
//!
//! `source` is apart: it replaces one file of the author's, for the commands that are asked to.
#![expect(clippy::disallowed_methods, reason = "this module writes the disk for the pure ones")]

mod disk;
mod fill;
mod lock;
mod manifest;
mod piecewise;
mod place;
mod plan;
pub mod source;
mod stage;
mod survey;

#[cfg(test)]
mod tests;

use crate::failure::Failure;
use crate::model::Files;
use manifest::Manifest;
use place::Place;
use plan::Plan;
use stage::Staged;
use std::path::Path;

/// What publishing did, counted in files of ours.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// New, or different from what stood there.
    pub written: usize,
    /// Already right; inode and time are as they were.
    pub kept: usize,
    /// No longer part of the site.
    pub removed: usize,
    /// All files of the site.
    pub files: usize,
    /// Their size together.
    pub bytes: u64,
    /// Paths in the output folder that are not ours and were left alone, hidden ones not counted.
    pub foreign: Vec<String>,
}

/// How a new tree takes the place of the old one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(test), expect(dead_code, reason = "the others are what happens when a swap is refused"))]
enum Way {
    /// In one step if the system can, else by two renames.
    Swap,
    /// By two renames.
    Renames,
    /// File by file.
    Piecewise,
}

/// Makes `out` hold exactly these files, besides what others put there. With `force`, visible files of others
/// are accepted too; none is ever changed.
pub fn publish(files: &Files, out: &Path, force: bool) -> Result<Published, Failure> {
    publish_by(files, out, force, Way::Swap)
}

fn publish_by(files: &Files, out: &Path, force: bool, way: Way) -> Result<Published, Failure> {
    place::check_paths(files)?;
    let place = Place::find(out)?;
    let lock = lock::take(&place)?;
    stage::recover(&place)?;

    let found = survey::look(&place, files, force)?;
    let plan = Plan::make(&place, files, &found)?;
    let manifest = Manifest::of(files);
    if plan.changes_something() || found.manifest != Some(manifest.clone()) {
        // A folder that another file system is mounted on, or that holds folders of others, stays in its place.
        let swappable = way != Way::Piecewise && found.is_swappable() && place.can_be_moved();
        let staged =
            if swappable { stage::build(&place, &plan, &found, &manifest)? } else { Staged::Refused };
        let swapped = match staged {
            Staged::Ready => stage::swap(&place, &found, way)?,
            Staged::Refused => false,
        };
        if !swapped {
            piecewise::replace(&place, &plan, &found, &manifest)?;
        }
    }
    lock.release();
    Ok(plan.outcome(files, &found))
}
