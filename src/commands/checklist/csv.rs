//! A list as a table for spreadsheets (RFC 4180).
//!
//! In French the separator is a semicolon, because that is what a French spreadsheet expects of a file that is opened
//! with a double click; a byte order mark says that the letters are UTF-8.
use super::List;
use super::plain::words;
use crate::model::{Branch, Language};

/// A line of headings, then one line a task.
pub(super) fn table(list: &List<'_>) -> String {
    let separator = if list.sheet.language == Language::French { ';' } else { ',' };
    let headings = list.say("checklist-columns", &[]);
    let mut out = String::from('\u{feff}');
    push(&mut out, headings.split('|').map(|heading| heading.trim().to_owned()), separator);
    for row in list.rows() {
        let Some(task) = row.task else { continue };
        let planned = list.plan.of(task);
        let remark = planned.as_ref().map(|planned| list.plan.remark(planned, list.sheet.language));
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
            remark.unwrap_or_default(),
            help.join("\n"),
            row.url.unwrap_or_default().to_owned(),
            task.key.clone(),
        ];
        push(&mut out, cells.into_iter(), separator);
    }
    out
}

fn push(out: &mut String, cells: impl Iterator<Item = String>, separator: char) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            out.push(separator);
        }
        out.push_str(&quoted(&cell, separator));
    }
    out.push_str("\r\n");
}

/// A cell. What a spreadsheet would take for a formula gets an apostrophe in front, which shows it as text.
fn quoted(cell: &str, separator: char) -> String {
    let guard = if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    let special = |letter| letter == separator || matches!(letter, '"' | '\n' | '\r');
    if guard.is_empty() && !cell.contains(special) {
        return cell.to_owned();
    }
    format!("\"{guard}{}\"", cell.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_no_formulas() {
        assert_eq!(quoted("a, b", ';'), "a, b");
        assert_eq!(quoted("a, b", ','), "\"a, b\"");
        assert_eq!(quoted("dire \"oui\"\nou non", ';'), "\"dire \"\"oui\"\"\nou non\"");
        assert_eq!(quoted("=1+1", ';'), "\"'=1+1\"");
    }
}
