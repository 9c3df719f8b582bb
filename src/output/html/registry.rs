//! Cards, directories, and where tables of who does what stand.
use super::who_does_what;
use super::writer::{Writer, write_to};
use crate::model::{Diagnostic, Element, Kind};
use crate::output::shared::card;
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
        let (class, note) = card::list_note(cards, self.context);
        if let Some(note) = note {
            write_to(&mut self.out, format_args!("<p class=\"to-check\">{}</p>\n", escape::to_html(&note)));
        }
        write_to(&mut self.out, format_args!("<ul class=\"{class}\">\n"));
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
        let rows: Vec<_> =
            rows.iter().filter(|row| only.is_none_or(|only| row.roles.contains(only))).collect();
        who_does_what::write(&mut self.out, &rows, self.context, self.from);
    }
}
