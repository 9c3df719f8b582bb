//! Makes the next tree hold what it should, from nothing or from an older tree.
use super::disk::{failed, is_same, make_folders, quietly, sync_folder, write_new};
use super::manifest::Manifest;
use super::place::{MANIFEST, Place};
use super::plan::Plan;
use super::stage::Staged;
use super::survey::{Found, folders_above};
use crate::failure::Failure;
use crate::model::Bytes;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::Path;
use walkdir::WalkDir;

/// What stands in a tree, as paths below it with forward slashes.
#[derive(Debug, Default)]
pub(super) struct Standing {
    /// Files, links, anything but folders.
    pub(super) files: BTreeSet<String>,
    /// Folders.
    pub(super) folders: BTreeSet<String>,
    /// Those of the files that are not ours and stay as they stand.
    pub(super) late: BTreeSet<String>,
}

impl Standing {
    /// Lists a tree.
    pub(super) fn list(tree: &Path) -> Result<Self, Failure> {
        let mut standing = Self::default();
        for entry in WalkDir::new(tree).min_depth(1) {
            let entry = entry.map_err(|why| Failure::at("failure-read", tree, &why.into()))?;
            let Some(below) = entry.path().strip_prefix(tree).ok().and_then(Path::to_str) else { continue };
            let list = if entry.file_type().is_dir() { &mut standing.folders } else { &mut standing.files };
            list.insert(below.replace('\\', "/"));
        }
        Ok(standing)
    }
}

/// Fills the staging folder, in which `standing` is left from an older build.
pub(super) fn fill(
    place: &Place,
    plan: &Plan<'_>,
    found: &Found,
    manifest: &Manifest,
    standing: &Standing,
) -> Result<Staged, Failure> {
    let staging = &place.staging;
    if let Ok(data) = fs::metadata(&place.out) {
        fs::set_permissions(staging, data.permissions()).map_err(failed(staging))?;
    }
    let ours = plan.kept.iter().chain(&plan.written).map(|(path, _)| *path);
    let wanted: BTreeSet<&str> =
        ours.chain(found.foreign.iter().chain(&standing.late).map(String::as_str)).collect();
    let mut folders: BTreeSet<&str> = wanted.iter().flat_map(|path| folders_above(path)).collect();
    folders.extend(empty_folders_of_others(found));
    clear(staging, standing, &wanted, &folders)?;
    folders.retain(|folder| !standing.folders.contains(*folder));
    make_folders(staging, &folders)?;

    let stands = |path: &str| standing.files.contains(path);
    plan.written.par_iter().try_for_each(|(path, bytes)| {
        let to = staging.join(path);
        if stands(path) { write_again(&to, bytes) } else { write_new(&to, bytes) }
    })?;
    plan.kept.par_iter().try_for_each(|(path, bytes)| {
        let (from, to) = (place.out.join(path), staging.join(path));
        match link(&from, &to, stands(path)) {
            Ok(()) => Ok(()),
            // Where files cannot have two names, the new tree gets its own.
            Err(_) => write_new(&to, bytes),
        }
    })?;
    let kept: BTreeSet<_> = plan.kept.iter().map(|(path, _)| *path).collect();
    for path in found.foreign.iter().filter(|path| !kept.contains(path.as_str())) {
        // What is not ours is never copied: it stays, and so does the folder around it.
        if link(&place.out.join(path), &staging.join(path), stands(path)).is_err() {
            return Ok(Staged::Refused);
        }
    }
    manifest.write(staging).map_err(failed(staging))?;
    sync_folder(staging)?;
    Ok(Staged::Ready)
}

/// Folders without files, in which we never published anything.
fn empty_folders_of_others(found: &Found) -> impl Iterator<Item = &str> {
    let listed = found.manifest.iter().flat_map(|list| list.files.keys());
    let ours: BTreeSet<&str> = listed.flat_map(|path| folders_above(path)).collect();
    found.folders.iter().map(String::as_str).filter(move |folder| !ours.contains(folder))
}

/// Removes what an older tree has and the next one has not.
fn clear(
    staging: &Path,
    standing: &Standing,
    wanted: &BTreeSet<&str>,
    folders: &BTreeSet<&str>,
) -> Result<(), Failure> {
    let too_many: Vec<_> =
        standing.files.iter().filter(|path| !wanted.contains(path.as_str()) && *path != MANIFEST).collect();
    too_many.par_iter().try_for_each(|path| {
        let path = staging.join(path);
        fs::remove_file(&path).map_err(failed(&path))
    })?;
    // The reverse of the order of names has the deepest first.
    for folder in standing.folders.iter().rev().filter(|folder| !folders.contains(folder.as_str())) {
        let path = staging.join(folder);
        fs::remove_dir(&path).map_err(failed(&path))?;
    }
    Ok(())
}

/// Gives a file a second name, in place of what has that name already.
fn link(from: &Path, to: &Path, stands: bool) -> io::Result<()> {
    if stands {
        if is_same(from, to) {
            return Ok(());
        }
        fs::remove_file(to)?;
    }
    fs::hard_link(from, to)
}

/// Writes over a file of an older tree. One that has no other name is written anew in its place: on ext4 a new
/// file costs much more than that after many were removed.
fn write_again(path: &Path, bytes: &Bytes) -> Result<(), Failure> {
    if has_one_name(path) {
        let written = OpenOptions::new()
            .write(true)
            .truncate(true)
            .open(path)
            .and_then(|mut file| file.write_all(bytes));
        return written.map_err(failed(path));
    }
    quietly(fs::remove_file(path));
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
