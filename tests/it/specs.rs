//! Runs the specs: the diagnostics of small guides, with their places, in two languages.
use super::spec_format::{self, Case, Finding};
use jalon::messages::{self, Colour, Detail, LineIndex, Style};
use jalon::model::{ALL_CODES, Arg, Date, Diagnostic, Language, Options, Sources};
use jalon::pipeline::{Build, build};
use jalon::words::Words;
use rayon::prelude::*;
use std::collections::BTreeSet;

/// Codes without a spec, with the reason. `disk.rs` tests those that need a disk.
const WITHOUT_SPEC: [(&str, &str); 24] = [
    ("file/bad-name", "the name of a file on a disk"),
    ("file/not-a-file", "a pipe or a device on a disk"),
    ("file/outside-link", "a link on a disk"),
    ("file/link-loop", "a link on a disk"),
    ("file/dangling-link", "a link on a disk"),
    ("file/left-out", "a file that is not read"),
    ("file/unreadable", "a file that the disk refuses"),
    ("front/too-large", "64 KiB of front matter: `extremes.rs`"),
    ("image/heavy", "half a megabyte: `extremes.rs`"),
    ("external/gone", "the network: `external.rs`"),
    ("external/failing", "the network: `external.rs`"),
    ("external/moved", "the network: `external.rs`"),
    ("external/blocked", "the network: `external.rs`"),
    ("external/flaky", "the network: `external.rs`"),
    ("external/unreachable", "the network: `external.rs`"),
    ("external/refused", "the network: `external.rs`"),
    ("external/certificate-ends", "the network: `external.rs`"),
    ("output/too-large", "a page of a megabyte: `extremes.rs`"),
    ("output/pdf-letter", "a feature that can be left out: `pdf.rs`"),
    ("output/too-many-lists", "a feature that can be left out: `output/tests.rs`"),
    ("output/list-too-long", "a feature that can be left out: `output/tests.rs`"),
    ("output/book-html", "a book, which specs do not make: `book.rs`"),
    ("theme/pdf-error", "a feature that can be left out: `pdf.rs`"),
    ("theme/pdf-warning", "a feature that can be left out: `pdf.rs`"),
];

/// A build on the day of all specs.
pub(crate) fn built(sources: &Sources) -> Build {
    let today = Date::parse("2026-11-23").expect("a day of the calendar");
    let options =
        Options { today, drafts: false, portable: false, whole: true, holds_pages: true, last: false };
    build(sources, &[], options, &Build::default())
}

#[test]
fn every_section_gives_exactly_the_expected_diagnostics() {
    let cases = spec_format::all();
    assert!(cases.len() > 100, "{} cases are read", cases.len());
    let failed: Vec<String> = cases.par_iter().filter_map(difference).collect();
    assert!(failed.is_empty(), "{} of {} specs fail\n\n{}", failed.len(), cases.len(), failed.join("\n"));
}

#[test]
fn every_code_has_a_spec() {
    let cases = spec_format::all();
    let expected: BTreeSet<&str> = cases.iter().flat_map(|case| &case.expected).map(Finding::code).collect();
    for code in ALL_CODES {
        let excepted = WITHOUT_SPEC.iter().any(|(name, _)| *name == code.name);
        assert!(
            expected.contains(code.name) != excepted,
            "{}: a spec or an exception, one of both",
            code.name
        );
    }
    for name in expected {
        assert!(ALL_CODES.iter().any(|code| code.name == name), "{name}: no such code");
    }
}

/// The diagnostics that are missing from a section or not expected; none if it is right.
fn difference(case: &Case) -> Option<String> {
    let sources = spec_format::sources(&case.files);
    let mut diagnostics = built(&sources).diagnostics;
    // Reported only by a program with PDFs.
    diagnostics.retain(|diagnostic| diagnostic.code.name != "output/pdf-letter");
    let mut made: Vec<Option<Finding>> = printed(&diagnostics, &sources).into_iter().map(Some).collect();
    let mut lines = Vec::new();
    for expected in &case.expected {
        let same = made.iter_mut().find(|one| one.as_ref().is_some_and(|one| expected.admits(one)));
        match same {
            Some(one) => *one = None,
            None => lines.push(format!("  missing  {expected}")),
        }
    }
    lines.extend(made.iter().flatten().map(|one| format!("  too much {one}")));
    lines.extend(diagnostics.iter().flat_map(message_faults).map(|fault| format!("  words    {fault}")));
    let printed = messages::render(
        &diagnostics,
        &sources,
        &messages::words(Language::French),
        Style::Human(Colour::Off, Detail::All),
    );
    if diagnostics.is_empty() != printed.is_empty() {
        lines.push("  words    the diagnostics cannot be printed".to_owned());
    }
    (!lines.is_empty()).then(|| format!("{}\n{}\n", case.name, lines.join("\n")))
}

/// The diagnostics in the format of specs.
pub(crate) fn printed(diagnostics: &[Diagnostic], sources: &Sources) -> Vec<Finding> {
    let index = LineIndex::new(sources, diagnostics.iter().map(|diagnostic| &diagnostic.span.file));
    let diagnostic = |diagnostic: &Diagnostic| {
        let at = index.range(&diagnostic.span).map_or_else(
            || diagnostic.span.file.to_string(),
            |range| format!("{}:{}:{}", diagnostic.span.file, range.start.line, range.start.column),
        );
        let bytes = sources.get(&diagnostic.span.file).map(|source| source.bytes()).unwrap_or_default();
        let span = diagnostic.span.start as usize..diagnostic.span.end as usize;
        let text = String::from_utf8_lossy(bytes.get(span).unwrap_or_default()).into_owned();
        let help = diagnostic.help.and_then(|help| help.strip_prefix("help-"));
        let help = help.into_iter().map(|help| format!("help: {help}"));
        Finding {
            head: format!("{} {} {at}", diagnostic.severity.name(), diagnostic.code.name),
            text: Some(text.replace("\r\n", "⏎").replace('\n', "⏎")),
            args: help.chain(diagnostic.args.iter().map(|(name, value)| argument(name, value))).collect(),
        }
    };
    diagnostics.iter().map(diagnostic).collect()
}

fn argument(name: &str, value: &Arg) -> String {
    match value {
        Arg::Text(text) => format!("{name}: {text}"),
        Arg::Number(number) => format!("{name}: {number}"),
        Arg::Date(date) => format!("{name}: {date}"),
    }
}

/// The faults of a diagnostic's message: a variable without a value, a help text that does not exist, a sentence
/// without translation.
pub(crate) fn message_faults(diagnostic: &Diagnostic) -> Vec<String> {
    let [french, english] = [Language::French, Language::English].map(|language| {
        let words: Words = messages::words(language);
        messages::describe(diagnostic, &words)
    });
    let mut message_faults = Vec::new();
    let mut report = |what: &str| message_faults.push(format!("{}: {what}", diagnostic.code.name));
    for diagnostics_of in [&french, &english] {
        for text in
            [Some(&diagnostics_of.message), diagnostics_of.label.as_ref(), diagnostics_of.help.as_ref()]
                .into_iter()
                .flatten()
        {
            if text.contains("{$") || text.contains("-type}") || text.contains("-none}") {
                report(text);
            }
        }
        if diagnostics_of.help.is_none() && diagnostic.help.is_some() {
            report(&format!("has no way out called `{}`", diagnostic.help.unwrap_or_default()));
        }
        if diagnostics_of.message == diagnostic.code.name {
            report("has no words");
        }
    }
    for (french, english) in [
        (Some(french.message), Some(english.message)),
        (french.label, english.label),
        (french.help, english.help),
    ] {
        if let (Some(french), Some(english)) = (french, english)
            && french == english
        {
            report(&format!("not translated: {french}"));
        }
    }
    message_faults
}
