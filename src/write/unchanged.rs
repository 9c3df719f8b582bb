//! Whether an output folder still holds what was published, byte for byte.
use super::manifest::Manifest;
use super::output_dir::OutputDir;
use super::plan::PublishSummary;
use super::survey::{Survey, is_accepted};
use super::{lock, survey};
use crate::failure::Failure;
use crate::stamp::Stamp;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

/// The summary of publishing the files whose list has this stamp, if the output folder holds them all and nothing is to be
/// done. None where anything is doubtful, and where the system refuses something: publishing says what. Nothing is written.
pub(crate) fn summary(out: &Path, files: Stamp, force: bool) -> Option<PublishSummary> {
    checked(out, files, force).ok().flatten()
}

fn checked(out: &Path, files: Stamp, force: bool) -> Result<Option<PublishSummary>, Failure> {
    if !out.is_dir() || OutputDir::has_leftovers(out) {
        return Ok(None);
    }
    let output_dir = OutputDir::find(out)?;
    let lock = lock::take(&output_dir)?;
    let list = Manifest::read(&output_dir.out)?.filter(|list| list.stamp() == files);
    let summary = match list {
        Some(list) => summary_of(&output_dir, &list, force)?,
        None => None,
    };
    drop(lock);
    Ok(summary)
}

fn summary_of(
    output_dir: &OutputDir,
    list: &Manifest,
    force: bool,
) -> Result<Option<PublishSummary>, Failure> {
    let names: BTreeSet<&str> = list.files.keys().map(String::as_str).collect();
    let survey = survey::take(output_dir, &names, force)?;
    if survey.ours.len() != list.files.len() || !holds_all(output_dir, list, &survey) {
        return Ok(None);
    }
    let foreign = survey.all_foreign().filter(|path| !is_accepted(path)).cloned().collect();
    Ok(Some(PublishSummary {
        kept: list.files.len(),
        files: list.files.len(),
        bytes: list.files.values().map(|(size, _)| size).sum(),
        list: list.stamp(),
        foreign,
        ..PublishSummary::default()
    }))
}

fn holds_all(output_dir: &OutputDir, list: &Manifest, survey: &Survey) -> bool {
    let has_size = |(path, (size, _)): (&String, &(u64, String))| {
        survey.ours.get(path).is_some_and(|there| there == size)
    };
    list.files.iter().all(has_size)
        && list
            .files
            .par_iter()
            .map_init(Vec::new, |bytes, (path, (_, hash))| {
                read(&output_dir.out.join(path), bytes)
                    .is_ok_and(|()| Stamp::of_bytes(bytes).to_hex() == *hash)
            })
            .all(|is_same| is_same)
}

fn read(path: &Path, bytes: &mut Vec<u8>) -> io::Result<()> {
    bytes.clear();
    File::open(path)?.read_to_end(bytes).map(drop)
}
