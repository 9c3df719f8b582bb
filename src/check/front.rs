//! Does the head of a page name things that exist?
use super::near;
use crate::model::{Diagnostic, Document, Page, Site, Span, codes};

pub(super) fn page(site: &Site, page: &Page, document: &Document, notes: &mut Vec<Diagnostic>) {
    let front = &document.front;
    if front.title.is_none() && !document.headings.iter().any(|heading| heading.value.level == 1) {
        let note = Diagnostic::new(codes::FRONT_NO_TITLE, Span::start_of(&page.source));
        notes.push(note.arg("name", page.outline.title.as_str()));
    }
    for named in front.roles.iter().chain(&front.owner) {
        let key = &named.value;
        if site.entry(key).is_none() {
            let note = Diagnostic::new(codes::REGISTRY_UNKNOWN_ID, named.span.clone());
            let note = note.arg("kind", key.kind.scheme()).arg("id", key.id.as_str());
            notes.push(note.nearest(near::id(site, key)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{Guide, at};
    use crate::model::{EntryKey, Kind, Located};

    #[test]
    fn a_page_has_a_title_and_known_roles() {
        let guide = Guide::default()
            .page("a.md", |document, outline| {
                document.front.title = None;
                outline.title = "a".to_owned();
                let named = |kind, id: &str| Located::new(at("a.md"), EntryKey::new(kind, id));
                document.front.roles = vec![named(Kind::Role, "rh"), named(Kind::Role, "hr")];
                document.front.owner = Some(named(Kind::Contact, "personne"));
            })
            .entry(Kind::Role, "rh", Vec::new());
        assert_eq!(
            guide.said("a.md"),
            [
                "front/no-title name=a",
                "registry/unknown-id kind=role id=hr nearest=rh",
                "registry/unknown-id kind=contact id=personne",
            ]
        );
    }
}
