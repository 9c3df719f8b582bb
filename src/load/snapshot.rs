//! Size and times of the input files and folders, so that only what has changed is read again.
use crate::model::{Diagnostic, SourcePath};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::Metadata;
use std::time::{SystemTime, UNIX_EPOCH};

/// The clock that dates files may tick only every few milliseconds. A file that changed less than this long (in
/// nanoseconds) before it was listed may change again without a new date.
const TICK: i128 = 50_000_000;

/// Size, times and inode of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FileStat {
    /// In bytes.
    pub(super) size: u64,
    /// The time of the last change of content, in nanoseconds since 1970. Any program can set it.
    modified: i128,
    /// The time of the last change of the inode, which only the system sets. Equal to `modified` where the system has
    /// none.
    changed: i128,
    /// The number of the file on its disk, which changes when an editor saves by rename. 0 where the system has none.
    inode: u64,
}

impl FileStat {
    /// Takes the values from the metadata of a file.
    pub(super) fn of(data: &Metadata) -> Self {
        let modified = data.modified().map_or(0, nanoseconds);
        #[cfg(unix)]
        let (changed, inode) = {
            use std::os::unix::fs::MetadataExt;
            (i128::from(data.ctime()) * 1_000_000_000 + i128::from(data.ctime_nsec()), data.ino())
        };
        #[cfg(not(unix))]
        let (changed, inode) = (modified, 0);
        Self { size: data.len(), modified, changed, inode }
    }

    /// The number of the file on its disk.
    pub(super) fn inode(&self) -> u64 {
        self.inode
    }

    /// Whether it changed a moment ago.
    fn is_fresh(&self) -> bool {
        (nanoseconds(SystemTime::now()) - self.changed).abs() < TICK
    }
}

/// The input files and folders of one listing, with its diagnostics.
#[derive(Clone, Debug, Default)]
pub struct Snapshot {
    pub(super) files: BTreeMap<SourcePath, FileStat>,
    /// The folders, as they were before they were listed.
    pub(super) folders: BTreeMap<SourcePath, FileStat>,
    /// Files that can change without an event of their folder: symbolic links, and files with several names.
    pub(super) linked: BTreeSet<SourcePath>,
    /// Whether a folder was reached through a symbolic link.
    pub(super) has_linked_folders: bool,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// Files and folders that changed so shortly before they were listed that they may change again without a new date.
    pub(super) fresh: BTreeSet<SourcePath>,
}

impl Snapshot {
    /// Adds a file that was just looked at.
    pub(super) fn add_file(&mut self, path: SourcePath, stat: FileStat) {
        if stat.is_fresh() {
            self.fresh.insert(path.clone());
        }
        self.files.insert(path, stat);
    }

    /// Adds a folder that was just looked at and is listed next.
    pub(super) fn add_folder(&mut self, path: SourcePath, stat: FileStat) {
        if stat.is_fresh() {
            self.fresh.insert(path.clone());
        } else {
            self.fresh.remove(&path);
        }
        self.folders.insert(path, stat);
    }

    /// Whether the file at this path is unchanged since this listing.
    pub(super) fn is_unchanged(&self, path: &SourcePath, now: &FileStat) -> bool {
        self.files.get(path) == Some(now) && !self.fresh.contains(path)
    }

    /// Puts another listing in the place of what stands at a path and below it.
    pub(super) fn replace(&mut self, path: &SourcePath, listing: Self) {
        let is_outside = |other: &SourcePath| !is_at_or_below(other, path);
        for key in at_or_below(|from| self.files.range(from..).map(|(key, _)| key), path) {
            self.files.remove(&key);
        }
        for key in at_or_below(|from| self.folders.range(from..).map(|(key, _)| key), path) {
            self.folders.remove(&key);
        }
        self.linked.retain(is_outside);
        self.fresh.retain(is_outside);
        self.diagnostics.retain(|diagnostic| is_outside(&diagnostic.span.file));
        self.files.extend(listing.files);
        self.folders.extend(listing.folders);
        self.linked.extend(listing.linked);
        self.fresh.extend(listing.fresh);
        self.diagnostics.extend(listing.diagnostics);
        self.diagnostics.sort();
    }
}

/// Of sorted paths, those of what stands at a path and below it. `from` gives the paths from another one on.
pub(super) fn at_or_below<'a, I: Iterator<Item = &'a SourcePath>>(
    from: impl Fn(SourcePath) -> I,
    path: &SourcePath,
) -> Vec<SourcePath> {
    let below = SourcePath::new(format!("{path}/"));
    let at = from(path.clone()).take(1).filter(|key| *key == path);
    let below = from(below.clone()).take_while(|key| key.as_str().starts_with(below.as_str()));
    at.chain(below).cloned().collect()
}

/// Whether a path is another one, or below it.
pub(super) fn is_at_or_below(path: &SourcePath, top: &SourcePath) -> bool {
    path.as_str().strip_prefix(top.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn nanoseconds(time: SystemTime) -> i128 {
    let count = |span: std::time::Duration| i128::try_from(span.as_nanos()).unwrap_or(i128::MAX);
    match time.duration_since(UNIX_EPOCH) {
        Ok(after) => count(after),
        Err(before) => -count(before.duration()),
    }
}
