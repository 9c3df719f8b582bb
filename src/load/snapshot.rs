//! What the disk says about each input without opening it, so that only what changed is read again.
use crate::model::{Diagnostic, SourcePath};
use std::collections::BTreeMap;
use std::fs::Metadata;
use std::time::{SystemTime, UNIX_EPOCH};

/// File systems date files by a clock that ticks every few milliseconds; a file that changed this shortly
/// before it was listed (in nanoseconds) may change again without a new date.
const TICK: i128 = 50_000_000;

/// Size, times and identity of one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Print {
    /// In bytes.
    pub(super) size: u64,
    /// When the content changed, in nanoseconds since 1970; anybody may set it.
    modified: i128,
    /// When the file's record changed; only the system sets it. Equal to `modified` where there is none.
    changed: i128,
    /// The file's number on its disk; a save by rename changes it. 0 where there is none.
    inode: u64,
}

impl Print {
    /// Takes it from what the system answered.
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

/// The inputs as one walk found them, and what the walk had to say.
#[derive(Clone, Debug, Default)]
pub struct Snapshot {
    pub(super) files: BTreeMap<SourcePath, Print>,
    pub(super) diagnostics: Vec<Diagnostic>,
    taken: i128,
}

impl Snapshot {
    /// Nothing yet, begun at this moment.
    pub(super) fn begun_now() -> Self {
        Self { taken: nanoseconds(SystemTime::now()), ..Self::default() }
    }

    /// Whether two walks found the same.
    pub fn agrees(&self, other: &Self) -> bool {
        self.files == other.files && self.diagnostics == other.diagnostics
    }

    /// Whether a file may have changed since without a new date. Look again a little later.
    pub fn is_fresh(&self) -> bool {
        self.files.values().any(|print| self.is_unsure(print))
    }

    /// Whether the file of this path is still what it was when this snapshot was taken.
    pub(super) fn vouches(&self, path: &SourcePath, now: &Print) -> bool {
        self.files.get(path).is_some_and(|before| before == now && !self.is_unsure(before))
    }

    fn is_unsure(&self, print: &Print) -> bool {
        (self.taken - print.changed).abs() < TICK
    }
}

fn nanoseconds(time: SystemTime) -> i128 {
    let count = |span: std::time::Duration| i128::try_from(span.as_nanos()).unwrap_or(i128::MAX);
    match time.duration_since(UNIX_EPOCH) {
        Ok(after) => count(after),
        Err(before) => -count(before.duration()),
    }
}
