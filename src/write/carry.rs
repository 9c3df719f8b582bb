//! Moves what others put into the published tree, and what no hard link can be made to, to the next tree and back.
//!
//! A folder such as `.git` can be in one place only, so for some microseconds before the swap it is in the staged tree.
//! Whenever a build is killed, the next one finds it in one of the two trees and puts it back.
use super::disk::write_failure;
use super::output_dir::OutputDir;
use crate::failure::Failure;
use std::collections::BTreeSet;
use std::fs;
use std::io;

/// Moves these entries of the published tree to the staged one. Whatever comes of it, the caller can move them
/// [`back`].
pub(super) fn to_staging(output_dir: &OutputDir, entries: &BTreeSet<&str>) -> io::Result<()> {
    for path in entries {
        let (from, to) = (output_dir.out.join(path), output_dir.staging.join(path));
        // A rename would replace a file of that name.
        if fs::symlink_metadata(&to).is_ok() {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        fs::rename(from, to)?;
    }
    Ok(())
}

/// Moves those of these entries back that are in the staged tree.
pub(super) fn back(output_dir: &OutputDir, entries: &BTreeSet<&str>) -> Result<(), Failure> {
    for path in entries {
        let (from, to) = (output_dir.staging.join(path), output_dir.out.join(path));
        if fs::symlink_metadata(&from).is_ok() && fs::symlink_metadata(&to).is_err() {
            fs::rename(&from, &to).map_err(write_failure(&to))?;
        }
    }
    Ok(())
}
