//! The hidden folder `.jalon` below the project root, for what one run keeps for the next.
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

/// Where the folder of a project is.
pub(crate) fn at(root: &Path) -> PathBuf {
    root.join(".jalon")
}

/// Makes the folder, with a `.gitignore` so that Git ignores it. A symbolic link is refused, because it could lead out of
/// the project.
pub(crate) fn make(root: &Path) -> io::Result<()> {
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
