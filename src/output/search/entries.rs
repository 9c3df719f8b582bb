//! Entries of the registry as what can be found, and the words that they say to be the same.
use super::address;
use crate::model::{Entry, Kind, Located, Site, Value};
use crate::output::shared::{cards, target};
use crate::search::{Doc, Fact, Sort};
use crate::stamp::Stamped;
use crate::text::typography;

/// The roles that read the guide, in the order of the registry.
pub(crate) fn readers(site: &Site) -> impl Iterator<Item = &Stamped<Entry>> {
    let mut found: Vec<_> =
        site.entries_of(Kind::Role).filter(|entry| entry.record.flag("reader") == Some(true)).collect();
    found.sort_by_key(|entry| entry.span.start);
    found.into_iter()
}

/// Fields that hold another name of the entry.
const NAMES: [&str; 3] = ["short", "official_name", "expansion"];

/// All entries that have a place, kind by kind.
pub(crate) fn docs(site: &Site) -> Vec<Doc> {
    let kinds = [
        (Kind::Contact, Sort::Contact),
        (Kind::Tool, Sort::Tool),
        (Kind::Term, Sort::Term),
        (Kind::Role, Sort::Role),
        (Kind::Resource, Sort::Resource),
        (Kind::Organisation, Sort::Organisation),
    ];
    kinds
        .into_iter()
        .flat_map(|(kind, sort)| site.entries_of(kind).filter_map(move |entry| doc(site, entry, sort)))
        .collect()
}

fn doc(site: &Site, entry: &Entry, sort: Sort) -> Option<Doc> {
    let set = |text: &str| typography::set(site.settings.language, text, None).into_owned();
    let (page, anchor) = place(site, entry)?;
    let mut doc = Doc {
        sort,
        origin: entry.key.to_string(),
        title: set(entry.name()),
        trail: String::new(),
        page,
        anchor,
        roles: 0,
        aliases: other_names(entry),
        facts: Vec::new(),
        text: String::new(),
    };
    if let Some(Value::Entry(key)) = entry.record.get("organisation").map(|located| &located.value) {
        doc.trail = set(site.entry(key)?.name());
    }
    for (name, located) in &entry.record.fields {
        let named = *name == entry.key.kind.name_field() || NAMES.contains(name) || *name == "organisation";
        if !named && !cards::is_hidden(entry, name) && !["kind", "language"].contains(name) {
            value(site, located, &mut doc);
        }
    }
    // A telephone answers soonest.
    doc.facts.sort_by_key(|fact| !fact.href.starts_with("tel:"));
    doc.text = set(doc.text.trim_end());
    Some(doc)
}

/// Where a result leads: its card, its own page, the first page that speaks of it, its own address.
fn place(site: &Site, entry: &Entry) -> Option<(String, String)> {
    if let Some(url) = target::directory(site, entry.key.kind) {
        return Some(address(site, url, Some(&target::card_anchor(&entry.key))));
    }
    match target::link(site, entry).to {
        target::Place::Page(url, anchor) => Some(address(site, &url, anchor.as_ref())),
        other => match (site.uses.get(&entry.key).and_then(|uses| uses.first()), other) {
            (Some(used), _) => Some(address(site, &site.page(used.page).url, used.anchor.as_ref())),
            (None, target::Place::Web(address)) => Some((address, String::new())),
            (None, _) => None,
        },
    }
}

/// What a value says, and what it gives at once.
fn value(site: &Site, located: &Located<Value>, doc: &mut Doc) {
    let mut fact = |text: &str, href: String| doc.facts.push(Fact { text: text.to_owned(), href });
    match &located.value {
        Value::Text(text) => {
            doc.text.push_str(text);
            doc.text.push('\n');
        }
        Value::Phone(phone) => fact(&phone.national.replace(' ', "\u{a0}"), format!("tel:{}", phone.e164)),
        Value::Email(email) => fact(&email.0, format!("mailto:{}", email.0)),
        Value::Web(address) => fact(cards::short_address(&address.0), address.0.clone()),
        Value::Entry(key) => {
            if let Some(entry) = site.entry(key) {
                doc.text.push_str(entry.name());
                doc.text.push('\n');
            }
        }
        Value::List(items) => items.iter().for_each(|item| value(site, item, doc)),
        Value::Group(record) => {
            for (name, inner) in &record.fields {
                if !cards::PRIVATE.contains(name) && *name != "mode" {
                    value(site, inner, doc);
                }
            }
        }
        _ => {}
    }
}

fn other_names(entry: &Entry) -> Vec<String> {
    let short = NAMES.iter().filter_map(|name| entry.record.text(name).map(str::to_owned));
    short.chain(entry.record.texts("aliases").into_iter().map(|alias| alias.value)).collect()
}

/// Words that mean the same: those of the settings, and the names of each entry.
pub(crate) fn synonyms(site: &Site) -> Vec<Vec<String>> {
    let entries = site.entries.values().filter_map(|entry| {
        let others = other_names(entry);
        (!others.is_empty()).then(|| std::iter::once(entry.name().to_owned()).chain(others).collect())
    });
    site.settings.synonyms.iter().cloned().chain(entries).collect()
}
