//! A lock, so that two builds never publish into one folder at once.
use super::disk::ignore_in_cleanup;
use super::output_dir::{LOCK, OutputDir};
use crate::failure::Failure;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

/// How long to wait for the other build, in tenths of a second.
const PATIENCE: u32 = 600;

/// Held while a build publishes. The system releases it if the process is killed.
#[derive(Debug)]
pub(super) struct Lock {
    file: File,
    path: PathBuf,
}

/// Takes the lock, and waits for another build that holds it.
pub(super) fn take(output_dir: &OutputDir) -> Result<Lock, Failure> {
    match take_at(&output_dir.lock) {
        // If nothing may be written beside the output folder, the lock is a hidden file inside.
        Err(failure) if output_dir.out.is_dir() && failure.what == "failure-write" => {
            take_at(&output_dir.out.join(LOCK)).map_err(|_| failure)
        }
        answer => answer,
    }
}

/// Takes the lock that is a file, and waits for another process that holds it.
pub(super) fn take_at(path: &Path) -> Result<Lock, Failure> {
    for _ in 0..PATIENCE {
        let file = open(path).map_err(Failure::because("failure-write", path))?;
        match file.try_lock() {
            // The owner before us may have removed the file between our opening and our locking it.
            Ok(()) if is_still_there(&file, path) => return Ok(Lock { file, path: path.to_path_buf() }),
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => sleep(Duration::from_millis(100)),
            // Some network file systems have no locks. Publishing without one is better than not at all.
            Err(TryLockError::Error(why)) if why.kind() == io::ErrorKind::Unsupported => {
                return Ok(Lock { file, path: path.to_path_buf() });
            }
            Err(TryLockError::Error(why)) => return Err(Failure::at("failure-write", path, &why)),
        }
    }
    Err(Failure::plain("failure-output-locked", path.display().to_string()))
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Removed first, so that whoever waits on this file sees that it is gone and makes a new one. If it cannot be
        // removed it stays, unlocked, and does no harm.
        ignore_in_cleanup(fs::remove_file(&self.path));
        ignore_in_cleanup(self.file.unlock());
    }
}

fn open(path: &Path) -> io::Result<File> {
    let mut how = OpenOptions::new();
    how.create(true).truncate(false).write(true);
    #[cfg(unix)]
    {
        // Never through a symbolic link, and without blocking on a pipe.
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt;
        how.custom_flags((OFlags::NOFOLLOW | OFlags::NONBLOCK).bits().cast_signed());
    }
    how.open(path)
}

#[cfg(unix)]
fn is_still_there(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), fs::symlink_metadata(path)) {
        (Ok(ours), Ok(there)) => (ours.dev(), ours.ino()) == (there.dev(), there.ino()),
        _ => false,
    }
}

#[cfg(not(unix))]
fn is_still_there(_: &File, path: &Path) -> bool {
    path.exists()
}
