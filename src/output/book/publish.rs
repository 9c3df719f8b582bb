//! The book as a file of the site, where the settings ask for it.
use crate::model::{Bytes, Diagnostic, Files, GuideBook, HeldFile, Noted, OutPath, Settings, Site, Span};
use crate::output::shared::footer::BOOK;
use crate::output::theme::Printer;
use crate::stamp::{Made, Stamp};
use std::sync::Arc;

/// Where the book is published, if the settings ask for it.
pub(crate) fn path(site: &Site) -> Option<OutPath> {
    site.settings.pdf.book.then(file)
}

fn file() -> OutPath {
    OutPath::new(BOOK.trim_start_matches('/'))
}

/// The book as PDF; kept from `before` if it is the same. Without a file, diagnostics say why.
pub(crate) fn printed(
    printer: &Printer,
    made: Noted<GuideBook>,
    before: &Files,
) -> Result<(OutPath, HeldFile), Vec<Diagnostic>> {
    let Noted { value: book, mut diagnostics } = made;
    let path = file();
    let from = Stamp::of(&(&book, &diagnostics, printer.stamp));
    if let Some(kept) = before.get(&path).filter(|kept| kept.from == from) {
        return Ok((path, kept.clone()));
    }
    let file = (printer.render_book)(&book, &Span::start_of(&Settings::file()));
    diagnostics.extend(file.diagnostics);
    match file.value {
        Some(bytes) => {
            Ok((path, Made { from, value: Arc::new(Noted { value: Bytes::from(bytes), diagnostics }) }))
        }
        None => Err(diagnostics),
    }
}
