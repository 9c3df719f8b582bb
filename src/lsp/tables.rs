//! Tables of Markdown with their pipes below each other. Nothing but the blanks around cells and the dashes of the second row
//! changes.
use super::text::{TextEdit, TextLines};
use pulldown_cmark::{Alignment, Event, Options, Parser, Tag};
use std::fmt::Write as _;
use std::ops::Range;
use unicode_width::UnicodeWidthStr as _;

/// The edits that align the tables of a page.
pub(super) fn edits(lines: &TextLines<'_>) -> Vec<TextEdit> {
    let Ok(text) = std::str::from_utf8(lines.bytes()) else { return Vec::new() };
    let mut edits = Vec::new();
    for table in tables(text) {
        let Some(rows) = aligned(text, &table) else { continue };
        for (range, new) in rows {
            if text[range.clone()] != new {
                edits.push(TextEdit { range: lines.range_of(range.start, range.end), new_text: new });
            }
        }
    }
    edits
}

/// A table: how its columns are aligned, and where its rows stand but for the second one.
struct MarkdownTable {
    alignments: Vec<Alignment>,
    rows: Vec<Range<usize>>,
}

fn tables(text: &str) -> Vec<MarkdownTable> {
    let body = body_at(text);
    let mut tables: Vec<MarkdownTable> = Vec::new();
    for (event, range) in Parser::new_ext(&text[body..], Options::ENABLE_TABLES).into_offset_iter() {
        let range = range.start + body..range.end + body;
        match event {
            Event::Start(Tag::Table(alignments)) => {
                tables.push(MarkdownTable { alignments, rows: Vec::new() });
            }
            Event::Start(Tag::TableHead | Tag::TableRow) => {
                if let Some(table) = tables.last_mut() {
                    table.rows.push(range);
                }
            }
            _ => {}
        }
    }
    tables
}

/// Where the text begins behind front matter.
fn body_at(text: &str) -> usize {
    let mut lines = text.split_inclusive('\n');
    let Some(first) = lines.next().filter(|line| line.trim_end() == "---") else { return 0 };
    let mut at = first.len();
    for line in lines {
        at += line.len();
        if line.trim_end() == "---" {
            return at;
        }
    }
    0
}

/// The rows of a table with the range of each and its new text; none where a row does not stand on one line of its own.
fn aligned(text: &str, table: &MarkdownTable) -> Option<Vec<(Range<usize>, String)>> {
    let head = row(text, table.rows.first()?.start);
    let next = text[head.end..].find('\n')? + head.end + 1;
    let marks = text[next..].find(['|', '-', ':'])? + next;
    let mut rows = vec![head, row(text, marks)];
    rows.extend(table.rows[1..].iter().map(|range| row(text, range.start)));
    let cells: Vec<Vec<&str>> = rows.iter().map(|range| cells(&text[range.clone()])).collect();
    let count = table.alignments.len();
    if cells[0].len() != count || cells[1].len() != count {
        return None;
    }
    let width = |column: usize| {
        let of_row = |(number, row): (usize, &Vec<&str>)| match number {
            1 => 3,
            _ => row.get(column).map_or(0, |cell| cell.width()),
        };
        cells.iter().enumerate().map(of_row).max().unwrap_or(3)
    };
    let widths: Vec<usize> = (0..count).map(width).collect();
    let new = cells.iter().enumerate().map(|(number, row)| match number {
        1 => dashes(&table.alignments, &widths),
        _ => padded(row, &table.alignments, &widths),
    });
    Some(rows.into_iter().zip(new).collect())
}

/// The rest of the line, without blanks at its end.
fn row(text: &str, start: usize) -> Range<usize> {
    let end = text[start..].find(['\n', '\r']).map_or(text.len(), |end| start + end);
    start..start + text[start..end].trim_end_matches([' ', '\t']).len()
}

/// The cells of a row. A pipe behind a backslash belongs to its cell, also where another backslash stands before both (GFM,
/// 4.10).
fn cells(row: &str) -> Vec<&str> {
    let inside = row.trim_matches([' ', '\t']);
    let inside = inside.strip_prefix('|').unwrap_or(inside);
    let mut cells = Vec::new();
    let (mut start, mut is_escaped) = (0, false);
    for (at, letter) in inside.char_indices() {
        if letter == '|' && !is_escaped {
            cells.push(inside[start..at].trim_matches([' ', '\t']));
            start = at + 1;
        }
        is_escaped = letter == '\\';
    }
    let last = inside[start..].trim_matches([' ', '\t']);
    if !last.is_empty() || cells.is_empty() {
        cells.push(last);
    }
    cells
}

fn padded(cells: &[&str], alignments: &[Alignment], widths: &[usize]) -> String {
    let mut row = String::from("|");
    for (column, cell) in cells.iter().enumerate() {
        let gap = widths.get(column).copied().unwrap_or_default().saturating_sub(cell.width());
        let before = match alignments.get(column) {
            Some(Alignment::Right) => gap,
            Some(Alignment::Center) => gap / 2,
            _ => 0,
        };
        write!(row, " {}{cell}{} |", " ".repeat(before), " ".repeat(gap - before))
            .expect("writing to a string cannot fail");
    }
    row
}

fn dashes(alignments: &[Alignment], widths: &[usize]) -> String {
    let mut row = String::from("|");
    for (alignment, width) in alignments.iter().zip(widths) {
        let (first, last) = match alignment {
            Alignment::None => ("-", "-"),
            Alignment::Left => (":", "-"),
            Alignment::Right => ("-", ":"),
            Alignment::Center => (":", ":"),
        };
        write!(row, " {first}{}{last} |", "-".repeat(width - 2)).expect("writing to a string cannot fail");
    }
    row
}

#[cfg(test)]
mod tests {
    use super::super::text::{PositionEncoding, replace};
    use super::*;
    use proptest::prelude::*;

    fn formatted(text: &str) -> String {
        let mut new = text.to_owned();
        for edit in edits(&TextLines::of_buffer(text.as_bytes(), PositionEncoding::Utf16)).iter().rev() {
            replace(&mut new, edit.range, &edit.new_text, PositionEncoding::Utf16);
        }
        new
    }

    fn html(text: &str) -> String {
        let mut out = String::new();
        pulldown_cmark::html::push_html(&mut out, Parser::new_ext(text, Options::ENABLE_TABLES));
        out
    }

    #[test]
    fn pipes_stand_below_each_other() {
        let before = "# A\r\n\r\n|été|b|\r\n|:-|--:|\r\n| 1 | 22\r\n|`a\\|b`|日本| trop |\r\n\r\n|x|\r\n";
        let after = "# A\r\n\r\n| été    |    b |\r\n| :----- | ---: |\r\n| 1      |   22 |\r\n| `a\\|b` | 日本 | trop |\r\n\r\n|x|\r\n";
        assert_eq!(formatted(before), after);
        assert_eq!(formatted(after), after);
    }

    #[test]
    fn tables_in_lists_and_quotes_keep_what_stands_before_them() {
        let before = "> a|b\n> -|:-:\n> 1|2\n\n- |a|b|\n  |-|-|\n  |123|4|\n";
        let after = "> | a   |  b  |\n> | --- | :-: |\n> | 1   |  2  |\n\n- | a   | b   |\n  | --- | --- |\n  | 123 | 4   |\n";
        assert_eq!(formatted(before), after);
    }

    #[test]
    fn what_is_no_table_stays() {
        for text in
            ["---\ntitle: |\n  a|b\n  -|-\n---\n", "```\n|a|b|\n|-|-|\n```\n", "a | b\n", "", "| a |\n"]
        {
            assert_eq!(formatted(text), text);
        }
    }

    proptest! {
        #[test]
        fn readers_see_no_difference(text in "([|a`* \\\\>-]{0,12}\n){0,3}[|][a`é \\\\|]{1,8}[|][a ]{1,4}[|]\n[|] ?:?-{1,4}:? ?[|]-[|]\n([|a`é \\\\>*]{0,12}\n){0,4}") {
            let after = formatted(&text);
            prop_assert_eq!(html(&after), html(&text), "{}", after);
            prop_assert_eq!(formatted(&after), after);
        }
    }
}
