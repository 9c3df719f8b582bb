//! For build servers that read test results: `JUnit` XML, one test case a finding.
use super::{Places, Said, count};
use crate::model::{Diagnostic, Severity};
use crate::text::escape::escaped;
use crate::words::Words;
use std::fmt::Write as _;

/// The report. Without a finding it holds one test that passed, because servers take an empty report for a failure.
pub(super) fn document(found: &[(&Diagnostic, Said)], places: &Places<'_>, words: &Words) -> String {
    let tests = found.len().max(1);
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <testsuites name=\"jalon\" tests=\"{tests}\" failures=\"{}\" errors=\"0\">\n\
         <testsuite name=\"jalon check\" tests=\"{tests}\" failures=\"{}\" errors=\"0\" skipped=\"0\">\n",
        found.len(),
        found.len(),
    );
    if found.is_empty() {
        let nothing = count(&[], words);
        writeln!(out, "<testcase classname=\"guide\" name=\"{}\"/>", escaped(&nothing))
            .expect("writing to a string cannot fail");
    }
    for (diagnostic, said) in found {
        let path = escaped(diagnostic.span.file.as_str());
        let place = places.of(&diagnostic.span).map(|place| format!("{}:{}", place.line, place.column));
        let place = place.unwrap_or_default();
        let kind = if diagnostic.severity == Severity::Error { "error" } else { "warning" };
        let help = said.help.as_deref().map(|help| format!("\n{help}")).unwrap_or_default();
        writeln!(
            out,
            "<testcase classname=\"{path}\" name=\"{code} {place}\">\
             <failure type=\"{kind}\" message=\"{message}\">{path}:{place}: {text}</failure></testcase>",
            code = diagnostic.code.name,
            message = escaped(&said.message),
            text = escaped(&format!("{}{help}", said.message)),
        )
        .expect("writing to a string cannot fail");
    }
    out.push_str("</testsuite>\n</testsuites>\n");
    out
}
