//! A list as text, for a terminal or a mail.
use super::List;
use crate::model::Run;
use crate::text::day;
use std::fmt::Write as _;

/// Title, then each list with its tasks.
pub(super) fn list(list: &List<'_>) -> String {
    let sheet = list.sheet;
    let mut out = format!("{}\n{}\n", sheet.title, sheet.guide);
    let mut above = "";
    for row in list.rows() {
        let Some(task) = row.task else { continue };
        if row.list != above || above.is_empty() {
            above = row.list;
            out.push('\n');
            if row.list != sheet.title {
                push(&mut out, format_args!("{}\n", row.list));
            }
        }
        let planned = list.plan.of(task);
        let when = match &planned {
            Some(planned) => Some(day::words(sheet.language, planned.day)),
            None => task.due.clone(),
        };
        let details: Vec<String> = task.roles.iter().cloned().chain(when).collect();
        let details = if details.is_empty() { String::new() } else { format!(" ({})", details.join(", ")) };
        let indent = "    ".repeat(row.depth);
        push(&mut out, format_args!("{indent}[ ] {}{details}\n", words(&task.text)));
        let diagnostic = planned.map(|planned| list.plan.diagnostic(&planned, sheet.language));
        for line in diagnostic
            .into_iter()
            .filter(|line| !line.is_empty())
            .chain(task.help.iter().map(|line| words(line)))
        {
            push(&mut out, format_args!("{indent}    {line}\n"));
        }
    }
    out
}

fn push(out: &mut String, args: std::fmt::Arguments<'_>) {
    out.write_fmt(args).expect("writing to a string cannot fail");
}

/// The words of runs without their form; an address stands behind its words.
pub(super) fn words(runs: &[Run]) -> String {
    let mut out = String::new();
    for run in runs {
        match run {
            Run::Text(text) | Run::Code(text) => out.push_str(text),
            Run::Strong(inside) | Run::Emphasis(inside) | Run::Strike(inside) => out.push_str(&words(inside)),
            Run::Link(address, inside) => {
                let shown = words(inside);
                out.push_str(&shown);
                let address = address.trim_start_matches("mailto:").trim_start_matches("tel:");
                if !address.is_empty() && !shown.contains(address) {
                    push(&mut out, format_args!(" ({address})"));
                }
            }
            Run::Break => out.push(' '),
        }
    }
    out
}
