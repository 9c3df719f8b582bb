//! Tables: caption, head, body.
use super::names::write_to;
use super::xhtml::XhtmlWriter;
use crate::model::{Align, BookCell, BookElement, BookNode, BookTag};

/// Writes a table. Its head are the first rows that belong to it.
pub(super) fn write(writer: &mut XhtmlWriter<'_>, table: &BookElement) {
    let parts = || {
        table.nodes.iter().filter_map(|node| match node {
            BookNode::Element(element) => Some(element),
            BookNode::Text(_) => None,
        })
    };
    writer.open("table", table, "");
    if let Some(caption) = parts().find(|part| part.tag == BookTag::Caption) {
        writer.out.push_str("<caption>");
        writer.nodes(&caption.nodes);
        writer.out.push_str("</caption>\n");
    }
    let rows: Vec<_> = parts().filter(|part| matches!(part.tag, BookTag::Row(_))).collect();
    let head = rows.iter().take_while(|row| row.tag == BookTag::Row(true)).count();
    section(writer, "thead", &rows[..head]);
    section(writer, "tbody", &rows[head..]);
    writer.out.push_str("</table>\n");
}

fn section(writer: &mut XhtmlWriter<'_>, name: &str, rows: &[&BookElement]) {
    if rows.is_empty() {
        return;
    }
    write_to(&mut writer.out, format_args!("<{name}>\n"));
    for row in rows {
        writer.open("tr", row, "");
        for node in &row.nodes {
            if let BookNode::Element(element) = node
                && let BookTag::Cell(cell) = element.tag
            {
                one(writer, element, cell, name == "thead");
            }
        }
        writer.out.push_str("</tr>\n");
    }
    write_to(&mut writer.out, format_args!("</{name}>\n"));
}

fn one(writer: &mut XhtmlWriter<'_>, element: &BookElement, cell: BookCell, in_head: bool) {
    let name = if cell.is_header { "th" } else { "td" };
    let mut attributes = String::new();
    for (name, count) in [("colspan", cell.columns), ("rowspan", cell.rows)] {
        if count > 1 {
            write_to(&mut attributes, format_args!(" {name}=\"{count}\""));
        }
    }
    if cell.is_header {
        attributes.push_str(if in_head { " scope=\"col\"" } else { " scope=\"row\"" });
    }
    attributes.push_str(match cell.align {
        Align::None => "",
        Align::Left => " class=\"left\"",
        Align::Center => " class=\"center\"",
        Align::Right => " class=\"right\"",
    });
    writer.open(name, element, &attributes);
    writer.nodes(&element.nodes);
    writer.close(name, &BookTag::Span);
}
