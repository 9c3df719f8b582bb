//! A site that was built: what `jalon publish` sends.
use super::manifest::Manifest;
use super::output_dir::OutputDir;
use crate::failure::Failure;
use crate::stamp::Stamp;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// An output folder that holds a whole site of Jalon's.
#[derive(Debug)]
pub(crate) struct BuiltSite {
    folder: PathBuf,
    /// Size and hash of each file, by its path.
    pub(crate) files: BTreeMap<String, (u64, String)>,
}

impl BuiltSite {
    /// Opens an output folder. A failure where a build was interrupted, or a file is missing or has another size.
    pub(crate) fn open(folder: &Path) -> Result<Self, Failure> {
        let refused = || Failure::plain("failure-publish-no-site", folder.display().to_string());
        if OutputDir::has_leftovers(folder) {
            return Err(refused());
        }
        let files = Manifest::read(folder)?.filter(|list| !list.files.is_empty()).ok_or_else(refused)?.files;
        let site = Self { folder: folder.to_path_buf(), files };
        for (path, (size, _)) in &site.files {
            let there = fs::symlink_metadata(site.folder.join(path));
            if !there.is_ok_and(|data| data.is_file() && data.len() == *size) {
                return Err(site.changed(path));
            }
        }
        Ok(site)
    }

    /// The content of a file. A failure where it is not what was built: another build may have taken the place of this one.
    pub(crate) fn read(&self, path: &str) -> Result<Vec<u8>, Failure> {
        let file = self.folder.join(path);
        let bytes = fs::read(&file).map_err(Failure::because("failure-read", &file))?;
        let is_same = self.files.get(path).is_some_and(|(_, hash)| *hash == Stamp::of_bytes(&bytes).to_hex());
        if is_same { Ok(bytes) } else { Err(self.changed(path)) }
    }

    fn changed(&self, path: &str) -> Failure {
        Failure::plain("failure-publish-site-changed", self.folder.join(path).display().to_string())
    }
}
