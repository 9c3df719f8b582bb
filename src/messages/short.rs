//! For editors: one line each.
use super::{Places, Said, severity, visible};
use crate::model::Diagnostic;
use crate::words::Words;
use std::fmt::Write as _;

/// Adds one diagnostic: `path:line:column: error[code] message`; without line and column in a file not read.
pub(super) fn write(
    out: &mut String,
    diagnostic: &Diagnostic,
    said: &Said,
    places: &Places<'_>,
    words: &Words,
) {
    let mut place = visible(diagnostic.span.file.as_str()).into_owned();
    if let Some(found) = places.of(&diagnostic.span) {
        write!(place, ":{}:{}", found.line, found.column).expect("writing to a string cannot fail");
    }
    let severity = severity(diagnostic.severity, words);
    writeln!(out, "{place}: {severity}[{}] {}", diagnostic.code.name, said.message)
        .expect("writing to a string cannot fail");
}
