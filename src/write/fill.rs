//! Fills the staging folder, from nothing or from what an older build left there.
use super::disk::{ignore_in_cleanup, is_same_file, make_folders, write_failure, write_new};
use super::manifest::Manifest;
use super::output_dir::{MANIFEST, OutputDir};
use super::plan::WritePlan;
use super::survey::{Survey, folders_above};
use super::sync::UnsyncedTree;
use super::tree::TreeContent;
use crate::failure::Failure;
use crate::model::Bytes;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

/// Fills the staging folder, whose present content is `content`, and waits until the disk holds it. Gives what others
/// put into the published tree and what has to be moved, because it cannot be linked.
pub(super) fn fill<'a>(
    output_dir: &OutputDir,
    plan: &WritePlan<'_>,
    survey: &'a Survey,
    manifest: &Manifest,
    content: &TreeContent,
) -> Result<BTreeSet<&'a str>, Failure> {
    let staging = &output_dir.staging;
    let unsynced = UnsyncedTree::open(staging)?;
    if let Ok(data) = fs::metadata(&output_dir.out) {
        fs::set_permissions(staging, data.permissions()).map_err(write_failure(staging))?;
    }
    // Without its manifest, a tree is never taken for a complete one.
    if content.files.contains(MANIFEST) {
        fs::remove_file(staging.join(MANIFEST)).map_err(write_failure(staging))?;
    }
    let ours = plan.kept.iter().chain(&plan.written).map(|(path, _)| *path);
    let linked: BTreeSet<&str> = ours.chain(survey.foreign.iter().map(String::as_str)).collect();
    let moved = survey.whole.iter().map(String::as_str);
    let mut folders: BTreeSet<&str> =
        linked.iter().copied().chain(moved.clone()).flat_map(folders_above).collect();
    folders.extend(empty_folders_of_others(survey));
    clear(staging, content, &linked, &folders)?;
    folders.retain(|folder| !content.folders.contains(*folder));
    make_folders(staging, &folders)?;

    let exists = |path: &str| content.files.contains(path);
    plan.written.par_iter().try_for_each(|(path, bytes)| {
        let to = staging.join(path);
        if exists(path) { write_again(&to, bytes) } else { write_new(&to, bytes) }
    })?;
    plan.kept.par_iter().try_for_each(|(path, bytes)| {
        let (from, to) = (output_dir.out.join(path), staging.join(path));
        // Where hard links are not possible, the new tree gets a copy.
        link(&from, &to, exists(path)).or_else(|_| write_new(&to, bytes))
    })?;
    let kept: BTreeSet<_> = plan.kept.iter().map(|(path, _)| *path).collect();
    let mut carried: BTreeSet<&str> = moved.collect();
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
fn link(from: &Path, to: &Path, exists: bool) -> io::Result<()> {
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
fn write_again(path: &Path, bytes: &Bytes) -> Result<(), Failure> {
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
