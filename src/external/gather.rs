//! The addresses of a guide: in its pages, its registry, its settings.
use super::address::Address;
use crate::model::{Located, Parsed, Record, Site, Span, Target, Value};
use std::collections::BTreeMap;

/// Where an address of the guide stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Found {
    /// Every place, by file and position; never empty once gathered.
    pub(super) places: Vec<Place>,
    /// Whether the settings say not to ask.
    pub(super) skipped: bool,
}

/// One place of an address.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    /// Where.
    pub(super) span: Span,
    /// The address as it is meant there, fragment included.
    pub(super) url: String,
    /// The part of the page that it leads to.
    pub(super) fragment: Option<String>,
}

/// Every `http` and `https` address of what is published, once.
pub(super) fn addresses(site: &Site, parsed: &Parsed) -> BTreeMap<Address, Found> {
    let mut found = BTreeMap::new();
    for page in site.pages.iter().filter(|page| page.written) {
        let links =
            parsed.pages.get(&page.source).into_iter().flat_map(|kept| &kept.value.value.content.links);
        for link in links {
            if let Target::Web(url) = &link.target {
                add(&mut found, &link.span, url);
            }
        }
    }
    for entry in site.entries.values() {
        record(&mut found, &entry.record);
    }
    for written in &site.settings.external.written {
        add(&mut found, &written.span, &written.value.0);
    }
    for (address, found) in &mut found {
        found.places.sort();
        found.places.dedup();
        let is_meant = |pattern: &String| {
            fits(pattern, address.text()) || found.places.iter().any(|place| fits(pattern, &place.url))
        };
        found.skipped = site.settings.external.skip.iter().any(is_meant);
    }
    found
}

fn record(found: &mut BTreeMap<Address, Found>, record: &Record) {
    record.fields.iter().for_each(|(_, located)| value(found, located));
}

/// Goes as deep as the tables of the registry, which is three levels.
fn value(found: &mut BTreeMap<Address, Found>, located: &Located<Value>) {
    match &located.value {
        Value::Web(url) => add(found, &located.span, &url.0),
        Value::List(items) => items.iter().for_each(|item| value(found, item)),
        Value::Group(group) => record(found, group),
        _ => {}
    }
}

fn add(found: &mut BTreeMap<Address, Found>, span: &Span, url: &str) {
    // What is no address of the web has its diagnostic already.
    if let Ok((address, fragment)) = Address::read(url) {
        let place = Place { span: span.clone(), url: url.to_owned(), fragment };
        found.entry(address).or_default().places.push(place);
    }
}

/// Whether an address has the form of a pattern, in which `*` stands for anything.
fn fits(pattern: &str, text: &str) -> bool {
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
            assert_eq!(fits(yes, text), yes != "*/a/*/*", "{yes}");
        }
        for no in
            ["", "https://aide.exemple.fr/", "http://*", "*/a", "*cc", "https://aide.exemple.fr/a/b?c*c"]
        {
            assert!(!fits(no, text), "{no}");
        }
    }
}
