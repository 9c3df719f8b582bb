//! What waits for the editors. It is gathered from the guide when a command or `serve` asks for it, and never published.
//!
//! 1. `days`: reviews, expiry dates and passages whose day has passed or comes soon.
//! 2. `placeholders`: what is missing, not verified or not decided.
//!
//! Levels and waivers do not count here: they silence a diagnostic, and the placeholder is still there.
mod days;
mod placeholders;

use crate::model::{Agenda, AgendaGroup, AgendaItem, Parsed, Site};

/// All that waits on the day of the build, and what comes within that many days after it.
pub fn gather(site: &Site, parsed: &Parsed, within: u32) -> Agenda {
    let today = site.options.today;
    let mut all: Vec<(AgendaGroup, AgendaItem)> = Vec::new();
    days::gather(site, parsed, within, &mut all);
    placeholders::gather(site, parsed, &mut all);
    let groups = AgendaGroup::ALL.map(|group| {
        let mut items: Vec<AgendaItem> =
            all.extract_if(.., |(other, _)| *other == group).map(|(_, item)| item).collect();
        items.sort_by(|left, right| {
            // What is late is sorted by owner, what comes soon by day. Items without an owner come last.
            let owner = |item: &AgendaItem| (item.owner.is_none(), item.owner.clone());
            let place = |item: &AgendaItem| (item.span.file.clone(), item.span.start);
            let by_owner = owner(left).cmp(&owner(right));
            let by_day = left.day.cmp(&right.day);
            let order =
                if group == AgendaGroup::Stale { by_owner.then(by_day) } else { by_day.then(by_owner) };
            order.then_with(|| place(left).cmp(&place(right)))
        });
        (group, items)
    });
    Agenda { today, within, groups: groups.into() }
}
