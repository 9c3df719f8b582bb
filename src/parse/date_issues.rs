//! Dates in the texts of settings, front matter and the registry.
use super::markdown::prose::{self, Prose};
use crate::model::{DateIssue, Located, Record, Span, Value};
use crate::text::dates;

/// What there is to doubt about dates in all texts of a record.
pub(super) fn of_record(record: &Record, found: &mut Vec<Located<DateIssue>>) {
    for (_, located) in &record.fields {
        of_value(located, found);
    }
}

/// What there is to doubt about dates in some fields of a record.
pub(super) fn of_fields(record: &Record, names: &[&str]) -> Vec<Located<DateIssue>> {
    let mut found = Vec::new();
    for located in names.iter().filter_map(|name| record.get(name)) {
        of_value(located, &mut found);
    }
    found
}

fn of_value(located: &Located<Value>, found: &mut Vec<Located<DateIssue>>) {
    match &located.value {
        Value::Text(text) => of_text(text, &located.span, found),
        Value::List(items) => items.iter().for_each(|item| of_value(item, found)),
        Value::Group(record) => of_record(record, found),
        _ => {}
    }
}

/// A placeholder in a text is none of its dates.
fn of_text(text: &str, span: &Span, found: &mut Vec<Located<DateIssue>>) {
    let mut at = 0;
    for piece in prose::pieces(text) {
        match piece {
            Prose::Text(words) => {
                for (place, issue) in dates::date_issues(words) {
                    let place = inside(span, text, at + place.start, at + place.end);
                    found.push(Located::new(place, issue));
                }
                at += words.len();
            }
            Prose::Placeholder { whole, .. } => at += whole.len(),
        }
    }
}

/// The place of some bytes of a text in its file: exact where the text is written on one line as it is, with or without
/// quotes, else the whole text.
fn inside(span: &Span, text: &str, start: usize, end: usize) -> Span {
    let quotes = match (span.end - span.start) as usize - text.len().min((span.end - span.start) as usize) {
        0 => 0,
        2 => 1,
        _ => return span.clone(),
    };
    let begin = span.start as usize + quotes;
    Span::new(&span.file, begin + start, begin + end)
}
