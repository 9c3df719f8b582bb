//! The output folder: where it is, and whether it may be written to.
use crate::failure::Failure;
use crate::model::Files;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The manifest, inside the output folder.
pub(super) const MANIFEST: &str = ".jalon-manifest.json";

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

    /// The tree inside the spare folder, which also holds files that keep it out of version control.
    pub(super) fn spare_tree(&self) -> PathBuf {
        self.spare.join("site")
    }

    /// Whether a rename can move the folder, which a mount point does not allow.
    pub(super) fn can_be_moved(&self) -> bool {
        #[cfg(unix)]
        if let (Ok(out), Ok(parent)) = (fs::metadata(&self.out), fs::metadata(&self.parent)) {
            use std::os::unix::fs::MetadataExt;
            return out.dev() == parent.dev();
        }
        true
    }
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
