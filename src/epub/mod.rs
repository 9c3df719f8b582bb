//! Packs a book as EPUB 3: one page of XHTML for each chapter, contents, a cover, pictures and a style.
//!
//! 1. `xhtml` writes what chapters contain, `table` and `names` the parts that XML has rules of its own for. `document` puts a
//!    page around it.
//! 2. `pictures` says which files the pictures become; `cover` draws the cover.
//! 3. `package` lists all files and what the book says of itself, `contents` its table of contents. `words` are
//!    those of the interface.
//! 4. `archive` packs the files. The only file that knows the ZIP crate.
//!
//! Nothing here touches disk, clock or network, and the same book gives the same bytes.
mod archive;
mod contents;
mod cover;
mod document;
mod names;
mod package;
mod pictures;
mod table;
mod words;
mod xhtml;

use crate::model::GuideBook;
use package::Package;
use pictures::PictureFile;

pub(crate) use words::EpubWords;

/// The book as an EPUB file.
pub(crate) fn epub(book: &GuideBook, words: &EpubWords) -> Vec<u8> {
    let pictures: Vec<Option<PictureFile<'_>>> =
        book.pictures.iter().enumerate().map(|(number, picture)| PictureFile::new(number, picture)).collect();
    let mut package = Package::new(book, words);
    package.style();
    cover::add(&mut package, &pictures);
    package.page("nav.xhtml", Some("nav"), &words.contents, &contents::nav(book, words));
    for chapter in &book.chapters {
        let body = document::chapter(chapter, &pictures);
        package.page(&format!("{}.xhtml", chapter.id), None, &chapter.title, &body);
    }
    if !book.index.is_empty() {
        package.page("contacts.xhtml", None, &words.index, &contents::index(book, words));
    }
    for picture in pictures.iter().flatten() {
        package.picture(picture);
    }
    archive::packed(&package.into_files())
}
