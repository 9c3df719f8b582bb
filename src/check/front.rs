//! Pages without a title.
use crate::model::{Arg, Diagnostic, Family, Parsed, Severity, Site, Span, codes};

pub(super) fn guide(site: &Site, parsed: &Parsed, diagnostics: &mut Vec<Diagnostic>) {
    for page in site.pages.iter().filter(|page| page.written) {
        let Some(kept) = parsed.pages.get(&page.source) else { continue };
        let document = &kept.value.value;
        let has_title = document.unreadable
            || document.front.title.is_some()
            || document.content.headings.iter().any(|heading| heading.value.level == 1)
            || kept.value.diagnostics.iter().any(hides_title);
        if !has_title {
            let diagnostic = Diagnostic::new(codes::FRONT_NO_TITLE, Span::start_of(&page.source));
            diagnostics.push(diagnostic.arg("name", page.outline.title.as_str()));
        }
    }
}

/// Whether the title may be in a part of the front matter that could not be read, which is reported already.
fn hides_title(diagnostic: &Diagnostic) -> bool {
    let names_it = || {
        let title = Arg::from("title");
        diagnostic
            .args
            .iter()
            .any(|(name, value)| matches!(*name, "key" | "nearest" | "ours") && *value == title)
    };
    diagnostic.code == codes::FRONT_TOO_LARGE
        || (diagnostic.code.family == Family::Yaml && diagnostic.severity == Severity::Error)
        || (diagnostic.code.family == Family::Front && names_it())
}

#[cfg(test)]
mod tests {
    use super::super::fixture::TestSite;

    #[test]
    fn a_page_without_a_title_is_reported() {
        let guide = TestSite::default().page("a.md", |document, outline| {
            document.front.title = None;
            outline.title = "A".to_owned();
        });
        assert_eq!(guide.diagnostics_of("a.md"), ["front/no-title name=A"]);
    }
}
