//! What makes the PDF of a checklist, and the picture of a guide.
use crate::model::{GuideBook, Noted, Sheet, Span};
use crate::stamp::Stamp;

/// Makes the PDF of a sheet; no file where it cannot be made. Diagnostics about the sheet point at the span.
pub(crate) type Render = dyn Fn(&Sheet, &Span) -> Noted<Option<Vec<u8>>> + Sync;

/// Draws the picture of a guide as PNG: its title, one line at the foot, and the colours of paper, text and accent, each as red,
/// green and blue. None where the theme has no font.
pub(crate) type DrawSocialCard = dyn Fn(&str, &str, [[u8; 3]; 3]) -> Option<Vec<u8>> + Sync;

/// Makes the PDF of a book; no file where it cannot be made. Diagnostics about the book point at the span.
pub(crate) type RenderBook = dyn Fn(&GuideBook, &Span) -> Noted<Option<Vec<u8>>> + Sync;

/// Makes PDFs of sheets and of the book, and the picture of a guide.
pub(crate) struct Printer {
    /// Of all that a PDF depends on besides its sheet.
    pub(crate) stamp: Stamp,
    pub(crate) render: Box<Render>,
    pub(crate) render_book: Box<RenderBook>,
    pub(crate) draw_social_card: Box<DrawSocialCard>,
}
