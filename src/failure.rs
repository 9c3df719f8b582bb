//! Failures of the outside world: a full disk, a port in use, a folder that cannot be read.
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// An operation that failed, where, and the error of the system. Ends the command with exit status 2.
#[derive(Debug)]
pub struct Failure {
    /// The key of the message, for instance `failure-read`.
    pub what: &'static str,
    /// The file, folder or address.
    pub at: String,
    /// The error text of the system; empty if there is none.
    pub why: String,
}

impl Failure {
    /// A failure at a path.
    pub fn at(what: &'static str, path: &Path, why: &io::Error) -> Self {
        Self { what, at: path.display().to_string(), why: why.to_string() }
    }

    /// A failure without an error of the system.
    pub fn plain(what: &'static str, at: impl Into<String>) -> Self {
        Self { what, at: at.into(), why: String::new() }
    }

    /// For `map_err`: `fs::read(&path).map_err(Failure::because("failure-read", &path))`.
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
