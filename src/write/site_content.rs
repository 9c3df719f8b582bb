//! The files of a site: those in memory, and those that are in the staging folder already.
use crate::model::{Bytes, Files, OutPath, StoredFile, StoredFiles};
use std::collections::BTreeSet;

/// The files of a site. No path is in both lists.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SiteContent<'a> {
    /// In memory.
    pub held: &'a Files,
    /// In the staging folder, or beside it as the published file.
    pub staged: &'a StoredFiles,
}

/// Where the bytes of a file are.
#[derive(Clone, Copy, Debug)]
pub(super) enum NewFileBytes<'a> {
    /// In memory.
    Held(&'a Bytes),
    /// In the staging folder.
    Staged(&'a StoredFile),
}

impl<'a> SiteContent<'a> {
    /// The paths, not sorted.
    pub(super) fn paths(self) -> impl Iterator<Item = &'a OutPath> {
        self.held.keys().chain(self.staged.keys())
    }

    /// The paths as text, sorted.
    pub(super) fn names(self) -> BTreeSet<&'a str> {
        self.paths().map(OutPath::as_str).collect()
    }

    /// All files, sorted by path.
    pub(super) fn files(self) -> Vec<(&'a str, NewFileBytes<'a>)> {
        let held = self.held.iter().map(|(path, made)| (path, NewFileBytes::Held(&made.value.value)));
        let staged = self.staged.iter().map(|(path, file)| (path, NewFileBytes::Staged(file)));
        let mut all: Vec<_> = held.chain(staged).map(|(path, bytes)| (path.as_str(), bytes)).collect();
        all.sort_unstable_by_key(|(path, _)| *path);
        all
    }

    pub(super) fn holds(self, path: &str) -> bool {
        let path = OutPath::new(path);
        self.held.contains_key(&path) || self.staged.contains_key(&path)
    }

    /// How many files there are.
    pub(super) fn len(self) -> usize {
        self.held.len() + self.staged.len()
    }

    /// Their size together.
    pub(super) fn size(self) -> u64 {
        let held: u64 = self.held.values().map(|made| made.value.value.len() as u64).sum();
        held + self.staged.values().map(|file| file.size).sum::<u64>()
    }
}
