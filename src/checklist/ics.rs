//! A checklist as calendar entries (RFC 5545).
//!
//! Tasks are all-day events, not to-dos: Google Calendar and Outlook on the web ignore to-dos silently. The events do
//! not mark anybody as busy. A task has one UID in every checklist and for every starting day, so that a second import
//! moves the entry instead of adding another.
use super::DatedSheet;
use super::plain::words;
use crate::failure::Failure;
use crate::model::Date;
use crate::text::calendar;
use crate::text::content_line::{escaped, folded};

pub(crate) struct Calendar {
    pub(crate) text: String,
    /// How many tasks are not in it because they have no delay.
    pub(crate) left_out: usize,
}

/// One event for each task with a delay; `made_on` is the day on which the calendar is made.
pub(crate) fn calendar(dated: &DatedSheet<'_>, made_on: Date) -> Result<Calendar, Failure> {
    let sheet = dated.sheet;
    if dated.schedule.start.is_none() {
        return Err(Failure::plain("failure-calendar-start", sheet.id.as_str()));
    }
    let mut lines = calendar::head(sheet.language, &sheet.title);
    let empty = lines.len();
    let mut left_out = 0;
    for row in dated.rows() {
        let task = row.task;
        let Some(date) = dated.schedule.date_of(task) else {
            left_out += 1;
            continue;
        };
        let mut about: Vec<String> = Vec::new();
        about.extend(task.due.clone());
        about.push(dated.schedule.reason(&date, sheet.language));
        about.push(task.roles.join(", "));
        about.extend(task.help.iter().map(|line| words(line)));
        about.extend(row.url.map(str::to_owned));
        about.retain(|line| !line.is_empty());
        lines.push("BEGIN:VEVENT".to_owned());
        lines.extend(calendar::whole_day(&sheet.guide, &task.key, date.day, made_on));
        let tick = if task.done { "✓ " } else { "" };
        lines.push(format!("SUMMARY:{tick}{}", escaped(&words(&task.text))));
        if !about.is_empty() {
            lines.push(format!("DESCRIPTION:{}", escaped(&about.join("\n"))));
        }
        lines.push(format!("CATEGORIES:{}", escaped(row.list)));
        if let Some(url) = row.url {
            lines.push(format!("URL:{url}"));
        }
        if task.important {
            lines.push("PRIORITY:1".to_owned());
        }
        lines.push("TRANSP:TRANSPARENT".to_owned());
        lines.push("END:VEVENT".to_owned());
    }
    // RFC 5545 requires at least one component.
    if lines.len() == empty {
        return Err(Failure::plain("failure-calendar-empty", sheet.id.as_str()));
    }
    lines.push("END:VCALENDAR".to_owned());
    Ok(Calendar { text: lines.iter().map(|line| folded(line)).collect(), left_out })
}
