//! Tasks as a table of who does what.
use super::task::outdated_flag;
use super::writer::write_to;
use crate::model::EntryKey;
use crate::output::shared::address::RelativeTo;
use crate::output::shared::context::SiteContext;
use crate::output::shared::task_rows::TaskTableRow;
use crate::text::escape;

/// Writes the table of these tasks.
pub(crate) fn write(out: &mut String, rows: &[&TaskTableRow], context: &SiteContext, from: RelativeTo<'_>) {
    let string = |key: &str| escape::to_html(&context.text.string(key));
    // A guide without delays needs no column for them.
    let shows_delays = rows.iter().any(|row| row.due.is_some());
    out.push_str("<table class=\"who-does-what\">\n<thead><tr>");
    for key in ["what", "who-column", "when", "where"] {
        if key != "when" || shows_delays {
            write_to(out, format_args!("<th scope=\"col\">{}</th>", string(key)));
        }
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in rows {
        let href = escape::to_html(&from.page(&row.url, Some(&row.id)));
        let mut words = escape::to_html(&context.text.typeset(&row.words));
        if let Some(since) = row.outdated {
            words = format!("{} {words}", outdated_flag(context, since));
        }
        write_to(out, format_args!("<tr><th scope=\"row\">{words}</th>"));
        write_to(out, format_args!("<td data-label=\"{}\">", string("who-column")));
        write_roles(out, &row.roles, context, from);
        out.push_str("</td>");
        if shows_delays {
            let due = row.due.map(|due| escape::to_html(&context.text.delay(due))).unwrap_or_default();
            let label =
                if due.is_empty() { String::new() } else { format!(" data-label=\"{}\"", string("when")) };
            write_to(out, format_args!("<td{label}>{due}</td>"));
        }
        let checklist = escape::to_html(&context.text.typeset(&row.checklist));
        write_to(
            out,
            format_args!(
                "<td data-label=\"{}\"><a href=\"{href}\">{checklist}</a></td></tr>\n",
                string("where")
            ),
        );
    }
    out.push_str("</tbody>\n</table>\n");
}

fn write_roles(out: &mut String, roles: &[EntryKey], context: &SiteContext, from: RelativeTo<'_>) {
    for role in roles.iter().filter_map(|key| context.roles.get(key)) {
        let name = escape::to_html(&context.text.typeset(&role.short));
        let number = role.number;
        match &role.url {
            Some(url) => {
                let href = from.page(url, None);
                write_to(out, format_args!("<a class=\"role role-{number}\" href=\"{href}\">{name}</a> "));
            }
            None => write_to(out, format_args!("<span class=\"role role-{number}\">{name}</span> ")),
        }
    }
}
