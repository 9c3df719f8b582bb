//! GitHub Actions: one workflow command per line, which GitHub shows beside the changed line.
//!
//! <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>
use super::describe::DiagnosticText;
use super::line_index::LineIndex;
use crate::model::Diagnostic;
use std::fmt::Write as _;

/// Adds one diagnostic: `::error file=…,line=…,title=…::message`.
pub(super) fn write(out: &mut String, diagnostic: &Diagnostic, text: &DiagnosticText, index: &LineIndex<'_>) {
    let command = diagnostic.severity.name();
    let mut location = format!("file={}", property(diagnostic.span.file.as_str()));
    if let Some(range) = index.range(&diagnostic.span) {
        write!(location, ",line={},endLine={}", range.start.line, range.end.line)
            .expect("writing to a string cannot fail");
        // GitHub refuses columns of a range over several lines.
        if range.start.line == range.end.line {
            let end = range.end.column.max(range.start.column);
            write!(location, ",col={},endColumn={end}", range.start.column)
                .expect("writing to a string cannot fail");
        }
    }
    let help = text.help.as_deref().map(|help| format!("\n{help}")).unwrap_or_default();
    let message = data(&format!("{}{help}", text.message));
    writeln!(out, "::{command} {location},title={}::{message}", property(diagnostic.code.name))
        .expect("writing to a string cannot fail");
}

/// The message of a command, escaped.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property, escaped.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
