//! Adds form fields to a PDF by Typst, which has links but no fields.
//!
//! A theme draws a field as a shape inside a link to a private address (`x-form:`, see [`request`]). Typst writes where
//! the link is, and a tag for it.
//!
//! 1. [`file`] reads the file into objects with [`reader`], each a [`value`].
//! 2. [`request`] finds the private links and reads which fields they ask for.
//! 3. [`widget`] replaces each link by a field with its appearance and the [`font`] for typed text.
//! 4. [`tags`] turns the tag of each link into that of a field.
//! 5. [`file`] writes the objects again, compressed.
//!
//! Only what the pinned version of Typst writes is understood. Anything else is refused with an [`error`], so that
//! a file that may be damaged is never written.
mod error;
mod file;
mod font;
mod reader;
mod request;
mod tags;
#[cfg(test)]
mod tests;
mod value;
mod widget;

pub(super) use font::{Font, FontMetrics};

use error::FormResult;
use file::PdfFile;

/// A file without fields, compressed.
pub(super) fn packed(bytes: &[u8]) -> FormResult<Vec<u8>> {
    Ok(PdfFile::read(bytes)?.write())
}

/// Turns the private links of a file into form fields and compresses the file.
pub(super) fn with_fields(bytes: &[u8], font: &Font) -> FormResult<Vec<u8>> {
    let mut file = PdfFile::read(bytes)?;
    let requests = request::find(&file)?;
    if !requests.is_empty() {
        tags::retag(&mut file, &requests)?;
        let form = widget::put(&mut file, &requests, font)?;
        file.catalog()?.set("AcroForm", form);
    }
    Ok(file.write())
}
