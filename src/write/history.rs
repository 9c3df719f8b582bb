//! The versions that a file of the guide has had, in `.jalon/history/`.
//!
//! Each version is a file with the bytes as they were, in a folder with the path of its source:
//! `.jalon/history/guide/a.md/2026-11-23T101500.123Z-saved-STAMP`. What a write replaces is kept before it, and so is what it
//! writes: another program may replace that before the next write.
use super::disk::{ignore_in_cleanup, sync_folder, write_failure};
use super::project_folder;
use crate::failure::Failure;
use crate::model::{Date, SourcePath};
use crate::stamp::Stamp;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};
use walkdir::WalkDir;

/// How long versions are kept.
const AGE: Duration = Duration::from_hours(30 * 24);

/// After how long a file that was never finished is removed.
const UNFINISHED: Duration = Duration::from_hours(1);

/// The ending of a file that is not finished.
const NEW: &str = ".new";

/// The history of all files of a guide.
#[derive(Debug)]
pub(crate) struct FileHistory {
    root: PathBuf,
    /// The most bytes that it may take.
    room: u64,
}

/// How a version came to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum VersionKind {
    /// It was there before a write.
    Found,
    /// It was written.
    Saved,
    /// It was brought back.
    Undone,
}

/// A version that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FileVersion {
    /// Milliseconds since 1970-01-01T00:00:00Z; later than that of the version before.
    time: u64,
    kind: VersionKind,
    /// The stamp of its bytes.
    pub(crate) stamp: Stamp,
    path: PathBuf,
}

impl FileHistory {
    /// The history below a project root, which may take this many bytes.
    pub(crate) fn new(root: &Path, room: u64) -> Self {
        Self { root: root.to_path_buf(), room }
    }

    fn top(&self) -> PathBuf {
        project_folder::at(&self.root).join("history")
    }

    fn folder(&self, source: &SourcePath) -> PathBuf {
        self.top().join(source.as_str())
    }

    /// The versions of a file, oldest first.
    pub(crate) fn versions(&self, source: &SourcePath) -> Result<Vec<FileVersion>, Failure> {
        let folder = self.folder(source);
        let entries = match fs::read_dir(&folder) {
            Err(why) if why.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries.map_err(Failure::because("failure-read", &folder))?,
        };
        let mut versions = Vec::new();
        for entry in entries {
            let entry = entry.map_err(Failure::because("failure-read", &folder))?;
            versions.extend(FileVersion::named(entry.path()));
        }
        versions.sort_by_key(|version| version.time);
        Ok(versions)
    }

    /// Keeps a version of a file, unless it is the last one that was kept. It is on the disk when this returns.
    pub(crate) fn keep(&self, source: &SourcePath, kind: VersionKind, bytes: &[u8]) -> Result<(), Failure> {
        let versions = self.versions(source)?;
        let (last, stamp) = (versions.last(), Stamp::of_bytes(bytes));
        if last.is_some_and(|last| last.stamp == stamp) {
            return Ok(());
        }
        // The clock may have been set back.
        let time = milliseconds(SystemTime::now()).max(last.map_or(0, |last| last.time + 1));
        let folder = self.make_folder(source)?;
        let path = folder.join(FileVersion::name(time, kind, stamp));
        let beside = folder.join(format!("{}{NEW}", std::process::id()));
        let written = File::create(&beside)
            .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
            .and_then(|()| fs::rename(&beside, &path));
        if written.is_err() {
            ignore_in_cleanup(fs::remove_file(&beside));
        }
        written.map_err(write_failure(&path))?;
        sync_folder(&folder)
    }

    /// Makes the folder of a source. A symbolic link is refused, because it could lead out of the project.
    fn make_folder(&self, source: &SourcePath) -> Result<PathBuf, Failure> {
        project_folder::make(&self.root).map_err(write_failure(&self.top()))?;
        let mut folder = project_folder::at(&self.root);
        for part in std::iter::once("history").chain(source.as_str().split('/')) {
            let parent = folder.clone();
            folder.push(part);
            match fs::symlink_metadata(&folder) {
                Ok(data) if data.is_dir() => {}
                Ok(_) => return Err(write_failure(&folder)(ErrorKind::NotADirectory.into())),
                Err(_) => {
                    fs::create_dir(&folder).map_err(write_failure(&folder))?;
                    sync_folder(&parent)?;
                }
            }
        }
        Ok(folder)
    }

    /// The bytes of the version before the one that a file has now, if there is one.
    pub(crate) fn before(&self, source: &SourcePath, now: Stamp) -> Result<Option<Vec<u8>>, Failure> {
        let versions = self.versions(source)?;
        let Some(version) = before(&versions, now) else { return Ok(None) };
        let bytes = fs::read(&version.path).map_err(Failure::because("failure-read", &version.path))?;
        if Stamp::of_bytes(&bytes) == version.stamp {
            Ok(Some(bytes))
        } else {
            Err(Failure::plain("failure-changed", version.path.display().to_string()))
        }
    }

    /// Whether there is a version before the one that a file has now.
    pub(crate) fn has_before(&self, source: &SourcePath, now: Stamp) -> Result<bool, Failure> {
        Ok(before(&self.versions(source)?, now).is_some())
    }

    /// Removes versions that are too old, and the oldest of what takes too much room. The last version of all stays.
    pub(crate) fn prune(&self) -> Result<(), Failure> {
        let top = self.top();
        if fs::symlink_metadata(&top).map_or(true, |data| !data.is_dir()) {
            return Ok(());
        }
        let now = SystemTime::now();
        let (mut versions, mut folders, mut sum) = (BTreeMap::new(), Vec::new(), 0);
        for entry in WalkDir::new(&top).min_depth(1) {
            let entry = entry.map_err(|why| Failure::at("failure-read", &top, &why.into()))?;
            let Ok(data) = entry.metadata() else { continue };
            if data.is_dir() {
                folders.push(entry.into_path());
            } else if let Some(version) = FileVersion::named(entry.path().to_path_buf()) {
                sum += data.len();
                versions.insert((version.time, version.path), data.len());
            } else if entry.path().extension().is_some_and(|ending| ending == &NEW[1..]) {
                let age = data.modified().ok().and_then(|time| now.duration_since(time).ok());
                if age.is_some_and(|age| age > UNFINISHED) {
                    remove(entry.path())?;
                }
            }
        }
        let last = versions.keys().next_back().cloned();
        let oldest = milliseconds(now).saturating_sub(milliseconds(SystemTime::UNIX_EPOCH + AGE));
        for ((time, path), size) in versions {
            let is_last = last.as_ref().is_some_and(|(_, last)| *last == path);
            if !is_last && (time < oldest || sum > self.room) {
                remove(&path)?;
                sum -= size;
            }
        }
        // Those with folders inside come first. One that is not empty stays.
        folders.iter().rev().for_each(|folder| ignore_in_cleanup(fs::remove_dir(folder)));
        Ok(())
    }
}

fn remove(path: &Path) -> Result<(), Failure> {
    match fs::remove_file(path) {
        Err(why) if why.kind() != ErrorKind::NotFound => Err(write_failure(path)(why)),
        _ => Ok(()),
    }
}

/// The version before the one that a file has now. A version that is there again, because it was brought back or because
/// what was to replace it was never written, undoes those after its last place.
fn before(versions: &[FileVersion], now: Stamp) -> Option<&FileVersion> {
    let mut line: Vec<&FileVersion> = Vec::new();
    for version in versions {
        let place = line.iter().rposition(|known| known.stamp == version.stamp);
        match place.filter(|_| version.kind != VersionKind::Saved) {
            Some(place) => line.truncate(place + 1),
            None => line.push(version),
        }
    }
    match line.iter().rposition(|known| known.stamp == now) {
        Some(place) => place.checked_sub(1).map(|at| line[at]),
        // Another program has written it.
        None => line.last().copied(),
    }
}

impl VersionKind {
    const ALL: [Self; 3] = [Self::Found, Self::Saved, Self::Undone];

    fn name(self) -> &'static str {
        match self {
            Self::Found => "found",
            Self::Saved => "saved",
            Self::Undone => "undone",
        }
    }
}

impl FileVersion {
    fn name(time: u64, kind: VersionKind, stamp: Stamp) -> String {
        let seconds = time / 1000;
        let day = i64::try_from(seconds).ok().and_then(Date::from_unix_seconds);
        let day = day.map_or_else(|| "9999-12-31".to_owned(), |day| day.to_string());
        let (hour, minute, second) = (seconds / 3600 % 24, seconds / 60 % 60, seconds % 60);
        let millis = time % 1000;
        format!("{day}T{hour:02}{minute:02}{second:02}.{millis:03}Z-{}-{}", kind.name(), stamp.to_hex())
    }

    /// The version that a file holds, by its name.
    fn named(path: PathBuf) -> Option<Self> {
        let name = path.file_name()?.to_str()?;
        let (moment, rest) = name.split_once("Z-")?;
        let (day, clock) = moment.split_once('T')?;
        let (kind, stamp) = rest.split_once('-')?;
        let (clock, millis) = clock.split_once('.')?;
        let number = |from: usize| clock.get(from..from + 2)?.parse::<u64>().ok();
        let seconds = number(0)? * 3600 + number(2)? * 60 + number(4)?;
        let midnight = u64::try_from(Date::parse(day)?.unix_seconds()).ok()?;
        let time = (midnight + seconds) * 1000 + millis.parse::<u64>().ok()?;
        let kind = VersionKind::ALL.into_iter().find(|known| known.name() == kind)?;
        Some(Self { time, kind, stamp: Stamp::from_hex(stamp)?, path })
    }
}

fn milliseconds(time: SystemTime) -> u64 {
    let since = time.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Kept {
        root: tempfile::TempDir,
        source: SourcePath,
    }

    impl Kept {
        fn new() -> Self {
            Self { root: tempfile::tempdir().unwrap(), source: SourcePath::new("guide/a/é.md") }
        }

        fn history(&self, room: u64) -> FileHistory {
            FileHistory::new(self.root.path(), room)
        }

        fn keep(&self, kind: VersionKind, text: &str) {
            self.history(u64::MAX).keep(&self.source, kind, text.as_bytes()).unwrap();
        }

        fn before(&self, now: &str) -> Option<String> {
            let bytes = self.history(u64::MAX).before(&self.source, Stamp::of_bytes(now.as_bytes()));
            bytes.unwrap().map(|bytes| String::from_utf8(bytes).unwrap())
        }
    }

    #[test]
    fn each_undo_goes_one_version_further_back() {
        use VersionKind::{Found, Saved, Undone};
        let kept = Kept::new();
        assert_eq!(kept.before("a"), None);
        for (kind, text) in [(Found, "a"), (Saved, "b"), (Found, "b"), (Saved, "c")] {
            kept.keep(kind, text);
        }
        assert_eq!(kept.before("c").as_deref(), Some("b"));
        kept.keep(Undone, "b");
        assert_eq!(kept.before("b").as_deref(), Some("a"));
        kept.keep(Undone, "a");
        assert_eq!(kept.before("a"), None);
        // What comes after an undo follows what was brought back.
        kept.keep(Saved, "d");
        assert_eq!(kept.before("d").as_deref(), Some("a"));
        // Another program has written the file since.
        assert_eq!(kept.before("z").as_deref(), Some("d"));
        // The text that was to be saved never reached the file.
        kept.keep(Saved, "never");
        assert_eq!(kept.before("d").as_deref(), Some("a"));
        let all = kept.history(0).versions(&kept.source).unwrap();
        assert_eq!(all.len(), 7, "no version is lost");
        assert!(all.is_sorted_by_key(|version| version.time));
    }

    #[test]
    fn a_version_has_its_time_in_its_name() {
        let stamp = Stamp::of_bytes(b"a");
        let name = FileVersion::name(1_795_428_900_007, VersionKind::Undone, stamp);
        assert_eq!(name, format!("2026-11-23T101500.007Z-undone-{}", stamp.to_hex()));
        let version = FileVersion::named(PathBuf::from(&name)).unwrap();
        assert_eq!(
            (version.time, version.kind, version.stamp),
            (1_795_428_900_007, VersionKind::Undone, stamp)
        );
        for other in ["", "a.md", "12.new", "2026-02-31T101500.007Z-saved-00", "2026-11-23Té.007Z-saved-0"] {
            assert!(FileVersion::named(PathBuf::from(other)).is_none(), "{other}");
        }
    }

    #[test]
    fn what_is_old_or_takes_too_much_room_goes_oldest_first() {
        let kept = Kept::new();
        let folder = kept.history(0).make_folder(&kept.source).unwrap();
        let old = FileVersion::name(1_000, VersionKind::Saved, Stamp::of_bytes(b"x"));
        fs::write(folder.join(old), "x").unwrap();
        for text in ["aaaa", "bbbb", "cccc"] {
            kept.keep(VersionKind::Saved, text);
        }
        let count = |room| {
            kept.history(room).prune().unwrap();
            kept.history(room).versions(&kept.source).unwrap().len()
        };
        assert_eq!((count(100), count(8), count(0)), (3, 2, 1));
        assert_eq!(kept.before("other").as_deref(), Some("cccc"));
    }

    #[cfg(unix)]
    #[test]
    fn nothing_is_written_through_a_link() {
        let (kept, other) = (Kept::new(), tempfile::tempdir().unwrap());
        kept.keep(VersionKind::Saved, "a");
        let top = kept.history(0).top();
        fs::remove_dir_all(&top).unwrap();
        std::os::unix::fs::symlink(other.path(), &top).unwrap();
        let refused = kept.history(0).keep(&kept.source, VersionKind::Saved, b"b").unwrap_err();
        assert_eq!(refused.what, "failure-write");
        kept.history(0).prune().unwrap();
        assert_eq!(fs::read_dir(other.path()).unwrap().count(), 0);
    }
}
