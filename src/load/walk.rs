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

/// Lists `guide/` and `themes/` below the root. A folder that cannot be listed is a failure: its pages would vanish from
/// the site. A single file or link that its owner can put right gets a diagnostic.
pub(super) fn walk(root: &Path) -> Result<Snapshot, Failure> {
    let real_root = match root.canonicalize() {
        Ok(real) => real,
        Err(why) if why.kind() == io::ErrorKind::NotFound => {
            return Err(Failure::at("failure-no-guide", root, &why));
        }
        Err(why) => return Err(Failure::at("failure-read", root, &why)),
    };
    let mut listing = Snapshot::default();
    for folder in ["guide", "themes"] {
        list(root, &real_root, &root.join(folder), &mut listing)?;
    }
    Ok(listing)
}

/// Lists the file at a path, or the folder with all that is below it.
pub(super) fn list(root: &Path, real_root: &Path, top: &Path, listing: &mut Snapshot) -> Result<(), Failure> {
    let mut folder = None;
    let mut walk = WalkDir::new(top).follow_links(true).sort_by_file_name().into_iter();
    while let Some(next) = walk.next() {
        match next {
            Ok(entry) => {
                let enters = add_entry(&entry, root, real_root, listing)?;
                if enters && entry.file_type().is_dir() {
                    folder = Some(entry.into_path());
                } else if entry.file_type().is_dir() {
                    walk.skip_current_dir();
                }
            }
            Err(why) => add_error(&why, root, folder.as_deref().unwrap_or(top), folder.is_some(), listing)?,
        }
        if listing.files.len() > MAX_FILES {
            return Err(Failure::plain("failure-too-many-files", root.display().to_string()));
        }
    }
    listing.diagnostics.sort();
    Ok(())
}

/// Adds one entry to the listing; false if it is a folder that must not be entered.
fn add_entry(
    entry: &DirEntry,
    root: &Path,
    real_root: &Path,
    listing: &mut Snapshot,
) -> Result<bool, Failure> {
    let path = source_path(root, entry.path());
    let at = Span::start_of(&path);
    let Some(name) = entry.file_name().to_str() else {
        if belongs(&entry.file_name().to_string_lossy()) {
            listing.diagnostics.push(Diagnostic::new(codes::FILE_BAD_NAME, at));
        }
        return Ok(false);
    };
    if !belongs(name) {
        if is_foreign_index(name) && entry.file_type().is_file() {
            listing.diagnostics.push(Diagnostic::new(codes::FILE_LEFT_OUT, at).arg("name", name));
        }
        return Ok(false);
    }
    if entry.path_is_symlink() {
        let outside = match entry.path().canonicalize() {
            Ok(real) if real.starts_with(real_root) => None,
            Ok(_) => {
                let diagnostic = Diagnostic::new(codes::FILE_OUTSIDE_LINK, at.clone());
                Some(diagnostic.arg("target", target(entry.path())))
            }
            Err(why) => trouble(entry.path(), root, &why)?,
        };
        if let Some(diagnostic) = outside {
            listing.diagnostics.push(diagnostic);
            listing.linked.insert(path);
            return Ok(false);
        }
    }
    match entry.metadata().map_err(io::Error::from) {
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
        Err(why) => listing.diagnostics.extend(trouble(entry.path(), root, &why)?),
    }
    Ok(true)
}

/// Adds the diagnostic of an error of the walk, or fails. `folder` is the one entered last, or where the walk begins. An
/// error without a path, and one at the path of a folder that was entered, is that of its list.
fn add_error(
    why: &walkdir::Error,
    root: &Path,
    folder: &Path,
    is_entered: bool,
    listing: &mut Snapshot,
) -> Result<(), Failure> {
    let path = why.path().unwrap_or(folder);
    if path.is_symlink() {
        listing.linked.insert(source_path(root, path));
    }
    let belongs_here = path.file_name().is_none_or(|name| belongs(&name.to_string_lossy()));
    if !belongs_here {
        return Ok(());
    }
    if let Some(ancestor) = why.loop_ancestor() {
        let target = source_path(root, ancestor);
        let diagnostic = Diagnostic::new(codes::FILE_LINK_LOOP, Span::start_of(&source_path(root, path)));
        listing.diagnostics.push(diagnostic.arg("target", target.as_str()));
        return Ok(());
    }
    let system = why.io_error().expect("because an error of the walk is a loop or one of the system");
    // It may have been removed, or replaced by a file, after it was listed.
    let is_gone = matches!(system.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory);
    if is_entered && path == folder && !is_gone {
        return Err(Failure::at("failure-read-folder", folder, system));
    }
    listing.diagnostics.extend(trouble(path, root, system)?);
    Ok(())
}

/// The diagnostic of an entry that the system does not describe, or the failure. An entry that was removed meanwhile has
/// neither.
fn trouble(path: &Path, root: &Path, why: &io::Error) -> Result<Option<Diagnostic>, Failure> {
    use io::ErrorKind::{NotADirectory, NotFound, PermissionDenied};
    let at = Span::start_of(&source_path(root, path));
    let is_link = match path.symlink_metadata() {
        Ok(data) => data.is_symlink(),
        Err(gone) if matches!(gone.kind(), NotFound | NotADirectory) => return Ok(None),
        // The first error says as much.
        Err(_) => false,
    };
    match why.kind() {
        NotFound if !is_link => Ok(None),
        NotFound | NotADirectory if is_link => {
            let diagnostic = Diagnostic::new(codes::FILE_DANGLING_LINK, at).arg("target", target(path));
            Ok(Some(diagnostic.arg("why", why.to_string())))
        }
        _ if is_link_loop(why) => {
            Ok(Some(Diagnostic::new(codes::FILE_LINK_LOOP, at).arg("target", target(path))))
        }
        PermissionDenied => Ok(Some(Diagnostic::new(codes::FILE_UNREADABLE, at).arg("why", why.to_string()))),
        _ => Err(Failure::at("failure-read", path, why)),
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
