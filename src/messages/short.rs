//! One line each, for text editors.
use super::{DiagnosticText, LineIndex, severity, visible};
use crate::model::Diagnostic;
use crate::words::Words;
use std::fmt::Write as _;

/// Adds one diagnostic: `path:line:column: error[code] message`, without line and column if the file was not read.
pub(super) fn write(
    out: &mut String,
    diagnostic: &Diagnostic,
    text: &DiagnosticText,
    index: &LineIndex<'_>,
    words: &Words,
) {
    let mut location = visible(diagnostic.span.file.as_str()).into_owned();
    if let Some(range) = index.range(&diagnostic.span) {
        write!(location, ":{}:{}", range.start.line, range.start.column)
            .expect("writing to a string cannot fail");
    }
    let severity = severity(diagnostic.severity, words);
    writeln!(out, "{location}: {severity}[{}] {}", diagnostic.code.name, text.message)
        .expect("writing to a string cannot fail");
}
