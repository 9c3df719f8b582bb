//! For tools that gather findings: SARIF 2.1.0, one JSON object.
//!
//! <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>
use super::{Places, Said};
use crate::model::{Code, Diagnostic, Severity};
use crate::words::Words;
use serde_json::{Value, json};

/// The log: one run, the rules that it found broken, and each place. Columns count characters (Unicode code points).
pub(super) fn document(found: &[(&Diagnostic, Said)], places: &Places<'_>, words: &Words) -> String {
    let mut codes: Vec<Code> = found.iter().map(|(diagnostic, _)| diagnostic.code).collect();
    codes.sort_by_key(|code| code.name);
    codes.dedup();
    let rules: Vec<Value> = codes.iter().map(|code| rule(*code, words)).collect();
    let results: Vec<Value> = found
        .iter()
        .map(|(diagnostic, said)| {
            let help = said.help.as_deref().map(|help| format!(" ({help})")).unwrap_or_default();
            let rule =
                codes.binary_search_by_key(&diagnostic.code.name, |code| code.name).unwrap_or_default();
            json!({
                "ruleId": diagnostic.code.name,
                "ruleIndex": rule,
                "level": level(diagnostic.severity),
                "message": { "text": format!("{}{help}", said.message) },
                "locations": [{ "physicalLocation": place(diagnostic, places) }],
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

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

fn rule(code: Code, words: &Words) -> Value {
    let say = |attribute| words.say(&code.key(), Some(attribute), &[]).unwrap_or_default();
    json!({
        "id": code.name,
        "shortDescription": { "text": say("means") },
        "help": { "text": say("fix") },
        "defaultConfiguration": { "level": level(code.severity) },
    })
}

fn place(diagnostic: &Diagnostic, places: &Places<'_>) -> Value {
    let file = json!({ "uri": uri(diagnostic.span.file.as_str()), "uriBaseId": "ROOT" });
    match places.of(&diagnostic.span) {
        Some(found) => json!({
            "artifactLocation": file,
            "region": {
                "startLine": found.line,
                "startColumn": found.column,
                "endLine": found.end_line,
                "endColumn": found.end_column,
            },
        }),
        None => json!({ "artifactLocation": file }),
    }
}

/// A path as a relative reference: RFC 3986, section 4.2.
fn uri(path: &str) -> String {
    use std::fmt::Write as _;
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/!$&'()*+,;=@".contains(&byte) {
            out.push(char::from(byte));
        } else {
            write!(out, "%{byte:02X}").expect("writing to a string cannot fail");
        }
    }
    out
}
