//! Reads a guide and its themes from disk into `Sources`.
//!
//! 1. `walk` lists `guide/` and `themes/` without opening a file; `belongs` decides what is part of them.
//! 2. What has changed since the last `snapshot` is read, in parallel.
//! 3. `embedded` adds the files of the default theme that the disk does not override.
#![expect(clippy::disallowed_methods, reason = "this module reads the disk for the pure ones")]

mod belongs;
mod embedded;
mod snapshot;
mod walk;

#[cfg(test)]
mod tests;

pub use snapshot::{FileStat, Snapshot};

use crate::failure::Failure;
use crate::model::{Arg, Diagnostic, Noted, Source, SourcePath, Sources, Span, codes};
use rayon::prelude::*;
use std::fs::{File, OpenOptions};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The file that makes a folder a guide.
pub(crate) const SETTINGS: &str = "guide/jalon.yaml";

/// Sources, and the listing they were read by.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// The files, and the diagnostics of reading them.
    pub read: Noted<Sources>,
    /// The listing.
    pub snapshot: Snapshot,
}

/// Reads the guide and the themes below the project root.
pub fn load(root: &Path) -> Result<Noted<Sources>, Failure> {
    Ok(load_changed(root, &Sources::new(), &Snapshot::default())?.read)
}

/// Reads what has changed and takes the rest from the earlier sources.
pub fn load_changed(root: &Path, before: &Sources, known: &Snapshot) -> Result<Loaded, Failure> {
    let snapshot = walk::walk(root)?;
    let readings: Vec<_> = snapshot
        .files
        .par_iter()
        .map(|(path, stat)| {
            let earlier = before.get(path);
            let reading = match earlier {
                Some(source) if known.is_unchanged(path, stat) => ReadResult::Text(source.clone()),
                _ => match (read(root, path, stat), earlier) {
                    // Equal bytes are kept in memory once.
                    (ReadResult::Text(new), Some(old)) if new.stamp == old.stamp => {
                        ReadResult::Text(old.clone())
                    }
                    (reading, _) => reading,
                },
            };
            (path, reading)
        })
        .collect();

    let mut sources = Sources::new();
    let mut diagnostics = snapshot.diagnostics.clone();
    for (path, reading) in readings {
        match reading {
            ReadResult::Text(source) => {
                sources.insert(path.clone(), source);
            }
            ReadResult::Gone => {}
            ReadResult::Trouble(diagnostic) => diagnostics.push(diagnostic),
        }
    }
    if !sources.contains_key(&SourcePath::new(SETTINGS)) {
        return Err(no_guide(root, &diagnostics));
    }
    embedded::add(&embedded::DEFAULT, &mut sources, before);
    diagnostics.sort();
    Ok(Loaded { read: Noted { value: sources, diagnostics }, snapshot })
}

/// The nearest folder, from this one upwards, that holds a guide.
pub fn find_root(from: &Path) -> Option<PathBuf> {
    let from = std::path::absolute(from).ok()?;
    from.ancestors().find(|folder| folder.join(SETTINGS).is_file()).map(Path::to_path_buf)
}

enum ReadResult {
    Text(Source),
    /// The file was removed after it was listed.
    Gone,
    Trouble(Diagnostic),
}

fn read(root: &Path, path: &SourcePath, stat: &FileStat) -> ReadResult {
    let at = Span::start_of(path);
    let max_size = belongs::max_size(path.extension());
    let too_large = || {
        let limit = usize::try_from(max_size).unwrap_or(usize::MAX);
        let diagnostic = Diagnostic::new(codes::FILE_TOO_LARGE, at.clone());
        ReadResult::Trouble(diagnostic.arg("limit", limit))
    };
    if stat.size > max_size {
        return too_large();
    }
    match read_plain(&root.join(path.as_str()), max_size) {
        Ok(Some(bytes)) if bytes.len() as u64 > max_size => too_large(),
        Ok(Some(bytes)) => ReadResult::Text(Source::new(bytes)),
        Ok(None) => ReadResult::Trouble(Diagnostic::new(codes::FILE_NOT_A_FILE, at)),
        Err(why) if why.kind() == io::ErrorKind::NotFound => ReadResult::Gone,
        Err(why) => {
            ReadResult::Trouble(Diagnostic::new(codes::FILE_UNREADABLE, at).arg("why", why.to_string()))
        }
    }
}

/// The bytes of a regular file, at most one more than `max_size`; none if it is no regular file any more.
fn read_plain(path: &Path, max_size: u64) -> io::Result<Option<Vec<u8>>> {
    let file = open_without_waiting(path)?;
    let data = file.metadata()?;
    if !data.is_file() {
        return Ok(None);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(data.len().min(max_size)).unwrap_or(0) + 1);
    file.take(max_size + 1).read_to_end(&mut bytes)?;
    Ok(Some(bytes))
}

/// Opens a file for reading. Does not block if a pipe has taken its place.
fn open_without_waiting(path: &Path) -> io::Result<File> {
    let mut how = OpenOptions::new();
    how.read(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        how.custom_flags(rustix::fs::OFlags::NONBLOCK.bits().cast_signed());
    }
    how.open(path)
}

/// The failure if there are no settings. If the file is there but cannot be read, that is the reason given.
fn no_guide(root: &Path, diagnostics: &[Diagnostic]) -> Failure {
    let about = diagnostics.iter().filter(|diagnostic| diagnostic.span.file.as_str() == SETTINGS);
    let why = about.flat_map(|diagnostic| &diagnostic.args).find_map(|arg| match arg {
        ("why", Arg::Text(text)) => Some(text.clone()),
        _ => None,
    });
    Failure { what: "failure-no-guide", at: root.display().to_string(), why: why.unwrap_or_default() }
}
