//! Markdown to document; the only file that knows the Markdown crate.
use crate::model::{Document, Noted, SourcePath};

/// Reads a page.
pub(super) fn read(file: &SourcePath, bytes: &[u8]) -> Noted<Document> {
    let _ = (file, bytes);
    Noted::clean(Document::default())
}
