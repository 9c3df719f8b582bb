//! When to look for changes, and where. Events are only hints; `reader` finds out what changed.
use notify::event::{AccessKind, AccessMode, EventKind, ModifyKind};
use notify::{RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
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

/// Where to look.
#[derive(Debug, Default)]
pub(super) struct Hints {
    /// Files and folders that events named.
    pub(super) paths: BTreeSet<PathBuf>,
    /// Whether anything may have changed.
    pub(super) everything: bool,
}

impl Hints {
    /// Whether no event came.
    pub(super) fn is_empty(&self) -> bool {
        self.paths.is_empty() && !self.everything
    }

    pub(super) fn extend(&mut self, more: Self) {
        self.paths.extend(more.paths);
        self.everything |= more.everything;
    }
}

/// What the thread of the watcher hands over.
#[derive(Debug, Default)]
struct Events {
    pending: Mutex<Pending>,
    arrived: Condvar,
}

#[derive(Debug, Default)]
struct Pending {
    hints: Hints,
    /// Whether there is something else to do.
    is_woken: bool,
    /// Whether an input folder was created, removed or renamed: its watch may be gone.
    has_lost_folder: bool,
    /// Why no more folders can be watched.
    failure: Option<String>,
}

impl Events {
    fn lock(&self) -> MutexGuard<'_, Pending> {
        // After a panic the hints are still valid.
        self.pending.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes the hints; waits for the first one, no longer than this.
    fn take(&self, at_most: Duration) -> Hints {
        let waited = self.arrived.wait_timeout_while(self.lock(), at_most, |pending| {
            pending.hints.is_empty() && !pending.is_woken
        });
        let (mut pending, _) = waited.unwrap_or_else(PoisonError::into_inner);
        pending.is_woken = false;
        std::mem::take(&mut pending.hints)
    }

    /// Adds what an event of the system says.
    fn add(&self, event: notify::Result<notify::Event>, roots: &[PathBuf]) {
        // Reading causes events too; if they were hints, each look would cause the next.
        let written = AccessKind::Close(AccessMode::Write);
        if event.as_ref().is_ok_and(|event| matches!(event.kind, EventKind::Access(how) if how != written)) {
            return;
        }
        let mut pending = self.lock();
        match event {
            Ok(event) => {
                pending.hints.everything |= event.need_rescan();
                let moves = matches!(
                    event.kind,
                    EventKind::Create(_) | EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_))
                );
                for path in event.paths {
                    pending.add_path(&path, moves, roots);
                }
            }
            Err(why) => {
                pending.hints.everything = true;
                pending.failure = Some(why.to_string());
            }
        }
        if !pending.hints.is_empty() {
            self.arrived.notify_one();
        }
    }
}

impl Pending {
    /// Adds a path, if it may be an input. `roots` are the names of the project root, the one to use first.
    fn add_path(&mut self, path: &Path, moves: bool, roots: &[PathBuf]) {
        let Some(inside) = roots.iter().find_map(|root| path.strip_prefix(root).ok()) else {
            // The system may know the folder by another name.
            self.hints.everything = true;
            return;
        };
        if !inside.as_os_str().is_empty() && !INPUTS.iter().any(|folder| inside.starts_with(folder)) {
            return;
        }
        let is_top = inside.components().count() < 2;
        self.has_lost_folder |= is_top && moves;
        self.hints.everything |= is_top && moves;
        if let (false, Some(root)) = (is_top, roots.first()) {
            self.hints.paths.insert(root.join(inside));
        }
    }
}

/// The input folders, below the root.
const INPUTS: [&str; 2] = ["guide", "themes"];

/// Watches the input folders, and the root in case one of them is created or removed.
#[derive(Debug)]
pub(super) struct FolderWatcher {
    events: Arc<Events>,
    watcher: Option<RecommendedWatcher>,
    /// The root and the input folders, as they were when their watch began.
    folders: Vec<(PathBuf, RecursiveMode, Option<Identity>)>,
    tick: Duration,
    /// When the last hint came.
    last: Option<Instant>,
    /// Why files are polled, if nobody asked for it.
    pub(super) polling_because: Option<String>,
}

/// Identifies a folder: its inode, or its creation time where there are no inodes.
type Identity = (u64, Option<SystemTime>);

impl FolderWatcher {
    /// Begins to watch. Cannot fail, because polling always works.
    pub(super) fn start(root: &Path, poll: bool) -> Self {
        let mut folders = vec![(root.to_path_buf(), RecursiveMode::NonRecursive, None)];
        folders.extend(INPUTS.map(|name| (root.join(name), RecursiveMode::Recursive, None)));
        let mut folder_watcher = Self {
            events: Arc::default(),
            watcher: None,
            folders,
            tick: if poll { POLL } else { TICK },
            last: None,
            polling_because: None,
        };
        if !poll {
            match watcher(root, Arc::clone(&folder_watcher.events)) {
                Ok(watcher) => folder_watcher.watcher = Some(watcher),
                Err(why) => folder_watcher.poll_because(why.to_string()),
            }
            if let Some(kind) = unreliable(root) {
                folder_watcher.poll_because(kind.to_owned());
            }
            folder_watcher.follow();
            if identity(root).is_none() {
                folder_watcher.poll_because(root.display().to_string());
            }
        }
        folder_watcher
    }

    /// Watches the folders that exist now: a folder that was removed and created again is another one, and one that was
    /// moved away and back is no longer watched. True if a watch is new, so that anything may have changed before.
    pub(super) fn follow(&mut self) -> bool {
        let mut pending = self.events.lock();
        let has_lost_folder = std::mem::take(&mut pending.has_lost_folder);
        let mut failure = pending.failure.take();
        drop(pending);
        let Some(watcher) = &mut self.watcher else { return false };
        let mut is_new = false;
        for (folder, mode, known) in &mut self.folders {
            let now = identity(folder);
            if now == *known && !has_lost_folder {
                continue;
            }
            if known.is_some() {
                // Fails for a folder that is gone, which the system has stopped watching.
                watcher.unwatch(folder).unwrap_or_default();
            }
            *known = now;
            if now.is_some() {
                is_new = true;
                failure = watcher.watch(folder, *mode).err().map(|why| why.to_string()).or(failure);
            }
        }
        if let Some(why) = failure {
            self.poll_because(why);
        }
        is_new
    }

    /// Ends a wait before its time.
    pub(super) fn waker(&self) -> impl Fn() + Send + Sync + use<> {
        let events = Arc::clone(&self.events);
        move || {
            events.lock().is_woken = true;
            events.arrived.notify_one();
        }
    }

    fn poll_because(&mut self, why: String) {
        self.tick = POLL;
        self.polling_because = Some(why);
    }

    /// Whether all files must be looked at whenever it is time to look.
    pub(super) fn is_polling(&self) -> bool {
        self.tick == POLL
    }

    /// Takes the watches anew, because something changed without an event.
    pub(super) fn watch_anew(&mut self) {
        self.events.lock().has_lost_folder = true;
    }

    /// Waits until it is time to look, no longer than `at_most`, and says where.
    pub(super) fn wait(&mut self, at_most: Option<Duration>) -> Hints {
        let mut hints = self.events.take(at_most.unwrap_or(self.tick).min(self.tick));
        if !hints.is_empty() {
            let is_quiet = self.last.is_none_or(|last| last.elapsed() > QUIET);
            self.last = Some(Instant::now());
            if !is_quiet {
                hints.extend(self.drain());
            }
        }
        hints
    }

    /// Waits until a burst of hints is over, and takes them.
    pub(super) fn drain(&mut self) -> Hints {
        let begun = Instant::now();
        let mut hints = Hints::default();
        while begun.elapsed() < BURST {
            let more = self.events.take(PAUSE);
            if more.is_empty() {
                break;
            }
            self.last = Some(Instant::now());
            hints.extend(more);
        }
        hints
    }

    /// Waits for the next hint, as long as a burst may pause.
    pub(super) fn next(&mut self) -> Hints {
        let hints = self.events.take(PAUSE);
        if !hints.is_empty() {
            self.last = Some(Instant::now());
        }
        hints
    }

    /// Takes the hints that have arrived, without waiting.
    pub(super) fn arrived(&mut self) -> Hints {
        std::mem::take(&mut self.events.lock().hints)
    }
}

fn watcher(root: &Path, events: Arc<Events>) -> notify::Result<RecommendedWatcher> {
    let mut roots = vec![root.to_path_buf()];
    roots.extend(root.canonicalize());
    notify::recommended_watcher(move |event: notify::Result<notify::Event>| events.add(event, &roots))
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
pub(crate) fn unreliable(root: &Path) -> Option<&'static str> {
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

/// No such file system is known here.
#[cfg(not(target_os = "linux"))]
pub(crate) fn unreliable(_: &Path) -> Option<&'static str> {
    None
}
