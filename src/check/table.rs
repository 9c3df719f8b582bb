//! Header cells without text.
use crate::model::{Diagnostic, Document, Page, Site, codes};

pub(super) fn page(_: &Site, _: &Page, document: &Document, diagnostics: &mut Vec<Diagnostic>) {
    for row in &document.content.empty_headers {
        if row.whole {
            diagnostics.push(Diagnostic::new(codes::TABLE_NO_HEADER, row.span.clone()));
        } else {
            let cells = row.cells.iter();
            diagnostics.extend(cells.map(|cell| Diagnostic::new(codes::TABLE_EMPTY_HEADER, cell.clone())));
        }
    }
}
