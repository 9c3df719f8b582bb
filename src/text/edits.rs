//! Changes of bytes, applied to a file.
use crate::model::Fix;

/// The bytes after these changes, which must be in order and must not overlap.
pub fn edited<'a>(before: &[u8], edits: impl IntoIterator<Item = &'a Fix>) -> Vec<u8> {
    let mut after = Vec::with_capacity(before.len() + 64);
    let mut at = 0;
    for edit in edits {
        after.extend_from_slice(&before[at..edit.span.start as usize]);
        after.extend_from_slice(edit.text.as_bytes());
        at = edit.span.end as usize;
    }
    after.extend_from_slice(&before[at..]);
    after
}
