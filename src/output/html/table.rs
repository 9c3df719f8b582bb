//! How tables begin.
use super::writer::Writer;
use crate::model::{Align, Arg, Element};
use crate::text::escape;

impl Writer<'_> {
    pub(super) fn begin_table(&mut self, element: Element) {
        match element {
            Element::Table => {
                self.table_rows = 0;
                self.tables += 1;
                let number = i64::try_from(self.tables).unwrap_or(i64::MAX);
                let name = self.context.text.string_with("table", &[("number", Arg::Number(number))]);
                // Not a region: that would be a landmark for each table, many of them with the same name in the whole
                // guide on one page.
                self.out.push_str("<div class=\"table-scroll\" role=\"group\" tabindex=\"0\" aria-label=\"");
                escape::html(&mut self.out, &name);
                self.out.push_str("\"><table>\n");
            }
            Element::TableHead => {
                self.in_table_head = true;
                self.out.push_str("<thead><tr>");
            }
            Element::TableRow => {
                if self.table_rows == 0 {
                    self.out.push_str("<tbody>\n");
                }
                self.table_rows += 1;
                self.out.push_str("<tr>");
            }
            Element::TableCell(align) => {
                self.out.push_str(if self.in_table_head { "<th scope=\"col\"" } else { "<td" });
                self.out.push_str(match align {
                    Align::None => ">",
                    Align::Left => " class=\"left\">",
                    Align::Center => " class=\"center\">",
                    Align::Right => " class=\"right\">",
                });
            }
            _ => {}
        }
    }
}
