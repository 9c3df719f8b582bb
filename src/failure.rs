//! The world refused: a full disk, a taken port, a folder that cannot be read.
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// What could not be done, to which path or address, and what the system said. Ends the command with status 2.
#[derive(Debug)]
pub struct Failure {
    /// Key of the sentence in the words of `report`, for instance `failure-read`.
    pub what: &'static str,
    /// The file, folder or address it happened to.
    pub at: String,
    /// The system's own words; empty when there are none.
    pub why: String,
}

impl Failure {
    /// A failure at a path of this disk.
    pub fn at(what: &'static str, path: &Path, why: &io::Error) -> Self {
        Self { what, at: path.display().to_string(), why: why.to_string() }
    }

    /// A failure that has no error of the system behind it.
    pub fn plain(what: &'static str, at: impl Into<String>) -> Self {
        Self { what, at: at.into(), why: String::new() }
    }

    /// Adapts a result of the standard library: `fs::read(&path).map_err(Failure::because("failure-read", &path))`.
    pub fn because(what: &'static str, path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |why| Self::at(what, &path, &why)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.what, self.at)?;
        if self.why.is_empty() { Ok(()) } else { write!(out, ": {}", self.why) }
    }
}

impl std::error::Error for Failure {}
