//! Waits until the disk holds what was written: a site that is reported as published must survive a power cut.
use super::disk::{sync_folder, write_failure};
use crate::failure::Failure;
use rayon::prelude::*;
use std::fs::{File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// A folder in which files are about to be written. Opened before the first of them: from then on, the system tells at
/// the end which writes the disk refused.
#[derive(Debug)]
pub(super) struct UnsyncedTree {
    folder: PathBuf,
    #[cfg_attr(not(target_os = "linux"), expect(dead_code, reason = "only Linux syncs by a handle"))]
    handle: Option<File>,
}

impl UnsyncedTree {
    /// Takes the folder as it is before anything is written to it.
    pub(super) fn open(folder: &Path) -> Result<Self, Failure> {
        let handle = if cfg!(target_os = "linux") {
            Some(File::open(folder).map_err(write_failure(folder))?)
        } else {
            None
        };
        Ok(Self { folder: folder.to_path_buf(), handle })
    }

    /// Waits until all that is in the folder is on the disk: by one call for its file system, else file by file.
    pub(super) fn sync(&self) -> Result<(), Failure> {
        if !self.sync_file_system().map_err(write_failure(&self.folder))? {
            sync_each(&self.folder)?;
        }
        Ok(())
    }

    /// False where the system has no such call, or where it does not reach the disk.
    #[cfg(target_os = "linux")]
    fn sync_file_system(&self) -> io::Result<bool> {
        /// A file system in a program of its own (linux/magic.h). The kernel does not tell that program to sync.
        const FUSE: u32 = 0x6573_5546;
        let Some(handle) = &self.handle else { return Ok(false) };
        if u32::try_from(rustix::fs::fstatfs(handle)?.f_type & 0xffff_ffff) == Ok(FUSE) {
            return Ok(false);
        }
        match rustix::fs::syncfs(handle).map_err(io::Error::from) {
            Err(why) if is_missing(&why) || why.kind() == io::ErrorKind::PermissionDenied => Ok(false),
            synced => synced.map(|()| true),
        }
    }

    #[cfg(not(target_os = "linux"))]
    fn sync_file_system(&self) -> io::Result<bool> {
        Ok(false)
    }
}

/// Whether a call of the system does not exist here or not for this file, which is no reason to stop.
pub(super) fn is_missing(why: &io::Error) -> bool {
    matches!(why.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported)
}

/// Waits for each file and folder of a tree.
fn sync_each(tree: &Path) -> Result<(), Failure> {
    let (mut files, mut folders) = (Vec::new(), Vec::new());
    for entry in WalkDir::new(tree) {
        let entry = entry.map_err(|why| Failure::at("failure-read", tree, &why.into()))?;
        if entry.file_type().is_dir() {
            folders.push(entry.into_path());
        } else if entry.file_type().is_file() {
            files.push(entry.into_path());
        }
    }
    files.par_iter().try_for_each(|path| sync_file(path))?;
    folders.par_iter().try_for_each(|path| sync_folder(path))
}

fn sync_file(path: &Path) -> Result<(), Failure> {
    // Windows syncs only a file that is open for writing; elsewhere one that cannot be written to is synced, too.
    let opened = OpenOptions::new().read(true).write(cfg!(windows)).open(path);
    match opened.and_then(|file| file.sync_all()) {
        Err(why) if !is_missing(&why) => Err(Failure::at("failure-write", path, &why)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_tree_is_synced_in_both_ways() {
        let folder = tempfile::tempdir().unwrap();
        let tree = UnsyncedTree::open(folder.path()).unwrap();
        fs::create_dir(folder.path().join("a")).unwrap();
        fs::write(folder.path().join("a/b.html"), "b").unwrap();
        tree.sync().unwrap();
        sync_each(folder.path()).unwrap();
        assert_eq!(sync_each(&folder.path().join("absent")).unwrap_err().what, "failure-read");
    }
}
