//! The dates of the report as calendar entries (RFC 5545).
//!
//! A coming task stands on its day, an overdue one on the day of the report, because nobody looks at last month. An
//! event keeps its UID when its day changes, so that a second import moves it.
use super::{Report, owner};
use crate::model::{AgendaItem, AgendaTask, Subject};
use crate::text::calendar;
use crate::text::content_line::{escaped, folded};
use std::collections::HashMap;

/// The calendar; none when nothing has a day, because RFC 5545 requires at least one component.
pub(crate) fn calendar(report: &Report<'_>) -> Option<String> {
    let today = report.agenda.today;
    let mut lines = calendar::head(report.words.language(), &report.title());
    let empty = lines.len();
    let mut seen: HashMap<String, usize> = HashMap::new();
    for (group, items) in &report.agenda.groups {
        for item in items {
            let Some(day) = item.day else { continue };
            let about = [report.when(item), owner(item), Some(report.location(item))];
            let about = about.into_iter().flatten().collect::<Vec<_>>().join("\n");
            lines.push("BEGIN:VEVENT".to_owned());
            let guide = &report.site.settings.title;
            let mut key = key(item);
            // Passages of one page that end on one day are numbered.
            let before = seen.entry(key.clone()).or_insert(0_usize);
            *before += 1;
            if *before > 1 {
                key = format!("{key} {before}");
            }
            lines.extend(calendar::whole_day(guide, &key, day.max(today), today));
            lines.push(format!("SUMMARY:{}", escaped(&report.what(item))));
            lines.push(format!("DESCRIPTION:{}", escaped(&about)));
            lines.push(format!("CATEGORIES:{}", escaped(&report.heading(*group))));
            lines.push("TRANSP:TRANSPARENT".to_owned());
            lines.push("END:VEVENT".to_owned());
        }
    }
    if lines.len() == empty {
        return None;
    }
    lines.push("END:VCALENDAR".to_owned());
    Some(lines.iter().map(|line| folded(line)).collect())
}

/// Identifies an event in the next report: the task and its subject. Passages of one page are distinguished by their
/// day.
fn key(item: &AgendaItem) -> String {
    let subject = match &item.subject {
        Subject::Page(url) => url.as_str().to_owned(),
        Subject::Entry(key) => key.to_string(),
        Subject::File => item.span.file.as_str().to_owned(),
    };
    match (&item.task, item.day) {
        (AgendaTask::Passage, Some(day)) => format!("report passage {subject} {day}"),
        (task, _) => format!("report {} {subject}", task.name()),
    }
}
