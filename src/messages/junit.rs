//! `JUnit` XML, for build servers that read test results: one test case per diagnostic.
use super::describe::DiagnosticText;
use super::digest::count;
use super::line_index::LineIndex;
use crate::model::Diagnostic;
use crate::text::escape::escaped;
use crate::words::Words;
use std::fmt::Write as _;

/// The report. Without diagnostics it holds one passed test, because servers treat an empty report as a failure.
pub(super) fn document(
    diagnostics: &[(&Diagnostic, DiagnosticText)],
    index: &LineIndex<'_>,
    words: &Words,
) -> String {
    let tests = diagnostics.len().max(1);
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <testsuites name=\"jalon\" tests=\"{tests}\" failures=\"{}\" errors=\"0\">\n\
         <testsuite name=\"jalon check\" tests=\"{tests}\" failures=\"{}\" errors=\"0\" skipped=\"0\">\n",
        diagnostics.len(),
        diagnostics.len(),
    );
    if diagnostics.is_empty() {
        let nothing = count(&[], words);
        writeln!(out, "<testcase classname=\"guide\" name=\"{}\"/>", escaped(&nothing))
            .expect("writing to a string cannot fail");
    }
    for (diagnostic, text) in diagnostics {
        let path = escaped(diagnostic.span.file.as_str());
        let start = index.range(&diagnostic.span).map(|range| range.start);
        let location = start.map(|start| format!("{}:{}", start.line, start.column)).unwrap_or_default();
        let kind = diagnostic.severity.name();
        let help = text.help.as_deref().map(|help| format!("\n{help}")).unwrap_or_default();
        writeln!(
            out,
            "<testcase classname=\"{path}\" name=\"{code} {location}\">\
             <failure type=\"{kind}\" message=\"{message}\">{path}:{location}: {text}</failure></testcase>",
            code = diagnostic.code.name,
            message = escaped(&text.message),
            text = escaped(&format!("{}{help}", text.message)),
        )
        .expect("writing to a string cannot fail");
    }
    out.push_str("</testsuite>\n</testsuites>\n");
    out
}
