//! Size and times of the input files, so that only what has changed is read again.
use crate::model::{Diagnostic, SourcePath};
use std::collections::BTreeMap;
use std::fs::Metadata;
use std::time::{SystemTime, UNIX_EPOCH};

/// The clock that dates files may tick only every few milliseconds. A file that changed less than this long (in
/// nanoseconds) before it was listed may change again without a new date.
const TICK: i128 = 50_000_000;

/// Size, times and inode of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileStat {
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
}

/// The input files of one listing, with its diagnostics.
#[derive(Clone, Debug, Default)]
pub struct Snapshot {
    pub(super) files: BTreeMap<SourcePath, FileStat>,
    pub(super) diagnostics: Vec<Diagnostic>,
    taken: i128,
}

impl Snapshot {
    /// An empty listing that begins now.
    pub(super) fn begin() -> Self {
        Self { taken: nanoseconds(SystemTime::now()), ..Self::default() }
    }

    /// Whether two listings are equal.
    pub fn agrees(&self, other: &Self) -> bool {
        self.files == other.files && self.diagnostics == other.diagnostics
    }

    /// Whether a file may have changed since without a new date, so that the caller should list again soon.
    pub fn is_fresh(&self) -> bool {
        self.files.values().any(|stat| self.is_unsure(stat))
    }

    /// Whether the file at this path is unchanged since this listing.
    pub(super) fn is_unchanged(&self, path: &SourcePath, now: &FileStat) -> bool {
        self.files.get(path).is_some_and(|before| before == now && !self.is_unsure(before))
    }

    fn is_unsure(&self, stat: &FileStat) -> bool {
        (self.taken - stat.changed).abs() < TICK
    }
}

fn nanoseconds(time: SystemTime) -> i128 {
    let count = |span: std::time::Duration| i128::try_from(span.as_nanos()).unwrap_or(i128::MAX);
    match time.duration_since(UNIX_EPOCH) {
        Ok(after) => count(after),
        Err(before) => -count(before.duration()),
    }
}
