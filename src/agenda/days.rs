//! Days by which somebody must look at something.
use crate::model::{
    AgendaGroup, AgendaItem, AgendaTask, Date, Entry, EntryKey, Parsed, Site, Span, Subject, review,
};

pub(super) fn gather(site: &Site, parsed: &Parsed, within: u32, items: &mut Vec<(AgendaGroup, AgendaItem)>) {
    let today = site.options.today;
    let last = today.plus_days(i32::try_from(within).unwrap_or(i32::MAX));
    let mut add = |item: AgendaItem| {
        let Some(day) = item.day else { return };
        // On the day itself it is not late yet.
        if day < today {
            items.push((AgendaGroup::Stale, item));
        } else if day <= last {
            items.push((AgendaGroup::Upcoming, item));
        }
    };
    let every = site.settings.review_every;
    for page in site.pages.iter().filter(|page| page.written) {
        let Some(document) = parsed.document(page) else { continue };
        let front = &document.front;
        let owner = front.owner.as_ref().map(|owner| owner_name(site, &owner.value));
        let item = |task, span: &Span, day: Option<Date>| AgendaItem {
            task,
            subject: Subject::Page(page.url.clone()),
            name: page.outline.title.clone(),
            span: span.clone(),
            owner: owner.clone(),
            day,
        };
        if let Some(reviewed) = &front.last_reviewed_on {
            let due = review::due(Some(reviewed.value), front.review_in, every);
            add(item(AgendaTask::Review, &reviewed.span, due));
        }
        if let Some(expires) = &front.expires {
            add(item(AgendaTask::Expiry, &expires.span, Some(expires.value)));
        }
        for until in &document.content.dated {
            add(item(AgendaTask::Passage, &until.span, Some(until.value)));
        }
    }
    for entry in site.entries.values() {
        let Some(verified) = entry.record.get("verified_on") else { continue };
        let day = review::due(entry.record.date("verified_on"), entry.record.period("review_in"), every);
        add(AgendaItem {
            task: AgendaTask::Review,
            subject: Subject::Entry(entry.key.clone()),
            name: entry.name().to_owned(),
            span: verified.span.clone(),
            owner: responsible_role(site, entry),
            day,
        });
    }
}

/// The name of an owner: that of the contact's role, else the contact's own.
pub(super) fn owner_name(site: &Site, key: &EntryKey) -> String {
    let Some(contact) = site.entry(key) else { return key.id.as_str().to_owned() };
    let role = contact.record.entry("role").and_then(|role| site.entry(role));
    role.map_or_else(|| contact.name(), |role| role.name()).to_owned()
}

/// The name of the role that is responsible for an entry: that of a contact. Other kinds have none.
pub(super) fn responsible_role(site: &Site, entry: &Entry) -> Option<String> {
    let role = site.entry(entry.record.entry("role")?)?;
    Some(role.name().to_owned())
}
