//! Cuts a page into front matter and body.
use super::unread::{self, UnreadFront};
use crate::model::{Diagnostic, SourcePath, Span, codes};

/// Front matter and body of a page.
pub(super) struct PageParts<'a> {
    /// The YAML, with its offset in the file.
    pub(super) yaml: Option<(usize, &'a str)>,
    /// The line of the file on which the YAML begins.
    pub(super) line: usize,
    /// The offset of the body in the file.
    pub(super) body_at: usize,
    pub(super) body: &'a str,
    /// Whether front matter is there that is not what it should be, and a diagnostic says so.
    pub(super) is_broken: bool,
}

/// Cuts a page after its second line of `---`.
pub(super) fn split<'a>(
    file: &SourcePath,
    text: &'a str,
    offset: usize,
    diagnostics: &mut Vec<Diagnostic>,
) -> PageParts<'a> {
    let whole = PageParts { yaml: None, line: 2, body_at: offset, body: text, is_broken: false };
    let mut lines = text.split_inclusive('\n');
    let Some(first) = lines.next().filter(|line| line.trim_end() == "---") else {
        let found = unread::find(text);
        return found.map_or(whole, |found| around(file, text, offset, &found, diagnostics));
    };
    let start = first.len();
    if unread::is_break(&text[start..]) {
        return whole;
    }
    let mut at = start;
    for line in lines {
        if line.trim_end() == "---" {
            let after = at + line.len();
            let found = unread::second(&text[after..]);
            diagnostics.extend(found.iter().map(|found| not_read(file, offset + after, found)));
            let body_at = after + found.as_ref().map_or(0, |found| found.whole.end);
            return PageParts {
                yaml: Some((offset + start, &text[start..at])),
                line: 2,
                body_at: offset + body_at,
                body: &text[body_at..],
                is_broken: found.is_some(),
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
        return PageParts { body_at: offset + text.len(), body: "", is_broken: true, ..whole };
    }
    whole
}

/// The parts of a page whose front matter is not where it should be. It is read all the same, so that its title and
/// addresses are not missed on top of it.
fn around<'a>(
    file: &SourcePath,
    text: &'a str,
    offset: usize,
    found: &UnreadFront<'a>,
    diagnostics: &mut Vec<Diagnostic>,
) -> PageParts<'a> {
    diagnostics.push(not_read(file, offset, found));
    let end = found.whole.end;
    PageParts {
        line: found.yaml.map_or(1, |(start, _)| text[..start].split('\n').count()),
        yaml: found.yaml.map(|(start, yaml)| (offset + start, yaml)),
        body_at: offset + end,
        body: &text[end..],
        is_broken: true,
    }
}

/// The diagnostic about front matter that is not read.
fn not_read(file: &SourcePath, offset: usize, found: &UnreadFront<'_>) -> Diagnostic {
    let span = |range: &std::ops::Range<usize>| Span::new(file, offset + range.start, offset + range.end);
    let diagnostic = Diagnostic::new(codes::FRONT_NOT_READ, span(&found.mark)).arg("form", found.form);
    let diagnostic = match found.form {
        "second" => diagnostic.help("help-second"),
        _ => diagnostic,
    };
    match &found.instead {
        Some(text) => diagnostic.fix(span(&found.whole), text.as_str()),
        None => diagnostic,
    }
}
