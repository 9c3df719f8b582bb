//! The list of published files, which tells the next build what it may change.
use super::output_dir::{MANIFEST, UNFINISHED};
use super::site_content::SiteContent;
use crate::failure::Failure;
use crate::stamp::Stamp;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

/// The published files by path. Without times or names of machines: the same site gives the same bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Manifest {
    version: u32,
    /// Size in bytes and 128-bit hash in hexadecimal; zero and empty for a file about to be written.
    pub(super) files: BTreeMap<String, (u64, String)>,
}

impl Manifest {
    pub(super) fn of(content: SiteContent<'_>) -> Self {
        let held: Vec<_> = content.held.iter().collect();
        let held: Vec<_> = held
            .into_par_iter()
            .map(|(path, made)| {
                let bytes = &made.value.value;
                (path.as_str().to_owned(), (bytes.len() as u64, Stamp::of_bytes(bytes).to_hex()))
            })
            .collect();
        let staged = content
            .staged
            .iter()
            .map(|(path, file)| (path.as_str().to_owned(), (file.size, file.stamp.to_hex())));
        Self { version: 1, files: held.into_iter().chain(staged).collect() }
    }

    /// What this list is told by: the paths, sizes and hashes of all files.
    pub(super) fn stamp(&self) -> Stamp {
        let line = |(path, (size, hash)): (&String, &(u64, String))| format!("{path}\0{size}\0{hash}\0");
        Stamp::of_bytes(self.files.iter().map(line).collect::<String>().as_bytes())
    }

    /// The list of a folder in which nothing was published.
    pub(super) fn empty() -> Self {
        Self { version: 1, files: BTreeMap::new() }
    }

    /// Reads the list of an output folder; none if there is no list in this format.
    pub(super) fn read(folder: &Path) -> Result<Option<Self>, Failure> {
        let path = folder.join(MANIFEST);
        // A list behind a symbolic link would let the files of another folder pass for published ones.
        if path.is_symlink() {
            return Ok(None);
        }
        match fs::read(&path) {
            Ok(bytes) => Ok(serde_json::from_slice(&bytes).ok().filter(|list: &Self| list.version == 1)),
            Err(why) if matches!(why.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                Ok(None)
            }
            Err(why) => Err(Failure::at("failure-read", &path, &why)),
        }
    }

    /// Both lists together, while files are replaced one by one. Whatever is there was published, but the content of
    /// `changed` files is not known.
    pub(super) fn during(before: &Self, after: &Self, changed: &[&str]) -> Self {
        let mut both = before.clone();
        for (path, known) in &after.files {
            both.files.entry(path.clone()).or_insert_with(|| known.clone());
        }
        for path in changed {
            both.files.insert((*path).to_owned(), (0, String::new()));
        }
        both
    }

    /// Writes the list into a folder, safely against a loss of power: it is there as a whole or not at all.
    pub(super) fn write(&self, folder: &Path) -> io::Result<()> {
        let unfinished = folder.join(format!("{MANIFEST}{UNFINISHED}"));
        let mut file = File::create(&unfinished)?;
        let mut text = serde_json::to_vec(self).map_err(io::Error::other)?;
        text.push(b'\n');
        file.write_all(&text)?;
        file.sync_all()?;
        fs::rename(&unfinished, folder.join(MANIFEST))
    }
}
