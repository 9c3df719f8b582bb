//! The hidden folder `.jalon` below the project root, for what one run keeps for the next.
use super::disk::ignore_in_cleanup;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

/// Where the folder of a project is.
pub(crate) fn at(root: &Path) -> PathBuf {
    root.join(".jalon")
}

/// Replaces a file of the folder as a whole, or leaves it as it was.
pub(crate) fn replace(root: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    let beside = at(root).join(format!("{name}.{}.new", std::process::id()));
    let written = make(root)
        .and_then(|()| File::create_new(&beside))
        .and_then(|mut new| new.write_all(bytes).and_then(|()| new.sync_all()))
        .and_then(|()| fs::rename(&beside, at(root).join(name)));
    if written.is_err() {
        ignore_in_cleanup(fs::remove_file(&beside));
    }
    written
}

/// Makes the folder, with a `.gitignore` so that Git ignores it. A symbolic link is refused, because it could lead out of
/// the project.
pub(super) fn make(root: &Path) -> io::Result<()> {
    let folder = at(root);
    match fs::symlink_metadata(&folder) {
        Ok(data) if data.is_dir() => {}
        _ => fs::create_dir(&folder)?,
    }
    match File::create_new(folder.join(".gitignore")) {
        Ok(mut new) => new.write_all(b"*\n"),
        Err(why) if why.kind() == ErrorKind::AlreadyExists => Ok(()),
        Err(why) => Err(why),
    }
}
