//! What must change in the output folder.
use super::Published;
use super::place::Place;
use super::survey::{Found, folders_above, is_hidden};
use crate::failure::Failure;
use crate::model::{Bytes, Files};
use crate::stamp::Stamp;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Paths by what happens to them, each in order.
#[derive(Debug, Default)]
pub(super) struct Plan<'a> {
    /// Files that are already right.
    pub(super) kept: Vec<(&'a str, &'a Bytes)>,
    /// Files to write.
    pub(super) written: Vec<(&'a str, &'a Bytes)>,
    /// Files of ours that the site no longer has.
    pub(super) removed: Vec<&'a str>,
}

impl<'a> Plan<'a> {
    /// Compares the build with what stands there; refuses to touch what is not ours.
    pub(super) fn make(place: &Place, files: &'a Files, found: &'a Found) -> Result<Self, Failure> {
        let verdicts: Vec<_> = files
            .par_iter()
            .map(|(path, made)| {
                let (path, bytes) = (path.as_str(), &made.value.value);
                (path, bytes, judge(&place.out, path, bytes, found))
            })
            .collect();
        let mut plan = Self::default();
        let mut collisions = BTreeSet::new();
        for (path, bytes, verdict) in verdicts {
            match verdict {
                Verdict::Right => plan.kept.push((path, bytes)),
                Verdict::Write => plan.written.push((path, bytes)),
                Verdict::Collides => {
                    collisions.insert(path);
                }
            }
        }
        collisions.extend(in_the_way(files, found));
        if !collisions.is_empty() {
            let names: Vec<_> = collisions.into_iter().take(5).collect();
            let at = place.out.display().to_string();
            return Err(Failure { what: "failure-foreign-collision", at, why: names.join(", ") });
        }
        let wanted = |path: &str| files.contains_key(&crate::model::OutPath::new(path));
        plan.removed = found.ours.keys().map(String::as_str).filter(|path| !wanted(path)).collect();
        Ok(plan)
    }

    /// Whether there is anything to do.
    pub(super) fn changes_something(&self) -> bool {
        !self.written.is_empty() || !self.removed.is_empty()
    }

    /// What will have been done.
    pub(super) fn outcome(&self, files: &Files, found: &Found) -> Published {
        let ours: BTreeSet<_> = self.kept.iter().map(|(path, _)| *path).collect();
        let foreign = found.all_foreign().filter(|path| !is_hidden(path) && !ours.contains(path.as_str()));
        Published {
            written: self.written.len(),
            kept: self.kept.len(),
            removed: self.removed.len(),
            files: files.len(),
            bytes: files.values().map(|made| made.value.value.len() as u64).sum(),
            foreign: foreign.cloned().collect(),
        }
    }
}

enum Verdict {
    Right,
    Write,
    /// A file of somebody else, with another content.
    Collides,
}

fn judge(out: &Path, path: &str, bytes: &Bytes, found: &Found) -> Verdict {
    if let Some((size, modified)) = found.ours.get(path) {
        let listed = found.manifest.as_ref().and_then(|list| list.files.get(path));
        // Older than our list, and of the size that it says: nobody touched the file since. One dated in the
        // same moment as the list may have been, so it is compared.
        let untouched =
            listed.is_some_and(|(was, _)| was == size) && modified.is_some() && *modified < found.listed;
        let same = *size == bytes.len() as u64
            && if untouched {
                listed.is_some_and(|(_, hash)| *hash == Stamp::of_bytes(bytes).to_hex())
            } else {
                holds(out, path, bytes)
            };
        return if same { Verdict::Right } else { Verdict::Write };
    }
    if found.fixed.contains(path) || found.foreign.contains(path) && !holds(out, path, bytes) {
        return Verdict::Collides;
    }
    if found.foreign.contains(path) { Verdict::Right } else { Verdict::Write }
}

fn holds(out: &Path, path: &str, bytes: &Bytes) -> bool {
    fs::read(out.join(path)).is_ok_and(|there| *there == **bytes)
}

/// Things of others that stand where we need a folder, or in a folder whose name we need for a file.
fn in_the_way<'a>(files: &'a Files, found: &'a Found) -> BTreeSet<&'a str> {
    let foreign: BTreeSet<&str> = found.all_foreign().map(String::as_str).collect();
    if foreign.is_empty() {
        return BTreeSet::new();
    }
    let above_ours = files.keys().flat_map(|path| folders_above(path.as_str()));
    let mut blocking: BTreeSet<&str> = above_ours.filter(|folder| foreign.contains(folder)).collect();
    let wanted = |path: &str| files.contains_key(&crate::model::OutPath::new(path));
    blocking.extend(foreign.iter().copied().filter(|path| folders_above(path).any(wanted)));
    blocking
}
