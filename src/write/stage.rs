//! The next tree, built beside the old one and swapped with it.
use super::Way;
use super::manifest::Manifest;
use super::place::{MANIFEST, Place};
use super::plan::Plan;
use super::survey::{Found, folders_above};
use crate::failure::Failure;
use crate::model::Bytes;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;
use walkdir::WalkDir;

/// Whether the next tree stands ready beside the old one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Staged {
    Ready,
    /// Nothing can be put beside the output folder.
    Refused,
}

/// Puts right what a build that was killed left. Called under the lock.
pub(super) fn recover(place: &Place) -> Result<(), Failure> {
    // Killed between two renames: the old site waits under another name.
    if place.old.is_dir() && !place.out.exists() {
        fs::rename(&place.old, &place.out).map_err(failed(&place.out))?;
    }
    for left in [&place.old, &place.staging] {
        if fs::symlink_metadata(left).is_ok() {
            // An old site that was already replaced may hold a file that somebody put there meanwhile.
            let was_whole = left.join(MANIFEST).is_file();
            if was_whole {
                let ours = Manifest::read(left)?.unwrap_or_default();
                rescue(left, &place.out, |path| path == MANIFEST || ours.files.contains_key(path))?;
            }
            remove_tree(left).map_err(failed(left))?;
        }
    }
    Ok(())
}

/// Builds the next tree. The old one is only read; if this fails, nothing has happened.
pub(super) fn build(
    place: &Place,
    plan: &Plan<'_>,
    found: &Found,
    manifest: &Manifest,
) -> Result<Staged, Failure> {
    match fs::create_dir(&place.staging) {
        Ok(()) => {}
        Err(why) if is_refusal(&why) && place.out.is_dir() => return Ok(Staged::Refused),
        Err(why) => return Err(Failure::at("failure-write", &place.staging, &why)),
    }
    let built = fill(place, plan, found, manifest);
    if built.is_err() {
        quietly(remove_tree(&place.staging));
    }
    built.map(|()| Staged::Ready)
}

/// The system will not let us put anything there, now or later; the folder itself may still be writable.
fn is_refusal(why: &io::Error) -> bool {
    matches!(why.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem)
}

fn fill(place: &Place, plan: &Plan<'_>, found: &Found, manifest: &Manifest) -> Result<(), Failure> {
    let staging = &place.staging;
    if let Ok(data) = fs::metadata(&place.out) {
        fs::set_permissions(staging, data.permissions()).map_err(failed(staging))?;
    }
    let ours = plan.kept.iter().chain(&plan.written).map(|(path, _)| *path);
    let all = ours.chain(found.foreign.iter().map(String::as_str));
    let mut folders: BTreeSet<&str> = all.flat_map(folders_above).collect();
    folders.extend(empty_folders_of_others(found));
    make_folders(staging, &folders)?;

    plan.written.par_iter().try_for_each(|(path, bytes)| write_new(&staging.join(path), bytes))?;
    plan.kept.par_iter().try_for_each(|(path, bytes)| {
        // Where files cannot have two names, the new tree gets its own.
        match fs::hard_link(place.out.join(path), staging.join(path)) {
            Ok(()) => Ok(()),
            Err(_) => write_new(&staging.join(path), bytes),
        }
    })?;
    let kept: BTreeSet<_> = plan.kept.iter().map(|(path, _)| *path).collect();
    for path in found.foreign.iter().filter(|path| !kept.contains(path.as_str())) {
        let from = place.out.join(path);
        fs::hard_link(&from, staging.join(path)).map_err(failed(&from))?;
    }
    manifest.write(staging).map_err(failed(staging))?;
    sync_folder(staging)
}

/// Folders without files, in which we never published anything.
fn empty_folders_of_others(found: &Found) -> impl Iterator<Item = &str> {
    let listed = found.manifest.iter().flat_map(|list| list.files.keys());
    let ours: BTreeSet<&str> = listed.flat_map(|path| folders_above(path)).collect();
    found.folders.iter().map(String::as_str).filter(move |folder| !ours.contains(folder))
}

/// Makes folders that are not there, those of one depth at once.
pub(super) fn make_folders(base: &Path, folders: &BTreeSet<&str>) -> Result<(), Failure> {
    let mut by_depth: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    for folder in folders {
        by_depth.entry(folder.matches('/').count()).or_default().push(folder);
    }
    for level in by_depth.values() {
        level.par_iter().try_for_each(|folder| {
            let path = base.join(folder);
            match fs::create_dir(&path) {
                Err(why) if why.kind() != io::ErrorKind::AlreadyExists || !path.is_dir() => {
                    Err(Failure::at("failure-write", &path, &why))
                }
                _ => Ok(()),
            }
        })?;
    }
    Ok(())
}

fn failed(path: &Path) -> impl FnOnce(io::Error) -> Failure + use<> {
    Failure::because("failure-write", path.to_path_buf())
}

/// Writes a file that is not there yet.
pub(super) fn write_new(path: &Path, bytes: &Bytes) -> Result<(), Failure> {
    let written = File::create_new(path).and_then(|mut file| file.write_all(bytes));
    written.map_err(failed(path))
}

/// Puts the staged tree in the place of the old one. False if the system does not let this folder be moved;
/// then everything is as it was.
pub(super) fn swap(place: &Place, found: &Found, way: Way) -> Result<bool, Failure> {
    if !found.exists {
        fs::rename(&place.staging, &place.out).map_err(failed(&place.out))?;
        sync_folder(&place.parent)?;
        return Ok(true);
    }
    let old = if way == Way::Swap && exchange(&place.staging, &place.out).is_ok() {
        &place.staging
    } else {
        if fs::rename(&place.out, &place.old).is_err() {
            remove_tree(&place.staging).map_err(failed(&place.staging))?;
            return Ok(false);
        }
        if let Err(why) = fs::rename(&place.staging, &place.out) {
            fs::rename(&place.old, &place.out).map_err(failed(&place.out))?;
            return Err(Failure::at("failure-write", &place.out, &why));
        }
        &place.old
    };
    sync_folder(&place.parent)?;
    retire(old, place, found)?;
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

/// Removes the old tree: what we saw in it, name by name. What somebody put there meanwhile moves over.
fn retire(old: &Path, place: &Place, found: &Found) -> Result<(), Failure> {
    for name in &found.foreign {
        // Saved by its owner while we were building: the new one counts.
        let (theirs, linked) = (old.join(name), place.out.join(name));
        if theirs.is_file() && !is_same(&theirs, &linked) {
            fs::rename(&theirs, &linked).map_err(failed(&linked))?;
        }
    }
    let seen = found.ours.keys().chain(&found.foreign).chain(&found.unfinished);
    let names: Vec<&str> = seen.map(String::as_str).chain([MANIFEST, ".jalon-lock"]).collect();
    names.par_iter().try_for_each(|name| match fs::remove_file(old.join(name)) {
        Err(why) if why.kind() != io::ErrorKind::NotFound => {
            Err(Failure::at("failure-write", &old.join(name), &why))
        }
        _ => Ok(()),
    })?;
    let mut by_depth: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    for folder in &found.folders {
        by_depth.entry(folder.matches('/').count()).or_default().push(folder);
    }
    for level in by_depth.values().rev() {
        level.par_iter().for_each(|folder| quietly(fs::remove_dir(old.join(folder))));
    }
    if fs::remove_dir(old).is_ok() {
        return Ok(());
    }
    rescue(old, &place.out, |_| false)?;
    remove_tree(old).map_err(failed(old))
}

/// Whether two names lead to one file.
#[cfg(unix)]
fn is_same(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (fs::symlink_metadata(one), fs::symlink_metadata(other)) {
        (Ok(one), Ok(other)) => (one.dev(), one.ino()) == (other.dev(), other.ino()),
        _ => false,
    }
}

/// Whether two names lead to files with the same content.
#[cfg(not(unix))]
fn is_same(one: &Path, other: &Path) -> bool {
    matches!((fs::read(one), fs::read(other)), (Ok(one), Ok(other)) if one == other)
}

/// Moves what is not ours from a tree that goes to the one that stays, where nothing stands in its way.
fn rescue(from: &Path, to: &Path, is_ours: impl Fn(&str) -> bool) -> Result<(), Failure> {
    for entry in WalkDir::new(from).min_depth(1).sort_by_file_name() {
        let entry = entry.map_err(|why| Failure::at("failure-read", from, &why.into()))?;
        let Ok(below) = entry.path().strip_prefix(from) else { continue };
        let named = below.to_str().map(|path| path.replace('\\', "/"));
        let target = to.join(below);
        let leave = entry.file_type().is_dir() || named.as_deref().is_some_and(&is_ours);
        if leave || fs::symlink_metadata(&target).is_ok() {
            continue;
        }
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent).map_err(failed(parent))?;
        }
        fs::rename(entry.path(), &target).map_err(failed(&target))?;
    }
    Ok(())
}

/// Removes a tree of ours, or the single file that stands there instead.
fn remove_tree(path: &Path) -> io::Result<()> {
    if fs::symlink_metadata(path)?.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }
}

/// Asks the disk to remember the names in a folder.
pub(super) fn sync_folder(folder: &Path) -> Result<(), Failure> {
    if cfg!(windows) {
        return Ok(());
    }
    match File::open(folder).and_then(|handle| handle.sync_all()) {
        // Some file systems do not know how to remember a folder; that is no reason to stop.
        Err(why) if !matches!(why.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => {
            Err(Failure::at("failure-write", folder, &why))
        }
        _ => Ok(()),
    }
}

/// For cleaning up after a failure that is already on its way to the user; the next run tries again.
pub(super) fn quietly(answer: io::Result<()>) {
    match answer {
        Ok(()) | Err(_) => {}
    }
}
