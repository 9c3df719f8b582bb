//! Reads one file, if it is a regular one and not too large.
use super::belongs;
use super::snapshot::FileStat;
use crate::model::{Diagnostic, Source, SourcePath, Span, codes};
use std::fs::{File, OpenOptions};
use std::io::{self, Read};
use std::path::Path;

/// What reading a file gave.
pub(super) enum ReadResult {
    Text(Source),
    /// The file was removed after it was listed.
    Gone,
    Trouble(Diagnostic),
}

/// Reads a listed file. A file with the bytes of `earlier` gives these again: equal bytes are kept in memory once.
pub(super) fn read(root: &Path, path: &SourcePath, stat: &FileStat, earlier: Option<&Source>) -> ReadResult {
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
        Ok(Some(bytes)) => {
            let new = Source::new(bytes);
            let same = earlier.filter(|old| old.stamp == new.stamp);
            ReadResult::Text(same.cloned().unwrap_or(new))
        }
        Ok(None) => ReadResult::Trouble(Diagnostic::new(codes::FILE_NOT_A_FILE, at)),
        Err(why) if why.kind() == io::ErrorKind::NotFound => ReadResult::Gone,
        Err(why) => {
            ReadResult::Trouble(Diagnostic::new(codes::FILE_UNREADABLE, at).arg("why", why.to_string()))
        }
    }
}

/// The bytes of a regular file, at most one more than `max_size`; none if it is no regular file any more.
pub(super) fn read_plain(path: &Path, max_size: u64) -> io::Result<Option<Vec<u8>>> {
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
