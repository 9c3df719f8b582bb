//! Listing the inputs without opening any of them.
use super::belongs::belongs;
use super::snapshot::{Print, Snapshot};
use crate::failure::Failure;
use crate::model::{Diagnostic, SourcePath, Span, codes};
use std::io;
use std::path::Path;
use walkdir::{DirEntry, WalkDir};

/// The folders below the root that hold inputs.
const INPUTS: [&str; 2] = ["guide", "themes"];

/// Folder links that lead to folders with links multiply; a tree that passes this is refused.
const MOST_FILES: usize = 200_000;

/// Lists `guide/` and `themes/` below the root; what cannot be listed is a diagnostic.
pub(super) fn walk(root: &Path) -> Result<Snapshot, Failure> {
    let real_root = root.canonicalize().map_err(Failure::because("failure-no-guide", root))?;
    let mut seen = Snapshot::begun_now();
    for folder in INPUTS {
        let mut walk = WalkDir::new(root.join(folder)).follow_links(true).sort_by_file_name().into_iter();
        while let Some(next) = walk.next() {
            match next {
                Ok(entry) => {
                    if !look_at(&entry, root, &real_root, &mut seen) && entry.file_type().is_dir() {
                        walk.skip_current_dir();
                    }
                }
                Err(why) => seen.diagnostics.extend(trouble(&why, root)),
            }
            if seen.files.len() > MOST_FILES {
                return Err(Failure::plain("failure-too-many-files", root.display().to_string()));
            }
        }
    }
    seen.diagnostics.sort();
    Ok(seen)
}

/// Notes one entry; false when a folder must not be entered.
fn look_at(entry: &DirEntry, root: &Path, real_root: &Path, seen: &mut Snapshot) -> bool {
    let path = source_path(root, entry.path());
    let at = Span::start_of(&path);
    let Some(name) = entry.file_name().to_str() else {
        if belongs(&entry.file_name().to_string_lossy()) {
            seen.diagnostics.push(Diagnostic::new(codes::FILE_BAD_NAME, at));
        }
        return false;
    };
    if !belongs(name) {
        return false;
    }
    if entry.path_is_symlink() && !entry.path().canonicalize().is_ok_and(|real| real.starts_with(real_root)) {
        seen.diagnostics
            .push(Diagnostic::new(codes::FILE_OUTSIDE_LINK, at).arg("target", target(entry.path())));
        return false;
    }
    if entry.file_type().is_dir() {
        return true;
    }
    match entry.metadata() {
        Ok(data) if data.is_file() => {
            seen.files.insert(path, Print::of(&data));
        }
        Ok(_) => seen.diagnostics.push(Diagnostic::new(codes::FILE_NOT_A_FILE, at)),
        Err(why) => seen.diagnostics.extend(trouble(&why, root)),
    }
    true
}

/// What there is to say about an entry that could not be listed. One that is gone meanwhile is simply absent.
fn trouble(why: &walkdir::Error, root: &Path) -> Option<Diagnostic> {
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
        _ if is_link_loop(system) => {
            Some(Diagnostic::new(codes::FILE_LINK_LOOP, at).arg("target", target(path)))
        }
        _ => Some(Diagnostic::new(codes::FILE_UNREADABLE, at).arg("why", system.to_string())),
    }
}

/// Links that only lead to each other; the standard library has no stable name for this answer yet.
fn is_link_loop(why: &io::Error) -> bool {
    #[cfg(unix)]
    let code = Some(rustix::io::Errno::LOOP.raw_os_error());
    #[cfg(not(unix))]
    let code = Some(i32::MAX);
    why.raw_os_error() == code
}

/// Where a link says that it leads, as it was written.
fn target(link: &Path) -> String {
    link.read_link().map_or_else(|_| String::new(), |target| target.to_string_lossy().into_owned())
}

/// The path below the root with forward slashes; what is not UTF-8 in it is replaced.
fn source_path(root: &Path, path: &Path) -> SourcePath {
    // On Unix nearly every path is the root's, a slash, and what is looked for.
    let below =
        path.to_str().zip(root.to_str()).and_then(|(path, root)| path.strip_prefix(root)?.strip_prefix('/'));
    if let Some(text) = below.filter(|text| cfg!(unix) && !text.starts_with('/')) {
        return SourcePath::new(text);
    }
    let inside = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = inside.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    SourcePath::new(parts.join("/"))
}
