//! Replaces, adds and removes several files of the author's, or none of them.
//!
//! 1. Every file is compared with what was read before the first one is written.
//! 2. New files are written, then others replaced in the order that the caller gives, then files removed: at any moment,
//!    what files name is there.
//! 3. Where one is refused, those that were done are put back.
use super::source::{holds, replace};
use crate::failure::Failure;
use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// What becomes of a file.
#[derive(Debug)]
pub(crate) struct SourceChange {
    /// The file.
    pub path: PathBuf,
    /// Its bytes so far; none if it does not exist.
    pub before: Option<Vec<u8>>,
    /// Its bytes from now on; none if it is removed.
    pub after: Option<Vec<u8>>,
    /// The file whose permissions a new one gets.
    pub like: Option<PathBuf>,
}

/// Why files were not changed.
#[derive(Debug)]
pub(crate) struct Interrupted {
    pub failure: Failure,
    /// Files that could not be put back: they stand as changed.
    pub standing: Vec<PathBuf>,
}

/// Makes all changes, or none.
pub(crate) fn change_all(changes: &[SourceChange]) -> Result<(), Interrupted> {
    let refused = |failure| Interrupted { failure, standing: Vec::new() };
    for change in changes {
        let same = holds(&change.path, change.before.as_deref());
        if !same.map_err(|why| refused(Failure::at("failure-read", &change.path, &why)))? {
            return Err(refused(Failure::plain("failure-changed", change.path.display().to_string())));
        }
    }
    let rank = |change: &&SourceChange| (change.before.is_some(), change.after.is_none());
    let mut ordered: Vec<&SourceChange> = changes.iter().collect();
    ordered.sort_by_key(rank);
    for (number, change) in ordered.iter().enumerate() {
        if let Err(failure) = make(change) {
            let undone = ordered[..number].iter().rev().filter(|change| undo(change).is_err());
            let standing = undone.map(|change| change.path.clone()).collect();
            return Err(Interrupted { failure, standing });
        }
    }
    let removed = changes.iter().filter(|change| change.after.is_none());
    remove_empty(removed.filter_map(|change| change.path.parent()));
    Ok(())
}

fn make(change: &SourceChange) -> Result<(), Failure> {
    let path = &change.path;
    let refused = |why| Failure::at("failure-write", path, &why);
    match (&change.before, &change.after) {
        (Some(before), Some(after)) => replace(path, Some(before), after),
        (None, Some(after)) => {
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder).map_err(refused)?;
            }
            replace(path, None, after)?;
            match change.like.as_ref().map(fs::metadata) {
                Some(Ok(found)) => fs::set_permissions(path, found.permissions()).map_err(refused),
                _ => Ok(()),
            }
        }
        (Some(before), None) => {
            if holds(path, Some(before)).map_err(refused)? {
                fs::remove_file(path).map_err(refused)
            } else {
                Err(Failure::plain("failure-changed", path.display().to_string()))
            }
        }
        (None, None) => Ok(()),
    }
}

/// Takes a change back.
fn undo(change: &SourceChange) -> Result<(), Failure> {
    let back = SourceChange {
        path: change.path.clone(),
        before: change.after.clone(),
        after: change.before.clone(),
        like: None,
    };
    make(&back)?;
    if back.after.is_none() {
        remove_empty(back.path.parent().into_iter());
    }
    Ok(())
}

/// Removes folders that hold nothing any more, and those above them.
fn remove_empty<'a>(folders: impl Iterator<Item = &'a Path>) {
    let folders: BTreeSet<&Path> = folders.collect();
    for folder in folders.into_iter().rev() {
        // One that still holds something refuses, which is right.
        let mut at = Some(folder);
        while let Some(empty) = at.filter(|folder| is_removed(folder)) {
            at = empty.parent();
        }
    }
}

fn is_removed(folder: &Path) -> bool {
    match fs::remove_dir(folder) {
        Ok(()) => true,
        Err(why) => why.kind() == ErrorKind::NotFound,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(path: &Path, before: Option<&str>, after: Option<&str>) -> SourceChange {
        let bytes = |text: Option<&str>| text.map(|text| text.as_bytes().to_vec());
        SourceChange { path: path.to_path_buf(), before: bytes(before), after: bytes(after), like: None }
    }

    #[test]
    fn all_files_are_changed_or_none() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        fs::create_dir(path("a")).unwrap();
        fs::write(path("a/x.md"), "x").unwrap();
        fs::write(path("y.md"), "y").unwrap();
        let all = [
            change(&path("a/x.md"), Some("x"), None),
            change(&path("y.md"), Some("y"), Some("yy")),
            change(&path("b/c/x.md"), None, Some("x")),
        ];
        change_all(&all).unwrap();
        assert!(!path("a").exists());
        assert_eq!(fs::read(path("y.md")).unwrap(), b"yy");
        assert_eq!(fs::read(path("b/c/x.md")).unwrap(), b"x");
        // The last one has changed: nothing is begun.
        let stale =
            [change(&path("y.md"), Some("yy"), Some("z")), change(&path("b/c/x.md"), Some("w"), None)];
        assert_eq!(change_all(&stale).unwrap_err().failure.what, "failure-changed");
        assert_eq!(fs::read(path("y.md")).unwrap(), b"yy");
    }

    #[cfg(unix)]
    #[test]
    fn what_was_done_is_put_back_when_a_file_is_refused() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        fs::write(path("x.md"), "x").unwrap();
        fs::write(path("y.md"), "y").unwrap();
        fs::set_permissions(path("y.md"), fs::Permissions::from_mode(0o440)).unwrap();
        let all = [
            change(&path("neuf/n.md"), None, Some("n")),
            change(&path("x.md"), Some("x"), Some("xx")),
            change(&path("y.md"), Some("y"), Some("yy")),
        ];
        let interrupted = change_all(&all).unwrap_err();
        assert_eq!((interrupted.failure.what, interrupted.standing.len()), ("failure-write", 0));
        assert_eq!(fs::read(path("x.md")).unwrap(), b"x");
        assert_eq!(fs::read(path("y.md")).unwrap(), b"y");
        assert!(!path("neuf").exists());
    }
}
