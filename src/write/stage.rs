//! The next tree, built beside the old one and swapped with it.
use super::Way;
use super::disk::{failed, is_same, quietly, remove_tree, sync_folder};
use super::fill::{Standing, fill};
use super::manifest::Manifest;
use super::place::{MANIFEST, Place};
use super::plan::Plan;
use super::survey::Found;
use crate::failure::Failure;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::Path;

/// From this many folders on, the old tree is kept for the next build instead of being removed. Making and
/// removing ten thousand folders takes ext4 from one second to twelve, because it does not give freed inodes
/// away again for minutes; exchanging two trees that both stay takes a third of a second.
const WORTH_KEEPING: usize = 1000;

/// Whether the next tree stands ready beside the old one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Staged {
    Ready,
    /// It cannot be put beside the output folder.
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
            rescue(left, place, &Standing::list(left)?)?;
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
    let mut standing = Standing::default();
    if place.spare_tree().is_dir() && fs::rename(place.spare_tree(), &place.staging).is_ok() {
        standing = Standing::list(&place.staging)?;
        standing.late = late(&place.staging, place, &standing)?;
    } else {
        match fs::create_dir(&place.staging) {
            Ok(()) => {}
            Err(why) if is_refusal(&why) && place.out.is_dir() => return Ok(Staged::Refused),
            Err(why) => return Err(Failure::at("failure-write", &place.staging, &why)),
        }
    }
    let built = fill(place, plan, found, manifest, &standing);
    if !matches!(built, Ok(Staged::Ready)) {
        quietly(remove_tree(&place.staging));
    }
    built
}

/// The system will not let us put anything there, now or later; the folder itself may still be writable.
fn is_refusal(why: &io::Error) -> bool {
    matches!(why.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem)
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
    put_away(old, place, found)?;
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
fn put_away(old: &Path, place: &Place, found: &Found) -> Result<(), Failure> {
    for name in &found.foreign {
        // Saved by its owner while we were building: the new one counts.
        let (theirs, linked) = (old.join(name), place.out.join(name));
        if theirs.is_file() && !is_same(&theirs, &linked) {
            fs::rename(&theirs, &linked).map_err(failed(&linked))?;
        }
    }
    remove_names(old, found.foreign.iter().chain(&found.unfinished))?;
    if found.folders.len() >= WORTH_KEEPING {
        fs::create_dir_all(&place.spare).map_err(failed(&place.spare))?;
        let hint = place.spare.join(".gitignore");
        fs::write(&hint, "*\n").map_err(failed(&hint))?;
        return fs::rename(old, place.spare_tree()).map_err(failed(&place.spare));
    }
    if place.spare.is_dir() {
        remove_tree(&place.spare).map_err(failed(&place.spare))?;
    }
    retire(old, place, found)
}

/// Removes what we saw in a tree, name by name. What somebody put there meanwhile moves over.
fn retire(old: &Path, place: &Place, found: &Found) -> Result<(), Failure> {
    remove_names(old, found.ours.keys())?;
    let mut by_depth: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    for folder in &found.folders {
        by_depth.entry(folder.matches('/').count()).or_default().push(folder);
    }
    for level in by_depth.values().rev() {
        level.par_iter().for_each(|folder| quietly(fs::remove_dir(old.join(folder))));
    }
    rescue(old, place, &Standing::list(old)?)?;
    remove_tree(old).map_err(failed(old))
}

fn remove_names<'a>(tree: &Path, names: impl Iterator<Item = &'a String>) -> Result<(), Failure> {
    let names: Vec<_> = names.collect();
    names.par_iter().try_for_each(|name| match fs::remove_file(tree.join(name)) {
        Err(why) if why.kind() != io::ErrorKind::NotFound => {
            Err(Failure::at("failure-write", &tree.join(name), &why))
        }
        _ => Ok(()),
    })
}

/// What others put into a tree while it was being replaced, unless something has its name by now. A tree
/// without a list was never published and holds nothing of others.
fn late(tree: &Path, place: &Place, standing: &Standing) -> Result<BTreeSet<String>, Failure> {
    let Some(list) = Manifest::read(tree)? else { return Ok(BTreeSet::new()) };
    let is_foreign = |path: &str| path != MANIFEST && !list.files.contains_key(path);
    let is_free = |path: &str| fs::symlink_metadata(place.out.join(path)).is_err();
    Ok(standing.files.iter().filter(|path| is_foreign(path) && is_free(path)).cloned().collect())
}

/// Moves what came late from a tree that goes to the one that stays.
fn rescue(from: &Path, place: &Place, standing: &Standing) -> Result<(), Failure> {
    for path in late(from, place, standing)? {
        let target = place.out.join(&path);
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent).map_err(failed(parent))?;
        }
        fs::rename(from.join(&path), &target).map_err(failed(&target))?;
    }
    Ok(())
}
