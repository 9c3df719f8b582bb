//! The files that pages load: styles, scripts, images, fonts. An open page asks which of them changed.
use super::last_good::LastGood;
use super::mime;
use crate::model::{Files, HeldFile, OutPath, differences};
use crate::stamp::Stamp;
use std::collections::BTreeMap;

/// How many changed files are named to a page; one that hears of more loads all that it shows anew.
const NAMED: usize = 40;

/// The files that any page may load, and those that changed since the build before.
#[derive(Clone, Debug, Default)]
pub(super) struct Parts {
    /// All files of the guide when it was last asked.
    guide: Files,
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
        let mut files = self.files.clone();
        for (path, made) in differences(&self.guide, &guide.build.files) {
            match made {
                Some(made) => files.extend(part(path, made)),
                None => drop(files.remove(path)),
            }
        }
        Self { guide: guide.build.files.clone(), ..self.followed_by(files) }
    }

    /// These files with some in the place of others.
    pub(super) fn with(&self, files: &Files) -> Self {
        let mut all = self.files.clone();
        all.extend(files.iter().filter_map(|(path, made)| part(path, made)));
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
        Self { guide: self.guide.clone(), files, stamp, before: self.stamp, changed }
    }
}

/// A file that any page may load, with its stamp.
fn part(path: &OutPath, made: &HeldFile) -> Option<(OutPath, Stamp)> {
    mime::is_part_of_pages(path.as_str()).then(|| (path.clone(), made.from))
}
