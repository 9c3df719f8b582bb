//! Placeholders: what the author still has to complete.
use crate::model::{Arg, Diagnostic, Document, Entry, Family, Kind, Page, Parsed, Site, codes};

pub(super) fn page(_: &Site, _: &Page, document: &Document, diagnostics: &mut Vec<Diagnostic>) {
    for open in &document.content.placeholders {
        let diagnostic = Diagnostic::new(codes::PLACEHOLDER_OPEN, open.span.clone());
        let text = if open.value.is_empty() { "none" } else { open.value.as_str() };
        diagnostics.push(diagnostic.arg("text", text));
    }
}

/// A resource without an address is a link to complete. Other placeholders of the registry are reported by the parser.
pub(super) fn guide(site: &Site, parsed: &Parsed, diagnostics: &mut Vec<Diagnostic>) {
    for resource in site.entries_of(Kind::Resource) {
        if resource.record.get("url").is_none() && !is_refused(resource, parsed) {
            // At an empty `url:`, else at the name of the resource.
            let written = |name: &str| resource.record.fields.iter().find(|(field, _)| *field == name);
            let place = written("url").or_else(|| written(Kind::Resource.name_field()));
            let span = place.map_or(&resource.span, |(_, value)| &value.span);
            diagnostics
                .push(Diagnostic::new(codes::PLACEHOLDER_OPEN, span.clone()).arg("text", resource.name()));
        }
    }
}

/// Whether there is an address that the parser refused and reported.
fn is_refused(resource: &Entry, parsed: &Parsed) -> bool {
    let inside = resource.span.start..=resource.record.span.end;
    let file = parsed.registry.get(&resource.span.file);
    file.is_some_and(|kept| {
        kept.value.diagnostics.iter().any(|diagnostic| {
            diagnostic.code == codes::REGISTRY_BAD_URL && inside.contains(&diagnostic.span.start)
                || diagnostic.args.contains(&("key", Arg::from("url")))
                    && inside.contains(&diagnostic.span.start)
                || diagnostic.code.family == Family::Yaml && resource.record.fields.is_empty()
        })
    })
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{TestSite, at, text};
    use crate::model::{Kind, Located, Value, WebAddress};

    #[test]
    fn placeholders_of_pages_and_resources_are_reported() {
        let web = Value::Web(WebAddress("https://a.example/".to_owned()));
        let guide = TestSite::default()
            .page("a.md", |document, _| {
                document.content.placeholders = vec![Located::new(at("a.md"), "téléphone".to_owned())];
            })
            .entry(Kind::Resource, "one", vec![("title", text("Un")), ("url", web)])
            .entry(Kind::Resource, "two", vec![("title", text("Deux")), ("url", Value::Null)])
            .mentions_all();
        assert_eq!(guide.diagnostics_of("a.md"), ["placeholder/open text=téléphone"]);
        assert_eq!(guide.diagnostics_of("registry/resources.yaml"), ["placeholder/open text=Deux"]);
    }
}
