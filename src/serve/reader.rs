//! What was read of the guide, and how to keep up with the disk. Events say where to look first, and once more a little later;
//! a look at all folders follows, and a walk through all files now and then: what they find is the truth.
use super::watch::{FolderWatcher, Hints};
use crate::failure::Failure;
use crate::load::{self, Changes, Loaded};
use crate::model::{Diagnostic, SourcePath, Sources};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// How long to wait for a file that is empty or looks half-written.
const HALF_WRITTEN: Duration = Duration::from_millis(300);

/// How long to wait for a file that is gone: many editors move the old file away before they write the new one.
const GONE: Duration = Duration::from_millis(60);

/// How long files may keep changing before they are built as they are.
const RESTLESS: Duration = Duration::from_secs(2);

/// When to look again after events at what they named: a second change within one tick of the disk's clock leaves dates as
/// they are, and files may come into a new folder before it is watched.
const LOOKS_AFTER: [Duration; 2] = [Duration::from_millis(60), Duration::from_millis(250)];

/// How often to walk through all files although there are events.
const WALK: Duration = Duration::from_secs(30);

/// A walk through all files may take this part of the time.
const WALK_SHARE: u32 = 500;

/// From so many paths on, a walk through all files is simpler.
const MANY: usize = 500;

/// The guide as it was last read.
pub(super) struct GuideReader {
    root: PathBuf,
    pub(super) loaded: Loaded,
    /// What has changed since [`GuideReader::look`] last succeeded.
    changes: Changes,
    /// The diagnostics of reading when it last succeeded.
    diagnostics: Vec<Diagnostic>,
    /// Whether the last look failed.
    failed: bool,
    /// When to look again at what the last events named.
    looks: Vec<Instant>,
    /// What they named; none if it was more than [`MANY`] paths.
    named: Option<BTreeSet<PathBuf>>,
    /// When to walk through all files again.
    next_walk: Instant,
}

/// What a look found.
pub(super) struct Seen {
    /// Sources that were changed, added or removed.
    pub(super) changed: Vec<SourcePath>,
    /// Whether other files than before cannot be read.
    pub(super) has_new_diagnostics: bool,
}

impl GuideReader {
    /// Reads the guide for the first time.
    pub(super) fn start(root: PathBuf) -> Result<Self, Failure> {
        let loaded = load::load_changed(&root, &Loaded::compressed())?;
        let now = Instant::now();
        Ok(Self {
            root,
            diagnostics: loaded.read.diagnostics.clone(),
            loaded,
            changes: Changes::new(),
            failed: false,
            looks: LOOKS_AFTER.map(|after| now + after).to_vec(),
            named: None,
            next_walk: now + WALK,
        })
    }

    /// How soon to look although no event came; none if it does not matter.
    pub(super) fn next_look(&self) -> Option<Duration> {
        self.looks.first().map(|look| look.saturating_duration_since(Instant::now()))
    }

    /// Reads what changed, once it no longer changes. One file that looks complete is enough; anything else must be the
    /// same when read twice.
    pub(super) fn look(&mut self, mut hints: Hints, watcher: &mut FolderWatcher) -> Result<Seen, Failure> {
        let begun = Instant::now();
        let was_told = !hints.is_empty();
        self.schedule(&mut hints, begun);
        let mut is_first = true;
        loop {
            let round = self.read(&hints, watcher.is_polling());
            let agrees = match &round {
                Ok(found) => found.is_empty() && !is_first,
                Err(_) => self.failed,
            };
            self.failed = round.is_err();
            // The guide itself may be gone; an editor may be about to put it back.
            let wait = if self.failed { GONE } else { self.patience() };
            let is_over = (agrees && begun.elapsed() >= wait) || begun.elapsed() > RESTLESS;
            let is_one = !self.failed && self.changes.len() <= 1;
            let is_plain = is_one && wait.is_zero();
            // The events that end the writing of this one file are not waited for: it is read again.
            let more = if is_plain && !is_over { watcher.arrived() } else { Hints::default() };
            if is_over || is_plain && is_first && more.is_empty() {
                round?;
                break;
            }
            hints.extend(if is_plain {
                more
            } else if is_one {
                // A single file that is still empty or half written: its next event is enough.
                watcher.next()
            } else {
                watcher.drain()
            });
            is_first = false;
        }
        let changed: Vec<_> = std::mem::take(&mut self.changes).into_keys().collect();
        if !was_told && !watcher.is_polling() && changed.iter().any(|path| !self.loaded.is_linked(path)) {
            watcher.watch_anew();
        }
        let has_new_diagnostics = self.diagnostics != self.loaded.read.diagnostics;
        if has_new_diagnostics {
            self.diagnostics.clone_from(&self.loaded.read.diagnostics);
        }
        Ok(Seen { changed, has_new_diagnostics })
    }

    /// Says when to look again because of these hints. Without any, gives those of the last events, if it is time to look at
    /// them again.
    fn schedule(&mut self, hints: &mut Hints, now: Instant) {
        if !hints.is_empty() {
            let pending = self.named.take().filter(|_| !self.looks.is_empty()).unwrap_or_default();
            let named: BTreeSet<_> = pending.into_iter().chain(hints.paths.iter().cloned()).collect();
            self.named = Some(named).filter(|named| !hints.everything && named.len() <= MANY);
            self.looks = LOOKS_AFTER.map(|after| now + after).to_vec();
        } else if self.looks.iter().any(|look| *look <= now) {
            self.looks.retain(|look| *look > now);
            hints.paths.extend(self.named.iter().flatten().cloned());
        }
    }

    /// Reads what the hints name; without hints, what moved. Adds to the changes, and gives those it found.
    fn read(&mut self, hints: &Hints, is_polling: bool) -> Result<Changes, Failure> {
        let begun = Instant::now();
        let is_due = is_polling || hints.is_empty() && begun >= self.next_walk;
        let found = if hints.everything || self.failed || is_due || hints.paths.len() > MANY {
            let found = self.loaded.reload(&self.root);
            self.next_walk = begun + WALK.max(begun.elapsed() * WALK_SHARE);
            found?
        } else if hints.is_empty() {
            let moved = self.loaded.moved(&self.root);
            if moved.is_empty() { Changes::new() } else { self.loaded.refresh(&self.root, &moved)? }
        } else {
            self.loaded.refresh(&self.root, &hints.paths)?
        };
        load::add_changes(&mut self.changes, &found, &self.loaded.read.value);
        Ok(found)
    }

    /// How long to wait until the changed files are complete.
    fn patience(&self) -> Duration {
        let waits = self.changes.keys().map(|path| patience(path, &self.loaded.read.value));
        waits.max().unwrap_or_default()
    }
}

/// How long to wait for this changed file to be complete.
fn patience(path: &SourcePath, now: &Sources) -> Duration {
    match now.get(path) {
        None => GONE,
        Some(source) if source.size() == 0 => HALF_WRITTEN,
        Some(source) if path.is_page() && has_open_front_matter(&source.bytes()) => HALF_WRITTEN,
        Some(_) => Duration::ZERO,
    }
}

/// Whether front matter begins and does not end.
fn has_open_front_matter(bytes: &[u8]) -> bool {
    let mut lines = bytes.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii_end);
    let first = lines.next().unwrap_or_default();
    first.strip_prefix(b"\xef\xbb\xbf").unwrap_or(first) == b"---" && !lines.any(|line| line == b"---")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_that_does_not_end_is_half_written() {
        for open in ["---", "---\n", "---\ntitle: A\n", "\u{feff}---\r\ntitle: A\r\n", "---\ntitle: A\n--"] {
            assert!(has_open_front_matter(open.as_bytes()), "{open:?}");
        }
        for closed in ["", "# A", "---\ntitle: A\n---\n", "---\r\n---\r\n", "---- \n"] {
            assert!(!has_open_front_matter(closed.as_bytes()), "{closed:?}");
        }
    }
}
