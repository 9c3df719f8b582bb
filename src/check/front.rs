//! Has the page a title?
use crate::model::{Diagnostic, Document, Page, Site, Span, codes};

pub(super) fn page(_: &Site, page: &Page, document: &Document, notes: &mut Vec<Diagnostic>) {
    if !document.unreadable
        && document.front.title.is_none()
        && !document.headings.iter().any(|heading| heading.value.level == 1)
    {
        let note = Diagnostic::new(codes::FRONT_NO_TITLE, Span::start_of(&page.source));
        notes.push(note.arg("name", page.outline.title.as_str()));
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::Guide;

    #[test]
    fn a_page_has_a_title_of_its_own() {
        let guide = Guide::default().page("a.md", |document, outline| {
            document.front.title = None;
            outline.title = "A".to_owned();
        });
        assert_eq!(guide.said("a.md"), ["front/no-title name=A"]);
    }
}
