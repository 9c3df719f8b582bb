//! Addresses and telephone numbers typed in a page: those that the registry holds, and web addresses that are no link.
use crate::model::{
    Diagnostic, Document, Email, Entries, EntryKey, HtmlMode, Located, Phone, Site, Typed, TypedKind, Value,
    WebAddress, codes,
};
use crate::text::web_address;
use std::collections::HashMap;

/// The addresses and numbers of the registry, with the entry that has each.
pub(in crate::check) type Registered<'a> = HashMap<(TypedKind, String), &'a EntryKey>;

pub(in crate::check) fn page(
    site: &Site,
    page: &Document,
    registered: &Registered<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for typed in &page.content.typed {
        if let Some(entry) = registered.get(&(typed.value.kind, typed.value.key.clone())) {
            let diagnostic = Diagnostic::new(codes::REGISTRY_TYPED_BY_HAND, typed.span.clone());
            diagnostics
                .push(diagnostic.arg("text", typed.value.written.as_str()).arg("entry", entry.to_string()));
        } else if site.settings.html != HtmlMode::Trusted && should_be_link(page, typed) {
            let diagnostic = Diagnostic::new(codes::LINK_NOT_A_LINK, typed.span.clone());
            diagnostics.push(diagnostic.arg("text", typed.value.written.as_str()));
        }
    }
}

/// Whether something typed is a web address that readers would have to copy. The text of a placeholder is for the author,
/// and an example is not on the web.
fn should_be_link(page: &Document, typed: &Located<Typed>) -> bool {
    let within = |placeholder: &Located<String>| {
        placeholder.span.start <= typed.span.start && typed.span.end <= placeholder.span.end
    };
    typed.value.kind == TypedKind::Web
        && !typed.value.linked
        && !typed.value.written.starts_with("www.")
        && web_address::is_public(&typed.value.written)
        && !web_address::is_pattern(&typed.value.written)
        && !page.content.placeholders.iter().any(within)
}

/// The addresses and numbers of the registry, in the form in which the parser gives typed ones. Where a tool and a
/// resource have the same address, the tool is suggested, because its kind comes first.
pub(in crate::check) fn registered(entries: &Entries) -> Registered<'_> {
    let mut found = HashMap::new();
    // Keys are sorted by kind first.
    for entry in entries.values() {
        let mut add = |kind, key| {
            found.entry((kind, key)).or_insert(&entry.key);
        };
        for field in &entry.record.fields {
            match &field.value.value {
                Value::Email(Email(address)) => add(TypedKind::Email, address.to_lowercase()),
                Value::Phone(Phone { e164, national }) => {
                    add(TypedKind::Phone, digits(national));
                    add(TypedKind::Phone, digits(e164));
                }
                Value::Web(WebAddress(address)) => add(TypedKind::Web, web_address::key(address)),
                _ => {}
            }
        }
    }
    found
}

fn digits(phone: &str) -> String {
    phone.chars().filter(char::is_ascii_digit).collect()
}
