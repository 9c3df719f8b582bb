//! Where the output folder is, and whether it may be one.
use crate::failure::Failure;
use crate::model::Files;
use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};

/// Our list of what we published, inside the output folder.
pub(super) const MANIFEST: &str = ".jalon-manifest.json";

/// Ending of a file that is being written in place.
pub(super) const UNFINISHED: &str = ".jalon-new";

/// The output folder and the names beside it that we use for a moment.
#[derive(Debug)]
pub(super) struct Place {
    /// The output folder, absolute, its parent free of links.
    pub(super) out: PathBuf,
    /// The folder that holds it.
    pub(super) parent: PathBuf,
    /// Where the next tree is built; after a swap, where the old one is.
    pub(super) staging: PathBuf,
    /// Where the old tree waits between two renames.
    pub(super) old: PathBuf,
    /// Where a large old tree is kept for the next build.
    pub(super) spare: PathBuf,
    /// What is locked while a build publishes.
    pub(super) lock: PathBuf,
}

impl Place {
    /// Finds the place, and makes the folders above it.
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
        let beside = |ending: &str| {
            let mut hidden = std::ffi::OsString::from(".");
            hidden.push(&name);
            hidden.push(ending);
            parent.join(hidden)
        };
        Ok(Self {
            staging: beside(".jalon-staging"),
            old: beside(".jalon-old"),
            spare: beside(".jalon-spare"),
            lock: beside(".jalon-lock"),
            out: out_real,
            parent,
        })
    }

    /// The tree in the spare folder, whose own files keep it out of version control.
    pub(super) fn spare_tree(&self) -> PathBuf {
        self.spare.join("site")
    }

    /// Whether a rename could move the folder: not if another file system is mounted on it.
    pub(super) fn can_be_moved(&self) -> bool {
        match (fs::metadata(&self.out), fs::metadata(&self.parent)) {
            (Ok(out), Ok(parent)) => device(&out) == device(&parent),
            _ => true,
        }
    }
}

#[cfg(unix)]
fn device(data: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::dev(data)
}

#[cfg(not(unix))]
fn device(_: &Metadata) -> u64 {
    0
}

/// The output never lies in the guide or the themes, and is never the project itself. Folders above the
/// project are recognised by the guide that `survey` meets in them.
fn refuse_inside_sources(out: &Path, as_given: &Path) -> Result<(), Failure> {
    for root in out.ancestors().filter(|folder| folder.join("guide/jalon.yaml").exists()) {
        if out == root || out.starts_with(root.join("guide")) || out.starts_with(root.join("themes")) {
            return Err(Failure::plain("failure-output-in-guide", as_given.display().to_string()));
        }
    }
    Ok(())
}

/// No file is ever written outside of the output folder, whatever the build says.
pub(super) fn check_paths(files: &Files) -> Result<(), Failure> {
    match files.keys().find(|path| !is_safe(path.as_str())) {
        Some(path) => Err(Failure::plain("failure-output-path", path.as_str())),
        None => Ok(()),
    }
}

fn is_safe(path: &str) -> bool {
    let drive = cfg!(windows) && path.contains(':');
    let parts = || path.split('/');
    !drive
        && path != MANIFEST
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
    }
}
