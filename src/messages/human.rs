//! For people: what is wrong, where, the line itself, and the way out.
//!
//! The crate `annotate-snippets` is not used: it reads the whole file for every excerpt, which takes seconds for ten
//! thousand diagnostics, prints a line of ten megabytes in full, and lets C1 control characters through.
use super::describe::{DiagnosticText, sentence, severity};
use super::line_index::LineIndex;
use super::paint::{BLUE, BOLD, CYAN, Colour, Paint, RED, YELLOW};
use super::{excerpt, visible::visible};
use crate::model::{Diagnostic, Severity};
use crate::words::Words;
use std::fmt::Write as _;

/// Adds one diagnostic, with a line about other places if there are some, and an empty line after it.
pub(super) fn write(
    out: &mut String,
    diagnostic: &Diagnostic,
    text: &DiagnosticText,
    other_places: Option<&str>,
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
            let line = format!("{}{}{}", excerpt.before, excerpt.marked, excerpt.after);
            lines.push(format!("{} {line}", paint.with(BLUE, &format!("{number} │"))));
            let label = text.label.as_deref().unwrap_or_default();
            let marks = format!("{} {label}", "^".repeat(excerpt.marks()));
            let marks = paint.with(colour, marks.trim_end());
            lines.push(format!("{margin} {} {}{marks}", paint.with(BLUE, "│"), " ".repeat(excerpt.skip())));
        }
        _ => lines.push(format!("{margin}  {} {path}", paint.with(BLUE, "┌─"))),
    }
    if let Some(places) = other_places {
        lines.push(format!("{margin} {} {places}", paint.with(BLUE, "=")));
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
