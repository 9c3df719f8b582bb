//! Small disk operations that several files of this module need.
use crate::failure::Failure;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

/// Turns an I/O error at this path into a failure.
pub(super) fn write_failure(path: &Path) -> impl FnOnce(io::Error) -> Failure + use<> {
    Failure::because("failure-write", path.to_path_buf())
}

/// Writes a file that does not exist yet.
pub(super) fn write_new(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let written = File::create_new(path).and_then(|mut file| file.write_all(bytes));
    written.map_err(write_failure(path))
}

/// Makes folders that do not exist yet. Those of one depth are made in parallel.
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

/// Whether two paths lead to one file.
#[cfg(unix)]
pub(super) fn is_same_file(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (fs::symlink_metadata(one), fs::symlink_metadata(other)) {
        (Ok(one), Ok(other)) => (one.dev(), one.ino()) == (other.dev(), other.ino()),
        _ => false,
    }
}

/// Whether two paths lead to files with the same content.
#[cfg(not(unix))]
pub(super) fn is_same_file(one: &Path, other: &Path) -> bool {
    matches!((fs::read(one), fs::read(other)), (Ok(one), Ok(other)) if one == other)
}

/// Removes files that may be gone already.
pub(super) fn remove_files<'a>(base: &Path, paths: impl Iterator<Item = &'a str>) -> Result<(), Failure> {
    paths.collect::<Vec<_>>().par_iter().try_for_each(|path| match fs::remove_file(base.join(path)) {
        Err(why) if why.kind() != io::ErrorKind::NotFound => {
            Err(Failure::at("failure-write", &base.join(path), &why))
        }
        _ => Ok(()),
    })
}

/// Removes a folder with all it holds, or a single file.
pub(super) fn remove_tree(path: &Path) -> io::Result<()> {
    if fs::symlink_metadata(path)?.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }
}

/// Writes the entries of a folder through to the disk.
pub(super) fn sync_folder(folder: &Path) -> Result<(), Failure> {
    if cfg!(windows) {
        return Ok(());
    }
    match File::open(folder).and_then(|handle| handle.sync_all()) {
        // Some file systems cannot sync a folder. That is no reason to stop.
        Err(why) if !matches!(why.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => {
            Err(Failure::at("failure-write", folder, &why))
        }
        _ => Ok(()),
    }
}

/// Drops the error of a cleanup that follows another failure, which is the one to report. The next run tries again.
pub(super) fn ignore_in_cleanup(answer: io::Result<()>) {
    drop(answer);
}

/// Gives each of two files or folders the name of the other in one step, where the system can.
#[cfg(any(target_os = "linux", target_vendor = "apple"))]
pub(super) fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).map_err(io::Error::from)
}

/// Such a step is not known here.
#[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
pub(super) fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}
