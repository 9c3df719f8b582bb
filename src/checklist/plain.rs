//! A checklist as text, for a terminal or an e-mail.
use super::DatedSheet;
use crate::language;
use crate::model::Run;
use std::fmt::Write as _;

/// The title, then each section with its tasks.
pub(crate) fn text(dated: &DatedSheet<'_>) -> String {
    let sheet = dated.sheet;
    let mut out = format!("{}\n{}\n", sheet.title, sheet.guide);
    let mut above = "";
    for row in dated.rows() {
        let task = row.task;
        if row.list != above || above.is_empty() {
            above = row.list;
            out.push('\n');
            if row.list != sheet.title {
                push(&mut out, format_args!("{}\n", row.list));
            }
        }
        let date = dated.schedule.date_of(task);
        let when = match &date {
            Some(date) => Some(language::date(sheet.language, date.day)),
            None => task.due.clone(),
        };
        let details: Vec<String> = task.roles.iter().cloned().chain(when).collect();
        let details = if details.is_empty() { String::new() } else { format!(" ({})", details.join(", ")) };
        let indent = "    ".repeat(row.depth);
        let tick = if task.done { "[x]" } else { "[ ]" };
        push(&mut out, format_args!("{indent}{tick} {}{details}\n", words(&task.text)));
        let reason = date.map(|date| dated.schedule.reason(&date, sheet.language));
        for line in
            reason.into_iter().filter(|line| !line.is_empty()).chain(task.help.iter().map(|line| words(line)))
        {
            push(&mut out, format_args!("{indent}    {line}\n"));
        }
    }
    out
}

fn push(out: &mut String, args: std::fmt::Arguments<'_>) {
    out.write_fmt(args).expect("writing to a string cannot fail");
}

/// The text of runs, without formatting; addresses follow the text of their links.
pub(super) fn words(runs: &[Run]) -> String {
    let mut out = String::new();
    for run in runs {
        match run {
            Run::Text(text) | Run::Code(text) => out.push_str(text),
            Run::Strong(inside) | Run::Emphasis(inside) | Run::Strike(inside) => out.push_str(&words(inside)),
            Run::Link(address, inside) => {
                let text = words(inside);
                out.push_str(&text);
                let address = address.trim_start_matches("mailto:").trim_start_matches("tel:");
                if !address.is_empty() && !text.contains(address) {
                    push(&mut out, format_args!(" ({address})"));
                }
            }
            Run::Break => out.push(' '),
        }
    }
    out
}
