//! Cuts a page into front matter and body.
use crate::model::{Diagnostic, SourcePath, Span, codes};

/// Front matter and body of a page.
pub(super) struct PageParts<'a> {
    /// The YAML, with its offset in the file.
    pub(super) yaml: Option<(usize, &'a str)>,
    /// The offset of the body in the file.
    pub(super) body_at: usize,
    pub(super) body: &'a str,
    /// Whether the second `---` is missing.
    pub(super) open: bool,
}

/// Cuts a page after its second line of `---`.
pub(super) fn split<'a>(
    file: &SourcePath,
    text: &'a str,
    offset: usize,
    diagnostics: &mut Vec<Diagnostic>,
) -> PageParts<'a> {
    let whole = PageParts { yaml: None, body_at: offset, body: text, open: false };
    let mut lines = text.split_inclusive('\n');
    let Some(first) = lines.next().filter(|line| line.trim_end() == "---") else { return whole };
    let start = first.len();
    let mut at = start;
    for line in lines {
        if line.trim_end() == "---" {
            let after = at + line.len();
            return PageParts {
                yaml: Some((offset + start, &text[start..at])),
                body_at: offset + after,
                body: &text[after..],
                open: false,
            };
        }
        at += line.len();
    }
    // Without a second line of `---`, the first is a thematic break, unless a key follows.
    let next = text[start..].lines().next().unwrap_or_default();
    let like_a_key = next.split_once(':').is_some_and(|(key, _)| {
        !key.is_empty()
            && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-')
    });
    if like_a_key {
        diagnostics.push(Diagnostic::new(codes::FRONT_NOT_CLOSED, Span::new(file, offset, offset + 3)));
        return PageParts { yaml: None, body_at: offset + text.len(), body: "", open: true };
    }
    whole
}
