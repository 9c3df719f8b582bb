//! The results of earlier runs, in `.jalon/external.json` below the project root.
//!
//! They belong to the project and not to the user: a server that checks the guide every night starts with an empty home
//! directory, but can keep one folder of the project. Without earlier results there would be no grace period.
#![expect(clippy::disallowed_methods, reason = "the answers of earlier runs are on the disk")]

use super::history::History;
use crate::failure::Failure;
use crate::write::project_folder;
use std::fs::File;
use std::io::{ErrorKind, Read as _};
use std::path::{Path, PathBuf};

/// The name of the file.
const FILE: &str = "external.json";

/// Larger than the file of a hundred thousand addresses.
const MOST: u64 = 64 << 20;

/// Reads the results of earlier runs; an empty history if there are none.
pub(super) fn read(root: &Path) -> Result<History, Failure> {
    let path = file(root);
    let mut text = String::new();
    match File::open(&path).and_then(|file| file.take(MOST).read_to_string(&mut text)) {
        Err(why) if why.kind() == ErrorKind::NotFound => Ok(History::default()),
        read => read
            .and_then(|_| Ok(serde_json::from_str(&text)?))
            .map_err(Failure::because("hosts-unread", path)),
    }
}

/// Writes the results for later runs. The file is replaced as a whole.
pub(super) fn write(root: &Path, history: &History) -> Result<(), Failure> {
    let path = file(root);
    let text = serde_json::to_string_pretty(history).expect("texts and numbers have a JSON form");
    project_folder::replace(root, FILE, text.as_bytes()).map_err(Failure::because("hosts-unkept", &path))
}

fn file(root: &Path) -> PathBuf {
    project_folder::at(root).join(FILE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_folder_that_leads_elsewhere_is_left_alone() {
        let root = tempfile::tempdir().unwrap();
        assert_eq!(read(root.path()).unwrap(), History::default());
        write(root.path(), &History::default()).unwrap();
        assert_eq!(read(root.path()).unwrap(), History::default());
        let names = |folder: &Path| fs::read_dir(folder).unwrap().count();
        assert_eq!(names(&project_folder::at(root.path())), 2, "nothing is left beside");
        #[cfg(unix)]
        {
            let (root, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
            std::os::unix::fs::symlink(other.path(), project_folder::at(root.path())).unwrap();
            assert_eq!(write(root.path(), &History::default()).unwrap_err().what, "hosts-unkept");
            assert_eq!(names(other.path()), 0);
        }
    }
}
