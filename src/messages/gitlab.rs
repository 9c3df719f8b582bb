//! GitLab: a code quality report, one JSON array.
//!
//! <https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format>
use super::describe::DiagnosticText;
use super::line_index::LineIndex;
use crate::model::{Diagnostic, Severity};
use crate::stamp::Stamp;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The report. A fingerprint is made of file, code and message, and of the number of equal diagnostics before it in the
/// file. So text inserted above changes no fingerprint, and equal diagnostics have different ones.
pub(super) fn document(diagnostics: &[(&Diagnostic, DiagnosticText)], index: &LineIndex<'_>) -> String {
    let mut equal: BTreeMap<(&str, &str, &str), usize> = BTreeMap::new();
    let issues: Vec<Value> = diagnostics
        .iter()
        .map(|(diagnostic, text)| {
            let path = diagnostic.span.file.as_str();
            let before = equal.entry((path, diagnostic.code.name, &text.message)).or_default();
            let identity = format!("{path}\n{}\n{}\n{before}", diagnostic.code.name, text.message);
            *before += 1;
            let help = text.help.as_deref().map(|help| format!(" ({help})")).unwrap_or_default();
            json!({
                "description": format!("{}{help}", text.message),
                "check_name": diagnostic.code.name,
                "fingerprint": Stamp::of_bytes(identity.as_bytes()).to_hex(),
                "severity": match diagnostic.severity {
                    Severity::Error => "major",
                    Severity::Warning => "minor",
                },
                "location": {
                    "path": path,
                    "lines": { "begin": index.range(&diagnostic.span).map_or(1, |range| range.start.line) },
                },
            })
        })
        .collect();
    format!("{}\n", Value::from(issues))
}
