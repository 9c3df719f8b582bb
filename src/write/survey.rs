//! What stands in the output folder: ours, hidden, or somebody else's.
use super::manifest::Manifest;
use super::place::{MANIFEST, Place, UNFINISHED};
use crate::failure::Failure;
use crate::model::{Files, OutPath};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::time::SystemTime;

/// How many files of others a refusal names.
const NAMED: usize = 5;

/// What one look at the output folder found. Paths are below it, with forward slashes.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Whether the folder is there.
    pub(super) exists: bool,
    /// Our list, if there is one.
    pub(super) manifest: Option<Manifest>,
    /// When the list was written.
    pub(super) listed: Option<SystemTime>,
    /// Plain files that the list says are ours, with size and time.
    pub(super) ours: BTreeMap<String, (u64, Option<SystemTime>)>,
    /// Plain files of others, hidden ones included.
    pub(super) foreign: BTreeSet<String>,
    /// Links, pipes, hidden folders: of others, and not to be moved.
    pub(super) fixed: BTreeSet<String>,
    /// Folders, deepest last.
    pub(super) folders: BTreeSet<String>,
    /// Files of ours that an interrupted build left half-written.
    pub(super) unfinished: Vec<String>,
}

impl Found {
    /// Whether the folder may be exchanged for another: plain files of others are linked into the new tree,
    /// but nothing else can be.
    pub(super) fn is_swappable(&self) -> bool {
        self.fixed.is_empty()
    }

    /// What others put here, hidden or not.
    pub(super) fn all_foreign(&self) -> impl Iterator<Item = &String> {
        self.foreign.iter().chain(&self.fixed)
    }
}

/// Looks at the output folder, and refuses one with visible files that are not ours unless forced.
pub(super) fn look(place: &Place, files: &Files, force: bool) -> Result<Found, Failure> {
    let mut found = Found { manifest: Manifest::read(&place.out)?, ..Found::default() };
    found.exists = place.out.is_dir();
    found.listed = fs::metadata(place.out.join(MANIFEST)).and_then(|data| data.modified()).ok();
    if found.exists {
        Looking { place, files, force, hidden_parents: hidden_parents(files, found.manifest.as_ref()) }
            .folder("", &mut found)?;
    }
    let visible: Vec<_> = found.all_foreign().filter(|path| !is_hidden(path)).collect();
    if force || visible.is_empty() {
        return Ok(found);
    }
    let mut names: Vec<_> = visible.iter().take(NAMED).map(|path| path.as_str()).collect();
    if visible.len() > NAMED {
        names.push("…");
    }
    Err(Failure {
        what: "failure-foreign-output",
        at: place.out.display().to_string(),
        why: names.join(", "),
    })
}

/// Hidden folders that hold files of ours, such as `.well-known`; any other is none of our business.
fn hidden_parents(files: &Files, manifest: Option<&Manifest>) -> BTreeSet<String> {
    let new = files.keys().map(OutPath::as_str);
    let old = manifest.iter().flat_map(|list| list.files.keys()).map(String::as_str);
    let mut parents = BTreeSet::new();
    for path in new.chain(old).filter(|path| is_hidden(path)) {
        parents.extend(folders_above(path).map(str::to_owned));
    }
    parents
}

/// Whether any part of the path begins with a dot.
pub(super) fn is_hidden(path: &str) -> bool {
    path.split('/').any(|part| part.starts_with('.'))
}

/// `a` and `a/b` for `a/b/c`.
pub(super) fn folders_above(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(move |(at, _)| &path[..at])
}

struct Looking<'a> {
    place: &'a Place,
    files: &'a Files,
    force: bool,
    hidden_parents: BTreeSet<String>,
}

impl Looking<'_> {
    /// Looks into one folder and those below; paths are as deep as the system lets a path be.
    fn folder(&self, inside: &str, found: &mut Found) -> Result<(), Failure> {
        let mut waiting = vec![inside.to_owned()];
        while let Some(inside) = waiting.pop() {
            let path = self.place.out.join(&inside);
            let entries = fs::read_dir(&path).map_err(Failure::because("failure-read", &path))?;
            for entry in entries {
                let entry = entry.map_err(Failure::because("failure-read", &path))?;
                let name = entry.file_name();
                let Some(name) = name.to_str() else {
                    found.fixed.insert(join(&inside, &name.to_string_lossy()));
                    continue;
                };
                let below = join(&inside, name);
                let kind = entry.file_type().map_err(Failure::because("failure-read", entry.path()))?;
                if kind.is_dir() {
                    if !name.starts_with('.') || self.hidden_parents.contains(&below) {
                        found.folders.insert(below.clone());
                        waiting.push(below);
                    } else {
                        found.fixed.insert(below);
                    }
                } else {
                    self.file(below, &entry, kind.is_file(), found)?;
                }
            }
            // Enough is known to refuse; somebody's whole disk need not be listed for that.
            let visible = found.foreign.iter().filter(|path| !is_hidden(path)).count();
            if !self.force && visible > NAMED {
                break;
            }
        }
        Ok(())
    }

    fn file(
        &self,
        below: String,
        entry: &fs::DirEntry,
        plain: bool,
        found: &mut Found,
    ) -> Result<(), Failure> {
        let is_guide = below == "guide/jalon.yaml" || below.ends_with("/guide/jalon.yaml");
        if is_guide && !self.files.contains_key(&OutPath::new(below.as_str())) {
            return Err(Failure::plain("failure-output-in-guide", self.place.out.display().to_string()));
        }
        let listed = found.manifest.as_ref().is_some_and(|list| list.files.contains_key(&below));
        if below == MANIFEST || below == ".jalon-lock" {
            // Ours, and never counted.
        } else if entry.file_name().to_string_lossy().ends_with(UNFINISHED) && is_hidden(&below) {
            found.unfinished.push(below);
        } else if listed && plain {
            match entry.metadata() {
                Ok(data) => {
                    found.ours.insert(below, (data.len(), data.modified().ok()));
                }
                Err(why) if why.kind() == io::ErrorKind::NotFound => {}
                Err(why) => return Err(Failure::at("failure-read", &entry.path(), &why)),
            }
        } else if plain {
            found.foreign.insert(below);
        } else if listed {
            // Somebody put a link where our file was: replaced like any edit of our files.
            found.ours.insert(below, (u64::MAX, None));
        } else {
            found.fixed.insert(below);
        }
        Ok(())
    }
}

fn join(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}
