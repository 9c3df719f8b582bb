//! All that Typst can see of one sheet or book: the kit, the data, the QR code, pictures. No disk, no clock.
use super::Kit;
use super::kit::{BOOK_FILE, MAIN_FILE, id};
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, Source, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, World};

/// The path of the data, the same for every sheet.
const DATA: &str = "/data.json";
/// The path of the QR code, the same for every sheet.
const CODE: &str = "/qr.svg";
/// The path of the pictures of a book, one after the other.
const PICTURES: &str = "/pictures.bin";

/// One sheet with its kit.
#[derive(Debug)]
pub(super) struct SheetWorld<'a> {
    pub(super) kit: &'a Kit,
    data: Bytes,
    code: Option<Bytes>,
    pictures: Option<Bytes>,
    first: FileId,
}

impl<'a> SheetWorld<'a> {
    /// Combines the kit, the data of a sheet and the picture of its QR code.
    pub(super) fn new(kit: &'a Kit, data: Vec<u8>, code: Option<String>) -> Self {
        let first = id(MAIN_FILE).expect("our own paths are well-formed");
        Self { kit, data: Bytes::new(data), code: code.map(Bytes::from_string), pictures: None, first }
    }

    /// Combines the kit, the data of a book and its pictures.
    pub(super) fn of_book(kit: &'a Kit, data: Vec<u8>, pictures: Vec<u8>) -> Self {
        let first = id(BOOK_FILE).expect("our own paths are well-formed");
        Self { kit, data: Bytes::new(data), code: None, pictures: Some(Bytes::new(pictures)), first }
    }
}

impl World for SheetWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.kit.0.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.kit.0.book
    }

    fn main(&self) -> FileId {
        self.first
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.kit.0.sources.get(path(id)).cloned().ok_or_else(|| missing(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let found = match path(id) {
            DATA => Some(&self.data),
            CODE => self.code.as_ref(),
            PICTURES => self.pictures.as_ref(),
            path => self.kit.0.others.get(path),
        };
        found.cloned().ok_or_else(|| missing(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.kit.0.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// The path of a theme file; packages have none.
fn path(id: FileId) -> &'static str {
    let path = id.get();
    if *path.root() == VirtualRoot::Project { path.vpath().get_with_slash() } else { "" }
}

fn missing(id: FileId) -> FileError {
    FileError::NotFound(id.get().vpath().get_with_slash().into())
}
