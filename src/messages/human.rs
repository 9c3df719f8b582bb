//! For people: what is wrong, where, the line itself, and the way out.
//!
//! Our own lines rather than a crate's: `annotate-snippets` draws other frames, indexes the whole file for every
//! excerpt (seconds for ten thousand diagnostics, a ten-megabyte line in full) and lets C1 controls through.
use super::{Colour, Places, Said, excerpt, sentence, severity, visible};
use crate::model::{Diagnostic, Severity};
use crate::words::Words;
use std::fmt::Write as _;

/// Adds one diagnostic, and an empty line after it.
pub(super) fn write(
    out: &mut String,
    diagnostic: &Diagnostic,
    said: &Said,
    places: &Places<'_>,
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
    let place = places.of(&diagnostic.span);
    let number = place.map_or_else(String::new, |place| place.line.to_string());
    let margin = " ".repeat(number.len());

    let mut lines = vec![format!("{head} {}", paint.strong(&said.message))];
    match (place, places.lines(&diagnostic.span.file)) {
        (Some(place), Some(file)) => {
            lines.push(format!("{margin} {} {path}:{}:{}", paint.frame("┌─"), place.line, place.column));
            let shown =
                excerpt::cut(file, place, diagnostic.span.start as usize, diagnostic.span.end as usize);
            lines.push(format!("{} {}", paint.frame(&format!("{number} │")), shown.text));
            let label = said.label.as_deref().unwrap_or_default();
            let marks = format!("{} {label}", "^".repeat(shown.marks));
            let marks = match diagnostic.severity {
                Severity::Error => paint.error(marks.trim_end()),
                Severity::Warning => paint.warning(marks.trim_end()),
            };
            lines.push(format!("{margin} {} {}{marks}", paint.frame("│"), " ".repeat(shown.skip)));
        }
        _ => lines.push(format!("{margin}  {} {path}", paint.frame("┌─"))),
    }
    if let Some(help) = &said.help {
        let word = sentence(words, "help-word", &[]);
        lines.push(format!("{margin} {} {} {help}", paint.frame("="), paint.help(&word)));
    }
    for line in lines {
        writeln!(out, "{}", line.trim_end()).expect("writing to a string cannot fail");
    }
    out.push('\n');
}

/// Colours of a terminal, or none.
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
