//! References to entries in the texts of a head, which take none.
use crate::model::{EntryId, EntryKey, Kind, Located, Record, Span, Value};
use crate::parse::plain::date_issues::inside;

/// The references in some fields of a record.
pub(super) fn of_fields(record: &Record, names: &[&str]) -> Vec<Located<EntryKey>> {
    let mut found = Vec::new();
    for located in names.iter().filter_map(|name| record.get(name)) {
        of_value(located, &mut found);
    }
    found
}

fn of_value(located: &Located<Value>, found: &mut Vec<Located<EntryKey>>) {
    match &located.value {
        Value::Text(text) => of_text(text, &located.span, found),
        Value::List(items) => items.iter().for_each(|item| of_value(item, found)),
        _ => {}
    }
}

fn of_text(text: &str, span: &Span, found: &mut Vec<Located<EntryKey>>) {
    for (start, _) in text.match_indices('<') {
        let Some((inner, _)) = text[start + 1..].split_once('>') else { return };
        let Some((scheme, id)) = inner.split_once(':') else { continue };
        let Some(kind) = Kind::of_scheme(scheme).filter(|_| id == "*" || EntryId::is_valid(id)) else {
            continue;
        };
        let span = inside(span, text, start, start + inner.len() + 2);
        found.push(Located::new(span, EntryKey::new(kind, id)));
    }
}
