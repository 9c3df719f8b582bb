//! Disk to sources: which files belong to the guide, and the layers of themes.
//!
//! 1. `walk` lists `guide/` and `themes/` without opening anything.
//! 2. What the listing does not vouch for is read, in parallel.
//! 3. `embedded` adds the default theme's files that the disk lacks.
#![expect(clippy::disallowed_methods, reason = "this module reads the disk for the pure ones")]

mod belongs;
mod embedded;
mod snapshot;
mod walk;

#[cfg(test)]
mod tests;

pub use snapshot::{Print, Snapshot};

use crate::failure::Failure;
use crate::model::{Diagnostic, Noted, Source, SourcePath, Sources, Span, codes};
use rayon::prelude::*;
use std::fs::{File, OpenOptions};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The file that makes a folder a guide.
const SETTINGS: &str = "guide/jalon.yaml";

/// Sources together with what the disk said about them.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// The files and the diagnostics made while reading them.
    pub read: Noted<Sources>,
    /// The listing that they were read by.
    pub snapshot: Snapshot,
}

/// Reads the guide and its themes below the project root.
pub fn load(root: &Path) -> Result<Noted<Sources>, Failure> {
    Ok(load_changed(root, &Sources::new(), &Snapshot::default())?.read)
}

/// Reads what is not what it was, and takes the rest from the sources before.
pub fn load_changed(root: &Path, before: &Sources, known: &Snapshot) -> Result<Loaded, Failure> {
    let snapshot = walk::walk(root)?;
    let readings: Vec<_> = snapshot
        .files
        .par_iter()
        .map(|(path, print)| {
            let earlier = before.get(path);
            let reading = match earlier {
                Some(source) if known.vouches(path, print) => Reading::Text(source.clone()),
                _ => read(root, path, print),
            };
            (path, reading.or_same(earlier))
        })
        .collect();

    let mut sources = Sources::new();
    let mut diagnostics = snapshot.diagnostics.clone();
    for (path, reading) in readings {
        match reading {
            Reading::Text(source) => {
                sources.insert(path.clone(), source);
            }
            Reading::Gone => {}
            Reading::Trouble(diagnostic) => diagnostics.push(diagnostic),
        }
    }
    if !sources.contains_key(&SourcePath::new(SETTINGS)) {
        return Err(no_guide(root, &diagnostics));
    }
    embedded::add(&mut sources, before);
    diagnostics.sort();
    Ok(Loaded { read: Noted { value: sources, diagnostics }, snapshot })
}

/// Lists the inputs without reading them; cheap enough to be asked every second.
pub fn snapshot(root: &Path) -> Result<Snapshot, Failure> {
    walk::walk(root)
}

/// The nearest folder, from this one upwards, that holds a guide.
pub fn find_root(from: &Path) -> Option<PathBuf> {
    let from = std::path::absolute(from).ok()?;
    from.ancestors().find(|folder| folder.join(SETTINGS).is_file()).map(Path::to_path_buf)
}

/// What came of reading one file.
enum Reading {
    Text(Source),
    /// It vanished between listing and reading.
    Gone,
    Trouble(Diagnostic),
}

impl Reading {
    /// Shares the earlier bytes if they are the same, so that they are held once.
    fn or_same(self, earlier: Option<&Source>) -> Self {
        match (self, earlier) {
            (Self::Text(new), Some(old)) if new.stamp == old.stamp => Self::Text(old.clone()),
            (reading, _) => reading,
        }
    }
}

fn read(root: &Path, path: &SourcePath, print: &Print) -> Reading {
    let at = Span::start_of(path);
    let most = belongs::most(path.extension());
    let too_large = || {
        let limit = usize::try_from(most).unwrap_or(usize::MAX);
        let diagnostic = Diagnostic::new(codes::FILE_TOO_LARGE, at.clone());
        Reading::Trouble(diagnostic.arg("limit", limit))
    };
    if print.size > most {
        return too_large();
    }
    match read_plain(&root.join(path.as_str()), most) {
        Ok(Some(bytes)) if bytes.len() as u64 > most => too_large(),
        Ok(Some(bytes)) => Reading::Text(Source::new(bytes)),
        Ok(None) => Reading::Trouble(Diagnostic::new(codes::FILE_NOT_A_FILE, at)),
        Err(why) if why.kind() == io::ErrorKind::NotFound => Reading::Gone,
        Err(why) => Reading::Trouble(Diagnostic::new(codes::FILE_UNREADABLE, at).arg("why", why.to_string())),
    }
}

/// The bytes of a plain file, one more than `most` at the utmost; none if it turned into something else.
fn read_plain(path: &Path, most: u64) -> io::Result<Option<Vec<u8>>> {
    let file = open_without_waiting(path)?;
    let data = file.metadata()?;
    if !data.is_file() {
        return Ok(None);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(data.len().min(most)).unwrap_or(0) + 1);
    file.take(most + 1).read_to_end(&mut bytes)?;
    Ok(Some(bytes))
}

/// Opens for reading. A pipe that took the place of a file since the listing answers at once.
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

/// No settings: say why if the settings are there and something else is wrong with them.
fn no_guide(root: &Path, diagnostics: &[Diagnostic]) -> Failure {
    let why = diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.span.file.as_str() == SETTINGS)
        .flat_map(|diagnostic| &diagnostic.args);
    let why = why.filter(|(name, _)| *name == "why").find_map(|(_, value)| match value {
        crate::model::Arg::Text(text) => Some(text.clone()),
        _ => None,
    });
    Failure { what: "failure-no-guide", at: root.display().to_string(), why: why.unwrap_or_default() }
}
