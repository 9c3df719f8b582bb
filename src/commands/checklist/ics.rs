//! A list as calendar entries (RFC 5545).
//!
//! Tasks are events that last all day, not to-dos: the calendars of Google and of Outlook on the web drop to-dos
//! without a word, and all show events. They do not make anybody busy. The same task keeps its UID in every list and
//! for every starting day, so that a second import moves the entry instead of doubling it.
use super::List;
use super::plain::words;
use crate::failure::Failure;
use crate::model::Date;
use crate::text::calendar;
use crate::text::content_line::{escaped, folded};

/// A calendar, and how many tasks have no delay and are not in it.
pub(super) struct Calendar {
    pub(super) text: String,
    pub(super) left_out: usize,
}

/// One event a task that has a delay; `stamped` is the day the calendar is made.
pub(super) fn calendar(list: &List<'_>, stamped: Date) -> Result<Calendar, Failure> {
    let sheet = list.sheet;
    if list.plan.start.is_none() {
        return Err(Failure::plain("failure-calendar-start", sheet.id.as_str()));
    }
    let mut lines = calendar::head(sheet.language, &sheet.title);
    let empty = lines.len();
    let mut left_out = 0;
    for row in list.rows() {
        let Some(task) = row.task else { continue };
        let Some(planned) = list.plan.of(task) else {
            left_out += 1;
            continue;
        };
        let mut about: Vec<String> = Vec::new();
        about.extend(task.due.clone());
        about.push(list.plan.diagnostic(&planned, sheet.language));
        about.push(task.roles.join(", "));
        about.extend(task.help.iter().map(|line| words(line)));
        about.extend(row.url.map(str::to_owned));
        about.retain(|line| !line.is_empty());
        lines.push("BEGIN:VEVENT".to_owned());
        lines.extend(calendar::whole_day(&sheet.guide, &task.key, planned.day, stamped));
        lines.push(format!("SUMMARY:{}", escaped(&words(&task.text))));
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
    // A calendar must hold something.
    if lines.len() == empty {
        return Err(Failure::plain("failure-calendar-empty", sheet.id.as_str()));
    }
    lines.push("END:VCALENDAR".to_owned());
    Ok(Calendar { text: lines.iter().map(|line| folded(line)).collect(), left_out })
}
