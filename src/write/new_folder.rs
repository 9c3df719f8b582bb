//! Puts a new folder in place, whole or not at all: it is staged beside its place and renamed.
use super::disk::{ignore_in_cleanup, make_folders, remove_tree, sync_folder, write_failure};
use super::lock::{self, Lock};
use super::survey::folders_above;
use crate::failure::Failure;
use crate::model::{NewContent, NewFile};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// The folder as it is before it has its name. Dropped without [`StagedFolder::put_in_place`], it is removed.
#[derive(Debug)]
pub(crate) struct StagedFolder {
    target: PathBuf,
    parent: PathBuf,
    staging: PathBuf,
    /// Held while the folder is staged: what stands there without it was left behind.
    lock: Option<Lock>,
    is_placed: bool,
}

/// Writes files into a folder beside `target`. Those that are copied are below `source`, and nothing outside of it is read.
pub(crate) fn stage(target: &Path, source: &Path, files: &[NewFile]) -> Result<StagedFolder, Failure> {
    let refused = || Failure::plain("failure-output-place", target.display().to_string());
    refuse_existing(target)?;
    let absolute = std::path::absolute(target).map_err(Failure::because("failure-write", target))?;
    let name = absolute.file_name().ok_or_else(refused)?.to_string_lossy().into_owned();
    let parent = absolute.parent().ok_or_else(refused)?;
    fs::create_dir_all(parent).map_err(write_failure(parent))?;
    let parent = parent.canonicalize().map_err(Failure::because("failure-write", parent))?;
    let source = source.canonicalize().map_err(Failure::because("failure-read", source))?;
    let lock = Some(lock::take_at(&parent.join(format!(".{name}.jalon-import-lock")))?);
    let staging = parent.join(format!(".{name}.jalon-import"));
    if fs::symlink_metadata(&staging).is_ok() {
        remove_tree(&staging).map_err(write_failure(&staging))?;
    }
    fs::create_dir(&staging).map_err(write_failure(&staging))?;
    let staged = StagedFolder { target: parent.join(name), parent, staging, lock, is_placed: false };
    let folders: BTreeSet<&str> = files.iter().flat_map(|file| folders_above(&file.path)).collect();
    make_folders(&staged.staging, &folders)?;
    files.par_iter().try_for_each(|file| staged.write(file, &source))?;
    Ok(staged)
}

/// Refuses a place where something is already.
pub(crate) fn refuse_existing(target: &Path) -> Result<(), Failure> {
    match fs::symlink_metadata(target) {
        Err(why) if why.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(why) => Err(Failure::at("failure-write", target, &why)),
        Ok(_) => Err(Failure::plain("failure-exists", target.display().to_string())),
    }
}

impl StagedFolder {
    /// Where the folder is for now.
    pub(crate) fn path(&self) -> &Path {
        &self.staging
    }

    /// Writes a file, or writes it anew.
    pub(crate) fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        let path = self.staging.join(path);
        fs::write(&path, bytes).map_err(write_failure(&path))
    }

    /// Gives the folder its name.
    pub(crate) fn put_in_place(mut self) -> Result<(), Failure> {
        refuse_existing(&self.target)?;
        rename_new(&self.staging, &self.target).map_err(|why| match why.kind() {
            io::ErrorKind::AlreadyExists | io::ErrorKind::DirectoryNotEmpty => {
                Failure::plain("failure-exists", self.target.display().to_string())
            }
            _ => Failure::at("failure-write", &self.target, &why),
        })?;
        self.is_placed = true;
        sync_folder(&self.parent)
    }

    fn write(&self, file: &NewFile, source: &Path) -> Result<(), Failure> {
        let to = self.staging.join(&file.path);
        match &file.content {
            NewContent::Bytes(bytes) => {
                let written = File::create_new(&to).and_then(|mut file| file.write_all(bytes));
                written.map_err(write_failure(&to))
            }
            NewContent::Copy(path) => {
                let from = source.join(path);
                let real = from.canonicalize().map_err(Failure::because("failure-read", &from))?;
                if !real.starts_with(source) || !real.is_file() {
                    return Err(Failure::plain("failure-changed", from.display().to_string()));
                }
                let mut from = File::open(&real).map_err(Failure::because("failure-read", &from))?;
                let copied = File::create_new(&to).and_then(|mut to| io::copy(&mut from, &mut to));
                copied.map(|_| ()).map_err(write_failure(&to))
            }
        }
    }
}

impl Drop for StagedFolder {
    fn drop(&mut self) {
        if !self.is_placed {
            ignore_in_cleanup(remove_tree(&self.staging));
        }
        // After the folder is gone.
        drop(self.lock.take());
    }
}

/// Renames a folder, if nothing has the new name.
#[cfg(any(target_os = "linux", target_vendor = "apple"))]
fn rename_new(from: &Path, to: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
        // Some file systems do not know this flag.
        Err(rustix::io::Errno::INVAL | rustix::io::Errno::NOSYS | rustix::io::Errno::NOTSUP) => {
            fs::rename(from, to)
        }
        renamed => renamed.map_err(io::Error::from),
    }
}

#[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
fn rename_new(from: &Path, to: &Path) -> io::Result<()> {
    fs::rename(from, to)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Bytes;

    fn files() -> Vec<NewFile> {
        let bytes = NewContent::Bytes(Bytes::from("# A"));
        vec![
            NewFile { path: "guide/index.md".into(), content: bytes },
            NewFile { path: "guide/a/b.png".into(), content: NewContent::Copy("b.png".into()) },
        ]
    }

    #[test]
    fn a_folder_appears_whole_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("b.png"), "picture").unwrap();
        let target = folder.path().join("new");
        let staged = stage(&target, folder.path(), &files()).unwrap();
        assert!(!target.exists());
        staged.put("report.md", b"done").unwrap();
        staged.put_in_place().unwrap();
        assert_eq!(fs::read(target.join("guide/a/b.png")).unwrap(), b"picture");
        assert_eq!(fs::read(target.join("report.md")).unwrap(), b"done");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
        assert_eq!(stage(&target, folder.path(), &files()).unwrap_err().what, "failure-exists");
    }

    #[test]
    fn what_is_left_behind_is_removed() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("new");
        // A copy without a source fails.
        assert_eq!(stage(&target, folder.path(), &files()).unwrap_err().what, "failure-read");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        let left = folder.path().join(".new.jalon-import");
        fs::create_dir(&left).unwrap();
        fs::write(folder.path().join(".new.jalon-import-lock"), "").unwrap();
        fs::write(left.join("half"), "").unwrap();
        let staged = stage(&target, folder.path(), &files()[..1]).unwrap();
        assert!(!staged.path().join("half").exists());
        staged.put_in_place().unwrap();
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn nothing_outside_the_source_is_copied() {
        let folder = tempfile::tempdir().unwrap();
        let source = folder.path().join("source");
        fs::create_dir(&source).unwrap();
        fs::write(folder.path().join("secret"), "secret").unwrap();
        std::os::unix::fs::symlink("../secret", source.join("b.png")).unwrap();
        let failure = stage(&folder.path().join("new"), &source, &files()).unwrap_err();
        assert_eq!(failure.what, "failure-changed");
    }
}
