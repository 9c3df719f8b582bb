//! JSON: one object per line.
use super::describe::DiagnosticText;
use super::line_index::LineIndex;
use super::visible::is_control;
use crate::model::Diagnostic;
use crate::words::Words;
use serde::Serialize;
use std::fmt::Write as _;

/// The JSON Schema of one line of `--format json`.
pub const DIAGNOSTICS_SCHEMA: &str = include_str!("diagnostics.schema.json");

#[derive(Serialize)]
struct DiagnosticRecord<'a> {
    code: &'a str,
    severity: &'a str,
    path: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
    message: &'a str,
    help: Option<&'a str>,
    explain: Option<String>,
}

/// Adds one diagnostic.
pub(super) fn write(
    out: &mut String,
    diagnostic: &Diagnostic,
    text: &DiagnosticText,
    index: &LineIndex<'_>,
    words: &Words,
) {
    let range = index.range(&diagnostic.span);
    let record = DiagnosticRecord {
        code: diagnostic.code.name,
        severity: diagnostic.severity.name(),
        path: diagnostic.span.file.as_str(),
        line: range.map(|range| range.start.line),
        column: range.map(|range| range.start.column),
        end_line: range.map(|range| range.end.line),
        end_column: range.map(|range| range.end.column),
        message: &text.message,
        help: text.help.as_deref(),
        explain: words.say(&diagnostic.code.key(), Some("means"), &[]),
    };
    let json = serde_json::to_string(&record).expect("a struct of texts and numbers has a JSON form");
    // `serde_json` does not escape C1 control characters and direction marks, which a terminal acts on.
    for letter in json.chars() {
        if is_control(letter) {
            for unit in letter.encode_utf16(&mut [0; 2]) {
                write!(out, "\\u{unit:04x}").expect("writing to a string cannot fail");
            }
        } else {
            out.push(letter);
        }
    }
    out.push('\n');
}
