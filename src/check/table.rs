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

#[cfg(test)]
mod tests {
    use super::super::fixture::{TestSite, at, place};
    use crate::model::EmptyHeaders;

    #[test]
    fn a_row_without_text_is_reported_once() {
        let guide = TestSite::default().page("a.md", |document, _| {
            let row = |whole| EmptyHeaders {
                span: at("a.md"),
                cells: vec![place("a.md", 1, 2), place("a.md", 3, 4)],
                whole,
            };
            document.content.empty_headers = vec![row(true), row(false)];
        });
        assert_eq!(
            guide.diagnostics_of("a.md"),
            ["table/no-header", "table/empty-header", "table/empty-header"]
        );
    }
}
