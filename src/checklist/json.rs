//! A checklist as JSON.
use super::DatedSheet;
use super::plain::words;
use crate::model::{Branch, DelayUnit, Run, SheetTask};
use serde_json::{Value, json};

/// One object, indented, with a line end.
pub(crate) fn object(dated: &DatedSheet<'_>) -> String {
    let sheet = dated.sheet;
    let sections = sheet.sections.iter().map(|section| {
        let title = if section.title.is_empty() { &sheet.title } else { &section.title };
        let tasks: Vec<Value> = section.tasks.iter().map(|task| task_object(dated, task)).collect();
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
        "start": dated.schedule.start.map(|day| day.to_string()),
        "lists": sections.collect::<Vec<_>>(),
        "contacts": contacts.collect::<Vec<_>>(),
    });
    format!("{whole:#}\n")
}

fn task_object(dated: &DatedSheet<'_>, task: &SheetTask) -> Value {
    let date = dated.schedule.date_of(task);
    let reason = date.as_ref().map(|date| dated.schedule.reason(date, dated.sheet.language));
    let delay = task.delay.map(|delay| {
        let unit = match delay.unit {
            DelayUnit::Day => "day",
            DelayUnit::Week => "week",
            DelayUnit::Month => "month",
        };
        json!({ "amount": delay.amount, "unit": unit })
    });
    let branch = task.branch.map(|branch| match branch {
        Branch::Yes => "yes",
        Branch::No => "no",
    });
    let mut links = Vec::new();
    links_of(&task.text, &mut links);
    task.help.iter().for_each(|line| links_of(line, &mut links));
    json!({
        "id": task.key,
        "number": task.number,
        "done": task.done,
        "text": words(&task.text),
        "help": task.help.iter().map(|line| words(line)).collect::<Vec<_>>(),
        "links": links,
        "roles": task.roles,
        "due": task.due,
        "delay": delay,
        "date": date.map(|date| date.day.to_string()),
        "moved": reason.filter(|reason| !reason.is_empty()),
        "important": task.important,
        "branch": branch,
        "tasks": task.tasks.iter().map(|below| task_object(dated, below)).collect::<Vec<_>>(),
    })
}

/// The links of runs, in order.
fn links_of(runs: &[Run], links: &mut Vec<Value>) {
    for run in runs {
        match run {
            Run::Link(address, inside) => links.push(json!({ "text": words(inside), "href": address })),
            Run::Strong(inside) | Run::Emphasis(inside) | Run::Strike(inside) => links_of(inside, links),
            Run::Text(_) | Run::Code(_) | Run::Break => {}
        }
    }
}
