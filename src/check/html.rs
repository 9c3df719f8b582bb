//! Raw HTML that the settings do not allow.
use crate::model::{Diagnostic, Document, HtmlMode, Page, Site, codes};

pub(super) fn page(site: &Site, _: &Page, document: &Document, diagnostics: &mut Vec<Diagnostic>) {
    let mode = site.settings.html;
    for html in &document.content.html {
        let is_allowed = match mode {
            HtmlMode::Safe => html.value.safe,
            HtmlMode::None => false,
            HtmlMode::Trusted => true,
        };
        if !is_allowed {
            let diagnostic = Diagnostic::new(codes::HTML_FORBIDDEN, html.span.clone());
            diagnostics.push(diagnostic.arg("text", html.value.text.as_str()));
        }
    }
}
