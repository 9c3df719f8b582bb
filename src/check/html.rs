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

#[cfg(test)]
mod tests {
    use super::super::fixture::{TestSite, at};
    use crate::model::{HtmlMode, Located, RawHtml};

    #[test]
    fn the_settings_decide_which_html_is_allowed() {
        let mut guide = TestSite::default().page("a.md", |document, _| {
            let html = |text: &str, safe| Located::new(at("a.md"), RawHtml { text: text.to_owned(), safe });
            document.content.html = vec![html("<kbd>", true), html("<div>", false)];
        });
        assert_eq!(guide.diagnostics_of("a.md"), ["html/forbidden text=<div>"]);
        guide.html = HtmlMode::None;
        assert_eq!(guide.diagnostics_of("a.md").len(), 2);
        guide.html = HtmlMode::Trusted;
        assert!(guide.diagnostics_of("a.md").is_empty());
    }
}
