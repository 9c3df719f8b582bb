//! Tables of HTML as tables of Markdown; cards of `GitBook` as lists.
use super::tags::{HtmlTag, all, plain};

/// A table as Markdown.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct WrittenTable {
    pub(super) text: String,
    /// Whether something of its form is lost: cells over several columns or rows.
    pub(super) is_simplified: bool,
}

/// A cell with its content on one line.
#[derive(Debug, Default)]
struct Cell<'a> {
    text: String,
    is_head: bool,
    columns: usize,
    rows: usize,
    tag: Option<HtmlTag<'a>>,
}

/// The most columns of a row.
const COLUMNS: usize = 100;

/// Writes a table. None if it has no cell.
pub(super) fn written(inner: &str, open: &HtmlTag<'_>) -> Option<WrittenTable> {
    let rows = rows(inner);
    if rows.iter().all(Vec::is_empty) {
        return None;
    }
    if open.get("data-view") == Some("cards") {
        return Some(WrittenTable { text: cards(&rows), is_simplified: true });
    }
    let is_simplified = rows.iter().flatten().any(|cell| cell.columns > 1 || cell.rows > 1);
    let rows = filled(&rows);
    let width = rows.iter().map(|(_, cells)| cells.len()).max().unwrap_or(1);
    let has_head = rows.first().is_some_and(|(is_head, _)| *is_head);
    let mut lines = Vec::new();
    let line = |cells: &[String]| {
        let cells = (0..width).map(|column| cells.get(column).map_or("", String::as_str));
        format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
    };
    lines.push(if has_head { line(&rows[0].1) } else { line(&[]) });
    lines.push(format!("|{}", " --- |".repeat(width)));
    lines.extend(rows.iter().skip(usize::from(has_head)).map(|(_, cells)| line(cells)));
    Some(WrittenTable { text: lines.join("\n"), is_simplified })
}

/// The cells of each row.
fn rows(inner: &str) -> Vec<Vec<Cell<'_>>> {
    let mut rows: Vec<Vec<Cell<'_>>> = Vec::new();
    let mut open: Option<(HtmlTag<'_>, usize)> = None;
    let mut depth = 0_usize;
    for tag in all(inner) {
        // A table inside a cell is read as the words of that cell.
        if tag.is("table") {
            depth = if tag.is_close { depth.saturating_sub(1) } else { depth + 1 };
        }
        let is_cell = tag.is("td") || tag.is("th");
        if depth > 0 || !(is_cell || tag.is("tr")) {
            continue;
        }
        if let Some((cell, from)) = open.take() {
            let content = &inner[from..tag.range.start];
            let number = |key| cell.get(key).and_then(|text| text.trim().parse().ok()).unwrap_or(1);
            let (columns, lines) = (number("colspan"), number("rowspan"));
            let cell = Cell {
                text: on_one_line(content),
                is_head: cell.is("th"),
                columns,
                rows: lines,
                tag: Some(cell),
            };
            if rows.is_empty() {
                rows.push(Vec::new());
            }
            if let Some(row) = rows.last_mut() {
                row.push(cell);
            }
        }
        if tag.is("tr") && !tag.is_close {
            rows.push(Vec::new());
        } else if is_cell && !tag.is_close {
            let from = tag.range.end;
            open = Some((tag, from));
        }
    }
    rows.retain(|row| !row.is_empty());
    rows
}

/// Rows of equal cells: what spans several columns or rows leaves empty ones.
fn filled(rows: &[Vec<Cell<'_>>]) -> Vec<(bool, Vec<String>)> {
    let mut below: Vec<usize> = Vec::new();
    let mut filled = Vec::new();
    for row in rows {
        let mut cells: Vec<String> = Vec::new();
        let mut next: Vec<usize> = below.iter().map(|left| left.saturating_sub(1)).collect();
        for cell in row {
            while below.get(cells.len()).is_some_and(|left| *left > 0) && cells.len() < COLUMNS {
                cells.push(String::new());
            }
            for column in 0..cell.columns.clamp(1, COLUMNS) {
                let at = cells.len();
                if next.len() <= at {
                    next.resize(at + 1, 0);
                }
                next[at] = cell.rows.clamp(1, 10_000) - 1;
                cells.push(if column == 0 { cell.text.clone() } else { String::new() });
            }
        }
        cells.truncate(COLUMNS);
        below = next;
        filled.push((row.iter().all(|cell| cell.is_head), cells));
    }
    filled
}

/// The content of a cell: paragraphs and items are parted by line breaks, bars are escaped.
fn on_one_line(content: &str) -> String {
    let mut out = String::new();
    let mut at = 0;
    let add = |out: &mut String, text: &str| {
        let text = text.replace('|', "\\|").replace("[]", "\\[\\]");
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.starts_with(char::is_whitespace) && !out.is_empty() && !out.ends_with([' ', '>']) {
            out.push(' ');
        }
        out.push_str(&words);
        if text.ends_with(char::is_whitespace) && !words.is_empty() {
            out.push(' ');
        }
    };
    for tag in all(content) {
        add(&mut out, &content[at..tag.range.start]);
        at = tag.range.end;
        match tag.name.to_ascii_lowercase().as_str() {
            "br" => out.push_str("<br>"),
            "li" if !tag.is_close => out.push_str("<br>• "),
            "p" | "div" | "tr" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" if !tag.is_close => {
                out.push_str("<br>");
            }
            "p" | "div" | "tr" | "ul" | "ol" | "li" | "table" | "tbody" | "thead" | "td" | "th" | "h1"
            | "h2" | "h3" | "h4" | "h5" | "h6" => out.push(' '),
            _ => out.push_str(&content[tag.range.clone()].split_whitespace().collect::<Vec<_>>().join(" ")),
        }
    }
    add(&mut out, &content[at..]);
    let mut out = out.trim().to_owned();
    while out.contains("<br><br>") {
        out = out.replace("<br><br>", "<br>");
    }
    out.trim_start_matches("<br>").trim_end_matches("<br>").trim().replace("<br> ", "<br>")
}

/// Cards as a list: the words of each, with a link where it has one.
fn cards(rows: &[Vec<Cell<'_>>]) -> String {
    let (head, body) = match rows.split_first() {
        Some((head, body)) if head.iter().all(|cell| cell.is_head) => (Some(head), body),
        _ => (None, rows),
    };
    let has = |column: usize, key: &str| {
        let cell = head.and_then(|head| head.get(column)).and_then(|cell| cell.tag.as_ref());
        cell.is_some_and(|tag| tag.get(key).is_some())
    };
    let mut items = Vec::new();
    for row in body {
        let mut words = Vec::new();
        let mut link = None;
        for (column, cell) in row.iter().enumerate() {
            if has(column, "data-card-target") {
                link = all(&cell.text).iter().find_map(|tag| tag.first(&["href"])).map(str::to_owned);
            } else if !has(column, "data-hidden") && !has(column, "data-card-cover") && !cell.text.is_empty()
            {
                words.push(cell.text.clone());
            }
        }
        let title = words.first().map(|first| plain(first)).unwrap_or_default();
        let title = title.trim_matches('*').replace(['[', ']'], " ");
        let rest = if words.len() > 1 { format!(": {}", words[1..].join(" ")) } else { String::new() };
        match link {
            Some(link) => {
                let named = if title.is_empty() { link.clone() } else { title };
                items.push(format!("- [{}]({}){rest}", named.trim(), super::regions::target(&link)));
            }
            None => items.push(format!("- {}", words.join(": "))),
        }
    }
    items.retain(|item| item.trim() != "-");
    items.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::body::tags::tag_at;

    fn done(text: &str) -> WrittenTable {
        let open = tag_at(text, 0).unwrap();
        written(&text[open.range.end..], &open).unwrap()
    }

    #[test]
    fn tables_become_lines() {
        let text = "<table><thead><tr><th>A</th><th>B|</th></tr></thead>\n<tbody><tr><td rowspan=2><p>a</p><p>b</p></td>\
                    <td><ul><li>x</li><li>y</li></ul></td></tr><tr><td><b>z</b></td></tr></tbody></table>";
        let table = done(text);
        assert_eq!(table.text, "| A | B\\| |\n| --- | --- |\n| a <br>b | • x <br>• y |\n|  | <b>z</b> |");
        assert!(table.is_simplified);
        assert_eq!(done("<table><tr><td>a</td></tr></table>").text, "|  |\n| --- |\n| a |");
    }

    #[test]
    fn cards_become_links() {
        let text = "<table data-view=\"cards\"><thead><tr><th></th><th></th><th data-hidden data-card-target></th></tr></thead>\
                    <tbody><tr><td><strong>Un</strong></td><td>Deux.</td><td><a href=\"un.md\">un.md</a></td></tr></tbody></table>";
        assert_eq!(done(text).text, "- [Un](un.md): Deux.");
    }
}
