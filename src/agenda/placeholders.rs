//! What is missing, not verified or not decided, on any day.
use super::days::{owner_name, responsible_role};
use crate::model::{
    AgendaGroup, AgendaItem, AgendaTask, Email, Entry, Kind, Located, Parsed, Phone, Record, Site, Span,
    Subject, Value, WebAddress,
};
use crate::stamp::Stamped;

pub(super) fn gather(site: &Site, parsed: &Parsed, items: &mut Vec<(AgendaGroup, AgendaItem)>) {
    pages(site, parsed, items);
    files(site, parsed, items);
    for entry in site.entries.values() {
        let item = |task, span: &Span| AgendaItem {
            task,
            subject: Subject::Entry(entry.key.clone()),
            name: entry.name().to_owned(),
            span: span.clone(),
            owner: responsible_role(site, entry),
            day: None,
        };
        if entry.key.kind.needs_url() && entry.record.get("url").is_none() {
            let span = entry.record.written("url").map_or(&entry.span, |url| &url.span);
            items.push((AgendaGroup::Placeholder, item(AgendaTask::Address, span)));
        }
        if entry.key.kind == Kind::Contact && entry.record.get("verified_on").is_none() {
            items.push((AgendaGroup::Unverified, item(AgendaTask::Verify, &entry.span)));
        }
        for (address, span) in successors(&entry.record) {
            items.push((AgendaGroup::Successor, item(AgendaTask::Succeed(address.to_owned()), span)));
        }
        if let Some(span) = undecided(entry) {
            items.push((AgendaGroup::Undecided, item(AgendaTask::Decide, span)));
        }
    }
}

/// Placeholders in the text of pages.
fn pages(site: &Site, parsed: &Parsed, items: &mut Vec<(AgendaGroup, AgendaItem)>) {
    for page in &site.pages {
        let Some(document) = parsed.document(page) else { continue };
        let owner = document.front.owner.as_ref();
        items.extend(document.content.placeholders.iter().map(|open| {
            let item = AgendaItem {
                task: AgendaTask::Complete(open.value.clone()),
                subject: Subject::Page(page.url.clone()),
                name: page.outline.title.clone(),
                span: open.span.clone(),
                owner: owner.map(|owner| owner_name(site, &owner.value)),
                day: None,
            };
            (AgendaGroup::Placeholder, item)
        }));
    }
}

/// Placeholders in the registry, settings and front matter.
fn files(site: &Site, parsed: &Parsed, items: &mut Vec<(AgendaGroup, AgendaItem)>) {
    for placeholder in parsed.placeholders() {
        let span = &placeholder.span;
        let page = site.page_of(&span.file);
        let file = parsed.registry.get(&span.file);
        let entry = file.and_then(|file| entry_at(&file.value.value.entries, span));
        let (subject, name) = match (page, entry) {
            (Some(page), _) => (Subject::Page(page.url.clone()), page.outline.title.clone()),
            (None, Some(entry)) => (Subject::Entry(entry.key.clone()), entry.name().to_owned()),
            (None, None) => (Subject::File, span.file.name().to_owned()),
        };
        let owner = entry.and_then(|entry| responsible_role(site, entry));
        let task = AgendaTask::Complete(placeholder.value.clone());
        let item = AgendaItem { task, subject, name, span: span.clone(), owner, day: None };
        items.push((AgendaGroup::Placeholder, item));
    }
}

/// The entry that contains a span.
fn entry_at<'a>(entries: &'a [Stamped<Entry>], span: &Span) -> Option<&'a Entry> {
    let after = entries.partition_point(|entry| entry.span.start <= span.start);
    let entry = entries.get(after.checked_sub(1)?)?;
    (span.start <= entry.record.span.end).then_some(entry)
}

/// The values that an entry's `suggested` proposes and that differ from its own.
fn successors(record: &Record) -> Vec<(&str, &Span)> {
    let Some(group) = record.group("suggested") else { return Vec::new() };
    let fields = ["email", "phone", "url"].into_iter().filter_map(|name| {
        let proposed = group.get(name)?;
        let now = record.get(name);
        let differs = now.is_none_or(|now| now.value != proposed.value);
        differs.then_some((address(proposed)?, now.map_or(&proposed.span, |now| &now.span)))
    });
    fields.collect()
}

fn address(located: &Located<Value>) -> Option<&str> {
    match &located.value {
        Value::Email(Email(text)) | Value::Web(WebAddress(text)) | Value::Text(text) => Some(text),
        Value::Phone(Phone { national, .. }) => Some(national),
        _ => None,
    }
}

/// The span where a person's decision about publication is missing.
fn undecided(entry: &Entry) -> Option<&Span> {
    let kind = entry.record.get("kind").filter(|kind| kind.value == Value::Text("person".to_owned()))?;
    match entry.record.get("publish") {
        None => Some(&kind.span),
        Some(publish) => (publish.value == Value::Text("to-confirm".to_owned())).then_some(&publish.span),
    }
}
