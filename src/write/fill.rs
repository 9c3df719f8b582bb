//! Fills the staging folder, from nothing or from what an older build left there.
use super::disk::{ignore_in_cleanup, is_same_file, make_folders, sync_folder, write_failure, write_new};
use super::manifest::Manifest;
use super::output_dir::{MANIFEST, OutputDir};
use super::plan::WritePlan;
use super::survey::{Survey, folders_above};
use crate::failure::Failure;
use crate::model::Bytes;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;
use walkdir::WalkDir;

/// The content of a folder, as paths below it with forward slashes.
#[derive(Debug, Default)]
pub(super) struct TreeContent {
    /// Everything but folders.
    pub(super) files: BTreeSet<String>,
    pub(super) folders: BTreeSet<String>,
    /// Files of others that appeared late and stay where they are.
    pub(super) late: BTreeSet<String>,
}

impl TreeContent {
    pub(super) fn list(tree: &Path) -> Result<Self, Failure> {
        let mut content = Self::default();
        for entry in WalkDir::new(tree).min_depth(1) {
            let entry = entry.map_err(|why| Failure::at("failure-read", tree, &why.into()))?;
            let Some(below) = entry.path().strip_prefix(tree).ok().and_then(Path::to_str) else { continue };
            let list = if entry.file_type().is_dir() { &mut content.folders } else { &mut content.files };
            list.insert(below.replace('\\', "/"));
        }
        Ok(content)
    }
}

/// Fills the staging folder, whose present content is `content`. False if files of others cannot be linked there.
pub(super) fn fill(
    output_dir: &OutputDir,
    plan: &WritePlan<'_>,
    survey: &Survey,
    manifest: &Manifest,
    content: &TreeContent,
) -> Result<bool, Failure> {
    let staging = &output_dir.staging;
    if let Ok(data) = fs::metadata(&output_dir.out) {
        fs::set_permissions(staging, data.permissions()).map_err(write_failure(staging))?;
    }
    let ours = plan.kept.iter().chain(&plan.written).map(|(path, _)| *path);
    let wanted: BTreeSet<&str> =
        ours.chain(survey.foreign.iter().chain(&content.late).map(String::as_str)).collect();
    let mut folders: BTreeSet<&str> = wanted.iter().flat_map(|path| folders_above(path)).collect();
    folders.extend(empty_folders_of_others(survey));
    clear(staging, content, &wanted, &folders)?;
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
    for path in survey.foreign.iter().filter(|path| !kept.contains(path.as_str())) {
        // Files of others are never copied. If one cannot be linked, the output folder stays where it is.
        if link(&output_dir.out.join(path), &staging.join(path), exists(path)).is_err() {
            return Ok(false);
        }
    }
    manifest.write(staging).map_err(write_failure(staging))?;
    sync_folder(staging)?;
    Ok(true)
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
