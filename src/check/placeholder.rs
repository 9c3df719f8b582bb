//! Placeholders: what the author still has to complete.
use super::shared::site_files::SiteFiles;
use crate::model::{Diagnostic, Document, Kind, Page, Site, codes};

pub(super) fn page(_: &Site, _: &Page, document: &Document, diagnostics: &mut Vec<Diagnostic>) {
    for open in &document.content.placeholders {
        let diagnostic = Diagnostic::new(codes::PLACEHOLDER_OPEN, open.span.clone());
        let text = if open.value.is_empty() { "none" } else { open.value.as_str() };
        diagnostics.push(diagnostic.arg("text", text));
    }
}

/// A resource without an address is a link to complete. Other placeholders of the registry are reported by the parser.
pub(super) fn site(site: &Site, _: SiteFiles<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let kinds = Kind::ALL.into_iter().filter(|kind| kind.needs_url());
    for entry in kinds.flat_map(|kind| site.entries_of(kind)) {
        if entry.record.given("url").is_missing() {
            // At an empty `url:`, else at the name of the resource.
            let written = |name| entry.record.written(name);
            let place = written("url").or_else(|| written(entry.key.kind.name_field()));
            let span = place.map_or(&entry.span, |value| &value.span);
            diagnostics
                .push(Diagnostic::new(codes::PLACEHOLDER_OPEN, span.clone()).arg("text", entry.name()));
        }
    }
}
