//! Replaces files one by one, where the folder cannot be swapped. Each file is complete at any moment; the site as a
//! whole is a mixture of old and new for some milliseconds. The `journal` lets the next build finish what was begun.
//!
//! 1. [`replace`] puts the new files and what is to be done into the journal, and waits for the disk.
//! 2. `apply` does it. It can be repeated: what is done already is left as it is.
//! 3. [`recover`] repeats it after a build that was killed.
use super::disk::{ignore_in_cleanup, make_folders, remove_files, write_failure};
use super::journal::{self, Journal, content_of};
use super::manifest::Manifest;
use super::output_dir::{OutputDir, UNFINISHED};
use super::plan::WritePlan;
use super::survey::{Survey, folders_above};
use super::sync::UnsyncedTree;
use crate::failure::Failure;
use crate::stamp::Stamp;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::path::Path;

/// Writes what has changed, assets before the pages that use them, then removes what is gone.
pub(super) fn replace(
    output_dir: &OutputDir,
    plan: &WritePlan<'_>,
    survey: &Survey,
    manifest: &Manifest,
) -> Result<(), Failure> {
    let out = &output_dir.out;
    fs::create_dir_all(out).map_err(write_failure(out))?;
    remove_files(out, survey.unfinished.iter().map(String::as_str))?;
    let journal = Journal::new(out, survey.manifest.clone().unwrap_or_else(Manifest::empty), manifest, plan)?;
    journal.decide(output_dir, plan)?;
    finish(out, &journal)
}

/// Finishes what a killed build had decided, and drops what it had only begun. Must hold the lock.
pub(super) fn recover(output_dir: &OutputDir) -> Result<(), Failure> {
    let out = &output_dir.out;
    match Journal::read(out)? {
        Some(journal) => finish(out, &journal),
        None if journal::exists(out) => journal::remove(out).map_err(write_failure(out)),
        None => Ok(()),
    }
}

/// Makes the change and removes the journal. After a failure the journal stays, and the next build tries again.
fn finish(out: &Path, journal: &Journal) -> Result<(), Failure> {
    let unsynced = UnsyncedTree::open(out)?;
    let done = apply(out, journal).and_then(|()| unsynced.sync());
    done.map_err(|failure| match failure.what {
        "failure-foreign-collision" => failure,
        _ => Failure { what: "failure-half-published", ..failure },
    })?;
    journal::remove(out).map_err(write_failure(out))
}

fn apply(out: &Path, journal: &Journal) -> Result<(), Failure> {
    let changed: Vec<&str> = journal.written.iter().map(String::as_str).collect();
    // Until the end, the manifest lists the files of both sites, in case somebody deletes the journal.
    let both = Manifest::during(&journal.before, &journal.after, &changed);
    both.write(out).map_err(write_failure(out))?;

    let (in_the_way, removed): (Vec<&str>, Vec<&str>) =
        journal.removed.keys().map(String::as_str).partition(|path| blocks(path, &changed));
    remove_old(out, &in_the_way, journal)?;
    let folders: BTreeSet<&str> = changed.iter().flat_map(|path| folders_above(path)).collect();
    make_folders(out, &folders)?;
    let (pages, assets): (Vec<_>, Vec<_>) = changed.iter().enumerate().partition(|(_, path)| is_page(path));
    for group in [assets, pages] {
        group.par_iter().try_for_each(|(number, path)| put(out, *number, path, journal))?;
    }
    remove_old(out, &removed, journal)?;
    journal.after.write(out).map_err(write_failure(out))
}

fn is_page(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("html"))
}

/// Whether an old file must be removed first: a folder is needed in its place, or its folder's name is needed for a
/// file. `changed` is sorted.
fn blocks(old: &str, changed: &[&str]) -> bool {
    let new = |path: &str| changed.binary_search(&path).is_ok();
    let below = format!("{old}/");
    let at = changed.partition_point(|path| *path < below.as_str());
    folders_above(old).any(new) || changed.get(at).is_some_and(|path| path.starts_with(&below))
}

/// Moves a new file from the journal to its place. A reader sees the old file or the new one.
fn put(out: &Path, number: usize, path: &str, journal: &Journal) -> Result<(), Failure> {
    let (from, to) = (Journal::content(out, number), out.join(path));
    match fs::symlink_metadata(&from) {
        // Done by the build that was killed.
        Err(why) if why.kind() == io::ErrorKind::NotFound => return Ok(()),
        there => {
            there.map_err(write_failure(&to))?;
        }
    }
    let is_ours = journal.before.files.contains_key(path);
    if !is_ours && fs::symlink_metadata(&to).is_ok() && !holds_same(&from, &to) {
        let at = out.display().to_string();
        return Err(Failure { what: "failure-foreign-collision", at, why: path.to_owned() });
    }
    match fs::rename(&from, &to) {
        // A folder below may be on another file system.
        Err(why) if why.kind() == io::ErrorKind::CrossesDevices => copy_over(&from, &to),
        moved => moved.map_err(write_failure(&to)),
    }
}

fn holds_same(one: &Path, other: &Path) -> bool {
    matches!((fs::read(one), fs::read(other)), (Ok(one), Ok(other)) if one == other)
}

/// Copies to a hidden temporary file and renames it.
fn copy_over(from: &Path, to: &Path) -> Result<(), Failure> {
    let name = to.file_name().unwrap_or_default().to_string_lossy();
    // A file name may have 255 bytes. A long one is cut; the stamp tells it from others cut at the same point.
    let stamp = Stamp::of_bytes(name.as_bytes()).short();
    let short: String = name.chars().take(40).collect();
    let unfinished = to.with_file_name(format!(".{short}.{stamp}{UNFINISHED}"));
    fs::copy(from, &unfinished)
        .and_then(|_| File::open(&unfinished)?.sync_all())
        .and_then(|()| fs::rename(&unfinished, to))
        .inspect_err(|_| ignore_in_cleanup(fs::remove_file(&unfinished)))
        .map_err(write_failure(to))
}

/// Removes old files, and the folders that are empty without them, the deepest first. What has taken the place of one
/// since is not removed.
fn remove_old(out: &Path, paths: &[&str], journal: &Journal) -> Result<(), Failure> {
    paths.par_iter().try_for_each(|path| {
        let at = out.join(path);
        let known = journal.removed.get(*path);
        let is_old = known.is_some() && content_of(&at)?.as_ref() == known;
        match is_old.then(|| fs::remove_file(&at)) {
            Some(Err(why)) if why.kind() != io::ErrorKind::NotFound => {
                Err(Failure::at("failure-write", &at, &why))
            }
            _ => Ok(()),
        }
    })?;
    let folders: BTreeSet<&str> = paths.iter().flat_map(|path| folders_above(path)).collect();
    for folder in folders.iter().rev() {
        ignore_in_cleanup(fs::remove_dir(out.join(folder)));
    }
    Ok(())
}
