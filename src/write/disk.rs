//! Small steps on the disk that the ways of publishing share.
use crate::failure::Failure;
use crate::model::Bytes;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

/// Adapts an error of the system about this path.
pub(super) fn failed(path: &Path) -> impl FnOnce(io::Error) -> Failure + use<> {
    Failure::because("failure-write", path.to_path_buf())
}

/// Writes a file that is not there yet.
pub(super) fn write_new(path: &Path, bytes: &Bytes) -> Result<(), Failure> {
    let written = File::create_new(path).and_then(|mut file| file.write_all(bytes));
    written.map_err(failed(path))
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

/// Whether two names lead to one file.
#[cfg(unix)]
pub(super) fn is_same(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (fs::symlink_metadata(one), fs::symlink_metadata(other)) {
        (Ok(one), Ok(other)) => (one.dev(), one.ino()) == (other.dev(), other.ino()),
        _ => false,
    }
}

/// Whether two names lead to files with the same content.
#[cfg(not(unix))]
pub(super) fn is_same(one: &Path, other: &Path) -> bool {
    matches!((fs::read(one), fs::read(other)), (Ok(one), Ok(other)) if one == other)
}

/// Removes a tree of ours, or the single file that stands there instead.
pub(super) fn remove_tree(path: &Path) -> io::Result<()> {
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
    drop(answer);
}
