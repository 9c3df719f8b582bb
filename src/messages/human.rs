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
    let colour = if diagnostic.severity == Severity::Error { RED } else { YELLOW };
    let head = format!("{}[{}]:", severity(diagnostic.severity, words), diagnostic.code.name);
    let head = paint.with(colour, &head);
    let path = visible(diagnostic.span.file.as_str());
    let start = index.range(&diagnostic.span).map(|range| range.start);
    let number = start.map_or_else(String::new, |start| start.line.to_string());
    let margin = " ".repeat(number.len());

    let mut lines = vec![format!("{head} {}", paint.with(BOLD, &text.message))];
    match (start, index.lines(&diagnostic.span.file)) {
        (Some(start), Some(file)) => {
            lines.push(format!("{margin} {} {path}:{}:{}", paint.with(BLUE, "┌─"), start.line, start.column));
            let excerpt =
                excerpt::cut(file, start.line, diagnostic.span.start as usize, diagnostic.span.end as usize);
            lines.push(format!("{} {}", paint.with(BLUE, &format!("{number} │")), excerpt.text));
            let label = text.label.as_deref().unwrap_or_default();
            let marks = format!("{} {label}", "^".repeat(excerpt.marks));
            let marks = paint.with(colour, marks.trim_end());
            lines.push(format!("{margin} {} {}{marks}", paint.with(BLUE, "│"), " ".repeat(excerpt.skip)));
        }
        _ => lines.push(format!("{margin}  {} {path}", paint.with(BLUE, "┌─"))),
    }
    if let Some(help) = &text.help {
        let word = sentence(words, "help-word", &[]);
        lines.push(format!("{margin} {} {} {help}", paint.with(BLUE, "="), paint.with(CYAN, &word)));
    }
    for line in lines {
        writeln!(out, "{}", line.trim_end()).expect("writing to a string cannot fail");
    }
    out.push('\n');
}

// ANSI codes of text (ECMA-48, 8.3.117): the first three are bold too.
pub(super) const RED: &str = "1;31";
const YELLOW: &str = "1;33";
pub(super) const CYAN: &str = "1;36";
const BOLD: &str = "1";
const BLUE: &str = "34";

/// Adds ANSI colours to text, or none.
#[derive(Clone, Copy)]
pub(super) struct Paint(pub(super) Colour);

impl Paint {
    pub(super) fn with(self, code: &str, text: &str) -> String {
        match self.0 {
            Colour::On => format!("\u{1b}[{code}m{text}\u{1b}[0m"),
            Colour::Off => text.to_owned(),
        }
    }
}
