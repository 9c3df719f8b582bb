//! Lists the input files without opening them.
use super::belongs::{belongs, is_foreign_index};
use super::snapshot::{FileStat, Snapshot};
use crate::failure::Failure;
use crate::model::{Diagnostic, SourcePath, Span, codes};
use std::fs::Metadata;
use std::io;
use std::path::Path;
use walkdir::{DirEntry, WalkDir};

/// The most files. Symbolic links to folders that hold such links multiply.
const MAX_FILES: usize = 200_000;

/// Lists `guide/` and `themes/` below the root. What cannot be listed gets a diagnostic.
pub(super) fn walk(root: &Path) -> Result<Snapshot, Failure> {
    let real_root = root.canonicalize().map_err(Failure::because("failure-no-guide", root))?;
    let mut listing = Snapshot::default();
    for folder in ["guide", "themes"] {
        list(root, &real_root, &root.join(folder), &mut listing)?;
    }
    Ok(listing)
}

/// Lists the file at a path, or the folder with all that is below it.
pub(super) fn list(root: &Path, real_root: &Path, top: &Path, listing: &mut Snapshot) -> Result<(), Failure> {
    let mut walk = WalkDir::new(top).follow_links(true).sort_by_file_name().into_iter();
    while let Some(next) = walk.next() {
        match next {
            Ok(entry) => {
                if !add_entry(&entry, root, real_root, listing) && entry.file_type().is_dir() {
                    walk.skip_current_dir();
                }
            }
            Err(why) => {
                if let Some(link) = why.path().filter(|path| path.is_symlink()) {
                    listing.linked.insert(source_path(root, link));
                }
                listing.diagnostics.extend(diagnostic_of(&why, root));
            }
        }
        if listing.files.len() > MAX_FILES {
            return Err(Failure::plain("failure-too-many-files", root.display().to_string()));
        }
    }
    listing.diagnostics.sort();
    Ok(())
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
        listing.linked.insert(path);
        return false;
    }
    match entry.metadata() {
        Ok(data) if data.is_dir() => {
            listing.has_linked_folders |= entry.path_is_symlink();
            listing.add_folder(path, FileStat::of(&data));
        }
        Ok(data) if data.is_file() => {
            if entry.path_is_symlink() || has_other_names(&data) {
                listing.linked.insert(path.clone());
            }
            listing.add_file(path, FileStat::of(&data));
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

/// Whether a file has a second name, by which it can be changed too.
fn has_other_names(data: &Metadata) -> bool {
    #[cfg(unix)]
    return std::os::unix::fs::MetadataExt::nlink(data) > 1;
    #[cfg(not(unix))]
    return false;
}

/// The path below the root with forward slashes. What is not UTF-8 is replaced.
pub(super) fn source_path(root: &Path, path: &Path) -> SourcePath {
    let inside = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = inside.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    SourcePath::new(parts.join("/"))
}
