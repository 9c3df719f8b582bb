//! Contacts who cannot be reached, or about whom something must be decided.
use crate::check::shared::site_files::SiteFiles;
use crate::model::{Diagnostic, Email, Entry, Kind, Record, Site, Value, codes};
use std::collections::HashMap;

pub(super) fn site(site: &Site, files: SiteFiles<'_>, diagnostics: &mut Vec<Diagnostic>) {
    for contact in site.entries_of(Kind::Contact) {
        hours(contact, diagnostics);
        decision(contact, diagnostics);
        coordinates(contact, diagnostics);
        successor(contact, diagnostics);
    }
    shared(files, diagnostics);
}

/// A telephone number without the hours at which somebody answers it.
fn hours(contact: &Entry, diagnostics: &mut Vec<Diagnostic>) {
    let Some(phone) = contact.record.get("phone") else { return };
    if matches!(phone.value, Value::Phone(_)) && contact.record.get("hours").is_none() {
        diagnostics
            .push(Diagnostic::new(codes::REGISTRY_NO_HOURS, phone.span.clone()).arg("entry", contact.name()));
    }
}

/// A person about whom it is not decided whether they are published.
fn decision(contact: &Entry, diagnostics: &mut Vec<Diagnostic>) {
    let Some(kind) = contact.record.get("kind").filter(|kind| kind.value == Value::Text("person".to_owned()))
    else {
        return;
    };
    let publish = contact.record.get("publish");
    let open = publish.is_none_or(|publish| publish.value == Value::Text("to-confirm".to_owned()));
    if open {
        let span = publish.map_or(&kind.span, |publish| &publish.span).clone();
        diagnostics
            .push(Diagnostic::new(codes::REGISTRY_UNDECIDED_PERSON, span).arg("entry", contact.name()));
    }
}

/// A contact that has a rank, so that readers turn to them, and no coordinates. A placeholder counts as coordinates: it is
/// reported as such.
fn coordinates(contact: &Entry, diagnostics: &mut Vec<Diagnostic>) {
    let Some(rank) = contact.record.get("rank") else { return };
    if ["email", "phone", "form"].iter().all(|field| contact.record.get(field).is_none()) {
        let diagnostic = Diagnostic::new(codes::REGISTRY_RANK_WITHOUT_COORDINATES, rank.span.clone());
        diagnostics.push(diagnostic.arg("entry", contact.name()));
    }
}

/// A mail address that seems to have a successor. It is only proposed: an editor decides.
fn successor(contact: &Entry, diagnostics: &mut Vec<Diagnostic>) {
    let suggested = contact.record.group("suggested");
    let Some((group, suggested)) = suggested.and_then(|group| Some((group, email(group)?))) else { return };
    let current = contact.record.get("email");
    if current.is_some_and(|current| matches!(&current.value, Value::Email(Email(now)) if now == suggested)) {
        return;
    }
    let span = current.map_or(&group.span, |current| &current.span).clone();
    let diagnostic = Diagnostic::new(codes::REGISTRY_SUCCESSOR_SUGGESTED, span);
    diagnostics.push(diagnostic.arg("entry", contact.name()).arg("suggested", suggested));
}

/// Two contacts with the same mail address, reported at the second in the order of the file.
fn shared(files: SiteFiles<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let mut first: HashMap<String, &Entry> = HashMap::new();
    for contact in files.registry().filter(|file| file.kind == Kind::Contact).flat_map(|file| &file.entries) {
        let Some(address) = email(&contact.record) else { continue };
        if let Some(other) = first.get(&address.to_lowercase()) {
            let field = contact.record.get("email").map_or(&contact.span, |field| &field.span);
            let diagnostic = Diagnostic::new(codes::REGISTRY_SHARED_EMAIL, field.clone());
            diagnostics.push(diagnostic.arg("email", address).arg("other", other.key.id.as_str()));
        } else {
            first.insert(address.to_lowercase(), contact);
        }
    }
}

fn email(record: &Record) -> Option<&str> {
    match &record.get("email")?.value {
        Value::Email(Email(address)) | Value::Text(address) => Some(address),
        _ => None,
    }
}
