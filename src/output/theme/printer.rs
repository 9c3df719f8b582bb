//! What makes the PDF of a checklist.
use crate::model::{Noted, Sheet, Span};
use crate::stamp::Stamp;

/// Makes the PDF of a sheet; no file where it cannot be made. Diagnostics about the sheet point at the span.
pub(crate) type Render = dyn Fn(&Sheet, &Span) -> Noted<Option<Vec<u8>>> + Sync;

/// Makes PDFs of sheets.
pub(crate) struct Printer {
    /// Of all that a PDF depends on besides its sheet.
    pub(crate) stamp: Stamp,
    pub(crate) render: Box<Render>,
}
