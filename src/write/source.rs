//! Replaces a file of the author's as a whole, for the commands that change the guide.
use super::disk::exchange;
use crate::failure::Failure;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;
use walkdir::WalkDir;

/// Writes `after` to a file that still holds `before`, or that does not exist yet if `before` is none. The new file is
/// written beside it, with its permissions, and renamed. A symbolic link stays a link.
pub(crate) fn replace(path: &Path, before: Option<&[u8]>, after: &[u8]) -> Result<(), Failure> {
    let refused = |why| Failure::at("failure-write", path, &why);
    let changed = || Failure::plain("failure-changed", path.display().to_string());
    let real = if before.is_some() { path.canonicalize().map_err(refused)? } else { path.to_path_buf() };
    if !holds(&real, before).map_err(refused)? {
        return Err(changed());
    }
    let permissions = match before {
        Some(_) => Some(fs::metadata(&real).map_err(refused)?.permissions()),
        None => None,
    };
    if permissions.as_ref().is_some_and(fs::Permissions::readonly) {
        return Err(refused(io::Error::from(ErrorKind::PermissionDenied)));
    }
    let (beside, mut file) = beside(&real).map_err(refused)?;
    let written = file
        .write_all(after)
        .and_then(|()| permissions.map_or(Ok(()), |permissions| file.set_permissions(permissions)))
        .and_then(|()| file.sync_all());
    drop(file);
    let moved = written.and_then(|()| put_in_place(&beside, &real, before));
    if !matches!(moved, Ok(true)) {
        fs::remove_file(&beside).map_err(refused)?;
    }
    if moved.map_err(refused)? { Ok(()) } else { Err(changed()) }
}

/// Gives the new file the name of the old one. False if another program has saved that one in the meantime; then it stays.
fn put_in_place(beside: &Path, real: &Path, before: Option<&[u8]>) -> io::Result<bool> {
    if !holds(real, before)? {
        return Ok(false);
    }
    // A name alone can be saved to between a look and the renaming. What was exchanged is still there to be looked at.
    if before.is_some() && exchange(beside, real).is_ok() {
        if holds(beside, before)? {
            return fs::remove_file(beside).map(|()| true);
        }
        return exchange(beside, real).map(|()| false);
    }
    fs::rename(beside, real).map(|()| true)
}

/// Whether a file holds these bytes, or does not exist if there are none.
pub(crate) fn holds(path: &Path, before: Option<&[u8]>) -> io::Result<bool> {
    match (fs::read(path), before) {
        (Ok(now), before) => Ok(Some(now.as_slice()) == before),
        (Err(why), None) if why.kind() == ErrorKind::NotFound => Ok(true),
        (Err(why), _) => Err(why),
    }
}

/// The end of the names of new files, and what stands before their numbers.
const ENDING: &str = ".tmp";
const MARK: &str = ".jalon-";

/// A new file in the same folder, with a name that is never part of a guide.
fn beside(path: &Path) -> io::Result<(PathBuf, File)> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut number = 0_u32;
    loop {
        let beside = path.with_file_name(format!(".{name}{MARK}{number}{ENDING}"));
        match File::create_new(&beside) {
            Err(why) if why.kind() == ErrorKind::AlreadyExists && number < 100 => number += 1,
            opened => return opened.map(|file| (beside, file)),
        }
    }
}

/// After how long a file beside is one that an interrupted write has left behind.
const LEFT_BEHIND: Duration = Duration::from_mins(1);

/// Removes what interrupted writes have left behind below a folder.
pub(crate) fn remove_left_behind(folder: &Path) -> Result<(), Failure> {
    for entry in WalkDir::new(folder).into_iter().flatten() {
        let name = entry.file_name().to_string_lossy();
        let is_ours = name.starts_with('.') && name.ends_with(ENDING) && name.contains(MARK);
        let age = entry.metadata().ok().and_then(|data| data.modified().ok()?.elapsed().ok());
        if is_ours && entry.file_type().is_file() && age.is_some_and(|age| age > LEFT_BEHIND) {
            fs::remove_file(entry.path()).map_err(Failure::because("failure-write", entry.path()))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_whole_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.md");
        replace(&path, None, b"un").unwrap();
        assert_eq!(replace(&path, None, b"deux").unwrap_err().what, "failure-changed");
        replace(&path, Some(b"un"), b"deux").unwrap();
        assert_eq!(replace(&path, Some(b"un"), b"trois").unwrap_err().what, "failure-changed");
        assert_eq!(fs::read(&path).unwrap(), b"deux");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        let missing = folder.path().join("dossier/a.md");
        assert_eq!(replace(&missing, None, b"x").unwrap_err().what, "failure-write");
    }

    #[test]
    fn what_an_interrupted_write_left_goes_when_it_is_old() {
        let folder = tempfile::tempdir().unwrap();
        let make = |name: &str, seconds| {
            let file = File::create(folder.path().join(name)).unwrap();
            file.set_modified(std::time::SystemTime::now() - Duration::from_secs(seconds)).unwrap();
        };
        make(".a.md.jalon-0.tmp", 100);
        make(".b.md.jalon-0.tmp", 5);
        make(".c.tmp", 100);
        make("d.md", 100);
        remove_left_behind(folder.path()).unwrap();
        let mut left: Vec<_> =
            fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        left.sort();
        assert_eq!(left, [".b.md.jalon-0.tmp", ".c.tmp", "d.md"]);
    }

    #[cfg(unix)]
    #[test]
    fn permissions_and_links_stay() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let (path, link) = (folder.path().join("a.md"), folder.path().join("lien.md"));
        fs::write(&path, "un").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        std::os::unix::fs::symlink("a.md", &link).unwrap();
        replace(&link, Some(b"un"), b"deux").unwrap();
        assert!(link.is_symlink());
        assert_eq!(fs::read(&path).unwrap(), b"deux");
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o440)).unwrap();
        assert_eq!(replace(&path, Some(b"deux"), b"trois").unwrap_err().what, "failure-write");
        assert_eq!(fs::read(&path).unwrap(), b"deux");
    }
}
