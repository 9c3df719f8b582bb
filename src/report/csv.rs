//! The report as a table for spreadsheets.
use super::{Report, owner};
use crate::language;
use crate::text::csv;

/// A line of headings, then one line per task.
pub(crate) fn table(report: &Report<'_>) -> String {
    let separator = language::of(report.words.language()).cell_separator;
    let mut out = String::from(csv::BYTE_ORDER_MARK);
    let headings = report.sentence("report-columns", &[]);
    csv::line(&mut out, headings.split('|').map(|heading| heading.trim().to_owned()), separator);
    for (group, items) in &report.agenda.groups {
        for item in items {
            let late = item.day.map(|day| report.agenda.today.days_since(day)).filter(|days| *days > 0);
            let cells = [
                report.heading(*group),
                report.what(item),
                item.name.clone(),
                owner(item).unwrap_or_default(),
                item.day.map(|day| day.to_string()).unwrap_or_default(),
                late.map(|days| days.to_string()).unwrap_or_default(),
                item.span.file.as_str().to_owned(),
                report.position(item).map(|(line, _)| line.to_string()).unwrap_or_default(),
            ];
            csv::line(&mut out, cells.into_iter(), separator);
        }
    }
    out
}
