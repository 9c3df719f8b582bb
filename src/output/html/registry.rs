//! Cards, directories, and the table of who does what.
use super::{Writer, write_to};
use crate::model::{Delay, DelayUnit, Diagnostic, Element, Kind};
use crate::output::shared::chrome::Chrome;
use crate::output::shared::target::Resolved;
use crate::text::escape;

impl Writer<'_> {
    pub(crate) fn card(&mut self, target: u32) {
        let found = self
            .input
            .and_then(|input| input.cards.iter().find(|(number, _)| *number == target).map(|(_, card)| card));
        let in_list = matches!(self.open.last(), Some(Element::Cards));
        if in_list {
            self.out.push_str("<li>");
        }
        match found {
            Some(card) => self.out.push_str(card),
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

    pub(crate) fn directory(&mut self, kind: Kind, diagnostics: &mut Vec<Diagnostic>) {
        let Some(input) = self.input else { return };
        let Some((_, cards)) = input.directories.iter().find(|(known, _)| *known == kind) else { return };
        self.out.push_str("<ul class=\"cards directory\">\n");
        for card in cards {
            let html = card.html(self.chrome, self.setting.page, diagnostics);
            write_to(&mut self.out, format_args!("<li>{html}</li>\n"));
        }
        self.out.push_str("</ul>\n");
    }

    pub(crate) fn who_does_what(&mut self, target: Option<u32>) {
        let Some(rows) = self.input.and_then(|input| input.rows.as_ref()) else { return };
        let only = target.and_then(|target| match &self.resolved[target as usize] {
            Resolved::Entry(link) => Some(&link.key),
            _ => None,
        });
        let say = |key: &str| escape::to_html(&self.chrome.say(key));
        let rows: Vec<_> =
            rows.iter().filter(|row| only.is_none_or(|only| row.roles.contains(only))).collect();
        // A guide without delays needs no column for them.
        let dated = rows.iter().any(|row| row.due.is_some());
        let mut out = String::from("<table class=\"who-does-what\">\n<thead><tr>");
        for key in ["what", "who-column", "when", "where"] {
            if key != "when" || dated {
                write_to(&mut out, format_args!("<th scope=\"col\">{}</th>", say(key)));
            }
        }
        out.push_str("</tr></thead>\n<tbody>\n");
        for row in rows {
            let href = escape::to_html(&self.from.page(&row.url, Some(&row.id)));
            let mut words = escape::to_html(&self.chrome.set(&row.words));
            if let Some(since) = row.outdated {
                words = format!("{} {words}", crate::output::html::task::flag(self.chrome, since));
            }
            write_to(&mut out, format_args!("<tr><th scope=\"row\">{words}</th>"));
            write_to(&mut out, format_args!("<td data-label=\"{}\">", say("who-column")));
            for key in &row.roles {
                if let Some(role) = self.chrome.role(key) {
                    let name = escape::to_html(&self.chrome.set(&role.short));
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
            if dated {
                let due = row.due.map(|due| escape::to_html(&self.delay(due))).unwrap_or_default();
                let label =
                    if due.is_empty() { String::new() } else { format!(" data-label=\"{}\"", say("when")) };
                write_to(&mut out, format_args!("<td{label}>{due}</td>"));
            }
            let list = escape::to_html(&self.chrome.set(&row.list));
            write_to(
                &mut out,
                format_args!("<td data-label=\"{}\"><a href=\"{href}\">{list}</a></td></tr>\n", say("where")),
            );
        }
        out.push_str("</tbody>\n</table>\n");
        self.out.push_str(&out);
    }

    pub(crate) fn delay(&self, delay: Delay) -> String {
        delay_words(self.chrome, delay)
    }
}

/// A delay in words: "30 days before".
pub(crate) fn delay_words(chrome: &Chrome, delay: Delay) -> String {
    let unit = match delay.unit {
        DelayUnit::Day => "day",
        DelayUnit::Week => "week",
        DelayUnit::Month => "month",
    };
    let count = crate::model::Arg::Number(i64::from(delay.amount.abs()));
    match delay.amount {
        0 => chrome.say("due-now"),
        amount if amount < 0 => chrome.say_with(&format!("due-before-{unit}"), &[("count", count)]),
        _ => chrome.say_with(&format!("due-after-{unit}"), &[("count", count)]),
    }
}
