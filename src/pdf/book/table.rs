//! Tables: each cell with its place, so that cells over several rows and rows of different lengths stay where they belong.
use super::nodes::{NodeWriter, Room};
use crate::model::{Align, BookCell, BookElement, BookNode, BookTag};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// With more rows the columns are as wide as their longest words tell, and not measured.
const MEASURED_ROWS: usize = 200;

/// A row: its element, and whether it belongs to the head.
type TableRow<'a> = (&'a BookElement, bool);

/// A table with the number of its columns, the cells of its head and those below.
pub(super) fn table(writer: &mut NodeWriter<'_, '_>, element: &BookElement) -> Value {
    let elements = || {
        element.nodes.iter().filter_map(|node| match node {
            BookNode::Element(element) => Some(element),
            BookNode::Text(_) => None,
        })
    };
    let rows: Vec<TableRow<'_>> = elements()
        .filter_map(|element| match element.tag {
            BookTag::Row(is_head) => Some((element, is_head)),
            _ => None,
        })
        .collect();
    // Only the first rows can be repeated.
    let heads = rows.iter().take_while(|(_, is_head)| *is_head).count();
    let columns_of = |(row, _): &TableRow<'_>| cells_of(row).map(|(cell, _)| usize::from(cell.columns)).sum();
    let room = Room::column_of(rows.iter().map(columns_of).max().unwrap_or(1));
    let mut grid = Grid::default();
    let mut cells: [Vec<Value>; 2] = [Vec::new(), Vec::new()];
    let mut longest: Vec<usize> = Vec::new();
    for (y, (row, _)) in rows.iter().enumerate() {
        let last = if y < heads { heads } else { rows.len() };
        for (cell, nodes) in cells_of(row) {
            let (x, columns, rows) = grid.place(y, last, cell);
            let inside = writer.inside(nodes, room);
            longest.resize(longest.len().max(x + columns), 1);
            if columns == 1 {
                longest[x] = longest[x].max(crate::model::book_text(nodes).chars().count());
            }
            cells[usize::from(y >= heads)].push(json!({
                "x": x, "y": y, "columns": columns, "rows": rows, "header": cell.is_header,
                "align": align(cell.align), "c": inside,
            }));
        }
    }
    if longest.is_empty() {
        return Value::Null;
    }
    let [head, body] = cells;
    let caption = elements().find(|element| element.tag == BookTag::Caption);
    let caption = caption.map(|caption| writer.nodes(&caption.nodes));
    // Long texts are broken; a column need not be as much wider as its text is longer.
    let widths: Option<Vec<usize>> =
        (rows.len() > MEASURED_ROWS).then(|| longest.iter().map(|letters| (*letters).clamp(6, 60)).collect());
    json!({ "t": "table", "columns": longest.len(), "widths": widths, "head": head, "body": body, "caption": caption })
}

fn cells_of(row: &BookElement) -> impl Iterator<Item = (BookCell, &[BookNode])> {
    row.nodes.iter().filter_map(|node| match node {
        BookNode::Element(BookElement { tag: BookTag::Cell(cell), nodes, .. }) => {
            Some((*cell, nodes.as_slice()))
        }
        _ => None,
    })
}

/// Which places of a table are taken by cells of rows above.
#[derive(Default)]
struct Grid {
    taken: BTreeSet<(usize, usize)>,
}

impl Grid {
    /// The first free column of a row, and how many columns and rows a cell takes there. Rows below `last` are another part of
    /// the table.
    fn place(&mut self, y: usize, last: usize, cell: BookCell) -> (usize, usize, usize) {
        let mut x = 0;
        while self.taken.contains(&(y, x)) {
            x += 1;
        }
        let wanted = usize::from(cell.columns);
        let columns = (1..wanted).take_while(|more| !self.taken.contains(&(y, x + more))).count() + 1;
        let rows = usize::from(cell.rows).min(last - y).max(1);
        for row in y..y + rows {
            self.taken.extend((x..x + columns).map(|x| (row, x)));
        }
        (x, columns, rows)
    }
}

fn align(align: Align) -> &'static str {
    match align {
        Align::None => "start",
        Align::Left => "left",
        Align::Center => "center",
        Align::Right => "right",
    }
}
