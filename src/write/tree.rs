//! The content of a tree that Jalon made: the next one, or the one before. What others put there is never deleted with
//! it: it is moved to the published tree.
use super::disk::{is_same_file, write_failure};
use super::manifest::Manifest;
use super::output_dir::{LOCK, MANIFEST, OutputDir, UNFINISHED};
use super::survey::{folders_above, is_hidden};
use crate::failure::Failure;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use walkdir::WalkDir;

/// The content of a tree, as paths below it with forward slashes.
#[derive(Debug, Default)]
pub(super) struct TreeContent {
    /// Everything of Jalon's but folders.
    pub(super) files: BTreeSet<String>,
    pub(super) folders: BTreeSet<String>,
    /// What others put there: files, links, hidden folders as a whole.
    pub(super) others: BTreeSet<String>,
}

/// Which of two versions of a file of others counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Newer {
    /// The tree was never published: its files are links to those of the published one, which may have changed since.
    Published,
    /// The tree was published until a moment ago: a file that differs was saved while it was being replaced.
    Left,
    /// Nobody knows.
    Unknown,
}

impl TreeContent {
    /// Lists a tree. One without a manifest was never published and holds nothing of others.
    pub(super) fn list(tree: &Path) -> Result<Self, Failure> {
        let manifest = Manifest::read(tree)?;
        let is_ours = |path: &str| {
            let Some(list) = &manifest else { return true };
            let of_jalon = matches!(path, MANIFEST | LOCK) || is_hidden(path) && path.ends_with(UNFINISHED);
            of_jalon || list.files.contains_key(path)
        };
        let listed = manifest.iter().flat_map(|list| list.files.keys());
        let parents: BTreeSet<&str> = listed.flat_map(|path| folders_above(path)).collect();
        let is_folder_of_others =
            |path: &str, name: &str| manifest.is_some() && name.starts_with('.') && !parents.contains(path);

        let mut content = Self::default();
        let mut walk = WalkDir::new(tree).min_depth(1).into_iter();
        while let Some(entry) = walk.next() {
            let entry = entry.map_err(|why| Failure::at("failure-read", tree, &why.into()))?;
            let below = entry.path().strip_prefix(tree).unwrap_or(entry.path());
            let (Some(below), Some(name)) = (below.to_str(), entry.file_name().to_str()) else {
                // A name that is not text, which Jalon never gives.
                return Err(left_behind(entry.path()));
            };
            let below = below.replace('\\', "/");
            if !entry.file_type().is_dir() {
                if is_ours(&below) {
                    content.files.insert(below)
                } else {
                    content.others.insert(below)
                };
            } else if !is_folder_of_others(&below, name) {
                content.folders.insert(below);
            } else {
                walk.skip_current_dir();
                content.others.insert(below);
            }
        }
        Ok(content)
    }
}

/// Moves what others put into a tree to the published one. True if there was something to move.
pub(super) fn rescue(
    tree: &Path,
    output_dir: &OutputDir,
    content: &TreeContent,
    newer: Newer,
) -> Result<bool, Failure> {
    let mut has_moved = false;
    for path in &content.others {
        let (from, to) = (tree.join(path), output_dir.out.join(path));
        let is_free = fs::symlink_metadata(&to).is_err();
        let replaces = !is_free && {
            if is_same(&from, &to) || newer == Newer::Published && is_file(&from) && is_file(&to) {
                continue;
            }
            newer == Newer::Left && is_file(&from) && is_file(&to)
        };
        if !is_free && !replaces {
            return Err(left_behind(&from));
        }
        if let Some(parent) = to.parent() {
            fs::create_dir_all(parent).map_err(write_failure(parent))?;
        }
        fs::rename(&from, &to).map_err(write_failure(&to))?;
        has_moved = true;
    }
    Ok(has_moved)
}

/// Something of others in a folder of Jalon's whose name in the published tree is taken. Its owner has to choose.
fn left_behind(path: &Path) -> Failure {
    Failure::plain("failure-left-behind", path.display().to_string())
}

fn is_file(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|data| data.is_file())
}

/// Whether two names lead to one file or to equal ones.
fn is_same(one: &Path, other: &Path) -> bool {
    let holds_same = || matches!((fs::read(one), fs::read(other)), (Ok(one), Ok(other)) if one == other);
    let same_link = || matches!((one.read_link(), other.read_link()), (Ok(one), Ok(other)) if one == other);
    is_same_file(one, other) || is_file(one) && is_file(other) && holds_same() || same_link()
}
