//! Do the headings make an outline that a screen reader can follow?
use crate::model::{Diagnostic, Document, Page, Site, codes};

/// Characters that a heading may have.
const LIMIT: usize = 120;

pub(super) fn page(_: &Site, _: &Page, document: &Document, diagnostics: &mut Vec<Diagnostic>) {
    let mut titled = document.front.title.is_some();
    let mut above = 1;
    for heading in &document.content.headings {
        let diagnostic = |code| Diagnostic::new(code, heading.span.clone());
        let (level, text) = (heading.value.level, heading.value.text.trim());
        if text.is_empty() {
            diagnostics.push(diagnostic(codes::HEADING_EMPTY));
        }
        if level == 1 {
            if titled {
                diagnostics.push(diagnostic(codes::HEADING_SECOND_TITLE).arg("text", text));
            }
            titled = true;
        } else if level > above + 1 {
            let diagnostic = diagnostic(codes::HEADING_SKIPPED_LEVEL);
            diagnostics.push(diagnostic.arg("from", usize::from(above)).arg("to", usize::from(level)));
        }
        above = level;
        let size = text.chars().count();
        if size > LIMIT {
            diagnostics.push(diagnostic(codes::HEADING_VERY_LONG).arg("size", size).arg("limit", LIMIT));
        }
    }
    for bold in &document.content.bold_paragraphs {
        let text = bold.value.trim();
        // A bold sentence is emphasis; a heading ends without a full stop.
        if text.ends_with(['.', '!', '…']) || text.chars().count() > LIMIT {
            continue;
        }
        diagnostics.push(Diagnostic::new(codes::HEADING_BOLD_PARAGRAPH, bold.span.clone()).arg("text", text));
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{Guide, at};
    use crate::model::{Anchor, Heading, Located};

    #[test]
    fn headings_descend_step_by_step_from_one_title() {
        let guide = Guide::default().page("a.md", |document, _| {
            let heading = |level, text: &str| {
                Located::new(at("a.md"), Heading { level, anchor: Anchor::new(text), text: text.to_owned() })
            };
            document.front.title = None;
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
            guide.said("a.md"),
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
