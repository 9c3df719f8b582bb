//! The files that pages load: styles, scripts, images, fonts. An open page asks which of them changed.
use super::last_good::LastGood;
use super::mime;
use crate::model::{Files, OutPath};
use crate::stamp::Stamp;
use std::collections::BTreeMap;

/// How many changed files are named to a page; one that hears of more loads all that it shows anew.
const NAMED: usize = 40;

/// The files that any page may load, and those that changed since the build before.
#[derive(Clone, Debug, Default)]
pub(super) struct Parts {
    files: BTreeMap<OutPath, Stamp>,
    /// Changes with any of the files.
    pub(super) stamp: Stamp,
    /// The stamp before the last change.
    pub(super) before: Stamp,
    /// What changed since; none if it was too much to name.
    pub(super) changed: Option<Vec<OutPath>>,
}

impl Parts {
    /// The files of a guide. Only their stamps are compared, never their bytes.
    pub(super) fn next(&self, guide: &LastGood) -> Self {
        self.followed_by(parts_of(&guide.build.files).collect())
    }

    /// These files with some in the place of others.
    pub(super) fn with(&self, files: &Files) -> Self {
        let mut all = self.files.clone();
        all.extend(parts_of(files));
        self.followed_by(all)
    }

    fn followed_by(&self, files: BTreeMap<OutPath, Stamp>) -> Self {
        if files == self.files {
            return self.clone();
        }
        let stamp = Stamp::of(&files);
        let is_changed = |path: &&OutPath| files.get(*path) != self.files.get(*path);
        let gone = self.files.keys().filter(|path| !files.contains_key(*path));
        let changed: Vec<_> = files.keys().filter(is_changed).chain(gone).take(NAMED + 1).cloned().collect();
        let changed = (changed.len() <= NAMED).then_some(changed);
        Self { files, stamp, before: self.stamp, changed }
    }
}

/// The files that any page may load, with their stamps.
fn parts_of(files: &Files) -> impl Iterator<Item = (OutPath, Stamp)> {
    let parts = files.iter().filter(|(path, _)| mime::is_part_of_pages(path.as_str()));
    parts.map(|(path, made)| (path.clone(), made.from))
}
