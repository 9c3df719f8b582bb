//! Finds doubtful dates in the texts of settings, front matter and the registry.
use super::prose::{self, TextPart};
use crate::language::dates;
use crate::model::{DateIssue, Located, Record, Span, Value};

/// Finds the doubtful dates in all texts of a record.
pub(in crate::parse) fn of_record(record: &Record, found: &mut Vec<Located<DateIssue>>) {
    record.fields.iter().for_each(|field| of_value(&field.value, found));
}

/// The doubtful dates in some fields of a record.
pub(in crate::parse) fn of_fields(record: &Record, names: &[&str]) -> Vec<Located<DateIssue>> {
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

/// The span of some bytes of a text. It is exact where the file has the text as it is, with or without quotes, otherwise
/// it is the span of the whole text.
pub(in crate::parse) fn inside(span: &Span, text: &str, start: usize, end: usize) -> Span {
    let quotes = match ((span.end - span.start) as usize).saturating_sub(text.len()) {
        0 => 0,
        2 => 1,
        _ => return span.clone(),
    };
    let begin = span.start as usize + quotes;
    Span::new(&span.file, begin + start, begin + end)
}
