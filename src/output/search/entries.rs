//! Entries of the registry as documents of the search, and the words that mean the same.
use super::address::address;
use crate::language::typography;
use crate::model::{Entry, Kind, Located, Site, Value};
use crate::output::shared::card;
use crate::output::shared::entry_link::{EntryLink, EntryTarget, card_anchor, directory};
use crate::search::{Doc, DocKind, Fact};
use crate::stamp::Stamped;
use crate::text::web_address;
use std::sync::Arc;

/// The roles whose members read the guide, in the order of the registry.
pub(crate) fn readers(site: &Site) -> impl Iterator<Item = &Stamped<Entry>> {
    let mut readers: Vec<_> =
        site.entries_of(Kind::Role).filter(|entry| entry.record.flag("reader") == Some(true)).collect();
    readers.sort_by_key(|entry| entry.span.start);
    readers.into_iter()
}

/// Fields that hold another name of the entry.
const NAMES: [&str; 3] = ["short", "official_name", "expansion"];

/// The entries that lead anywhere, kind by kind.
pub(crate) fn docs(site: &Site) -> Vec<Doc> {
    let entries = Kind::by_pages().into_iter().flat_map(|kind| site.entries_of(kind));
    entries.filter_map(|entry| doc(site, entry)).collect()
}

fn doc(site: &Site, entry: &Entry) -> Option<Doc> {
    let typeset = |text: &str| typography::typeset(site.settings.language, text, None).into_owned();
    let (page, anchor) = address_of(site, entry)?;
    let mut doc = Doc {
        kind: DocKind::Entry(entry.key.kind),
        origin: entry.key.to_string().into(),
        title: typeset(entry.name()),
        trail: Arc::default(),
        page: page.into(),
        anchor,
        roles: 0,
        aliases: other_names(entry),
        facts: Vec::new(),
        text: Box::default(),
    };
    let mut text = String::new();
    if let Some(Value::Entry(key)) = entry.record.get("organisation").map(|located| &located.value) {
        doc.trail = typeset(site.entry(key)?.name()).into();
    }
    for field in &entry.record.fields {
        let name = field.name;
        let is_shown_already =
            name == entry.key.kind.name_field() || NAMES.contains(&name) || name == "organisation";
        if !is_shown_already && !card::is_hidden(entry, field) && !["kind", "language"].contains(&name) {
            add_value(site, &field.value, &mut doc.facts, &mut text);
        }
    }
    // Telephones come first: they are the quickest way to an answer.
    doc.facts.sort_by_key(|fact| !fact.href.starts_with("tel:"));
    doc.text = typeset(text.trim_end()).into();
    Some(doc)
}

/// Where a result leads: to its card, else its own page, the first page that uses it, or its web address.
fn address_of(site: &Site, entry: &Entry) -> Option<(String, String)> {
    if let Some(url) = directory(site, entry.key.kind) {
        return Some(address(site, url, Some(&card_anchor(&entry.key))));
    }
    match EntryLink::new(site, entry).to {
        EntryTarget::Page(url, anchor) => Some(address(site, &url, anchor.as_ref())),
        other => match (site.uses.get(&entry.key).and_then(|uses| uses.first()), other) {
            (Some(used), _) => Some(address(site, &site.page(used.page).url, used.anchor.as_ref())),
            (None, EntryTarget::Web(address)) => Some((address, String::new())),
            (None, _) => None,
        },
    }
}

/// Adds the words of a value to the text of a document, or its telephone, mail or web address to the document's facts.
fn add_value(site: &Site, located: &Located<Value>, facts: &mut Vec<Fact>, words: &mut String) {
    let mut fact = |text: &str, href: String| facts.push(Fact { text: text.to_owned(), href });
    match &located.value {
        Value::Text(text) => {
            words.push_str(text);
            words.push('\n');
        }
        Value::Phone(phone) => fact(&phone.national.replace(' ', "\u{a0}"), format!("tel:{}", phone.e164)),
        Value::Email(email) => fact(&email.0, format!("mailto:{}", email.0)),
        Value::Web(address) => fact(web_address::short(&address.0), address.0.clone()),
        Value::Entry(key) => {
            if let Some(entry) = site.entry(key) {
                words.push_str(entry.name());
                words.push('\n');
            }
        }
        Value::List(items) => items.iter().for_each(|item| add_value(site, item, facts, words)),
        Value::Group(record) => {
            let unsearched = ["mode", "note"];
            let fields = record.fields.iter().filter(|field| !field.is_private);
            for field in fields.filter(|field| !unsearched.contains(&field.name)) {
                add_value(site, &field.value, facts, words);
            }
        }
        _ => {}
    }
}

fn other_names(entry: &Entry) -> Vec<String> {
    let short = NAMES.iter().filter_map(|name| entry.record.text(name).map(str::to_owned));
    short.chain(entry.record.texts("aliases").into_iter().map(|alias| alias.value)).collect()
}

/// Groups of words that mean the same: those of the settings, and the names of each entry.
pub(crate) fn synonyms(site: &Site) -> Vec<Vec<String>> {
    let entries = site.entries.values().filter_map(|entry| {
        let others = other_names(entry);
        (!others.is_empty()).then(|| std::iter::once(entry.name().to_owned()).chain(others).collect())
    });
    let own = site.settings.synonyms.iter();
    let own = own.map(|group| group.iter().map(|phrase| phrase.value.clone()).collect());
    own.chain(entries).collect()
}
