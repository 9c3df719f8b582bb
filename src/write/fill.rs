//! Fills the staging folder, from nothing or from what an older build left there.
use super::disk::{ignore_in_cleanup, is_same_file, make_folders, write_failure, write_new};
use super::manifest::Manifest;
use super::output_dir::{MANIFEST, OutputDir};
use super::plan::WritePlan;
use super::site_content::NewFileBytes;
use super::stage::StagingFolder;
use super::survey::{Survey, folders_above};
use super::tree::TreeContent;
use crate::failure::Failure;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

/// Fills the staging folder with what is not there yet, and waits until the disk holds it. Gives what others put into the
/// published tree and what has to be moved, because it cannot be linked.
pub(super) fn fill<'a>(
    output_dir: &OutputDir,
    StagingFolder { content, unsynced }: &StagingFolder,
    plan: &WritePlan<'_>,
    survey: &'a Survey,
    manifest: &Manifest,
) -> Result<BTreeSet<&'a str>, Failure> {
    let staging = &output_dir.staging;
    make_room(staging, content, plan, survey)?;
    let exists = |path: &str| content.files.contains(path);
    plan.written.par_iter().try_for_each(|(path, bytes)| match bytes {
        NewFileBytes::Held(bytes) if exists(path) => write_again(&staging.join(path), bytes),
        NewFileBytes::Held(bytes) => write_new(&staging.join(path), bytes),
        NewFileBytes::Staged(_) => Ok(()),
    })?;
    plan.kept.par_iter().try_for_each(|(path, bytes)| {
        let (from, to) = (output_dir.out.join(path), staging.join(path));
        match bytes {
            // Where hard links are not possible, the new tree gets a copy.
            NewFileBytes::Held(bytes) => link(&from, &to, exists(path)).or_else(|_| write_new(&to, bytes)),
            // A file of others that holds what is published.
            NewFileBytes::Staged(_) if survey.foreign.contains(*path) => {
                link(&from, &to, true).or_else(|_| fs::copy(&from, &to).map(drop)).map_err(write_failure(&to))
            }
            NewFileBytes::Staged(_) => Ok(()),
        }
    })?;
    let kept: BTreeSet<_> = plan.kept.iter().map(|(path, _)| *path).collect();
    let mut carried: BTreeSet<&str> = survey.whole.iter().map(String::as_str).collect();
    for path in survey.foreign.iter().filter(|path| !kept.contains(path.as_str())) {
        // Files of others are never copied: their owner, and what the system knows of them, would change.
        if link(&output_dir.out.join(path), &staging.join(path), exists(path)).is_err() {
            carried.insert(path);
        }
    }
    manifest.write(staging).map_err(write_failure(staging))?;
    unsynced.sync()?;
    Ok(carried)
}

/// Removes what the staging folder holds and the new tree does not, and makes the folders that are missing.
fn make_room(
    staging: &Path,
    content: &TreeContent,
    plan: &WritePlan<'_>,
    survey: &Survey,
) -> Result<(), Failure> {
    let ours = || plan.kept.iter().chain(&plan.written);
    let foreign = || survey.foreign.iter().map(String::as_str);
    let wanted: BTreeSet<&str> = ours().map(|(path, _)| *path).chain(foreign()).collect();
    let others = survey.whole.iter().map(String::as_str);
    // Folders of staged files are there.
    let held = ours().filter(|(_, bytes)| matches!(bytes, NewFileBytes::Held(_))).map(|(path, _)| *path);
    let mut missing: BTreeSet<&str> = held.chain(foreign()).chain(others).flat_map(folders_above).collect();
    missing.extend(empty_folders_of_others(survey));
    let mut folders: BTreeSet<&str> = ours().flat_map(|(path, _)| folders_above(path)).collect();
    folders.extend(&missing);
    clear(staging, content, &wanted, &folders)?;
    missing.retain(|folder| !content.folders.contains(*folder));
    make_folders(staging, &missing)
}

/// Empty folders in which nothing was ever published.
fn empty_folders_of_others(survey: &Survey) -> impl Iterator<Item = &str> {
    let listed = survey.manifest.iter().flat_map(|list| list.files.keys());
    let ours: BTreeSet<&str> = listed.flat_map(|path| folders_above(path)).collect();
    survey.folders.iter().map(String::as_str).filter(move |folder| !ours.contains(folder))
}

/// Removes what is in the staging folder and not wanted.
fn clear(
    staging: &Path,
    content: &TreeContent,
    wanted: &BTreeSet<&str>,
    folders: &BTreeSet<&str>,
) -> Result<(), Failure> {
    let too_many: Vec<_> =
        content.files.iter().filter(|path| !wanted.contains(path.as_str()) && *path != MANIFEST).collect();
    too_many.par_iter().try_for_each(|path| {
        let path = staging.join(path);
        fs::remove_file(&path).map_err(write_failure(&path))
    })?;
    // In reverse order the deepest folders come first.
    for folder in content.folders.iter().rev().filter(|folder| !folders.contains(folder.as_str())) {
        let path = staging.join(folder);
        fs::remove_dir(&path).map_err(write_failure(&path))?;
    }
    Ok(())
}

/// Makes a hard link, in place of a file that has the name already.
pub(super) fn link(from: &Path, to: &Path, exists: bool) -> io::Result<()> {
    if exists {
        if is_same_file(from, to) {
            return Ok(());
        }
        fs::remove_file(to)?;
    }
    fs::hard_link(from, to)
}

/// Overwrites a file of an older tree in place, unless it has other names: on ext4, making a new file costs much more
/// after many were removed.
pub(super) fn write_again(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    if has_one_name(path) {
        return fs::write(path, bytes).map_err(write_failure(path));
    }
    ignore_in_cleanup(fs::remove_file(path));
    write_new(path, bytes)
}

#[cfg(unix)]
fn has_one_name(path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    fs::symlink_metadata(path).is_ok_and(|data| data.is_file() && data.nlink() == 1)
}

#[cfg(not(unix))]
fn has_one_name(_: &Path) -> bool {
    false
}
