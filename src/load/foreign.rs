//! Reads a tree of files of another program, for an import: the bytes of text and of documents, of others name and size.
//!
//! Nothing outside the tree is opened. What cannot be read is a finding, and the import goes on without it.
use super::file::read_plain;
use crate::failure::Failure;
use crate::model::{Bytes, FindingKind, ForeignFile, ForeignTree, ImportFinding, is_leftover, is_markdown};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// The most files of a tree.
const MAX_FILES: usize = 200_000;
/// How deep folders may nest.
const MAX_DEPTH: usize = 64;
/// The largest text that is read, in bytes.
const MAX_TEXT: u64 = 8 << 20;
/// All texts together, in bytes.
const MAX_ALL_TEXT: u64 = 512 << 20;
/// The largest document of a word processor, in bytes.
const MAX_DOCUMENT: u64 = 256 << 20;

/// Folders of programs, in which nothing was written by hand.
const MACHINE_FOLDERS: [&str; 16] = [
    ".git",
    ".hg",
    ".svn",
    "node_modules",
    "bower_components",
    ".venv",
    "venv",
    "__pycache__",
    ".tox",
    ".cache",
    ".docusaurus",
    ".jekyll-cache",
    ".sass-cache",
    ".astro",
    ".next",
    ".idea",
];

/// Endings of files that are no text.
const BINARY_ENDINGS: &[&str] = &[
    "7z", "aac", "avi", "avif", "bin", "bmp", "bz2", "class", "db", "dll", "dmg", "doc", "dylib", "eot",
    "eps", "exe", "flac", "gif", "gz", "heic", "ico", "iso", "jar", "jpeg", "jpg", "m4a", "m4v", "mkv",
    "mov", "mp3", "mp4", "mpeg", "mpg", "o", "odg", "odp", "ods", "ogg", "ogv", "otf", "parquet", "pdf",
    "png", "ppt", "pptx", "psd", "pyc", "rar", "so", "sqlite", "tar", "tgz", "tif", "tiff", "ttf", "wasm",
    "wav", "webm", "webp", "wmv", "woff", "woff2", "xls", "xlsx", "xz", "zip", "zst",
];

/// Endings of documents of word processors.
const DOCUMENT_ENDINGS: [&str; 2] = ["docx", "odt"];

/// Reads a folder with all that is below it, or a single file.
pub(crate) fn read(source: &Path) -> Result<ForeignTree, Failure> {
    let refused = |why: io::Error| match why.kind() {
        io::ErrorKind::NotFound => Failure::plain("failure-import-no-source", source.display().to_string()),
        _ => Failure::at("failure-read", source, &why),
    };
    let real = source.canonicalize().map_err(refused)?;
    let data = real.metadata().map_err(refused)?;
    let mut listing =
        Listing { root: real.clone(), is_lone: data.is_file(), files: Vec::new(), findings: Vec::new() };
    if data.is_file() {
        let name = real.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        listing.root = real.parent().map_or_else(PathBuf::new, Path::to_path_buf);
        listing.files.push(Listed { path: name, real: real.clone(), size: data.len() });
    } else {
        listing.walk(source)?;
    }
    let name = name(&real).map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    Ok(listing.read(name))
}

/// The name of a source: that of a folder, that of a file without its ending; none for the root of the file system.
pub(crate) fn name(real: &Path) -> Option<&OsStr> {
    if real.is_dir() { real.file_name() } else { real.file_stem() }
}

/// A file that was listed.
struct Listed {
    /// Below the root, with forward slashes.
    path: String,
    /// Where a link leads.
    real: PathBuf,
    size: u64,
}

/// The files of a tree before they are read.
struct Listing {
    root: PathBuf,
    /// Whether the source is one file, which is a document unless it is Markdown.
    is_lone: bool,
    files: Vec<Listed>,
    findings: Vec<ImportFinding>,
}

impl Listing {
    fn walk(&mut self, source: &Path) -> Result<(), Failure> {
        let root = self.root.clone();
        let mut walk = WalkDir::new(&root).min_depth(1).max_depth(MAX_DEPTH).sort_by_file_name().into_iter();
        while let Some(next) = walk.next() {
            match next {
                Ok(entry) => {
                    if !self.add(&entry) && entry.file_type().is_dir() {
                        walk.skip_current_dir();
                    }
                }
                Err(why) => {
                    let path = why.path().map_or_else(String::new, |path| below(&root, path));
                    let system = why.io_error().map_or_else(String::new, io::Error::to_string);
                    self.leave_out("unreadable", path, &[("why", system)]);
                }
            }
            if self.files.len() > MAX_FILES {
                return Err(Failure::plain("failure-import-too-many", source.display().to_string()));
            }
        }
        Ok(())
    }

    /// Adds one entry; false if it is not looked at.
    fn add(&mut self, entry: &DirEntry) -> bool {
        let path = below(&self.root, entry.path());
        let Some(name) = entry.file_name().to_str() else {
            self.leave_out("bad-name", path, &[]);
            return false;
        };
        let kind = entry.file_type();
        if kind.is_dir() {
            let is_machine = MACHINE_FOLDERS.contains(&name);
            if !is_machine && entry.depth() == MAX_DEPTH {
                self.leave_out("too-deep", path, &[]);
            }
            return !is_machine;
        }
        if is_leftover(name) || name == ".DS_Store" {
            return false;
        }
        let real = if kind.is_symlink() {
            let Some(real) = self.target(entry, &path) else { return false };
            real
        } else {
            entry.path().to_path_buf()
        };
        match real.metadata() {
            Ok(data) if data.is_file() => self.files.push(Listed { path, real, size: data.len() }),
            Ok(data) if data.is_dir() => self.leave_out("linked-folder", path, &[]),
            Ok(_) => self.leave_out("not-a-file", path, &[]),
            Err(why) => self.leave_out("unreadable", path, &[("why", why.to_string())]),
        }
        true
    }

    /// Where a link leads, if that is inside the tree.
    fn target(&mut self, entry: &DirEntry, path: &str) -> Option<PathBuf> {
        let written = entry.path().read_link().map_or_else(|_| String::new(), |to| to.display().to_string());
        match entry.path().canonicalize() {
            Ok(real) if real.starts_with(&self.root) => Some(real),
            Ok(_) => {
                self.leave_out("outside-link", path.to_owned(), &[("target", written)]);
                None
            }
            Err(why) => {
                self.leave_out(
                    "dangling-link",
                    path.to_owned(),
                    &[("target", written), ("why", why.to_string())],
                );
                None
            }
        }
    }

    fn leave_out(&mut self, key: &'static str, path: String, args: &[(&'static str, String)]) {
        let finding = ImportFinding::new(FindingKind::LeftOut, key, path, 0);
        let finding = args.iter().fold(finding, |finding, (name, value)| finding.arg(name, value.as_str()));
        self.findings.push(finding);
    }

    /// Reads the texts and documents, in parallel.
    fn read(self, name: String) -> ForeignTree {
        let mut room = MAX_ALL_TEXT;
        let mut plans = Vec::with_capacity(self.files.len());
        for file in self.files {
            let limit = if self.is_lone { MAX_DOCUMENT } else { limit(&file.path) };
            let is_read = limit > 0 && file.size <= limit && file.size <= room;
            room -= if is_read { file.size } else { 0 };
            let is_page = is_markdown(&file.path) || matches!(ending(&file.path).as_str(), "docx" | "odt");
            plans.push((file, if is_read { limit } else { 0 }, is_page && !is_read));
        }
        let read = |(file, limit, is_missed): (Listed, u64, bool)| {
            let mut finding = None;
            if is_missed {
                finding = Some(ImportFinding::new(FindingKind::LeftOut, "too-large", file.path.as_str(), 0));
            }
            let bytes = if limit == 0 { Ok(None) } else { read_plain(&file.real, limit) };
            let bytes = bytes.unwrap_or_else(|why| {
                let unread = ImportFinding::new(FindingKind::LeftOut, "unreadable", file.path.as_str(), 0);
                finding = Some(unread.arg("why", why.to_string()));
                None
            });
            (file.path, ForeignFile { size: file.size, bytes: bytes.map(Bytes::from) }, finding)
        };
        let read: Vec<_> = plans.into_par_iter().map(read).collect();
        let mut files = BTreeMap::new();
        let mut findings = self.findings;
        for (path, file, finding) in read {
            findings.extend(finding);
            files.insert(path, file);
        }
        ForeignTree { name, files, findings }
    }
}

/// The most bytes that are read of a file; 0 for one that is only copied.
fn limit(path: &str) -> u64 {
    let ending = ending(path);
    if DOCUMENT_ENDINGS.contains(&ending.as_str()) {
        MAX_DOCUMENT
    } else if BINARY_ENDINGS.contains(&ending.as_str()) {
        0
    } else {
        MAX_TEXT
    }
}

fn ending(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or_else(String::new, |(_, ending)| ending.to_ascii_lowercase())
}

/// The path below a root, with forward slashes. What is not UTF-8 is replaced.
fn below(root: &Path, path: &Path) -> String {
    let inside = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = inside.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn text_is_read_and_pictures_are_only_listed() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join(".gitbook/assets")).unwrap();
        fs::create_dir_all(folder.path().join("node_modules/a")).unwrap();
        fs::write(folder.path().join(".gitbook/assets/a.png"), [0; 9]).unwrap();
        fs::write(folder.path().join("node_modules/a/README.md"), "# A").unwrap();
        fs::write(folder.path().join("a.md"), "# A").unwrap();
        let tree = read(folder.path()).unwrap();
        assert_eq!(tree.files.keys().collect::<Vec<_>>(), [".gitbook/assets/a.png", "a.md"]);
        assert_eq!(tree.files[".gitbook/assets/a.png"].size, 9);
        assert!(tree.bytes(".gitbook/assets/a.png").is_none() && tree.bytes("a.md").is_some());
        assert_eq!(tree.findings, []);
        let one = read(&folder.path().join("a.md")).unwrap();
        assert_eq!((one.name.as_str(), one.files.len()), ("a", 1));
        assert_eq!(read(&folder.path().join("b")).unwrap_err().what, "failure-import-no-source");
    }

    #[cfg(unix)]
    #[test]
    fn links_out_of_the_tree_are_not_followed() {
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().unwrap();
        let inside = folder.path().join("in");
        fs::create_dir(&inside).unwrap();
        fs::write(folder.path().join("secret.md"), "secret").unwrap();
        fs::write(inside.join("a.md"), "# A").unwrap();
        symlink("../secret.md", inside.join("out.md")).unwrap();
        symlink("..", inside.join("up")).unwrap();
        symlink("loop", inside.join("loop")).unwrap();
        symlink("a.md", inside.join("same.md")).unwrap();
        let tree = read(&inside).unwrap();
        assert_eq!(tree.files.keys().collect::<Vec<_>>(), ["a.md", "same.md"]);
        let keys: Vec<_> = tree.findings.iter().map(|found| (found.key, found.file.as_str())).collect();
        assert_eq!(keys, [("dangling-link", "loop"), ("outside-link", "out.md"), ("outside-link", "up")]);
    }
}
