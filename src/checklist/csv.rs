//! A checklist as a table for spreadsheets (RFC 4180).
use super::DatedSheet;
use super::plain::words;
use crate::language;
use crate::model::Branch;
use crate::text::csv;

/// A line of headings, then one line per task.
pub(crate) fn table(dated: &DatedSheet<'_>) -> String {
    let separator = language::of(dated.sheet.language).cell_separator;
    let headings = dated.sentence("checklist-columns", &[]);
    let rows = dated.rows();
    // Most lists have no task that is ticked to begin with, and no column for it.
    let done = rows.iter().any(|row| row.task.done).then(|| dated.sentence("checklist-done", &[]));
    let mut out = String::from(csv::BYTE_ORDER_MARK);
    let headings = headings.split('|').map(|heading| heading.trim().to_owned());
    csv::line(&mut out, headings.chain(done.clone()), separator);
    for row in rows {
        let task = row.task;
        let date = dated.schedule.date_of(task);
        let reason = date.as_ref().map(|date| dated.schedule.reason(date, dated.sheet.language));
        let branch = match task.branch {
            Some(Branch::Yes) => dated.sentence("checklist-yes", &[]),
            Some(Branch::No) => dated.sentence("checklist-no", &[]),
            None => String::new(),
        };
        let help: Vec<String> = task.help.iter().map(|line| words(line)).collect();
        let cells = [
            row.list.to_owned(),
            row.number,
            words(&task.text),
            branch,
            task.roles.join(", "),
            task.due.clone().unwrap_or_default(),
            date.map(|date| date.day.to_string()).unwrap_or_default(),
            reason.unwrap_or_default(),
            help.join("\n"),
            row.url.unwrap_or_default().to_owned(),
            task.key.clone(),
        ];
        let tick = done.is_some().then(|| if task.done { "x".to_owned() } else { String::new() });
        csv::line(&mut out, cells.into_iter().chain(tick), separator);
    }
    out
}
