//! For GitHub Actions: one workflow command a line, shown beside the line of the change.
//!
//! <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>
use super::{Places, Said};
use crate::model::{Diagnostic, Severity};
use std::fmt::Write as _;

/// Adds one diagnostic: `::error file=…,line=…,title=…::message`.
pub(super) fn write(out: &mut String, diagnostic: &Diagnostic, said: &Said, places: &Places<'_>) {
    let command = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let mut place = format!("file={}", property(diagnostic.span.file.as_str()));
    if let Some(found) = places.of(&diagnostic.span) {
        write!(place, ",line={},endLine={}", found.line, found.end_line).expect("a string takes all");
        // Columns count only within one line.
        if found.line == found.end_line {
            let end = found.end_column.max(found.column);
            write!(place, ",col={},endColumn={end}", found.column).expect("a string takes all");
        }
    }
    let help = said.help.as_deref().map(|help| format!("\n{help}")).unwrap_or_default();
    let message = data(&format!("{}{help}", said.message));
    writeln!(out, "::{command} {place},title={}::{message}", property(diagnostic.code.name))
        .expect("writing to a string cannot fail");
}

/// Text after the command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property of the command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
