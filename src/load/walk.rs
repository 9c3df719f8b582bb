//! Lists the input files without opening them.
use super::belongs::{belongs, is_foreign_index};
use super::snapshot::{FileStat, Snapshot};
use crate::failure::Failure;
use crate::model::{Diagnostic, SourcePath, Span, codes};
use std::io;
use std::path::Path;
use walkdir::{DirEntry, WalkDir};

/// The most files. Symbolic links to folders that hold such links multiply.
const MAX_FILES: usize = 200_000;

/// Lists `guide/` and `themes/` below the root. What cannot be listed gets a diagnostic.
pub(super) fn walk(root: &Path) -> Result<Snapshot, Failure> {
    let real_root = root.canonicalize().map_err(Failure::because("failure-no-guide", root))?;
    let mut listing = Snapshot::begin();
    for folder in ["guide", "themes"] {
        let mut walk = WalkDir::new(root.join(folder)).follow_links(true).sort_by_file_name().into_iter();
        while let Some(next) = walk.next() {
            match next {
                Ok(entry) => {
                    if !add_entry(&entry, root, &real_root, &mut listing) && entry.file_type().is_dir() {
                        walk.skip_current_dir();
                    }
                }
                Err(why) => listing.diagnostics.extend(diagnostic_of(&why, root)),
            }
            if listing.files.len() > MAX_FILES {
                return Err(Failure::plain("failure-too-many-files", root.display().to_string()));
            }
        }
    }
    listing.diagnostics.sort();
    Ok(listing)
}

/// Adds one entry to the listing; false if it is a folder that must not be entered.
fn add_entry(entry: &DirEntry, root: &Path, real_root: &Path, listing: &mut Snapshot) -> bool {
    let path = source_path(root, entry.path());
    let at = Span::start_of(&path);
    let Some(name) = entry.file_name().to_str() else {
        if belongs(&entry.file_name().to_string_lossy()) {
            listing.diagnostics.push(Diagnostic::new(codes::FILE_BAD_NAME, at));
        }
        return false;
    };
    if !belongs(name) {
        if is_foreign_index(name) && entry.file_type().is_file() {
            listing.diagnostics.push(Diagnostic::new(codes::FILE_LEFT_OUT, at).arg("name", name));
        }
        return false;
    }
    if entry.path_is_symlink() && !entry.path().canonicalize().is_ok_and(|real| real.starts_with(real_root)) {
        let diagnostic = Diagnostic::new(codes::FILE_OUTSIDE_LINK, at);
        listing.diagnostics.push(diagnostic.arg("target", target(entry.path())));
        return false;
    }
    if entry.file_type().is_dir() {
        return true;
    }
    match entry.metadata() {
        Ok(data) if data.is_file() => {
            listing.files.insert(path, FileStat::of(&data));
        }
        Ok(_) => listing.diagnostics.push(Diagnostic::new(codes::FILE_NOT_A_FILE, at)),
        Err(why) => listing.diagnostics.extend(diagnostic_of(&why, root)),
    }
    true
}

/// The diagnostic of an entry that could not be listed. One that was removed meanwhile has none.
fn diagnostic_of(why: &walkdir::Error, root: &Path) -> Option<Diagnostic> {
    let path = why.path()?;
    if !path.file_name().is_none_or(|name| belongs(&name.to_string_lossy())) {
        return None;
    }
    let at = Span::start_of(&source_path(root, path));
    if let Some(ancestor) = why.loop_ancestor() {
        let target = source_path(root, ancestor);
        return Some(Diagnostic::new(codes::FILE_LINK_LOOP, at).arg("target", target.as_str()));
    }
    let system = why.io_error()?;
    match system.kind() {
        io::ErrorKind::NotFound if !path.is_symlink() => None,
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory if path.is_symlink() => {
            let diagnostic = Diagnostic::new(codes::FILE_DANGLING_LINK, at).arg("target", target(path));
            Some(diagnostic.arg("why", system.to_string()))
        }
        _ if is_link_loop(system) => {
            Some(Diagnostic::new(codes::FILE_LINK_LOOP, at).arg("target", target(path)))
        }
        _ => Some(Diagnostic::new(codes::FILE_UNREADABLE, at).arg("why", system.to_string())),
    }
}

/// Whether links lead only to each other. The standard library has no stable name for this error yet.
fn is_link_loop(why: &io::Error) -> bool {
    #[cfg(unix)]
    return why.raw_os_error() == Some(rustix::io::Errno::LOOP.raw_os_error());
    #[cfg(not(unix))]
    return false;
}

/// The target of a link, as written.
fn target(link: &Path) -> String {
    link.read_link().map_or_else(|_| String::new(), |target| target.to_string_lossy().into_owned())
}

/// The path below the root with forward slashes. What is not UTF-8 is replaced.
fn source_path(root: &Path, path: &Path) -> SourcePath {
    let inside = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = inside.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    SourcePath::new(parts.join("/"))
}
