//! When to look. Events are hints; whoever looks decides what changed.
use notify::event::{AccessKind, AccessMode, EventKind};
use notify::{RecommendedWatcher, RecursiveMode, Watcher};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::time::{Duration, Instant, SystemTime};

/// How often to look where events come.
const TICK: Duration = Duration::from_secs(2);

/// How often to look where they may not.
const POLL: Duration = Duration::from_millis(700);

/// A hint after so long a silence is acted on at once: most saves are complete when it comes.
const QUIET: Duration = Duration::from_millis(200);

/// A burst is over when nothing came for this long …
const PAUSE: Duration = Duration::from_millis(15);

/// … or when it has lasted for this long.
const BURST: Duration = Duration::from_millis(100);

/// Watches the folders that hold inputs, and the root for the case that one of them comes or goes.
#[derive(Debug)]
pub(super) struct Watching {
    hints: Receiver<()>,
    /// Keeps the channel open when there is no watcher.
    _hint: SyncSender<()>,
    watcher: Option<RecommendedWatcher>,
    folders: Vec<(PathBuf, Option<Identity>)>,
    tick: Duration,
    last: Option<Instant>,
    /// Why we look every 0.7 s, if we do so without having been asked to.
    pub(super) polling_because: Option<String>,
}

/// Which folder stands under a name: its number, or its age where there are no numbers.
type Identity = (u64, Option<SystemTime>);

impl Watching {
    /// Begins to watch; cannot fail, because looking from time to time always works.
    pub(super) fn start(root: &Path, poll: bool) -> Self {
        // One hint that waits says as much as a thousand.
        let (hint, hints) = sync_channel(1);
        let folders = ["guide", "themes"].map(|name| (root.join(name), None)).to_vec();
        let mut watching = Self {
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
                Ok(watcher) => watching.watcher = Some(watcher),
                Err(why) => watching.poll_because(why.to_string()),
            }
            if let Some(kind) = unreliable(root) {
                watching.poll_because(kind.to_owned());
            }
            watching.follow();
        }
        watching
    }

    /// Watches the input folders as they are now: one that was removed and came back is another folder.
    pub(super) fn follow(&mut self) {
        let Some(watcher) = &mut self.watcher else { return };
        let mut trouble = None;
        for (folder, known) in &mut self.folders {
            let now = identity(folder);
            if now == *known {
                continue;
            }
            if known.is_some() {
                match watcher.unwatch(folder) {
                    // The system forgets a folder that is gone by itself.
                    Ok(()) | Err(_) => {}
                }
            }
            *known = now;
            if now.is_some() {
                trouble = watcher.watch(folder, RecursiveMode::Recursive).err().or(trouble);
            }
        }
        if let Some(why) = trouble {
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
        match self.hints.recv_timeout(tick) {
            Ok(()) => {
                let quiet = self.last.is_none_or(|last| last.elapsed() > QUIET);
                self.last = Some(Instant::now());
                if !quiet {
                    self.gather();
                }
            }
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {}
        }
    }

    /// Lets a burst pass.
    pub(super) fn gather(&mut self) {
        let begun = Instant::now();
        while begun.elapsed() < BURST && self.hints.recv_timeout(PAUSE).is_ok() {
            self.last = Some(Instant::now());
        }
    }

    /// Whether something happened since; forgets it.
    pub(super) fn is_restless(&mut self) -> bool {
        let restless = self.hints.try_recv().is_ok();
        if restless {
            self.last = Some(Instant::now());
        }
        restless
    }
}

fn watcher(root: &Path, hint: SyncSender<()>) -> notify::Result<RecommendedWatcher> {
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        // Our own reading makes events too; acting on them would never end.
        let reading = event.as_ref().is_ok_and(|event| match event.kind {
            EventKind::Access(AccessKind::Close(AccessMode::Write)) => false,
            EventKind::Access(_) => true,
            _ => false,
        });
        if !reading {
            match hint.try_send(()) {
                // Full: one waits already. Disconnected: nobody listens any more.
                Ok(()) | Err(_) => {}
            }
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
