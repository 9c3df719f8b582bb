//! Builds the next tree beside the old one and swaps the two.
use super::carry;
use super::disk::{
    exchange, ignore_in_cleanup, is_same_file, remove_files, remove_tree, sync_folder, write_failure,
};
use super::fill::fill;
use super::manifest::Manifest;
use super::output_dir::{MANIFEST, OutputDir};
use super::plan::WritePlan;
use super::survey::Survey;
use super::sync::{UnsyncedTree, is_missing};
use super::tree::{Newer, TreeContent, rescue};
use crate::failure::Failure;
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

/// How the new tree replaces the old one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(test), expect(dead_code, reason = "the others are what happens when a swap is refused"))]
pub(super) enum SwapMethod {
    /// By one exchange if the system has that, else by two renames.
    Swap,
    /// By two renames.
    Renames,
    /// File by file.
    Piecewise,
}

/// From this many folders on, the old tree is kept for the next build instead of being removed. On ext4, making and
/// removing ten thousand folders slows down from one second to twelve, because freed inodes are not reused for minutes.
/// Swapping two trees that both stay takes a third of a second.
const WORTH_KEEPING: usize = 1000;

/// Repairs what a killed build left behind. Must hold the lock.
pub(super) fn recover(output_dir: &OutputDir) -> Result<(), Failure> {
    let OutputDir { out, parent, staging, old, .. } = output_dir;
    let exists = |path: &Path| fs::symlink_metadata(path).is_ok();
    if !exists(old) && !exists(staging) {
        return Ok(());
    }
    // Killed between two renames: the old site is complete under another name.
    if old.is_dir() && !exists(out) {
        fs::rename(old, out).map_err(write_failure(out))?;
    }
    for (left, newer) in [(old, Newer::Left), (staging, Newer::Published)] {
        if exists(left) {
            rescue(left, output_dir, &TreeContent::list(left)?, newer)?;
            remove_tree(left).map_err(write_failure(left))?;
        }
    }
    // What the killed build did may not be on the disk yet.
    sync_folder(parent)
}

/// Moves what others put into the tree that is kept for the next build to the published one. True if there was
/// something.
pub(super) fn rescue_from_spare(output_dir: &OutputDir) -> Result<bool, Failure> {
    let spare = output_dir.spare_tree();
    if !spare.is_dir() {
        return Ok(false);
    }
    rescue(&spare, output_dir, &TreeContent::list(&spare)?, Newer::Unknown)
}

/// The staging folder, into which files may be written.
#[derive(Debug)]
pub(super) struct StagingFolder {
    /// What an older build left in it.
    pub(super) content: TreeContent,
    pub(super) unsynced: UnsyncedTree,
}

/// Makes the staging folder, or takes the tree that was kept for it; none if nothing can be written beside the output
/// folder.
pub(super) fn open(output_dir: &OutputDir) -> Result<Option<StagingFolder>, Failure> {
    let staging = &output_dir.staging;
    let mut content = TreeContent::default();
    if output_dir.spare_tree().is_dir() && fs::rename(output_dir.spare_tree(), staging).is_ok() {
        content = TreeContent::list(staging)?;
        rescue(staging, output_dir, &content, Newer::Unknown)?;
    } else {
        match fs::create_dir(staging) {
            Ok(()) => {}
            Err(why) if is_refusal(&why) && output_dir.out.is_dir() => return Ok(None),
            Err(why) => return Err(Failure::at("failure-write", staging, &why)),
        }
    }
    let opened = prepare(output_dir, content);
    if opened.is_err() {
        ignore_in_cleanup(remove_tree(staging));
    }
    opened.map(Some)
}

fn prepare(output_dir: &OutputDir, content: TreeContent) -> Result<StagingFolder, Failure> {
    let staging = &output_dir.staging;
    let unsynced = UnsyncedTree::open(staging)?;
    if let Ok(data) = fs::metadata(&output_dir.out) {
        fs::set_permissions(staging, data.permissions()).map_err(write_failure(staging))?;
    }
    // Without its manifest, a tree is never taken for a complete one.
    if content.files.contains(MANIFEST) {
        fs::remove_file(staging.join(MANIFEST)).map_err(write_failure(staging))?;
    }
    Ok(StagingFolder { content, unsynced })
}

/// Builds the next tree. The old one is only read, so a failure changes nothing. Gives what has to be moved from one to
/// the other before they are swapped.
pub(super) fn build<'a>(
    output_dir: &OutputDir,
    folder: &StagingFolder,
    plan: &WritePlan<'_>,
    survey: &'a Survey,
    manifest: &Manifest,
) -> Result<BTreeSet<&'a str>, Failure> {
    let built = fill(output_dir, folder, plan, survey, manifest);
    if built.is_err() {
        ignore_in_cleanup(remove_tree(&output_dir.staging));
    }
    built
}

/// Gives up a staging folder before anything was published from it. A large one, for a site with so many `folders`, is kept
/// for the next build.
pub(super) fn discard(output_dir: &OutputDir, folders: usize) {
    let staging = &output_dir.staging;
    if folders < WORTH_KEEPING || keep_as_spare(staging, output_dir).is_err() {
        ignore_in_cleanup(remove_tree(staging));
    }
}

/// Keeps a tree for the next build.
fn keep_as_spare(tree: &Path, output_dir: &OutputDir) -> Result<(), Failure> {
    fs::create_dir_all(&output_dir.spare).map_err(write_failure(&output_dir.spare))?;
    let hint = output_dir.spare.join(".gitignore");
    fs::write(&hint, "*\n").map_err(write_failure(&hint))?;
    fs::rename(tree, output_dir.spare_tree()).map_err(write_failure(&output_dir.spare))
}

/// Whether the system does not allow writing here at all. The output folder itself may still be writable.
fn is_refusal(why: &io::Error) -> bool {
    matches!(why.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem)
}

/// Puts the staged tree in the place of the old one. False, with nothing changed and the staged tree still there, if the
/// system does not allow this folder, or what others put there, to be moved.
pub(super) fn swap(
    output_dir: &OutputDir,
    survey: &Survey,
    carried: &BTreeSet<&str>,
    method: SwapMethod,
) -> Result<bool, Failure> {
    let OutputDir { out, parent, staging, .. } = output_dir;
    if !survey.exists {
        fs::rename(staging, out).map_err(write_failure(out))?;
        sync_folder(parent)?;
        return Ok(true);
    }
    let old = match carry::to_staging(output_dir, carried).and_then(|()| put_in_place(output_dir, method)) {
        Ok(old) => old,
        Err(why) => {
            carry::back(output_dir, carried)?;
            if is_unmovable(&why) {
                return Ok(false);
            }
            remove_tree(staging).map_err(write_failure(staging))?;
            return Err(Failure::at("failure-write", out, &why));
        }
    };
    if !carried.is_empty() {
        sync_folder(out)?;
    }
    sync_folder(parent)?;
    put_away(old, output_dir, survey)?;
    Ok(true)
}

/// Whether the system does not allow this to be moved at all, or not in this way.
fn is_unmovable(why: &io::Error) -> bool {
    use io::ErrorKind::{AlreadyExists, CrossesDevices, DirectoryNotEmpty, ResourceBusy};
    let in_the_way = matches!(why.kind(), AlreadyExists | CrossesDevices | DirectoryNotEmpty | ResourceBusy);
    in_the_way || is_refusal(why) || is_missing(why)
}

/// Swaps the two trees; gives the place of the old one. An error changes nothing.
fn put_in_place(output_dir: &OutputDir, method: SwapMethod) -> io::Result<&Path> {
    let OutputDir { out, staging, old, .. } = output_dir;
    if method == SwapMethod::Swap {
        match exchange(staging, out) {
            // Under its own name, the next build knows it for the older one if this build is killed.
            Ok(()) => return Ok(if fs::rename(staging, old).is_ok() { old } else { staging }),
            Err(why) if is_unmovable(&why) => {}
            Err(why) => return Err(why),
        }
    }
    fs::rename(out, old)?;
    fs::rename(staging, out).or_else(|why| fs::rename(old, out).and(Err(why)))?;
    Ok(old)
}

/// Removes the old tree, or keeps it for the next build.
fn put_away(old: &Path, output_dir: &OutputDir, survey: &Survey) -> Result<(), Failure> {
    for name in &survey.foreign {
        // If the owner saved the file during the build, the newer content counts.
        let (theirs, linked) = (old.join(name), output_dir.out.join(name));
        if theirs.is_file() && !is_same_file(&theirs, &linked) {
            fs::rename(&theirs, &linked).map_err(write_failure(&linked))?;
        }
    }
    remove_files(old, survey.foreign.iter().chain(&survey.unfinished).map(String::as_str))?;
    if survey.folders.len() >= WORTH_KEEPING {
        return keep_as_spare(old, output_dir);
    }
    if output_dir.spare.is_dir() {
        remove_tree(&output_dir.spare).map_err(write_failure(&output_dir.spare))?;
    }
    retire(old, output_dir, survey)
}

/// Removes what `survey` saw in a tree, name by name. What others have added since is moved to the new tree.
fn retire(old: &Path, output_dir: &OutputDir, survey: &Survey) -> Result<(), Failure> {
    remove_files(old, survey.ours.keys().map(String::as_str))?;
    for folder in survey.folders.iter().rev() {
        ignore_in_cleanup(fs::remove_dir(old.join(folder)));
    }
    rescue(old, output_dir, &TreeContent::list(old)?, Newer::Left)?;
    remove_tree(old).map_err(write_failure(old))
}
