//! References to entries in texts of front matter, which take none.
use crate::model::{EntryId, EntryKey, Kind, Located, Record, Span};
use crate::parse::plain::texts::{self, inside};

/// The references in some fields of a record.
pub(super) fn of_fields(record: &Record, names: &[&str]) -> Vec<Located<EntryKey>> {
    let mut found = Vec::new();
    texts::of_fields(record, names, &mut |text, span| of_text(text, span, &mut found));
    found
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
