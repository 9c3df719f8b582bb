//! A line for each code: how many findings, in how many files, how many `--fix` corrects, and one of them.
use super::describe::{describe, sentence, severity};
use super::excerpt;
use super::line_index::LineIndex;
use super::paint::{BOLD, Colour, Paint, RED, YELLOW};
use super::visible::width;
use crate::model::{Code, Diagnostic, Severity, SourcePath, Sources};
use crate::words::Words;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// The largest width of a message, in cells of a terminal.
const MESSAGE_WIDTH: usize = 60;

/// The findings of one code.
struct Row<'a> {
    severity: Severity,
    count: usize,
    files: BTreeSet<&'a SourcePath>,
    fixable: usize,
    example: &'a Diagnostic,
}

/// Prints a table, errors first, then the most frequent code; empty without diagnostics.
pub fn summary(diagnostics: &[Diagnostic], sources: &Sources, words: &Words, colour: Colour) -> String {
    let rows = rows(diagnostics);
    if rows.is_empty() {
        return String::new();
    }
    let index = LineIndex::new(sources, rows.iter().map(|(_, row)| &row.example.span.file));
    let heads = [
        "summary-severity",
        "summary-code",
        "summary-count",
        "summary-files",
        "summary-fix",
        "summary-message",
        "summary-example",
    ];
    let mut table = vec![heads.map(|key| sentence(words, key, &[]))];
    table.extend(rows.iter().map(|(code, row)| {
        let text = describe(row.example, words).message;
        [
            severity(row.severity, words),
            code.name.to_owned(),
            row.count.to_string(),
            row.files.len().to_string(),
            row.fixable.to_string(),
            excerpt::shortened(&text, MESSAGE_WIDTH),
            index.place(&row.example.span),
        ]
    }));
    let colours = std::iter::once(BOLD)
        .chain(rows.iter().map(|(_, row)| if row.severity == Severity::Error { RED } else { YELLOW }));
    print(&table, colours, Paint(colour))
}

fn rows(diagnostics: &[Diagnostic]) -> Vec<(Code, Row<'_>)> {
    let mut rows: BTreeMap<(Reverse<Severity>, Code), Row<'_>> = BTreeMap::new();
    for diagnostic in diagnostics {
        let row = rows.entry((Reverse(diagnostic.severity), diagnostic.code)).or_insert_with(|| Row {
            severity: diagnostic.severity,
            count: 0,
            files: BTreeSet::new(),
            fixable: 0,
            example: diagnostic,
        });
        row.count += 1;
        row.files.insert(&diagnostic.span.file);
        row.fixable += usize::from(diagnostic.fix.is_some());
    }
    let mut rows: Vec<_> = rows.into_iter().map(|((_, code), row)| (code, row)).collect();
    rows.sort_by_key(|(code, row)| (Reverse(row.severity), Reverse(row.count), *code));
    rows
}

/// Aligns the columns; numbers stand at the right of theirs.
fn print<'c>(table: &[[String; 7]], colours: impl Iterator<Item = &'c str>, paint: Paint) -> String {
    let widths: [usize; 7] =
        std::array::from_fn(|column| table.iter().map(|row| width(&row[column])).max().unwrap_or(0));
    let mut out = String::new();
    for (row, colour) in table.iter().zip(colours) {
        for (column, cell) in row.iter().enumerate() {
            let gap = " ".repeat(widths[column] - width(cell));
            let shown = if column == 0 { paint.with(colour, cell) } else { cell.clone() };
            match column {
                6 => writeln!(out, "{shown}"),
                2..=4 => write!(out, "{gap}{shown}  "),
                _ => write!(out, "{shown}{gap}  "),
            }
            .expect("writing to a string cannot fail");
        }
    }
    out
}
