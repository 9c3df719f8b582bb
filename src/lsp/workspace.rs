//! The texts that the client has open, the guides that they belong to, and what was told of them.
use super::checker::WholeResult;
use super::diagnostics;
use super::guide::{CheckJob, GuideState};
use super::text::{PositionEncoding, TextRange, replace};
use super::uri;
use crate::failure::Failure;
use crate::load;
use crate::model::{Diagnostic, Options, SourcePath};
use crate::stamp::Stamp;
use crate::words::Words;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// A text that the client has open.
#[derive(Debug)]
struct OpenDocument {
    path: Option<PathBuf>,
    version: Option<i64>,
    text: String,
    /// The root of its guide, and its path below.
    home: Option<(PathBuf, SourcePath)>,
}

/// What was last told of a file: it is put into words again only where this differs.
#[derive(Debug, Default, PartialEq)]
struct ToldFile {
    version: Option<i64>,
    /// The text that the places are in.
    stamp: Option<Stamp>,
    found: Vec<Diagnostic>,
}

/// All that is open.
#[derive(Debug, Default)]
pub(super) struct Workspace {
    pub(super) encoding: PositionEncoding,
    documents: BTreeMap<String, OpenDocument>,
    pub(super) guides: BTreeMap<PathBuf, GuideState>,
    /// The folders that the client shows.
    folders: BTreeSet<PathBuf>,
    published: BTreeMap<(PathBuf, SourcePath), ToldFile>,
    /// The build of each guide that the client was told of.
    told: BTreeMap<PathBuf, u64>,
}

impl Workspace {
    /// The guide that an address belongs to, and the path below its root, whether it is open or not.
    pub(super) fn place(&self, uri: &str) -> Option<(&GuideState, SourcePath)> {
        if let Some((root, path)) = self.documents.get(uri).and_then(|document| document.home.as_ref()) {
            return Some((self.guides.get(root)?, path.clone()));
        }
        let path = uri::path(uri)?;
        let guide = self.guides.values().rev().find(|guide| path.starts_with(&guide.root))?;
        Some((guide, guide.source_path(&path)?))
    }

    /// The address of a file of a guide, as the client writes it if the file is open.
    pub(super) fn uri(&self, root: &Path, path: &SourcePath) -> Option<String> {
        let is_here = |document: &OpenDocument| {
            document.home.as_ref().is_some_and(|home| home.0 == root && home.1 == *path)
        };
        let open = self.documents.iter().find(|(_, document)| is_here(document));
        open.map(|(uri, _)| uri.clone()).or_else(|| uri::of_path(&root.join(path.as_str())))
    }

    /// The version of a file of a guide; none if it is not open.
    pub(super) fn version(&self, uri: &str) -> Option<i64> {
        self.documents.get(uri).and_then(|document| document.version)
    }

    /// Takes the folders that the client shows; the guides in them are read.
    pub(super) fn add_folders(&mut self, folders: impl Iterator<Item = PathBuf>) -> Result<(), Failure> {
        for folder in folders {
            let root = load::find_root(&folder);
            self.folders.insert(folder);
            if let Some(root) = root {
                self.read_guide(&root)?;
            }
        }
        Ok(())
    }

    pub(super) fn remove_folders(&mut self, folders: impl Iterator<Item = PathBuf>) {
        for folder in folders {
            self.folders.remove(&folder);
        }
    }

    fn read_guide(&mut self, root: &Path) -> Result<(), Failure> {
        if !self.guides.contains_key(root) {
            self.guides.insert(root.to_path_buf(), GuideState::read(root.to_path_buf())?);
        }
        Ok(())
    }

    /// Takes a text that was opened. It stays open where its guide cannot be read.
    pub(super) fn open(&mut self, uri: &str, version: Option<i64>, text: String) -> Result<(), Failure> {
        let path = uri::path(uri);
        self.documents.insert(uri.to_owned(), OpenDocument { path, version, text, home: None });
        self.settle_in(uri)?;
        self.look_around(uri)
    }

    /// Finds the guide of an open text.
    fn settle_in(&mut self, uri: &str) -> Result<(), Failure> {
        let Some(document) = self.documents.get_mut(uri) else { return Ok(()) };
        let path = document.path.as_ref();
        let Some(root) = path.and_then(|path| load::find_root(path.parent()?)) else { return Ok(()) };
        let Some(path) = path.and_then(|path| uri::source_path(&root, path)) else { return Ok(()) };
        document.home = Some((root.clone(), path.clone()));
        let text = document.text.clone();
        let read = self.read_guide(&root);
        if let Some(guide) = self.guides.get_mut(&root) {
            guide.set_open(&path, Some(&text));
        }
        read
    }

    /// Looks at the disk for what other programs did to the guide of an open text.
    fn look_around(&mut self, uri: &str) -> Result<(), Failure> {
        let home = self.documents.get(uri).and_then(|document| document.home.as_ref());
        match home.and_then(|(root, _)| self.guides.get_mut(root)) {
            Some(guide) => guide.look(),
            None => Ok(()),
        }
    }

    /// Changes an open text, a part after the other; a part without a range is the whole text. False if it is not open.
    pub(super) fn change(
        &mut self,
        uri: &str,
        version: Option<i64>,
        parts: Vec<(Option<TextRange>, String)>,
    ) -> bool {
        let Some(document) = self.documents.get_mut(uri) else { return false };
        for (range, new) in parts {
            match range {
                Some(range) => replace(&mut document.text, range, &new, self.encoding),
                None => document.text = new,
            }
        }
        document.version = version;
        if let Some((root, path)) = &document.home
            && let Some(guide) = self.guides.get_mut(root)
        {
            guide.set_open(path, Some(&document.text));
        }
        true
    }

    /// A text was written to the disk.
    pub(super) fn saved(&mut self, uri: &str) -> Result<(), Failure> {
        self.find_homes()?;
        self.look_around(uri)
    }

    /// Takes the file again in the place of a text that was closed.
    pub(super) fn close(&mut self, uri: &str) -> Result<(), Failure> {
        let Some(document) = self.documents.remove(uri) else { return Ok(()) };
        let Some((root, path)) = document.home else { return Ok(()) };
        let is_needed = self.is_needed(&root);
        let Some(guide) = self.guides.get_mut(&root).filter(|_| is_needed) else { return Ok(()) };
        guide.set_open(&path, None);
        guide.look()
    }

    /// Reads what the client saw change on the disk.
    pub(super) fn changed_on_disk(&mut self, paths: &BTreeSet<PathBuf>) -> Result<(), Failure> {
        self.find_homes()?;
        for (root, guide) in &mut self.guides {
            if paths.iter().any(|path| path.starts_with(root)) {
                guide.look_at(paths)?;
            }
        }
        Ok(())
    }

    /// Looks for the guides of texts that had none: one may have been made since.
    fn find_homes(&mut self) -> Result<(), Failure> {
        let is_lost = |document: &OpenDocument| {
            document.home.as_ref().is_none_or(|(root, _)| !self.guides.contains_key(root))
        };
        let lost: Vec<String> =
            self.documents.iter().filter(|(_, open)| is_lost(open)).map(|(uri, _)| uri.clone()).collect();
        for uri in lost {
            self.settle_in(&uri)?;
        }
        Ok(())
    }

    fn is_needed(&self, root: &Path) -> bool {
        let is_shown = |folder: &PathBuf| load::find_root(folder).is_some_and(|shown| shown == root);
        let is_home = |open: &OpenDocument| open.home.as_ref().is_some_and(|home| home.0 == root);
        self.documents.values().any(is_home) || self.folders.iter().any(is_shown)
    }

    /// Forgets guides that nobody has open, and gives their roots.
    pub(super) fn forget(&mut self) -> Vec<PathBuf> {
        let roots: Vec<PathBuf> = self.guides.keys().filter(|root| !self.is_needed(root)).cloned().collect();
        for root in &roots {
            self.guides.remove(root);
        }
        roots
    }

    /// Builds the guides that changed. True if one did.
    pub(super) fn update(&mut self, options: Options) -> bool {
        let built = self.guides.values_mut().filter_map(|guide| guide.update(options).then_some(()));
        built.count() > 0
    }

    /// The guides that were built since they were told of.
    pub(super) fn untold(&self) -> Vec<PathBuf> {
        let is_new = |guide: &&GuideState| self.told.get(&guide.root) != Some(&guide.revision);
        self.guides.values().filter(is_new).map(|guide| guide.root.clone()).collect()
    }

    /// What to check as a whole.
    pub(super) fn jobs(&self) -> Vec<CheckJob> {
        self.guides.values().filter_map(GuideState::job).collect()
    }

    /// Takes what a whole check found. False if it is out of date.
    pub(super) fn take_check(&mut self, result: WholeResult) -> bool {
        match (self.guides.get_mut(&result.root), result.diagnostics) {
            (Some(guide), Some(diagnostics)) => guide.take_check(result.revision, diagnostics),
            _ => false,
        }
    }

    /// What to tell the client of a guide, file by file, where that is not what it knows. Of a guide that is closed,
    /// nothing is wrong.
    pub(super) fn publications(&mut self, root: &Path, words: &Words) -> Vec<Value> {
        let mut now: BTreeMap<SourcePath, ToldFile> = BTreeMap::new();
        for document in self.documents.values() {
            if let Some((_, path)) = document.home.as_ref().filter(|home| home.0 == root) {
                now.entry(path.clone()).or_default().version = document.version;
            }
        }
        self.told.remove(root);
        let guide = self.guides.get(root);
        if let Some(guide) = guide {
            self.told.insert(root.to_path_buf(), guide.revision);
            let found = guide.diagnostics();
            for of_file in found.chunk_by(|left, right| left.span.file == right.span.file) {
                let path = &of_file[0].span.file;
                let file = now.entry(path.clone()).or_default();
                file.stamp = guide.sources.get(path).map(|source| source.stamp);
                file.found = of_file.to_vec();
            }
        }
        let known = self.published.keys().filter(|(of, _)| of == root).map(|(_, path)| path.clone());
        for path in known {
            now.entry(path).or_default();
        }
        let mut told = Vec::new();
        for (path, file) in now {
            let Some(uri) = self.uri(root, &path) else { continue };
            let key = (root.to_path_buf(), path);
            if self.published.get(&key) != Some(&file) {
                told.push(params(&uri, &file, guide, self.encoding, words));
            }
            if file.found.is_empty() && !self.documents.contains_key(&uri) {
                self.published.remove(&key);
            } else {
                self.published.insert(key, file);
            }
        }
        told
    }
}

fn params(
    uri: &str,
    file: &ToldFile,
    guide: Option<&GuideState>,
    encoding: PositionEncoding,
    words: &Words,
) -> Value {
    let path = file.found.first().map(|found| &found.span.file);
    let lines = guide.zip(path).and_then(|(guide, path)| guide.lines(path, encoding));
    let found = file.found.iter().map(|found| diagnostics::diagnostic(found, lines.as_ref(), words));
    let mut params = json!({"uri": uri, "diagnostics": found.collect::<Vec<_>>()});
    if let Some(version) = file.version {
        params["version"] = json!(version);
    }
    params
}
