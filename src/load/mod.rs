//! Reads a guide and its themes from disk into `Sources`.
//!
//! 1. `walk` lists `guide/` and `themes/` without opening a file; `belongs` decides what is part of them.
//! 2. What has changed since the last `snapshot` is read, in parallel, file by file (`file`).
//! 3. `embedded` adds the files of the default theme that the disk does not override.
//!
//! `foreign` reads a tree of files of another program, for an import.
//!
//! While a guide is served, `refresh` reads only what an event names, and finds what moved without listing every file.
#![expect(clippy::disallowed_methods, reason = "this module reads the disk for the pure ones")]

mod belongs;
mod embedded;
mod file;
pub(crate) mod foreign;
mod refresh;
mod snapshot;
mod walk;

#[cfg(test)]
mod refresh_tests;
#[cfg(test)]
mod tests;

pub use refresh::{Changes, add_changes};
pub use snapshot::Snapshot;

use crate::failure::Failure;
use crate::model::{Arg, Diagnostic, Kept, Noted, Source, SourcePath, Sources};
use file::ReadResult;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The file that makes a folder a guide.
pub(crate) const SETTINGS: &str = "guide/jalon.yaml";

/// Sources, and the listing they were read by.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// The files, and the diagnostics of reading them.
    pub read: Noted<Sources>,
    /// The listing.
    snapshot: Snapshot,
    /// Whether the texts of pages are compressed as they are read.
    compresses: bool,
}

impl Loaded {
    /// Nothing yet. What is read from here on is held long, and the texts of pages are compressed.
    pub fn compressed() -> Self {
        Self { compresses: true, ..Self::default() }
    }
}

/// The bytes of a regular file, at most one more than `max_size`; none if it is something else. Never waits for a pipe.
pub(crate) fn plain_file(path: &Path, max_size: u64) -> std::io::Result<Option<Vec<u8>>> {
    file::read_plain(path, max_size)
}

/// Reads the guide and the themes below the project root.
pub fn load(root: &Path) -> Result<Noted<Sources>, Failure> {
    Ok(load_changed(root, &Loaded::default())?.read)
}

/// Lists everything, reads what has changed and takes the rest from what was loaded before.
pub fn load_changed(root: &Path, before: &Loaded) -> Result<Loaded, Failure> {
    let snapshot = walk::walk(root)?;
    // What has not changed stays shared.
    let mut sources = before.read.value.clone();
    let mut gone: BTreeSet<&SourcePath> = before.read.value.keys().collect();
    let mut diagnostics = snapshot.diagnostics.clone();
    for (path, reading) in read_listed(root, &snapshot, before) {
        match reading {
            ReadResult::Text(source) => {
                gone.remove(path);
                if sources.get(path) != Some(&source) {
                    sources.insert(path.clone(), source);
                }
            }
            ReadResult::Gone => {}
            ReadResult::Trouble(diagnostic) => diagnostics.push(diagnostic),
        }
    }
    for path in gone {
        sources.remove(path);
    }
    if !sources.contains_key(&SourcePath::new(SETTINGS)) {
        return Err(no_guide(root, &diagnostics));
    }
    embedded::add(&embedded::DEFAULT, &mut sources, &before.read.value);
    diagnostics.sort();
    Ok(Loaded { read: Noted { value: sources, diagnostics }, snapshot, compresses: before.compresses })
}

/// Reads the files of a listing, in parallel; takes those that are unchanged from `before`.
fn read_listed<'a>(root: &Path, listing: &'a Snapshot, before: &Loaded) -> Vec<(&'a SourcePath, ReadResult)> {
    let read = |(path, stat)| {
        let earlier = before.read.value.get(path);
        let reading = match earlier {
            Some(source) if before.snapshot.is_unchanged(path, stat) => ReadResult::Text(source.clone()),
            _ => match file::read(root, path, stat, earlier) {
                ReadResult::Text(source) if before.compresses && path.is_page() => {
                    ReadResult::Text(source.compressed())
                }
                other => other,
            },
        };
        (path, reading)
    };
    listing.files.par_iter().map(read).collect()
}

/// Reads files again whose text was dropped, each with what was made of it. One that has changed since stays away.
pub fn read_again<'a, T: 'a>(
    root: &Path,
    files: impl Iterator<Item = (&'a SourcePath, &'a Kept<T>)>,
    sources: &mut Sources,
) {
    for (path, made) in files {
        if !sources.contains_key(path)
            && let Ok(Some(bytes)) =
                file::read_plain(&root.join(path.as_str()), belongs::max_size(path.extension()))
        {
            let source = Source::new(bytes);
            if source.stamp == made.from {
                sources.insert(path.clone(), source);
            }
        }
    }
}

/// The nearest folder, from this one upwards, that holds a guide.
pub fn find_root(from: &Path) -> Option<PathBuf> {
    let from = std::path::absolute(from).ok()?;
    from.ancestors().find(|folder| folder.join(SETTINGS).is_file()).map(Path::to_path_buf)
}

/// The failure if there are no settings. If the file is there but cannot be read, that is the reason given.
fn no_guide(root: &Path, diagnostics: &[Diagnostic]) -> Failure {
    let about = diagnostics.iter().filter(|diagnostic| diagnostic.span.file.as_str() == SETTINGS);
    let why = about.flat_map(|diagnostic| &diagnostic.args).find_map(|arg| match arg {
        ("why", Arg::Text(text)) => Some(text.clone()),
        _ => None,
    });
    match why {
        Some(why) => Failure { what: "failure-read", at: root.join(SETTINGS).display().to_string(), why },
        None => Failure::plain("failure-no-guide", root.display().to_string()),
    }
}
