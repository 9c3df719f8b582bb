//! Whom to ask about a list: the contacts that its section names, tasks included, and those of the tools that its tasks
//! name.
use super::super::chrome::Chrome;
use super::walk;
use crate::model::{Checklist, Entry, EntryKey, Kind, Page, SheetContact, Site, Target, Task, Value};
use std::collections::BTreeMap;

/// Lists with their pages and those of their tasks that are asked about.
type Found<'a> = (&'a Page, &'a Checklist, Vec<&'a Task>);

/// The contacts in order of recourse, each once.
pub(in crate::output) fn contacts(site: &Site, chrome: &Chrome, lists: &[Found<'_>]) -> Vec<SheetContact> {
    entries(site, lists).into_iter().map(|(entry, tool)| contact(chrome, entry, tool)).collect()
}

/// The names of the same contacts.
pub(in crate::output) fn contact_names(site: &Site, chrome: &Chrome, lists: &[Found<'_>]) -> Vec<String> {
    entries(site, lists).into_iter().map(|(entry, _)| chrome.set(entry.name())).collect()
}

/// The contacts in order of recourse, each with the tool that led to it.
fn entries<'a>(site: &'a Site, lists: &[Found<'a>]) -> Vec<(&'a Entry, Option<&'a Entry>)> {
    let mut found: BTreeMap<&EntryKey, Option<&Entry>> = BTreeMap::new();
    for (page, list, _) in lists {
        let around = page.outline.mentions.iter().filter(|mention| mention.anchor == list.anchor);
        let named = around.filter(|mention| mention.entry.kind == Kind::Contact && list.anchor.is_some());
        found.extend(named.map(|mention| (&mention.entry, None)));
    }
    for task in lists.iter().flat_map(|(_, _, tasks)| tasks) {
        walk(task, &mut |task| {
            for target in task.text.targets.iter().chain(&task.help.targets) {
                let Target::Entry(key) = target else { continue };
                if key.kind == Kind::Contact {
                    found.insert(key, None);
                } else if key.kind == Kind::Tool
                    && let Some(tool) = site.entry(key)
                    && let Some(contact) = tool.record.entry("contact")
                {
                    found.entry(contact).or_insert(Some(&**tool));
                }
            }
        });
    }
    let mut entries: Vec<_> =
        found.into_iter().filter_map(|(key, tool)| Some((&**site.entry(key)?, tool))).collect();
    let rank = |entry: &Entry| entry.record.number("rank").unwrap_or(i64::MAX);
    entries.sort_by_key(|(entry, _)| (rank(entry), entry.span.start));
    entries
}

fn contact(chrome: &Chrome, entry: &Entry, tool: Option<&Entry>) -> SheetContact {
    let record = &entry.record;
    let open = record.text("publish") != Some("restricted");
    let value = |name: &str| record.get(name).map(|located| &located.value).filter(|_| open);
    let purposes = record.texts("for");
    let purposes: Vec<&str> = purposes.iter().map(|purpose| purpose.value.as_str()).collect();
    let need = match (purposes.as_slice(), tool) {
        ([], None) => String::new(),
        ([], Some(tool)) => chrome.set(tool.name()),
        (purposes, _) => chrome.set(&purposes.join(", ")),
    };
    SheetContact {
        need,
        name: chrome.set(entry.name()),
        phone: match value("phone") {
            Some(Value::Phone(phone)) => {
                Some((phone.national.replace(' ', "\u{a0}"), format!("tel:{}", phone.e164)))
            }
            _ => None,
        },
        email: match value("email") {
            Some(Value::Email(email)) => Some(email.0.clone()),
            _ => None,
        },
        url: match value("form") {
            Some(Value::Web(address)) => Some(address.0.clone()),
            _ => None,
        },
    }
}
