//! Whom to ask about a list: the contacts that its section or its tasks name, and those of the tools that its tasks name.
use super::tasks::{ChecklistTasks, for_each};
use crate::model::{Entry, EntryKey, Kind, SheetContact, Site, Target, Value};
use crate::output::shared::context::SiteContext;
use std::collections::BTreeMap;

/// The contacts of all lists by rank, each once, and the names of the contacts of each list.
pub(crate) fn contacts_of_lists(
    site: &Site,
    context: &SiteContext,
    lists: &[ChecklistTasks<'_>],
) -> (Vec<SheetContact>, Vec<Vec<String>>) {
    let each: Vec<NamedContacts<'_>> = lists.iter().map(|list| named(site, list)).collect();
    let all = in_order(site, &together(&each));
    let contacts: Vec<_> = all.iter().map(|(entry, tool)| contact(context, entry, *tool)).collect();
    let names = |named: &NamedContacts<'_>| {
        let of_list = all.iter().zip(&contacts).filter(|((entry, _), _)| named.contains_key(&entry.key));
        of_list.map(|(_, contact)| contact.name.clone()).collect()
    };
    let names = each.iter().map(names).collect();
    (contacts, names)
}

/// The contacts of all lists by rank, each once.
pub(super) fn contacts(
    site: &Site,
    context: &SiteContext,
    lists: &[ChecklistTasks<'_>],
) -> Vec<SheetContact> {
    contacts_of_lists(site, context, lists).0
}

/// The contacts of the guide in their order of recourse.
pub(crate) fn contacts_by_rank(site: &Site, context: &SiteContext) -> Vec<SheetContact> {
    let ranked = |entry: &Entry| entry.record.number("rank").is_some();
    contacts_where(site, context, ranked)
}

/// All contacts of the guide, in their order of recourse.
pub(crate) fn all_contacts(site: &Site, context: &SiteContext) -> Vec<SheetContact> {
    contacts_where(site, context, |_| true)
}

/// Such contacts of the guide, in their order of recourse.
fn contacts_where(site: &Site, context: &SiteContext, is_such: impl Fn(&Entry) -> bool) -> Vec<SheetContact> {
    let such = site.entries_of(Kind::Contact).filter(|entry| is_such(entry));
    contacts_of(site, context, such.map(|entry| &entry.key))
}

/// These contacts, each once, in their order of recourse.
pub(crate) fn contacts_of<'a>(
    site: &Site,
    context: &SiteContext,
    keys: impl Iterator<Item = &'a EntryKey>,
) -> Vec<SheetContact> {
    let named = keys.map(|key| (key, None)).collect();
    in_order(site, &named).into_iter().map(|(entry, tool)| contact(context, entry, tool)).collect()
}

/// Contacts, each with the tool that it is the contact of; none for a contact that the list names itself.
type NamedContacts<'a> = BTreeMap<&'a EntryKey, Option<&'a Entry>>;

/// The contacts of one list.
fn named<'a>(site: &'a Site, (page, list, tasks): &ChecklistTasks<'a>) -> NamedContacts<'a> {
    let around = page.outline.mentions.iter().filter(|mention| mention.anchor == list.anchor);
    let contacts = around.filter(|mention| mention.entry.kind == Kind::Contact && list.anchor.is_some());
    let mut found: NamedContacts<'_> = contacts.map(|mention| (&mention.entry, None)).collect();
    for task in tasks {
        for_each(task, &mut |task| {
            for target in task.targets() {
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
    found
}

/// The contacts of several lists.
fn together<'a>(lists: &[NamedContacts<'a>]) -> NamedContacts<'a> {
    let mut found = NamedContacts::new();
    for (key, tool) in lists.iter().flatten() {
        let known = found.entry(*key).or_insert(*tool);
        if tool.is_none() {
            *known = None;
        }
    }
    found
}

fn in_order<'a>(site: &'a Site, named: &NamedContacts<'a>) -> Vec<(&'a Entry, Option<&'a Entry>)> {
    let mut entries: Vec<_> =
        named.iter().filter_map(|(key, tool)| Some((&**site.entry(key)?, *tool))).collect();
    let rank = |entry: &Entry| entry.record.number("rank").unwrap_or(i64::MAX);
    entries.sort_by_key(|(entry, _)| (rank(entry), entry.span.start));
    entries
}

fn contact(context: &SiteContext, entry: &Entry, tool: Option<&Entry>) -> SheetContact {
    let record = &entry.record;
    let open = record.text("publish") != Some("restricted");
    let value = |name: &str| record.get(name).map(|located| &located.value).filter(|_| open);
    let purposes = record.texts("for");
    let purposes: Vec<&str> = purposes.iter().map(|purpose| purpose.value.as_str()).collect();
    let need = match (purposes.as_slice(), tool) {
        ([], None) => String::new(),
        ([], Some(tool)) => context.text.typeset(tool.name()).into_owned(),
        (purposes, _) => context.text.typeset(&purposes.join(", ")).into_owned(),
    };
    SheetContact {
        need,
        name: context.text.typeset(entry.name()).into_owned(),
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
