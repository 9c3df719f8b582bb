//! A list as data.
use super::List;
use super::plain::words;
use crate::model::{Branch, DelayUnit, Run, SheetTask};
use serde_json::{Value, json};

/// One object, indented, with a line end.
pub(super) fn object(list: &List<'_>) -> String {
    let sheet = list.sheet;
    let sections = sheet.sections.iter().map(|section| {
        let title = if section.title.is_empty() { &sheet.title } else { &section.title };
        let tasks: Vec<Value> = section.tasks.iter().map(|found| task(list, found)).collect();
        json!({ "title": title, "url": section.url, "ordered": section.ordered, "tasks": tasks })
    });
    let contacts = sheet.contacts.iter().map(|contact| {
        json!({
            "name": contact.name,
            "need": contact.need,
            "phone": contact.phone.as_ref().map(|(shown, _)| shown),
            "email": contact.email,
            "url": contact.url,
        })
    });
    let whole = json!({
        "id": sheet.id,
        "guide": sheet.guide,
        "language": sheet.language.tag(),
        "title": sheet.title,
        "url": sheet.url,
        "start": list.plan.start.map(|day| day.to_string()),
        "lists": sections.collect::<Vec<_>>(),
        "contacts": contacts.collect::<Vec<_>>(),
    });
    format!("{whole:#}\n")
}

fn task(list: &List<'_>, found: &SheetTask) -> Value {
    let planned = list.plan.of(found);
    let diagnostic = planned.as_ref().map(|planned| list.plan.diagnostic(planned, list.sheet.language));
    let delay = found.delay.map(|delay| {
        let unit = match delay.unit {
            DelayUnit::Day => "day",
            DelayUnit::Week => "week",
            DelayUnit::Month => "month",
        };
        json!({ "amount": delay.amount, "unit": unit })
    });
    let branch = found.branch.map(|branch| match branch {
        Branch::Yes => "yes",
        Branch::No => "no",
    });
    let mut links = Vec::new();
    addresses(&found.text, &mut links);
    found.help.iter().for_each(|line| addresses(line, &mut links));
    json!({
        "id": found.key,
        "text": words(&found.text),
        "help": found.help.iter().map(|line| words(line)).collect::<Vec<_>>(),
        "links": links,
        "roles": found.roles,
        "due": found.due,
        "delay": delay,
        "date": planned.map(|planned| planned.day.to_string()),
        "moved": diagnostic.filter(|diagnostic| !diagnostic.is_empty()),
        "important": found.important,
        "branch": branch,
        "tasks": found.tasks.iter().map(|below| task(list, below)).collect::<Vec<_>>(),
    })
}

/// The addresses that runs lead to, in order.
fn addresses(runs: &[Run], found: &mut Vec<Value>) {
    for run in runs {
        match run {
            Run::Link(address, inside) => found.push(json!({ "text": words(inside), "href": address })),
            Run::Strong(inside) | Run::Emphasis(inside) | Run::Strike(inside) => addresses(inside, found),
            Run::Text(_) | Run::Code(_) | Run::Break => {}
        }
    }
}
