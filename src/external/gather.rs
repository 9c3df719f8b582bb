//! Collects the addresses in the pages, the registry and the settings of a guide.
use super::address::Address;
use crate::model::{Parsed, Site, Span, Target, Value};
use std::collections::BTreeMap;

/// The uses of one address in the guide.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct AddressUses {
    /// Every use, in the order of files and positions. Not empty once all are collected.
    pub(super) uses: Vec<AddressUse>,
    /// Whether the settings exclude the address.
    pub(super) skipped: bool,
}

/// One use of an address.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct AddressUse {
    pub(super) span: Span,
    /// The address as written, fragment included.
    pub(super) url: String,
    pub(super) fragment: Option<String>,
}

/// Collects every `http` and `https` address of what is published.
pub(super) fn addresses(site: &Site, parsed: &Parsed) -> BTreeMap<Address, AddressUses> {
    let mut linked = BTreeMap::new();
    for page in site.pages.iter().filter(|page| page.written) {
        let links = parsed.document(page).into_iter().flat_map(|document| &document.content.links);
        for link in links {
            if let Target::Web(url) = &link.target {
                add(&mut linked, &link.span, url);
            }
        }
    }
    for entry in site.entries.values() {
        entry.record.each_value(&mut |located| {
            if let Value::Web(url) = &located.value {
                add(&mut linked, &located.span, &url.0);
            }
        });
    }
    for written in &site.settings.external.written {
        add(&mut linked, &written.span, &written.value.0);
    }
    for (address, linked) in &mut linked {
        linked.uses.sort();
        linked.uses.dedup();
        let matches = |pattern: &String| {
            matches_pattern(pattern, address.text())
                || linked.uses.iter().any(|address_use| matches_pattern(pattern, &address_use.url))
        };
        linked.skipped = site.settings.external.skip.iter().any(matches);
    }
    linked
}

fn add(linked: &mut BTreeMap<Address, AddressUses>, span: &Span, url: &str) {
    // An address that cannot be read has its diagnostic from `check`.
    if let Ok((address, fragment)) = Address::read(url) {
        let address_use = AddressUse { span: span.clone(), url: url.to_owned(), fragment };
        linked.entry(address).or_default().uses.push(address_use);
    }
}

/// Whether an address matches a pattern, in which `*` stands for any text.
fn matches_pattern(pattern: &str, text: &str) -> bool {
    let mut parts = pattern.split('*');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = text.strip_prefix(first) else { return false };
    let Some(last) = parts.next_back() else { return rest.is_empty() };
    for part in parts {
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_stand_for_whole_addresses() {
        let text = "https://aide.exemple.fr/a/b?c";
        for yes in
            ["*", text, "https://aide.exemple.fr/*", "*exemple.fr*", "https://*/a/*c", "*/a/*/*", "**c"]
        {
            assert_eq!(matches_pattern(yes, text), yes != "*/a/*/*", "{yes}");
        }
        for no in
            ["", "https://aide.exemple.fr/", "http://*", "*/a", "*cc", "https://aide.exemple.fr/a/b?c*c"]
        {
            assert!(!matches_pattern(no, text), "{no}");
        }
    }
}
