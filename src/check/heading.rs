//! Headings that do not make an outline for people and screen readers: second titles, skipped levels, bold paragraphs.
use crate::model::{Diagnostic, Document, Page, Site, codes};

/// How many characters a heading may have.
const MAX_LENGTH: usize = 120;

pub(super) fn page(_: &Site, _: &Page, document: &Document, diagnostics: &mut Vec<Diagnostic>) {
    let mut has_title = document.front.title.value().is_some();
    let mut above = 1;
    for heading in &document.content.headings {
        let diagnostic = |code| Diagnostic::new(code, heading.span.clone());
        let (level, text) = (heading.value.level, heading.value.text.trim());
        if text.is_empty() {
            diagnostics.push(diagnostic(codes::HEADING_EMPTY));
        }
        if level == 1 {
            if has_title {
                diagnostics.push(diagnostic(codes::HEADING_SECOND_TITLE).arg("text", text));
            }
            has_title = true;
        } else if level > above + 1 {
            let diagnostic = diagnostic(codes::HEADING_SKIPPED_LEVEL);
            diagnostics.push(diagnostic.arg("from", usize::from(above)).arg("to", usize::from(level)));
        }
        above = level;
        let size = text.chars().count();
        if size > MAX_LENGTH {
            diagnostics.push(diagnostic(codes::HEADING_VERY_LONG).arg("size", size).arg("limit", MAX_LENGTH));
        }
    }
    for bold in &document.content.bold_paragraphs {
        let text = bold.value.trim();
        // A bold sentence with a full stop is emphasis, not a heading.
        if text.ends_with(['.', '!', '…']) || text.chars().count() > MAX_LENGTH {
            continue;
        }
        diagnostics.push(Diagnostic::new(codes::HEADING_BOLD_PARAGRAPH, bold.span.clone()).arg("text", text));
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{TestSite, at};
    use crate::model::{Anchor, Heading, Located};

    #[test]
    fn headings_that_make_no_outline_are_reported() {
        let guide = TestSite::default().page("a.md", |document, _| {
            let heading = |level, text: &str| {
                Located::new(at("a.md"), Heading { level, anchor: Anchor::new(text), text: text.to_owned() })
            };
            document.front.title = crate::model::Given::Missing;
            document.content.headings = vec![
                heading(1, "Titre"),
                heading(3, "Trop bas"),
                heading(2, "Bien"),
                heading(3, ""),
                heading(1, "Encore"),
                heading(2, &"x".repeat(121)),
            ];
            document.content.bold_paragraphs = ["Modalités :", "C'est obligatoire."]
                .map(|text| Located::new(at("a.md"), text.to_owned()))
                .to_vec();
        });
        assert_eq!(
            guide.diagnostics_of("a.md"),
            [
                "heading/skipped-level from=1 to=3",
                "heading/empty",
                "heading/second-title text=Encore",
                "heading/very-long size=121 limit=120",
                "heading/bold-paragraph text=Modalités :",
            ]
        );
    }
}
