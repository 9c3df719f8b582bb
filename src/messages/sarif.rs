//! SARIF 2.1.0, a format of many analysis tools: one JSON object.
//!
//! <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>
use super::describe::DiagnosticText;
use super::line_index::LineIndex;
use crate::model::{Code, Diagnostic};
use crate::text::percent::{REFERENCE, encode};
use crate::words::Words;
use serde_json::{Value, json};

/// The log: one run with its diagnostics and the rules they break. Columns count characters (Unicode code points).
pub(super) fn document(
    diagnostics: &[(&Diagnostic, DiagnosticText)],
    index: &LineIndex<'_>,
    words: &Words,
) -> String {
    let mut codes: Vec<Code> = diagnostics.iter().map(|(diagnostic, _)| diagnostic.code).collect();
    codes.sort_by_key(|code| code.name);
    codes.dedup();
    let rules: Vec<Value> = codes.iter().map(|code| rule(*code, words)).collect();
    let results: Vec<Value> = diagnostics
        .iter()
        .map(|(diagnostic, text)| {
            let help = text.help.as_deref().map(|help| format!(" ({help})")).unwrap_or_default();
            let rule =
                codes.binary_search_by_key(&diagnostic.code.name, |code| code.name).unwrap_or_default();
            json!({
                "ruleId": diagnostic.code.name,
                "ruleIndex": rule,
                "level": diagnostic.severity.name(),
                "message": { "text": format!("{}{help}", text.message) },
                "locations": [{ "physicalLocation": location(diagnostic, index) }],
            })
        })
        .collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "jalon",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            } },
            "columnKind": "unicodeCodePoints",
            "originalUriBaseIds": { "ROOT": { "description": { "text": "the project root" } } },
            "results": results,
        }],
    });
    format!("{log}\n")
}

fn rule(code: Code, words: &Words) -> Value {
    let say = |attribute| words.say(&code.key(), Some(attribute), &[]).unwrap_or_default();
    json!({
        "id": code.name,
        "shortDescription": { "text": say("means") },
        "help": { "text": say("fix") },
        "defaultConfiguration": { "level": code.severity.name() },
    })
}

fn location(diagnostic: &Diagnostic, index: &LineIndex<'_>) -> Value {
    let file =
        json!({ "uri": encode(diagnostic.span.file.as_str(), REFERENCE).to_string(), "uriBaseId": "ROOT" });
    match index.range(&diagnostic.span) {
        Some(range) => json!({
            "artifactLocation": file,
            "region": {
                "startLine": range.start.line,
                "startColumn": range.start.column,
                "endLine": range.end.line,
                "endColumn": range.end.column,
            },
        }),
        None => json!({ "artifactLocation": file }),
    }
}
