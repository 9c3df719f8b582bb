//! A list as a table for spreadsheets (RFC 4180).
use super::List;
use super::plain::words;
use crate::model::Branch;
use crate::text::csv;

/// A line of headings, then one line a task.
pub(super) fn table(list: &List<'_>) -> String {
    let separator = csv::separator(list.sheet.language);
    let headings = list.say("checklist-columns", &[]);
    let mut out = String::from(csv::MARK);
    csv::line(&mut out, headings.split('|').map(|heading| heading.trim().to_owned()), separator);
    for row in list.rows() {
        let Some(task) = row.task else { continue };
        let planned = list.plan.of(task);
        let diagnostic = planned.as_ref().map(|planned| list.plan.diagnostic(planned, list.sheet.language));
        let answer = match task.branch {
            Some(Branch::Yes) => list.say("checklist-yes", &[]),
            Some(Branch::No) => list.say("checklist-no", &[]),
            None => String::new(),
        };
        let help: Vec<String> = task.help.iter().map(|line| words(line)).collect();
        let cells = [
            row.list.to_owned(),
            row.number,
            words(&task.text),
            answer,
            task.roles.join(", "),
            task.due.clone().unwrap_or_default(),
            planned.map(|planned| planned.day.to_string()).unwrap_or_default(),
            diagnostic.unwrap_or_default(),
            help.join("\n"),
            row.url.unwrap_or_default().to_owned(),
            task.key.clone(),
        ];
        csv::line(&mut out, cells.into_iter(), separator);
    }
    out
}
