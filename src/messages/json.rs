//! For programs: one JSON object a line.
use super::visible::acts;
use super::{Places, Said};
use crate::model::{Diagnostic, Severity};
use crate::words::Words;
use serde::Serialize;
use std::fmt::Write as _;

/// The JSON Schema of one line of `--format json`.
pub const DIAGNOSTICS_SCHEMA: &str = include_str!("diagnostics.schema.json");

#[derive(Serialize)]
struct Object<'a> {
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
    said: &Said,
    places: &Places<'_>,
    words: &Words,
) {
    let place = places.of(&diagnostic.span);
    let object = Object {
        code: diagnostic.code.name,
        severity: match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        path: diagnostic.span.file.as_str(),
        line: place.map(|place| place.line),
        column: place.map(|place| place.column),
        end_line: place.map(|place| place.end_line),
        end_column: place.map(|place| place.end_column),
        message: &said.message,
        help: said.help.as_deref(),
        explain: words.say(&diagnostic.code.key(), Some("means"), &[]),
    };
    let text = serde_json::to_string(&object).expect("a struct of texts and numbers has a JSON form");
    // JSON leaves C1 controls and marks of direction as they are; escaped, they mean the same and do nothing.
    for letter in text.chars() {
        if acts(letter) {
            for unit in letter.encode_utf16(&mut [0; 2]) {
                write!(out, "\\u{unit:04x}").expect("writing to a string cannot fail");
            }
        } else {
            out.push(letter);
        }
    }
    out.push('\n');
}
