//! Reads again what an event names, and finds what moved without looking at every file.
use super::belongs::{belongs, is_foreign_index};
use super::file::ReadResult;
use super::snapshot::{FileStat, Snapshot, at_or_below, is_at_or_below};
use super::{Loaded, SETTINGS, embedded, load_changed, no_guide, read_listed, walk};
use crate::failure::Failure;
use crate::model::{Source, SourcePath, Sources, differences};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Sources that were changed, added or removed, each as it was before; none for one that is new.
pub type Changes = BTreeMap<SourcePath, Option<Source>>;

impl Loaded {
    /// Lists everything, and reads what has changed.
    pub fn reload(&mut self, root: &Path) -> Result<Changes, Failure> {
        let loaded = load_changed(root, self)?;
        let before = &self.read.value;
        let changes = differences(before, &loaded.read.value);
        let changes = changes.map(|(path, _)| (path.clone(), before.get(path).cloned())).collect();
        *self = loaded;
        Ok(changes)
    }

    /// Reads what stands at these paths, and below them. What stands elsewhere is taken to be unchanged. After a failure
    /// everything is as it was before.
    pub fn refresh(&mut self, root: &Path, paths: &BTreeSet<PathBuf>) -> Result<Changes, Failure> {
        let real_root = root.canonicalize().map_err(Failure::because("failure-no-guide", root))?;
        let mut listings = Vec::new();
        for (top, at) in self.tops(root, paths) {
            let mut listing = Snapshot::default();
            walk::list(root, &real_root, &at, &mut listing)?;
            listings.push((top, listing));
        }
        // A folder may then have several paths, or contain itself.
        if self.snapshot.has_linked_folders || listings.iter().any(|(_, listing)| listing.has_linked_folders)
        {
            return self.reload(root);
        }
        self.replace(root, listings)
    }

    /// Puts these listings in the place of what stands at their paths.
    fn replace(&mut self, root: &Path, listings: Vec<(SourcePath, Snapshot)>) -> Result<Changes, Failure> {
        let (mut found, mut diagnostics) = (Sources::new(), Vec::new());
        for (_, listing) in &listings {
            diagnostics.extend_from_slice(&listing.diagnostics);
            for (path, reading) in read_listed(root, listing, self) {
                match reading {
                    ReadResult::Text(source) => {
                        found.insert(path.clone(), source);
                    }
                    ReadResult::Gone => {}
                    ReadResult::Trouble(diagnostic) => diagnostics.push(diagnostic),
                }
            }
        }
        let settings = SourcePath::new(SETTINGS);
        if !found.contains_key(&settings) && listings.iter().any(|(top, _)| is_at_or_below(&settings, top)) {
            return Err(no_guide(root, &diagnostics));
        }

        let (sources, known) = (&mut self.read.value, &mut self.read.diagnostics);
        let mut changes = Changes::new();
        for (top, listing) in listings {
            for path in at_or_below(|from| sources.range(from..).map(|(key, _)| key), &top) {
                let before = sources.remove(&path);
                changes.insert(path, before);
            }
            known.retain(|diagnostic| !is_at_or_below(&diagnostic.span.file, &top));
            self.snapshot.replace(&top, listing);
        }
        for (path, source) in found {
            changes.entry(path.clone()).or_insert(None);
            sources.insert(path, source);
        }
        if changes.keys().any(|path| path.as_str().starts_with("themes/")) {
            embedded::add(&embedded::DEFAULT, sources, &Sources::new());
        }
        known.extend(diagnostics);
        known.sort();
        changes.retain(|path, before| is_other(sources.get(path), before.as_ref()));
        Ok(changes)
    }

    /// The files and folders to list for these paths: for a path in a folder that is not known yet, this folder. None of
    /// them is below another one.
    fn tops(&self, root: &Path, paths: &BTreeSet<PathBuf>) -> BTreeMap<SourcePath, PathBuf> {
        let mut tops: BTreeMap<SourcePath, PathBuf> = BTreeMap::new();
        for path in paths {
            let Ok(inside) = path.strip_prefix(root) else { continue };
            if !inside.starts_with("guide") && !inside.starts_with("themes") {
                continue;
            }
            let mut at = root.to_path_buf();
            let mut names = inside.components().peekable();
            while let Some(name) = names.next() {
                at.push(name);
                let top = walk::source_path(root, &at);
                if names.peek().is_none() || !self.snapshot.folders.contains_key(&top) {
                    tops.insert(top, at);
                    break;
                }
                if !belongs(&name.as_os_str().to_string_lossy()) {
                    break;
                }
            }
        }
        let all: Vec<_> = tops.keys().cloned().collect();
        tops.retain(|path, _| !all.iter().any(|top| top != path && is_at_or_below(path, top)));
        tops
    }

    /// Whether the file at this path can change without an event of its folder.
    pub fn is_linked(&self, path: &SourcePath) -> bool {
        self.snapshot.linked.contains(path)
    }

    /// The paths at which something moved since it was listed. Only folders, links and what changed a moment before the
    /// listing are looked at: a file that is written in place without an event is not found.
    pub fn moved(&mut self, root: &Path) -> BTreeSet<PathBuf> {
        let snapshot = &self.snapshot;
        let at = |path: &SourcePath| root.join(path.as_str());
        let fresh = snapshot.fresh.iter().filter(|path| snapshot.files.contains_key(*path));
        // A link that leads nowhere may do so for another reason now.
        let is_other = |path: &&SourcePath| match (fs::metadata(at(path)), snapshot.files.get(*path)) {
            (Ok(data), Some(known)) => FileStat::of(&data) != *known,
            (Ok(_) | Err(_), _) => true,
        };
        // Only the walk can say why an input folder is none.
        let tops = ["guide", "themes"].map(|top| root.join(top)).into_iter();
        let is_new =
            |top: &PathBuf| !snapshot.folders.contains_key(&walk::source_path(root, top)) && top.exists();
        let mut moved: BTreeSet<PathBuf> = fresh.map(at).collect();
        moved.extend(snapshot.linked.iter().filter(is_other).map(at));
        moved.extend(tops.filter(is_new));

        let mut listed_again = Vec::new();
        for (path, known) in &snapshot.folders {
            let at = at(path);
            let now = fs::metadata(&at).ok().filter(fs::Metadata::is_dir).map(|data| FileStat::of(&data));
            let Some(now) = now else {
                moved.insert(at);
                continue;
            };
            if now != *known || snapshot.fresh.contains(path) {
                match moved_in(snapshot, path, &at) {
                    Ok(names) => moved.extend(names.into_iter().map(|name| at.join(name))),
                    Err(_) => moved.extend([at]),
                }
                listed_again.push((path.clone(), now));
            }
        }
        for (path, now) in listed_again {
            self.snapshot.add_folder(path, now);
        }
        moved
    }
}

/// Adds newer changes to earlier ones, and forgets what is as it was before them.
pub fn add_changes(changes: &mut Changes, newer: &Changes, now: &Sources) {
    for (path, before) in newer {
        changes.entry(path.clone()).or_insert_with(|| before.clone());
    }
    changes.retain(|path, before| is_other(now.get(path), before.as_ref()));
}

/// The names in a folder that are new, gone, or stand for another file than before.
fn moved_in(snapshot: &Snapshot, folder: &SourcePath, at: &Path) -> io::Result<Vec<OsString>> {
    let below = SourcePath::new(format!("{folder}/"));
    let children = |(path, stat): (&SourcePath, &FileStat)| {
        let name = path.as_str().strip_prefix(below.as_str())?;
        let inode = if snapshot.linked.contains(path) { 0 } else { stat.inode() };
        (!name.contains('/')).then(|| (OsString::from(name), inode))
    };
    let is_below = |(path, _): &(&SourcePath, &FileStat)| path.as_str().starts_with(below.as_str());
    let files = snapshot.files.range(below.clone()..).take_while(is_below).filter_map(children);
    let folders = snapshot.folders.range(below.clone()..).take_while(is_below).filter_map(children);
    let diagnosed = snapshot.diagnostics.iter().filter_map(|diagnostic| {
        let name = diagnostic.span.file.as_str().strip_prefix(below.as_str())?;
        (!name.contains('/')).then(|| (OsString::from(name), 0))
    });
    let mut known: HashMap<OsString, u64> = diagnosed.chain(files).chain(folders).collect();
    let mut moved = Vec::new();
    for entry in fs::read_dir(at)? {
        let entry = entry?;
        let name = entry.file_name();
        let inode = known.remove(&name);
        let text = name.to_string_lossy();
        let is_listed = belongs(&text) || is_foreign_index(&text);
        drop(text);
        if is_listed && inode.is_none_or(|inode| inode != 0 && inode != inode_of(&entry)) {
            moved.push(name);
        }
    }
    moved.extend(known.into_keys());
    Ok(moved)
}

/// The number of an entry on its disk; 0 where the system has none.
fn inode_of(entry: &fs::DirEntry) -> u64 {
    #[cfg(unix)]
    return std::os::unix::fs::DirEntryExt::ino(entry);
    #[cfg(not(unix))]
    return 0;
}

/// Whether a source is not what it was.
fn is_other(now: Option<&Source>, before: Option<&Source>) -> bool {
    now.map(|source| source.stamp) != before.map(|source| source.stamp)
}
