//! When to look for changes. Events are only hints; `state` finds out what changed.
use notify::event::{AccessKind, AccessMode, EventKind};
use notify::{RecommendedWatcher, RecursiveMode, Watcher};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::time::{Duration, Instant, SystemTime};

/// How often to look when there are events.
const TICK: Duration = Duration::from_secs(2);

/// How often to look without events.
const POLL: Duration = Duration::from_millis(700);

/// After so long without a hint, the next one is acted on at once: most saves are complete when it arrives.
const QUIET: Duration = Duration::from_millis(200);

/// A burst ends when no hint arrives for this long,
const PAUSE: Duration = Duration::from_millis(15);

/// or after this long in any case.
const BURST: Duration = Duration::from_millis(100);

/// Watches the input folders, and the root in case one of them is created or removed.
#[derive(Debug)]
pub(super) struct FolderWatcher {
    hints: Receiver<()>,
    /// Keeps the channel open when there is no watcher.
    _hint: SyncSender<()>,
    watcher: Option<RecommendedWatcher>,
    folders: Vec<(PathBuf, Option<Identity>)>,
    tick: Duration,
    last: Option<Instant>,
    /// Why files are polled, if nobody asked for it.
    pub(super) polling_because: Option<String>,
}

/// Identifies a folder: its inode, or its creation time where there are no inodes.
type Identity = (u64, Option<SystemTime>);

impl FolderWatcher {
    /// Begins to watch. Cannot fail, because polling always works.
    pub(super) fn start(root: &Path, poll: bool) -> Self {
        // One waiting hint is enough.
        let (hint, hints) = sync_channel(1);
        let folders = ["guide", "themes"].map(|name| (root.join(name), None)).to_vec();
        let mut folder_watcher = Self {
            hints,
            _hint: hint.clone(),
            watcher: None,
            folders,
            tick: if poll { POLL } else { TICK },
            last: None,
            polling_because: None,
        };
        if !poll {
            match watcher(root, hint) {
                Ok(watcher) => folder_watcher.watcher = Some(watcher),
                Err(why) => folder_watcher.poll_because(why.to_string()),
            }
            if let Some(kind) = unreliable(root) {
                folder_watcher.poll_because(kind.to_owned());
            }
            folder_watcher.follow();
        }
        folder_watcher
    }

    /// Watches the input folders that exist now: a folder that was removed and created again is another one.
    pub(super) fn follow(&mut self) {
        let Some(watcher) = &mut self.watcher else { return };
        let mut failure = None;
        for (folder, known) in &mut self.folders {
            let now = identity(folder);
            if now == *known {
                continue;
            }
            if known.is_some() {
                // Fails for a folder that is gone, which the system has stopped watching.
                watcher.unwatch(folder).unwrap_or_default();
            }
            *known = now;
            if now.is_some() {
                failure = watcher.watch(folder, RecursiveMode::Recursive).err().or(failure);
            }
        }
        if let Some(why) = failure {
            self.poll_because(why.to_string());
        }
    }

    fn poll_because(&mut self, why: String) {
        self.tick = POLL;
        self.polling_because = Some(why);
    }

    /// Waits until it is time to look, no longer than `at_most`.
    pub(super) fn wait(&mut self, at_most: Option<Duration>) {
        let tick = at_most.unwrap_or(self.tick).min(self.tick);
        if self.hints.recv_timeout(tick).is_ok() {
            let quiet = self.last.is_none_or(|last| last.elapsed() > QUIET);
            self.last = Some(Instant::now());
            if !quiet {
                self.drain();
            }
        }
    }

    /// Waits until a burst of hints is over.
    pub(super) fn drain(&mut self) {
        let begun = Instant::now();
        while begun.elapsed() < BURST && self.hints.recv_timeout(PAUSE).is_ok() {
            self.last = Some(Instant::now());
        }
    }

    /// Whether a hint has arrived; takes it.
    pub(super) fn has_new_events(&mut self) -> bool {
        let has_hint = self.hints.try_recv().is_ok();
        if has_hint {
            self.last = Some(Instant::now());
        }
        has_hint
    }
}

fn watcher(root: &Path, hint: SyncSender<()>) -> notify::Result<RecommendedWatcher> {
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        // Reading causes events too; if they were hints, each look would cause the next.
        let written = AccessKind::Close(AccessMode::Write);
        let is_read = event.is_ok_and(|event| matches!(event.kind, EventKind::Access(how) if how != written));
        if !is_read {
            // Fails if a hint is waiting already, or if the server ends.
            hint.try_send(()).unwrap_or_default();
        }
    })?;
    watcher.watch(root, RecursiveMode::NonRecursive)?;
    Ok(watcher)
}

fn identity(folder: &Path) -> Option<Identity> {
    let data = fs::metadata(folder).ok().filter(fs::Metadata::is_dir)?;
    #[cfg(unix)]
    return Some((std::os::unix::fs::MetadataExt::ino(&data), None));
    #[cfg(not(unix))]
    return Some((0, data.created().ok()));
}

/// The name of a file system on which changes made elsewhere cause no events here.
#[cfg(target_os = "linux")]
fn unreliable(root: &Path) -> Option<&'static str> {
    let kind = rustix::fs::statfs(root).ok()?.f_type;
    // Numbers from linux/magic.h and the sources of the drivers.
    match u32::try_from(kind & 0xffff_ffff).ok()? {
        0x6969 => Some("nfs"),
        0x517b | 0xfe53_4d42 | 0xff53_4d42 => Some("smb"),
        0x0102_1997 => Some("9p"),
        0x6573_5546 => Some("fuse"),
        0x794c_7630 => Some("overlay"),
        _ => None,
    }
}

#[cfg(not(target_os = "linux"))]
fn unreliable(_: &Path) -> Option<&'static str> {
    None
}
