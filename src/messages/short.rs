//! One line each, for text editors.
use super::describe::{DiagnosticText, severity};
use super::line_index::LineIndex;
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
    let location = index.place(&diagnostic.span);
    let severity = severity(diagnostic.severity, words);
    writeln!(out, "{location}: {severity}[{}] {}", diagnostic.code.name, text.message)
        .expect("writing to a string cannot fail");
}
