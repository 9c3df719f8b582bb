//! Replaces files one by one, where the folder cannot be swapped. Each file is whole at any moment; the site
//! as a whole is for some milliseconds neither the old one nor the new one.
use super::disk::{make_folders, quietly, sync_folder, write_new};
use super::manifest::Manifest;
use super::place::{Place, UNFINISHED};
use super::plan::Plan;
use super::survey::{Found, folders_above};
use crate::failure::Failure;
use crate::model::Bytes;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Writes what changed, assets before the pages that show them, then removes what is gone.
pub(super) fn replace(
    place: &Place,
    plan: &Plan<'_>,
    found: &Found,
    manifest: &Manifest,
) -> Result<(), Failure> {
    let out = &place.out;
    fs::create_dir_all(out).map_err(Failure::because("failure-write", out))?;
    for left in &found.unfinished {
        remove(&out.join(left))?;
    }
    // From here until the end, the list holds both sites: a build that is killed leaves no file that the
    // next one takes for somebody else's.
    let changed: Vec<&str> = plan.written.iter().map(|(path, _)| *path).collect();
    let both = Manifest::during(found.manifest.as_ref(), manifest, &changed);
    both.write(out).map_err(Failure::because("failure-write", out))?;

    let (in_the_way, removed): (Vec<&str>, Vec<&str>) =
        plan.removed.iter().partition(|path| blocks(path, plan));
    remove_all(out, &in_the_way)?;
    prune(out, &in_the_way);

    let folders: BTreeSet<&str> = changed.iter().flat_map(|path| folders_above(path)).collect();
    make_folders(out, &folders)?;
    let (pages, assets): (Vec<_>, Vec<_>) = plan.written.iter().partition(|(path, _)| is_page(path));
    for group in [assets, pages] {
        group.par_iter().try_for_each(|(path, bytes)| write_over(&out.join(path), bytes))?;
    }
    remove_all(out, &removed)?;
    prune(out, &removed);
    manifest.write(out).map_err(Failure::because("failure-write", out))?;
    sync_folder(out)
}

fn is_page(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("html"))
}

/// Whether an old file must go first: it stands where a folder is needed, or in a folder whose name is needed.
fn blocks(old: &str, plan: &Plan<'_>) -> bool {
    let new = |path: &str| plan.written.binary_search_by(|(written, _)| (*written).cmp(path)).is_ok();
    let below = format!("{old}/");
    let at = plan.written.partition_point(|(written, _)| *written < below.as_str());
    folders_above(old).any(new)
        || plan.written.get(at).is_some_and(|(written, _)| written.starts_with(&below))
}

/// Writes beside and renames, so that a reader sees the old file or the new one.
fn write_over(path: &Path, bytes: &Bytes) -> Result<(), Failure> {
    let unfinished = unfinished(path);
    write_new(&unfinished, bytes)
        .and_then(|()| fs::rename(&unfinished, path).map_err(Failure::because("failure-write", path)))
        .inspect_err(|_| quietly(fs::remove_file(&unfinished)))
}

/// The hidden name under which a file is written.
fn unfinished(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    // A name may have 255 bytes; a long one is cut, and its stamp keeps it apart from others cut alike.
    let stamp = crate::stamp::Stamp::of_bytes(name.as_bytes()).short();
    let short: String = name.chars().take(40).collect();
    path.with_file_name(format!(".{short}.{stamp}{UNFINISHED}"))
}

fn remove_all(out: &Path, paths: &[&str]) -> Result<(), Failure> {
    paths.par_iter().try_for_each(|path| remove(&out.join(path)))
}

fn remove(path: &Path) -> Result<(), Failure> {
    match fs::remove_file(path) {
        Err(why) if why.kind() != io::ErrorKind::NotFound => Err(Failure::at("failure-write", path, &why)),
        _ => Ok(()),
    }
}

/// Removes the folders that these files leave empty, the deepest first.
fn prune(out: &Path, removed: &[&str]) {
    let folders: BTreeSet<&str> = removed.iter().flat_map(|path| folders_above(path)).collect();
    for folder in folders.iter().rev() {
        quietly(fs::remove_dir(out.join(folder)));
    }
}
