//! Prints the whole guide as one book that is accessible (PDF/UA-1).
//!
//! 1. `data` puts the book into the JSON that `book.typ` reads; `nodes` what chapters contain, `table` the places of cells,
//!    `code` the lines of code.
//! 2. The pictures are one file for Typst, so that it has no path for each: it numbers paths for the life of the process.
mod code;
mod data;
mod nodes;
mod table;

use nodes::PicturePlace;

use super::glyphs::GlyphChecker;
use super::{Kit, Labels, engine, form};
use crate::model::{BookPicture, GuideBook, Noted, Span};

/// Prints a book with a theme.
pub(super) fn print(kit: &Kit, labels: &Labels, book: &GuideBook, about: &Span) -> Noted<Option<Vec<u8>>> {
    let (pictures, places) = joined(&book.pictures);
    let mut glyphs = GlyphChecker::new(kit, &book.title, about);
    let data = data::of(book, labels, &places, &mut glyphs);
    let mut diagnostics = glyphs.into_diagnostics();
    let value = engine::typeset_book(kit, &book.id, data, pictures, &mut diagnostics);
    // A file that is not understood stays as it is.
    let value = value.map(|file| form::packed(&file).unwrap_or(file));
    Noted { value, diagnostics }
}

/// The bytes of all pictures one after the other, and the place of each.
fn joined(pictures: &[BookPicture]) -> (Vec<u8>, Vec<PicturePlace>) {
    let mut all = Vec::new();
    let mut place = |picture: &BookPicture| {
        let format = engine::picture_format(picture)?;
        let from = all.len();
        all.extend_from_slice(&picture.bytes);
        Some((from, all.len(), format))
    };
    let places = pictures.iter().map(&mut place).collect();
    (all, places)
}
