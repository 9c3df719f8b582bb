//! Two builds never publish into one folder at once.
use super::place::Place;
use crate::failure::Failure;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

/// How long the other build may take before we give up, in tenths of a second.
const PATIENCE: u32 = 600;

/// Held while a build publishes. The system lets go of it if the process is killed.
#[derive(Debug)]
pub(super) struct Lock {
    file: File,
    path: PathBuf,
}

/// Waits for the other build, if there is one.
pub(super) fn take(place: &Place) -> Result<Lock, Failure> {
    match take_at(&place.lock) {
        // Nothing may be put beside the output folder: the lock goes inside, among the hidden files.
        Err(failure) if place.out.is_dir() && failure.what == "failure-write" => {
            take_at(&place.out.join(".jalon-lock")).map_err(|_| failure)
        }
        answer => answer,
    }
}

fn take_at(path: &Path) -> Result<Lock, Failure> {
    for _ in 0..PATIENCE {
        let file = open(path).map_err(Failure::because("failure-write", path))?;
        match file.try_lock() {
            // The one who held it may have removed the file between our opening and our locking.
            Ok(()) if is_still_there(&file, path) => return Ok(Lock { file, path: path.to_path_buf() }),
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => sleep(Duration::from_millis(100)),
            // Some network file systems know no locks; better to publish than to refuse for ever.
            Err(TryLockError::Error(why)) if why.kind() == io::ErrorKind::Unsupported => {
                return Ok(Lock { file, path: path.to_path_buf() });
            }
            Err(TryLockError::Error(why)) => return Err(Failure::at("failure-write", path, &why)),
        }
    }
    Err(Failure::plain("failure-output-locked", path.display().to_string()))
}

impl Lock {
    /// Removes the file and lets go.
    pub(super) fn release(self) {
        drop(self);
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Removed first: whoever waits on this file sees that it is gone and makes a new one. If it cannot be
        // removed it stays, unlocked, and harms nobody.
        super::disk::quietly(fs::remove_file(&self.path));
        super::disk::quietly(self.file.unlock());
    }
}

fn open(path: &Path) -> io::Result<File> {
    let mut how = OpenOptions::new();
    how.create(true).truncate(false).write(true);
    #[cfg(unix)]
    {
        // Never through a link, never waiting for a pipe.
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
