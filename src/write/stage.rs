//! Builds the next tree beside the old one and swaps the two.
use super::disk::{ignore_in_cleanup, is_same_file, remove_files, remove_tree, sync_folder, write_failure};
use super::fill::{TreeContent, fill};
use super::manifest::Manifest;
use super::output_dir::{MANIFEST, OutputDir};
use super::plan::WritePlan;
use super::survey::Survey;
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
    // Killed between two renames: the old site is complete under another name.
    if output_dir.old.is_dir() && !output_dir.out.exists() {
        fs::rename(&output_dir.old, &output_dir.out).map_err(write_failure(&output_dir.out))?;
    }
    for left in [&output_dir.old, &output_dir.staging] {
        if fs::symlink_metadata(left).is_ok() {
            rescue(left, output_dir, &TreeContent::list(left)?)?;
            remove_tree(left).map_err(write_failure(left))?;
        }
    }
    Ok(())
}

/// Builds the next tree. The old one is only read, so a failure changes nothing. False if nothing can be written beside
/// the output folder.
pub(super) fn build(
    output_dir: &OutputDir,
    plan: &WritePlan<'_>,
    survey: &Survey,
    manifest: &Manifest,
) -> Result<bool, Failure> {
    let mut content = TreeContent::default();
    if output_dir.spare_tree().is_dir() && fs::rename(output_dir.spare_tree(), &output_dir.staging).is_ok() {
        content = TreeContent::list(&output_dir.staging)?;
        content.late = late(&output_dir.staging, output_dir, &content)?;
    } else {
        match fs::create_dir(&output_dir.staging) {
            Ok(()) => {}
            Err(why) if is_refusal(&why) && output_dir.out.is_dir() => return Ok(false),
            Err(why) => return Err(Failure::at("failure-write", &output_dir.staging, &why)),
        }
    }
    let built = fill(output_dir, plan, survey, manifest, &content);
    if !matches!(built, Ok(true)) {
        ignore_in_cleanup(remove_tree(&output_dir.staging));
    }
    built
}

/// Whether the system does not allow writing here at all. The output folder itself may still be writable.
fn is_refusal(why: &io::Error) -> bool {
    matches!(why.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem)
}

/// Puts the staged tree in the place of the old one. False, with nothing changed, if the system does not allow this
/// folder to be moved.
pub(super) fn swap(output_dir: &OutputDir, survey: &Survey, method: SwapMethod) -> Result<bool, Failure> {
    if !survey.exists {
        fs::rename(&output_dir.staging, &output_dir.out).map_err(write_failure(&output_dir.out))?;
        sync_folder(&output_dir.parent)?;
        return Ok(true);
    }
    let old = if method == SwapMethod::Swap && exchange(&output_dir.staging, &output_dir.out).is_ok() {
        &output_dir.staging
    } else {
        if fs::rename(&output_dir.out, &output_dir.old).is_err() {
            remove_tree(&output_dir.staging).map_err(write_failure(&output_dir.staging))?;
            return Ok(false);
        }
        if let Err(why) = fs::rename(&output_dir.staging, &output_dir.out) {
            fs::rename(&output_dir.old, &output_dir.out).map_err(write_failure(&output_dir.out))?;
            return Err(Failure::at("failure-write", &output_dir.out, &why));
        }
        &output_dir.old
    };
    sync_folder(&output_dir.parent)?;
    put_away(old, output_dir, survey)?;
    Ok(true)
}

#[cfg(any(target_os = "linux", target_vendor = "apple"))]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).map_err(io::Error::from)
}

#[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
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
        fs::create_dir_all(&output_dir.spare).map_err(write_failure(&output_dir.spare))?;
        let hint = output_dir.spare.join(".gitignore");
        fs::write(&hint, "*\n").map_err(write_failure(&hint))?;
        return fs::rename(old, output_dir.spare_tree()).map_err(write_failure(&output_dir.spare));
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
    rescue(old, output_dir, &TreeContent::list(old)?)?;
    remove_tree(old).map_err(write_failure(old))
}

/// What others added to a tree while it was being replaced, unless the new tree uses the name. A tree without a
/// manifest was never published and holds nothing of others.
fn late(tree: &Path, output_dir: &OutputDir, content: &TreeContent) -> Result<BTreeSet<String>, Failure> {
    let Some(list) = Manifest::read(tree)? else { return Ok(BTreeSet::new()) };
    let is_foreign = |path: &str| path != MANIFEST && !list.files.contains_key(path);
    let is_free = |path: &str| fs::symlink_metadata(output_dir.out.join(path)).is_err();
    Ok(content.files.iter().filter(|path| is_foreign(path) && is_free(path)).cloned().collect())
}

/// Moves the files that others added late to the tree that stays.
fn rescue(from: &Path, output_dir: &OutputDir, content: &TreeContent) -> Result<(), Failure> {
    for path in late(from, output_dir, content)? {
        let target = output_dir.out.join(&path);
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent).map_err(write_failure(parent))?;
        }
        fs::rename(from.join(&path), &target).map_err(write_failure(&target))?;
    }
    Ok(())
}
