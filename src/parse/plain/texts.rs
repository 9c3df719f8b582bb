//! The texts of a record: those of its fields, also in lists and groups.
use crate::model::{Located, Record, Span, Value};

/// Calls a function with each text of a record and its place.
pub(in crate::parse) fn of_record(record: &Record, visit: &mut dyn FnMut(&str, &Span)) {
    record.fields.iter().for_each(|field| of_value(&field.value, visit));
}

/// Calls a function with each text of some fields and its place.
pub(in crate::parse) fn of_fields(record: &Record, names: &[&str], visit: &mut dyn FnMut(&str, &Span)) {
    names.iter().filter_map(|name| record.get(name)).for_each(|value| of_value(value, visit));
}

fn of_value(located: &Located<Value>, visit: &mut dyn FnMut(&str, &Span)) {
    match &located.value {
        Value::Text(text) => visit(text, &located.span),
        Value::List(items) => items.iter().for_each(|item| of_value(item, visit)),
        Value::Group(record) => of_record(record, visit),
        _ => {}
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
