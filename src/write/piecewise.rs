//! Replaces files one by one, where the folder cannot be swapped. Each file is complete at any moment; the site as a
//! whole is a mixture of old and new for some milliseconds.
use super::disk::{ignore_in_cleanup, make_folders, remove_files, sync_folder, write_failure, write_new};
use super::manifest::Manifest;
use super::output_dir::{OutputDir, UNFINISHED};
use super::plan::WritePlan;
use super::survey::{Survey, folders_above};
use crate::failure::Failure;
use crate::model::Bytes;
use crate::stamp::Stamp;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs;
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
    // Until the end, the manifest lists the files of both sites. If the build is killed, the next one knows that all of
    // them were published.
    let changed: Vec<&str> = plan.written.iter().map(|(path, _)| *path).collect();
    let both = Manifest::during(survey.manifest.as_ref(), manifest, &changed);
    both.write(out).map_err(write_failure(out))?;

    let (in_the_way, removed): (Vec<&str>, Vec<&str>) =
        plan.removed.iter().partition(|path| blocks(path, plan));
    remove_files(out, in_the_way.iter().copied())?;
    prune(out, &in_the_way);

    let folders: BTreeSet<&str> = changed.iter().flat_map(|path| folders_above(path)).collect();
    make_folders(out, &folders)?;
    let (pages, assets): (Vec<_>, Vec<_>) = plan.written.iter().partition(|(path, _)| is_page(path));
    for group in [assets, pages] {
        group.par_iter().try_for_each(|(path, bytes)| write_over(&out.join(path), bytes))?;
    }
    remove_files(out, removed.iter().copied())?;
    prune(out, &removed);
    manifest.write(out).map_err(write_failure(out))?;
    sync_folder(out)
}

fn is_page(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("html"))
}

/// Whether an old file must be removed first: a folder is needed in its place, or its folder's name is needed for a
/// file.
fn blocks(old: &str, plan: &WritePlan<'_>) -> bool {
    let new = |path: &str| plan.written.binary_search_by(|(written, _)| (*written).cmp(path)).is_ok();
    let below = format!("{old}/");
    let at = plan.written.partition_point(|(written, _)| *written < below.as_str());
    folders_above(old).any(new)
        || plan.written.get(at).is_some_and(|(written, _)| written.starts_with(&below))
}

/// Writes to a hidden temporary file and renames it, so that a reader sees the old file or the new one.
fn write_over(path: &Path, bytes: &Bytes) -> Result<(), Failure> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    // A file name may have 255 bytes. A long one is cut; the stamp tells it from others cut at the same point.
    let stamp = Stamp::of_bytes(name.as_bytes()).short();
    let short: String = name.chars().take(40).collect();
    let unfinished = path.with_file_name(format!(".{short}.{stamp}{UNFINISHED}"));
    write_new(&unfinished, bytes)
        .and_then(|()| fs::rename(&unfinished, path).map_err(write_failure(path)))
        .inspect_err(|_| ignore_in_cleanup(fs::remove_file(&unfinished)))
}

/// Removes the folders that are empty without these files, the deepest first.
fn prune(out: &Path, removed: &[&str]) {
    let folders: BTreeSet<&str> = removed.iter().flat_map(|path| folders_above(path)).collect();
    for folder in folders.iter().rev() {
        ignore_in_cleanup(fs::remove_dir(out.join(folder)));
    }
}
