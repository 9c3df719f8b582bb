//! Keys that a map has twice.
use super::tree::{Pair, SourceText};
use crate::model::{Code, Diagnostic};
use std::collections::HashMap;

/// Drops the pairs whose key is there already, with a diagnostic for each.
pub(super) fn without_duplicates(
    pairs: Vec<Pair>,
    source: &SourceText,
    code: Code,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Pair> {
    let mut duplicates = Vec::new();
    let mut first: HashMap<&str, usize> = HashMap::with_capacity(pairs.len());
    for (number, (key, _)) in pairs.iter().enumerate() {
        let earlier = *first.entry(&key.value).or_insert(number);
        if earlier != number {
            duplicates.push((number, earlier));
        }
    }
    for (number, earlier) in &duplicates {
        let (key, _) = &pairs[*number];
        let at = (pairs[*earlier].0.span.start as usize).saturating_sub(source.offset);
        diagnostics.push(
            Diagnostic::new(code, key.span.clone())
                .arg("key", key.value.as_str())
                .arg("first_line", source.line_of(at)),
        );
    }
    let mut duplicates = duplicates.into_iter().map(|(number, _)| number).peekable();
    let keep = |(number, pair)| duplicates.next_if_eq(&number).is_none().then_some(pair);
    pairs.into_iter().enumerate().filter_map(keep).collect()
}
