//! Cards, directories, and tables of who does what.
use super::task::outdated_flag;
use super::writer::{Writer, write_to};
use crate::model::{Diagnostic, Element, Kind};
use crate::output::shared::target::ResolvedTarget;
use crate::text::escape;

impl Writer<'_> {
    pub(super) fn card(&mut self, target: u32, diagnostics: &mut Vec<Diagnostic>) {
        let card = self
            .input
            .and_then(|input| input.cards.iter().find(|(number, _)| *number == target).map(|(_, card)| card));
        let in_list = matches!(self.open.last(), Some(Element::Cards));
        if in_list {
            self.out.push_str("<li>");
        }
        match card {
            Some(card) => {
                self.out.push_str(&card.value);
                diagnostics.extend_from_slice(&card.diagnostics);
            }
            None if in_list => self.reference(target),
            None => {
                self.out.push_str("<p>");
                self.reference(target);
                self.out.push_str("</p>\n");
            }
        }
        if in_list {
            self.out.push_str("</li>\n");
        }
    }

    pub(super) fn directory(&mut self, kind: Kind, diagnostics: &mut Vec<Diagnostic>) {
        let Some(input) = self.input else { return };
        let Some((_, cards)) = input.directories.iter().find(|(known, _)| *known == kind) else { return };
        self.out.push_str("<ul class=\"cards directory\">\n");
        for card in cards {
            let html = card.html(self.context, self.placement.page, diagnostics);
            write_to(&mut self.out, format_args!("<li>{html}</li>\n"));
        }
        self.out.push_str("</ul>\n");
    }

    pub(super) fn who_does_what(&mut self, target: Option<u32>) {
        let Some(rows) = self.input.and_then(|input| input.rows.as_ref()) else { return };
        let only = target.and_then(|target| match &self.targets[target as usize] {
            ResolvedTarget::Entry(link) => Some(&link.key),
            _ => None,
        });
        let string = |key: &str| escape::to_html(&self.context.text.string(key));
        let rows: Vec<_> =
            rows.iter().filter(|row| only.is_none_or(|only| row.roles.contains(only))).collect();
        // A guide without delays needs no column for them.
        let shows_delays = rows.iter().any(|row| row.due.is_some());
        let mut out = String::from("<table class=\"who-does-what\">\n<thead><tr>");
        for key in ["what", "who-column", "when", "where"] {
            if key != "when" || shows_delays {
                write_to(&mut out, format_args!("<th scope=\"col\">{}</th>", string(key)));
            }
        }
        out.push_str("</tr></thead>\n<tbody>\n");
        for row in rows {
            let href = escape::to_html(&self.from.page(&row.url, Some(&row.id)));
            let mut words = escape::to_html(&self.context.text.typeset(&row.words));
            if let Some(since) = row.outdated {
                words = format!("{} {words}", outdated_flag(self.context, since));
            }
            write_to(&mut out, format_args!("<tr><th scope=\"row\">{words}</th>"));
            write_to(&mut out, format_args!("<td data-label=\"{}\">", string("who-column")));
            for key in &row.roles {
                if let Some(role) = self.context.roles.get(key) {
                    let name = escape::to_html(&self.context.text.typeset(&role.short));
                    let number = role.number;
                    match &role.url {
                        Some(url) => {
                            let href = self.from.page(url, None);
                            write_to(
                                &mut out,
                                format_args!("<a class=\"role role-{number}\" href=\"{href}\">{name}</a> "),
                            );
                        }
                        None => write_to(
                            &mut out,
                            format_args!("<span class=\"role role-{number}\">{name}</span> "),
                        ),
                    }
                }
            }
            out.push_str("</td>");
            if shows_delays {
                let due =
                    row.due.map(|due| escape::to_html(&self.context.text.delay(due))).unwrap_or_default();
                let label = if due.is_empty() {
                    String::new()
                } else {
                    format!(" data-label=\"{}\"", string("when"))
                };
                write_to(&mut out, format_args!("<td{label}>{due}</td>"));
            }
            let checklist = escape::to_html(&self.context.text.typeset(&row.checklist));
            write_to(
                &mut out,
                format_args!(
                    "<td data-label=\"{}\"><a href=\"{href}\">{checklist}</a></td></tr>\n",
                    string("where")
                ),
            );
        }
        out.push_str("</tbody>\n</table>\n");
        self.out.push_str(&out);
    }
}
