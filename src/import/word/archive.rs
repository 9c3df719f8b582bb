//! The archive that a document is: files by their names, with limits. Only this file names the ZIP crate.
use super::refusal::WordRefusal;
use std::io::{Cursor, Read as _};
use zip::ZipArchive;
use zip::result::ZipError;

/// How many files an archive may hold.
const MOST_PARTS: usize = 30_000;

/// How large a file of XML may be, in bytes.
const LARGEST_XML: u64 = 64 << 20;

/// How large a picture may be, in bytes.
const LARGEST_PICTURE: u64 = 64 << 20;

/// How large everything that is read may be, in bytes.
const LARGEST_WHOLE: u64 = 1 << 30;

/// What stands between a file of an archive and one of the archive that it is.
const INSIDE: &str = "!/";

/// The name of a file of an archive that is a file itself.
pub(super) fn inside(archive: &str, part: &str) -> String {
    format!("{archive}{INSIDE}{part}")
}

/// An open archive.
#[derive(Debug)]
pub(super) struct WordArchive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// Bytes that may still be read.
    left: u64,
}

impl<'a> WordArchive<'a> {
    /// Opens an archive.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, WordRefusal> {
        let broken = |error: ZipError| WordRefusal::BrokenArchive(error.to_string());
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
        if zip.len() > MOST_PARTS {
            return Err(WordRefusal::TooManyParts { limit: MOST_PARTS });
        }
        Ok(Self { zip, left: LARGEST_WHOLE })
    }

    /// Opens an archive in this one. Both share a limit.
    pub(super) fn within<'b>(&self, bytes: &'b [u8]) -> Result<WordArchive<'b>, WordRefusal> {
        WordArchive::open(bytes).map(|archive| WordArchive { left: self.left, ..archive })
    }

    /// Goes on with what an archive in this one left of the limit.
    pub(super) fn go_on_after(&mut self, within: &WordArchive<'_>) {
        self.left = within.left;
    }

    /// Whether a file is there.
    pub(super) fn has(&self, part: &str) -> bool {
        self.zip.index_for_name(part).is_some()
    }

    /// A file of XML, if it is there.
    pub(super) fn xml(&mut self, part: &str) -> Result<Option<Vec<u8>>, WordRefusal> {
        self.read(part, LARGEST_XML)
    }

    /// A picture, if it is there; also one of an archive in this one.
    pub(super) fn picture(&mut self, part: &str) -> Result<Option<Vec<u8>>, WordRefusal> {
        let Some((archive, part)) = part.split_once(INSIDE) else {
            return self.read(part, LARGEST_PICTURE);
        };
        let Some(bytes) = self.read(archive, LARGEST_PICTURE)? else { return Ok(None) };
        let mut within = self.within(&bytes)?;
        let picture = within.picture(part);
        self.go_on_after(&within);
        picture
    }

    /// Reads a file. What its head says about its size is not believed.
    fn read(&mut self, part: &str, largest: u64) -> Result<Option<Vec<u8>>, WordRefusal> {
        let Some(index) = self.zip.index_for_name(part) else { return Ok(None) };
        let broken = |why: String| WordRefusal::BrokenArchive(format!("{part}: {why}"));
        let file = self.zip.by_index(index).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => WordRefusal::Encrypted,
            error => broken(error.to_string()),
        })?;
        let limit = largest.min(self.left);
        let mut bytes = Vec::new();
        file.take(limit + 1).read_to_end(&mut bytes).map_err(|error| broken(error.to_string()))?;
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if length > limit {
            return Err(WordRefusal::TooLarge { part: part.to_owned(), limit });
        }
        self.left -= length;
        Ok(Some(bytes))
    }
}
