//! For GitLab: a code quality report, one JSON array.
//!
//! <https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format>
use super::{Places, Said};
use crate::model::{Diagnostic, Severity};
use crate::stamp::Stamp;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The report. A finding's fingerprint is made of its file, its code and its words, and of how many equal ones stand
/// before it in the file: text inserted above changes no fingerprint, and two equal findings have two.
pub(super) fn document(found: &[(&Diagnostic, Said)], places: &Places<'_>) -> String {
    let mut equal: BTreeMap<(&str, &str, &str), usize> = BTreeMap::new();
    let issues: Vec<Value> = found
        .iter()
        .map(|(diagnostic, said)| {
            let path = diagnostic.span.file.as_str();
            let before = equal.entry((path, diagnostic.code.name, &said.message)).or_default();
            let mark = format!("{path}\n{}\n{}\n{before}", diagnostic.code.name, said.message);
            *before += 1;
            let help = said.help.as_deref().map(|help| format!(" ({help})")).unwrap_or_default();
            json!({
                "description": format!("{}{help}", said.message),
                "check_name": diagnostic.code.name,
                "fingerprint": Stamp::of_bytes(mark.as_bytes()).to_hex(),
                "severity": match diagnostic.severity {
                    Severity::Error => "major",
                    Severity::Warning => "minor",
                },
                "location": {
                    "path": path,
                    "lines": { "begin": places.of(&diagnostic.span).map_or(1, |place| place.line) },
                },
            })
        })
        .collect();
    format!("{}\n", Value::from(issues))
}
