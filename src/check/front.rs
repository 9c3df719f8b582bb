//! Pages without a title.
use crate::model::{Diagnostic, Parsed, Site, Span, codes};

pub(super) fn guide(site: &Site, parsed: &Parsed, diagnostics: &mut Vec<Diagnostic>) {
    for page in site.pages.iter().filter(|page| page.written) {
        let Some(kept) = parsed.pages.get(&page.source) else { continue };
        let document = &kept.value.value;
        let has_title = document.unreadable
            || !document.front.title.is_missing()
            || document.content.headings.iter().any(|heading| heading.value.level == 1);
        if !has_title {
            let diagnostic = Diagnostic::new(codes::FRONT_NO_TITLE, Span::start_of(&page.source));
            diagnostics.push(diagnostic.arg("name", page.outline.title.as_str()));
        }
    }
}
