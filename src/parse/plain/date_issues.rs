//! Finds doubtful dates in the texts of settings, front matter and the registry.
use super::prose::{self, TextPart};
use super::texts::{self, inside};
use crate::language::dates;
use crate::model::{DateIssue, Located, Record, Span};

/// Finds the doubtful dates in all texts of a record.
pub(in crate::parse) fn of_record(record: &Record, found: &mut Vec<Located<DateIssue>>) {
    texts::of_record(record, &mut |text, span| of_text(text, span, found));
}

/// The doubtful dates in some fields of a record.
pub(in crate::parse) fn of_fields(record: &Record, names: &[&str]) -> Vec<Located<DateIssue>> {
    let mut found = Vec::new();
    texts::of_fields(record, names, &mut |text, span| of_text(text, span, &mut found));
    found
}

/// Placeholders are skipped.
fn of_text(text: &str, span: &Span, found: &mut Vec<Located<DateIssue>>) {
    let mut at = 0;
    for part in prose::parts(text) {
        match part {
            TextPart::Text(words) => {
                for (date, issue) in dates::date_issues(words) {
                    let span = inside(span, text, at + date.start, at + date.end);
                    found.push(Located::new(span, issue));
                }
                at += words.len();
            }
            TextPart::Placeholder { whole, .. } => at += whole.len(),
        }
    }
}
