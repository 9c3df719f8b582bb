//! The output folder: where it is, and whether it may be written to.
use crate::failure::Failure;
use crate::model::OutPath;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The manifest, inside the output folder.
pub(super) const MANIFEST: &str = ".jalon-manifest.json";

/// The endings of the names of trees beside the output folder.
const STAGING: &str = ".jalon-staging";
const OLD: &str = ".jalon-old";

/// The lock inside the output folder, where nothing may be written beside it.
pub(super) const LOCK: &str = ".jalon-lock";

/// The folder inside the output folder that holds what is about to replace files one by one.
pub(super) const JOURNAL: &str = ".jalon-journal";

/// The suffix of a file that is being written in place.
pub(super) const UNFINISHED: &str = ".jalon-new";

/// The output folder and the names beside it that publishing uses.
#[derive(Debug)]
pub(super) struct OutputDir {
    /// The output folder: an absolute path whose parent has no symbolic links.
    pub(super) out: PathBuf,
    pub(super) parent: PathBuf,
    /// Where the next tree is built; after a swap, the old tree.
    pub(super) staging: PathBuf,
    /// The old tree, between two renames.
    pub(super) old: PathBuf,
    /// Where a large old tree is kept for the next build.
    pub(super) spare: PathBuf,
    pub(super) lock: PathBuf,
}

impl OutputDir {
    /// Resolves the paths and makes the parent folders.
    pub(super) fn find(out: &Path) -> Result<Self, Failure> {
        let refused = || Failure::plain("failure-output-place", out.display().to_string());
        let absolute = std::path::absolute(out).map_err(Failure::because("failure-write", out))?;
        let name = absolute.file_name().ok_or_else(refused)?.to_owned();
        match fs::symlink_metadata(&absolute) {
            Ok(data) if data.is_symlink() => {
                return Err(Failure::plain("failure-output-link", out.display().to_string()));
            }
            Ok(data) if !data.is_dir() => return Err(refused()),
            Ok(_) => {}
            Err(why) if why.kind() == io::ErrorKind::NotFound => {}
            Err(why) => return Err(Failure::at("failure-write", out, &why)),
        }
        let parent = absolute.parent().ok_or_else(refused)?;
        if !absolute.components().any(|part| part.as_os_str() == "..") {
            refuse_inside_sources(&absolute, out)?;
        }
        fs::create_dir_all(parent).map_err(Failure::because("failure-write", parent))?;
        let parent = parent.canonicalize().map_err(Failure::because("failure-write", parent))?;
        let out_real = parent.join(&name);
        refuse_inside_sources(&out_real, out)?;
        let beside = |ending: &str| parent.join(hidden(&name, ending));
        Ok(Self {
            staging: beside(STAGING),
            old: beside(OLD),
            spare: beside(".jalon-spare"),
            lock: beside(".jalon-lock"),
            out: out_real,
            parent,
        })
    }

    /// Whether a killed build seems to have left something here, or beside it.
    pub(super) fn has_leftovers(out: &Path) -> bool {
        let there = |path: &Path| fs::symlink_metadata(path).is_ok();
        let beside =
            |ending| out.file_name().is_some_and(|name| there(&out.with_file_name(hidden(name, ending))));
        there(&out.join(JOURNAL)) || beside(STAGING) || beside(OLD)
    }

    /// The tree inside the spare folder, which also holds files that keep it out of version control.
    pub(super) fn spare_tree(&self) -> PathBuf {
        self.spare.join("site")
    }

    /// Whether a rename can move the folder. One that is a mount point cannot be moved, and one that holds a mount point
    /// would take it along into the old tree.
    pub(super) fn can_be_moved(&self) -> bool {
        #[cfg(unix)]
        if let (Ok(out), Ok(parent)) = (fs::metadata(&self.out), fs::metadata(&self.parent)) {
            use std::os::unix::fs::MetadataExt;
            if out.dev() != parent.dev() {
                return false;
            }
        }
        !holds_mount_point(&self.out)
    }
}

/// `.NAME.ENDING`.
fn hidden(name: &OsStr, ending: &str) -> OsString {
    let mut hidden = OsString::from(".");
    hidden.push(name);
    hidden.push(ending);
    hidden
}

/// Whether something is mounted on this folder or below it, as far as the system tells.
#[cfg(target_os = "linux")]
fn holds_mount_point(folder: &Path) -> bool {
    use std::os::unix::ffi::OsStrExt;
    let Ok(list) = fs::read("/proc/self/mountinfo") else { return false };
    list.split(|byte| *byte == b'\n').any(|line| {
        let point = line.split(|byte| *byte == b' ').nth(4).unwrap_or_default();
        Path::new(OsStr::from_bytes(&unescaped(point))).starts_with(folder)
    })
}

#[cfg(not(target_os = "linux"))]
fn holds_mount_point(_: &Path) -> bool {
    false
}

/// A path of `mountinfo`, where blanks and backslashes are written as octal numbers: `\040`.
#[cfg(target_os = "linux")]
fn unescaped(written: &[u8]) -> Vec<u8> {
    let mut path = Vec::with_capacity(written.len());
    let mut rest = written;
    while let Some((first, after)) = rest.split_first() {
        let number =
            after.get(..3).filter(|_| *first == b'\\').and_then(|digits| std::str::from_utf8(digits).ok());
        if let Some(byte) = number.and_then(|digits| u8::from_str_radix(digits, 8).ok()) {
            path.push(byte);
            rest = &after[3..];
        } else {
            path.push(*first);
            rest = after;
        }
    }
    path
}

/// Refuses an output folder inside the guide or the themes, and the project folder itself. A folder above the project
/// is refused by `survey`, which sees the guide in it.
fn refuse_inside_sources(out: &Path, as_given: &Path) -> Result<(), Failure> {
    for root in out.ancestors().filter(|folder| folder.join("guide/jalon.yaml").exists()) {
        if out == root || out.starts_with(root.join("guide")) || out.starts_with(root.join("themes")) {
            return Err(Failure::plain("failure-output-in-guide", as_given.display().to_string()));
        }
    }
    Ok(())
}

/// Refuses paths that lead out of the output folder, whatever the build says.
pub(super) fn check_paths<'a>(mut paths: impl Iterator<Item = &'a OutPath>) -> Result<(), Failure> {
    match paths.find(|path| !is_safe(path.as_str())) {
        Some(path) => Err(Failure::plain("failure-output-path", path.as_str())),
        None => Ok(()),
    }
}

/// Whether a path stays inside the output folder and is no name of Jalon's own.
pub(super) fn is_safe(path: &str) -> bool {
    let drive = cfg!(windows) && path.contains(':');
    let parts = || path.split('/');
    !drive
        && path != MANIFEST
        && path.split('/').next() != Some(JOURNAL)
        && !path.contains(['\0', '\\'])
        && parts().all(|part| !matches!(part, "" | "." | "..") && !part.ends_with(UNFINISHED))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_stay_inside() {
        for path in
            ["index.html", "a/b/index.html", ".nojekyll", ".well-known/security.txt", "a..b", "é/ü.pdf"]
        {
            assert!(is_safe(path), "{path}");
        }
        for path in ["", "/etc/passwd", "../x", "a/../x", "a//b", "a/", "./a", "a\0", "a\\b", MANIFEST] {
            assert!(!is_safe(path), "{path}");
        }
        assert!(!is_safe(JOURNAL) && !is_safe(".jalon-journal/0"));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn mount_points_are_known() {
        assert!(holds_mount_point(Path::new("/proc")) && holds_mount_point(Path::new("/")));
        assert!(!holds_mount_point(tempfile::tempdir().unwrap().path()));
        assert_eq!(unescaped(b"/a\\040b\\134c\\9"), b"/a b\\c\\9");
    }
}
