//! The archive that a document is: files by their names, with limits. Only this file names the ZIP crate.
use super::refusal::WordRefusal;
use std::borrow::Cow;
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
    zip: ZipArchive<Cursor<Cow<'a, [u8]>>>,
    /// Bytes that may still be read.
    left: u64,
    /// The archive in this one that a picture was read from last, with its name.
    last: Option<(String, Box<WordArchive<'a>>)>,
}

impl<'a> WordArchive<'a> {
    /// Opens an archive.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, WordRefusal> {
        Self::of(Cow::Borrowed(bytes), LARGEST_WHOLE)
    }

    fn of(bytes: Cow<'a, [u8]>, left: u64) -> Result<Self, WordRefusal> {
        let broken = |error: ZipError| WordRefusal::BrokenArchive(error.to_string());
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
        if zip.len() > MOST_PARTS {
            return Err(WordRefusal::TooManyParts { limit: MOST_PARTS });
        }
        Ok(Self { zip, left, last: None })
    }

    /// Opens an archive in this one. Both share a limit.
    pub(super) fn within<'b>(&self, bytes: &'b [u8]) -> Result<WordArchive<'b>, WordRefusal> {
        WordArchive::of(Cow::Borrowed(bytes), self.left)
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
        if self.last.as_ref().is_none_or(|(name, _)| name != archive) {
            let Some(bytes) = self.read(archive, LARGEST_PICTURE)? else { return Ok(None) };
            let within = WordArchive::of(Cow::Owned(bytes), self.left)?;
            self.last = Some((archive.to_owned(), Box::new(within)));
        }
        let Some((_, within)) = &mut self.last else { return Ok(None) };
        within.left = self.left;
        let picture = within.picture(part);
        self.left = within.left;
        picture
    }

    /// Reads a file. What its head says about its size is not believed. What is read counts, also of a file that is refused.
    fn read(&mut self, part: &str, largest: u64) -> Result<Option<Vec<u8>>, WordRefusal> {
        let Some(index) = self.zip.index_for_name(part) else { return Ok(None) };
        let broken = |why: String| WordRefusal::BrokenArchive(format!("{part}: {why}"));
        let file = self.zip.by_index(index).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => WordRefusal::Encrypted,
            error => broken(error.to_string()),
        })?;
        let limit = largest.min(self.left);
        let mut bytes = Vec::new();
        let read = file.take(limit + 1).read_to_end(&mut bytes);
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        self.left = self.left.saturating_sub(length);
        read.map_err(|error| broken(error.to_string()))?;
        if length > limit {
            return Err(WordRefusal::TooLarge { part: part.to_owned(), limit });
        }
        Ok(Some(bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::{WordArchive, inside};
    use std::io::{Cursor, Write as _};
    use zip::write::{SimpleFileOptions, ZipWriter};

    fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
            zip.start_file(*name, options).expect("it is begun");
            zip.write_all(bytes).expect("it is written");
        }
        zip.finish().expect("it is whole").into_inner()
    }

    #[test]
    fn an_archive_in_an_archive_counts_once() {
        let deep = zipped(&[("e.png", &[5; 20])]);
        let inner = zipped(&[("a.png", &[1; 10]), ("b.png", &[2; 30]), ("deep.docx", &deep)]);
        let outer = zipped(&[("c.png", &[3; 40]), ("inner.docx", &inner)]);
        let mut archive = WordArchive::open(&outer).expect("it is an archive");
        let all = archive.left;
        let deepest = inside("inner.docx", &inside("deep.docx", "e.png"));
        let names = [inside("inner.docx", "a.png"), deepest.clone(), inside("inner.docx", "b.png"), deepest];
        for (name, length) in names.iter().map(String::as_str).zip([10, 20, 30, 20]).chain([("c.png", 40)]) {
            let picture = archive.picture(name).expect("it is read");
            assert_eq!(picture.map(|bytes| bytes.len()), Some(length), "{name}");
        }
        let read = inner.len() + deep.len() + 10 + 20 + 30 + 20 + 40;
        assert_eq!(all - archive.left, u64::try_from(read).expect("it is small"));
    }
}
