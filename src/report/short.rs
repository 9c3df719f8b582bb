//! For editors: one line each.
use super::{Places, Said, severity, visible};
use crate::model::Diagnostic;
use crate::words::Words;
use std::fmt::Write as _;

/// Adds one diagnostic: `path:line:column: error[code] message`; without line and column in a file not read.
pub(super) fn write(out: &mut String, note: &Diagnostic, said: &Said, places: &Places<'_>, words: &Words) {
    let mut place = visible(note.span.file.as_str()).into_owned();
    if let Some(found) = places.of(&note.span) {
        write!(place, ":{}:{}", found.line, found.column).expect("writing to a string cannot fail");
    }
    let severity = severity(note.severity, words);
    writeln!(out, "{place}: {severity}[{}] {}", note.code.name, said.message)
        .expect("writing to a string cannot fail");
}
