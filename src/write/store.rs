//! Takes the files of a site while they are made, and puts each into the staging folder at once, so that a build never
//! holds them all in memory.
//!
//! A file that cannot be put there, for whatever reason, is held by the build. Publishing tries again when all files are
//! made, and says what the system refuses.
use super::disk::{ignore_in_cleanup, write_failure};
use super::fill::{link, write_again};
use super::lock::{self, Lock};
use super::manifest::Manifest;
use super::output_dir::{OutputDir, is_safe};
use super::piecewise;
use super::stage::{self, StagingFolder};
use crate::failure::Failure;
use crate::model::{FileStore, OutPath, StoredFile};
use crate::stamp::Stamp;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write as _};
use std::path::Path;

/// An open staging folder. Nobody else can publish into the output folder while it is open.
#[derive(Debug)]
pub(crate) struct StagingStore {
    pub(super) output_dir: OutputDir,
    pub(super) folder: StagingFolder,
    _lock: Lock,
    /// What is published now.
    published: Option<Manifest>,
    /// Whether the files have been published, or cannot be.
    pub(super) is_used: bool,
}

impl StagingStore {
    /// Opens the staging folder of an output folder; none where the files will have to be replaced one by one.
    pub(crate) fn open(out: &Path) -> Result<Option<Self>, Failure> {
        let output_dir = OutputDir::find(out)?;
        let lock = lock::take(&output_dir)?;
        stage::recover(&output_dir)?;
        piecewise::recover(&output_dir)?;
        if !output_dir.can_be_moved() {
            return Ok(None);
        }
        stage::rescue_from_spare(&output_dir)?;
        let published = Manifest::read(&output_dir.out)?;
        let folder = stage::open(&output_dir)?;
        Ok(folder.map(|folder| Self { output_dir, folder, _lock: lock, published, is_used: false }))
    }

    /// Whether a file of Jalon's in the output folder holds these bytes.
    fn is_published(&self, path: &str, bytes: &[u8]) -> bool {
        if !self.published.as_ref().is_some_and(|list| list.files.contains_key(path)) {
            return false;
        }
        let at = self.output_dir.out.join(path);
        let has_size = |data: fs::Metadata| data.is_file() && data.len() == bytes.len() as u64;
        fs::symlink_metadata(&at).is_ok_and(has_size) && fs::read(&at).is_ok_and(|there| there == bytes)
    }

    /// The bytes of a file that Jalon published, as its list has them; none if there is none, or not as it was.
    pub(super) fn published(&self, path: &OutPath) -> Option<Vec<u8>> {
        let (_, hash) = self.published.as_ref()?.files.get(path.as_str())?;
        let bytes = fs::read(self.output_dir.out.join(path.as_str())).ok()?;
        (Stamp::of_bytes(&bytes).to_hex() == *hash).then_some(bytes)
    }

    /// The bytes of a file that was put here.
    pub(super) fn read(&self, path: &OutPath) -> Result<Vec<u8>, Failure> {
        let path = self.output_dir.staging.join(path.as_str());
        fs::read(&path).map_err(|why| Failure::at("failure-read", &path, &why))
    }

    /// Makes the folder of a file, unless it is there.
    fn make_folder(&self, path: &str) -> io::Result<()> {
        let Some((folder, _)) = path.rsplit_once('/') else { return Ok(()) };
        if self.folder.content.folders.contains(folder) {
            return Ok(());
        }
        let folder = self.output_dir.staging.join(folder);
        match fs::create_dir(&folder) {
            Err(why) if why.kind() == ErrorKind::NotFound => fs::create_dir_all(&folder),
            Err(why) if why.kind() != ErrorKind::AlreadyExists => Err(why),
            _ => Ok(()),
        }
    }
}

impl Drop for StagingStore {
    /// Gives the folder up where nothing was published from it.
    fn drop(&mut self) {
        if !self.is_used {
            stage::discard(&self.output_dir, self.folder.content.folders.len());
        }
    }
}

impl FileStore for StagingStore {
    /// Puts a file into the staging folder: a link to the published one if that holds the same bytes.
    fn put(&self, path: &OutPath, bytes: &[u8]) -> Option<StoredFile> {
        let path = path.as_str();
        if !is_safe(path) || self.make_folder(path).is_err() {
            return None;
        }
        let is_current = self.is_published(path, bytes);
        let to = self.output_dir.staging.join(path);
        let exists = self.folder.content.files.contains(path);
        let linked = is_current && link(&self.output_dir.out.join(path), &to, exists).is_ok();
        if !linked {
            let written = if exists { write_over(&to, bytes) } else { write_whole(&to, bytes) };
            written.ok()?;
        }
        Some(StoredFile { is_current, ..StoredFile::of(bytes) })
    }
}

/// Writes a file in place of one of an older tree, as a whole or not at all.
fn write_over(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    write_again(path, bytes).inspect_err(|_| ignore_in_cleanup(fs::remove_file(path)))
}

/// Writes a file that does not exist yet, as a whole or not at all.
fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let mut file = File::create_new(path).map_err(write_failure(path))?;
    file.write_all(bytes)
        .map_err(write_failure(path))
        .inspect_err(|_| ignore_in_cleanup(fs::remove_file(path)))
}
