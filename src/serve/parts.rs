//! The files that pages load: styles, scripts, images, fonts. An open page asks which of them changed.
use super::last_good::LastGood;
use super::mime;
use crate::model::OutPath;
use crate::stamp::Stamp;
use std::collections::BTreeMap;

/// How many changed files are named to a page; one that hears of more loads all that it shows anew.
const NAMED: usize = 40;

/// The files that any page may load, and those that changed since the build before.
#[derive(Debug, Default)]
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
        let files = guide.build.files.iter().filter(|(path, _)| mime::is_part_of_pages(path.as_str()));
        let files: BTreeMap<_, _> = files.map(|(path, made)| (path.clone(), made.from)).collect();
        if files == self.files {
            let (stamp, before, changed) = (self.stamp, self.before, self.changed.clone());
            return Self { files, stamp, before, changed };
        }
        let stamp = Stamp::of(&files);
        let is_changed = |path: &&OutPath| files.get(*path) != self.files.get(*path);
        let gone = self.files.keys().filter(|path| !files.contains_key(*path));
        let changed: Vec<_> = files.keys().filter(is_changed).chain(gone).take(NAMED + 1).cloned().collect();
        let changed = (changed.len() <= NAMED).then_some(changed);
        Self { files, stamp, before: self.stamp, changed }
    }
}
