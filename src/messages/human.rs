//! For people: what is wrong, where, the line itself, and the way out.
//!
//! The crate `annotate-snippets` is not used: it reads the whole file for every excerpt, which takes seconds for ten
//! thousand diagnostics, prints a line of ten megabytes in full, and lets C1 control characters through.
use super::{Colour, DiagnosticText, LineIndex, excerpt, sentence, severity, visible};
use crate::model::{Diagnostic, Severity};
use crate::words::Words;
use std::fmt::Write as _;

/// Adds one diagnostic, and an empty line after it.
pub(super) fn write(
    out: &mut String,
    diagnostic: &Diagnostic,
    text: &DiagnosticText,
    index: &LineIndex<'_>,
    words: &Words,
    colour: Colour,
) {
    let paint = Paint(colour);
    let head = format!("{}[{}]:", severity(diagnostic.severity, words), diagnostic.code.name);
    let head = match diagnostic.severity {
        Severity::Error => paint.error(&head),
        Severity::Warning => paint.warning(&head),
    };
    let path = visible(diagnostic.span.file.as_str());
    let start = index.range(&diagnostic.span).map(|range| range.start);
    let number = start.map_or_else(String::new, |start| start.line.to_string());
    let margin = " ".repeat(number.len());

    let mut lines = vec![format!("{head} {}", paint.strong(&text.message))];
    match (start, index.lines(&diagnostic.span.file)) {
        (Some(start), Some(file)) => {
            lines.push(format!("{margin} {} {path}:{}:{}", paint.frame("┌─"), start.line, start.column));
            let excerpt =
                excerpt::cut(file, start.line, diagnostic.span.start as usize, diagnostic.span.end as usize);
            lines.push(format!("{} {}", paint.frame(&format!("{number} │")), excerpt.text));
            let label = text.label.as_deref().unwrap_or_default();
            let marks = format!("{} {label}", "^".repeat(excerpt.marks));
            let marks = match diagnostic.severity {
                Severity::Error => paint.error(marks.trim_end()),
                Severity::Warning => paint.warning(marks.trim_end()),
            };
            lines.push(format!("{margin} {} {}{marks}", paint.frame("│"), " ".repeat(excerpt.skip)));
        }
        _ => lines.push(format!("{margin}  {} {path}", paint.frame("┌─"))),
    }
    if let Some(help) = &text.help {
        let word = sentence(words, "help-word", &[]);
        lines.push(format!("{margin} {} {} {help}", paint.frame("="), paint.help(&word)));
    }
    for line in lines {
        writeln!(out, "{}", line.trim_end()).expect("writing to a string cannot fail");
    }
    out.push('\n');
}

/// Adds ANSI colours to text, or none.
#[derive(Clone, Copy)]
pub(super) struct Paint(pub(super) Colour);

impl Paint {
    fn with(self, code: &str, text: &str) -> String {
        match self.0 {
            Colour::On => format!("\u{1b}[{code}m{text}\u{1b}[0m"),
            Colour::Off => text.to_owned(),
        }
    }

    /// Bold red.
    pub(super) fn error(self, text: &str) -> String {
        self.with("1;31", text)
    }

    /// Bold yellow.
    pub(super) fn warning(self, text: &str) -> String {
        self.with("1;33", text)
    }

    /// Bold cyan.
    pub(super) fn help(self, text: &str) -> String {
        self.with("1;36", text)
    }

    /// Bold.
    pub(super) fn strong(self, text: &str) -> String {
        self.with("1", text)
    }

    /// Blue.
    pub(super) fn frame(self, text: &str) -> String {
        self.with("34", text)
    }
}
