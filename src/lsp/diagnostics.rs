//! Diagnostics of Jalon as those of the protocol.
use super::text::{TextLines, TextRange};
use crate::messages;
use crate::model::{Diagnostic, Severity};
use crate::words::Words;
use serde_json::{Value, json};

/// One diagnostic. Without the lines of its file, it stands at the beginning.
pub(super) fn diagnostic(found: &Diagnostic, lines: Option<&TextLines<'_>>, words: &Words) -> Value {
    let text = messages::describe(found, words);
    let message = match &text.help {
        Some(help) => format!("{}\n{help}", text.message),
        None => text.message,
    };
    json!({
        "range": range(found, lines),
        "severity": match found.severity {
            Severity::Error => 1,
            Severity::Warning => 2,
        },
        "code": found.code.name,
        "source": "jalon",
        "message": message,
    })
}

/// The range of a diagnostic.
pub(super) fn range(found: &Diagnostic, lines: Option<&TextLines<'_>>) -> TextRange {
    lines.map(|lines| lines.range(&found.span)).unwrap_or_default()
}
