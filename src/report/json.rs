//! The report as JSON; `jalon schema report` describes it.
use super::Report;
use crate::model::{AgendaGroup, AgendaItem, Subject};
use serde_json::{Value, json};

/// One object, indented, with a line end.
pub(crate) fn object(report: &Report<'_>) -> String {
    let agenda = &report.agenda;
    let groups = agenda.groups.iter().map(|(group, items)| {
        let items: Vec<Value> = items.iter().map(|found| item(report, *group, found)).collect();
        json!({ "id": group.name(), "title": report.heading(*group), "items": items })
    });
    let whole = json!({
        "guide": report.site.settings.title,
        "language": report.words.language().tag(),
        "today": agenda.today.to_string(),
        "within": agenda.within,
        "count": agenda.count(),
        "groups": groups.collect::<Vec<_>>(),
    });
    format!("{whole:#}\n")
}

fn item(report: &Report<'_>, group: AgendaGroup, item: &AgendaItem) -> Value {
    let (page, entry) = match &item.subject {
        Subject::Page(url) => (Some(url.as_str()), None),
        Subject::Entry(key) => (None, Some(key.to_string())),
        Subject::File => (None, None),
    };
    let position = report.position(item);
    let urgency = match (group, item.day) {
        (AgendaGroup::Stale, _) => "late",
        (_, Some(_)) => "soon",
        (_, None) => "open",
    };
    json!({
        "task": item.task.name(),
        "what": report.what(item),
        "text": item.task.text(),
        "name": item.name,
        "page": page,
        "entry": entry,
        "file": item.span.file.as_str(),
        "line": position.map(|(line, _)| line),
        "column": position.map(|(_, column)| column),
        "owner": item.owner,
        "day": item.day.map(|day| day.to_string()),
        "days": item.day.map(|day| day.days_since(report.agenda.today)),
        "urgency": urgency,
    })
}
