//! Tables as Markdown.
use super::block::RichTable;
use super::inline::{InlinePlace, inline};

/// Adds a table. Rows that are shorter than the longest are filled up.
pub(super) fn push_table(out: &mut String, table: &RichTable) {
    let columns = table.rows.iter().map(Vec::len).max().unwrap_or(0);
    for (at, row) in table.rows.iter().enumerate() {
        out.push('|');
        for column in 0..columns {
            let text = row.get(column).map_or_else(String::new, |cell| inline(cell, InlinePlace::Cell));
            out.push(' ');
            if !text.is_empty() {
                out.push_str(&text);
                out.push(' ');
            }
            out.push('|');
        }
        out.push('\n');
        if at == 0 {
            out.push('|');
            out.push_str(&"---|".repeat(columns));
            out.push('\n');
        }
    }
}
