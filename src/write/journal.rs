//! What is about to replace files one by one: the new files, and a list of what is to be done with them.
//!
//! The journal is a hidden folder in the output folder. While its list is missing, nothing was changed yet and the old
//! site is whole. Once the list is on the disk, the change is decided: a build that is killed is finished by the next
//! one, from what the journal holds.
use super::disk::{ignore_in_cleanup, remove_tree, sync_folder, write_failure, write_new};
use super::manifest::Manifest;
use super::output_dir::{JOURNAL, OutputDir, UNFINISHED, is_safe};
use super::plan::WritePlan;
use super::site_content::NewFileBytes;
use super::sync::UnsyncedTree;
use crate::failure::Failure;
use crate::stamp::Stamp;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The name of the list in the journal.
const LIST: &str = "list.json";

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Journal {
    version: u32,
    /// The published files before; of some of them only the name is known.
    pub(super) before: Manifest,
    pub(super) after: Manifest,
    /// The files to write, sorted. The new content of each is in the journal, named by its number.
    pub(super) written: Vec<String>,
    /// The files to remove, with the stamp of what they hold; empty for what is no plain file.
    pub(super) removed: BTreeMap<String, String>,
}

impl Journal {
    pub(super) fn new(
        out: &Path,
        before: Manifest,
        after: &Manifest,
        plan: &WritePlan<'_>,
    ) -> Result<Self, Failure> {
        let written = plan.written.iter().map(|(path, _)| (*path).to_owned()).collect();
        let mut removed = BTreeMap::new();
        for path in &plan.removed {
            // What is gone already need not be removed.
            if let Some(content) = content_of(&out.join(path))? {
                removed.insert((*path).to_owned(), content);
            }
        }
        Ok(Self { version: 1, before, after: after.clone(), written, removed })
    }

    /// Puts the new files and the list into the journal of an output folder. When this returns, both are on the disk and
    /// the change will be made. If it fails, nothing has changed.
    pub(super) fn decide(&self, output_dir: &OutputDir, plan: &WritePlan<'_>) -> Result<(), Failure> {
        let OutputDir { out, staging, .. } = output_dir;
        let folder = out.join(JOURNAL);
        let written = self.write(&folder, staging, plan).and_then(|()| sync_folder(out));
        if written.is_err() {
            ignore_in_cleanup(remove(out));
        }
        written
    }

    fn write(&self, folder: &Path, staging: &Path, plan: &WritePlan<'_>) -> Result<(), Failure> {
        fs::create_dir(folder).map_err(write_failure(folder))?;
        let unsynced = UnsyncedTree::open(folder)?;
        plan.written.par_iter().enumerate().try_for_each(|(number, (path, bytes))| {
            let to = folder.join(number.to_string());
            match bytes {
                NewFileBytes::Held(bytes) => write_new(&to, bytes),
                NewFileBytes::Staged(_) => {
                    let from = staging.join(path);
                    let linked = fs::hard_link(&from, &to).or_else(|_| fs::copy(&from, &to).map(drop));
                    linked.map_err(write_failure(&to))
                }
            }
        })?;
        unsynced.sync()?;
        self.write_list(folder).map_err(write_failure(folder))?;
        sync_folder(folder)
    }

    fn write_list(&self, folder: &Path) -> io::Result<()> {
        let unfinished = folder.join(format!("{LIST}{UNFINISHED}"));
        let mut file = File::create(&unfinished)?;
        file.write_all(&serde_json::to_vec(self).map_err(io::Error::other)?)?;
        file.sync_all()?;
        fs::rename(&unfinished, folder.join(LIST))
    }

    /// The change that was decided and not finished; none if there is no journal, or only the beginning of one.
    pub(super) fn read(out: &Path) -> Result<Option<Self>, Failure> {
        let path = out.join(JOURNAL).join(LIST);
        if !exists(out) {
            return Ok(None);
        }
        match fs::read(&path) {
            Ok(bytes) => Ok(serde_json::from_slice(&bytes).ok().filter(Self::is_valid)),
            Err(why) if matches!(why.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                Ok(None)
            }
            Err(why) => Err(Failure::at("failure-read", &path, &why)),
        }
    }

    /// Whether the list is of this form and names nothing outside of the output folder.
    fn is_valid(&self) -> bool {
        self.version == 1 && self.written.iter().chain(self.removed.keys()).all(|path| is_safe(path))
    }

    /// Where the new content of a file is until it is published.
    pub(super) fn content(out: &Path, number: usize) -> PathBuf {
        out.join(JOURNAL).join(number.to_string())
    }
}

/// The stamp of what a file holds, empty for a link and the like; none for a folder, and where there is nothing.
pub(super) fn content_of(path: &Path) -> Result<Option<String>, Failure> {
    let content = fs::symlink_metadata(path).and_then(|data| match data {
        data if data.is_dir() => Ok(None),
        data if data.is_file() => Ok(Some(Stamp::of_bytes(&fs::read(path)?).to_hex())),
        _ => Ok(Some(String::new())),
    });
    match content {
        Err(why) if matches!(why.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(None),
        content => content.map_err(Failure::because("failure-read", path)),
    }
}

/// Whether an output folder has a journal, finished or not.
pub(super) fn exists(out: &Path) -> bool {
    fs::symlink_metadata(out.join(JOURNAL)).is_ok_and(|data| data.is_dir())
}

/// Removes the journal, its list first: without it, the rest is only the beginning of one.
pub(super) fn remove(out: &Path) -> io::Result<()> {
    if !exists(out) {
        return Ok(());
    }
    let folder = out.join(JOURNAL);
    match fs::remove_file(folder.join(LIST)) {
        Err(why) if why.kind() != io::ErrorKind::NotFound => Err(why),
        _ => remove_tree(&folder),
    }
}
