//! Explains syntax errors of YAML to somebody who does not know YAML.
use super::tree::SourceText;
use crate::model::{Diagnostic, codes};

/// Explains a syntax error at byte `at`. `cause` is the word for its cause, `open` the last bracket that is not closed.
pub(super) fn explain(
    source: &SourceText,
    at: usize,
    cause: &'static str,
    open: Option<usize>,
) -> Diagnostic {
    let mut at = at.min(source.text.len());
    while !source.text.is_char_boundary(at) {
        at -= 1;
    }
    let (start, line) = line_with(source.text, at);
    if let Some(tab) = tab_before(source.text, start, line, cause == "tab") {
        return syntax(source, tab, tab + 1, "tab");
    }
    // After a tab, the first key seems to stand further to the right than the others, which are refused.
    if matches!(cause, "colon" | "key" | "other" | "documents" | "indent")
        && let Some(tab) = before_first_key(source)
    {
        return tab;
    }
    if matches!(cause, "colon" | "key" | "other")
        && let Some((from, to)) = colon_in_text(line)
    {
        let quoted = quoted(&line[from..to]);
        return Diagnostic::new(codes::YAML_COLON_IN_TEXT, source.span(start + from, start + to))
            .arg("quoted", quoted);
    }
    if let (Some(open), "colon" | "key" | "other" | "bracket") = (open, cause) {
        return syntax(source, open, open + 1, "bracket");
    }
    if cause == "escape"
        && let Some(slash) = bad_escape(&source.text[at..])
    {
        return syntax(source, at + slash, at + slash + 1, cause);
    }
    if cause == "colon" {
        let indent = line.len() - line.trim_start().len();
        return syntax(source, start + indent, start + line.len(), "indent");
    }
    let (from, to) = match source.text[at..].chars().next().filter(|letter| !matches!(letter, '\n' | '\r')) {
        Some(letter) => (at, at + letter.len_utf8()),
        None => (start, start + line.len()),
    };
    syntax(source, from, to, cause)
}

/// The first backslash that does not begin an escape (YAML 1.2.2, 5.7).
fn bad_escape(text: &str) -> Option<usize> {
    let mut letters = text.char_indices();
    while let Some((at, letter)) = letters.next() {
        let next = (letter == '\\').then(|| letters.next()).flatten();
        if next.is_some_and(|(_, next)| !"0abt\tnvfre \"/\\N_LPxuU\n\r".contains(next)) {
            return Some(at);
        }
    }
    None
}

fn syntax(source: &SourceText, start: usize, end: usize, cause: &'static str) -> Diagnostic {
    Diagnostic::new(codes::YAML_SYNTAX, source.span(start, end)).arg("cause", cause)
}

/// A text in double quotes, as YAML writes it.
pub(in crate::parse) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// The line that contains a byte, with the offset of its beginning. Instead of an empty line, the last line before it
/// that is not empty.
fn line_with(text: &str, at: usize) -> (usize, &str) {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let end = text[start..].find('\n').map_or(text.len(), |length| start + length);
    if !text[start..end].trim().is_empty() {
        return (start, text[start..end].trim_end());
    }
    let before = text[..start].trim_end();
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    (start, &before[start..])
}

/// The tab in the indent of a line; with `sure`, also of the next line.
fn tab_before(text: &str, start: usize, line: &str, sure: bool) -> Option<usize> {
    let indent = |line: &str| {
        line.bytes().take_while(|byte| matches!(byte, b' ' | b'\t')).position(|byte| byte == b'\t')
    };
    if let Some(tab) = indent(line) {
        return Some(start + tab);
    }
    let next = start + text[start..].find('\n')? + 1;
    sure.then(|| indent(&text[next..]).map(|tab| next + tab)).flatten()
}

/// The diagnostic of a tab before the first key of a text.
pub(super) fn before_first_key(source: &SourceText) -> Option<Diagnostic> {
    let mut at = 0;
    for line in source.text.split_inclusive('\n') {
        let inner = line.trim_start();
        if !inner.is_empty() && !inner.starts_with('#') && inner.trim_end() != "---" {
            let tab = at + line[..line.len() - inner.len()].find('\t')?;
            return Some(syntax(source, tab, tab + 1, "tab"));
        }
        at += line.len();
    }
    None
}

/// The range of a value without quotes that contains a colon, as in `title: Étape : la suite`.
fn colon_in_text(line: &str) -> Option<(usize, usize)> {
    let mut start = line.len() - line.trim_start().len();
    let mut item = false;
    while let Some(rest) = line[start..].strip_prefix("- ") {
        item = true;
        start += 2 + rest.len() - rest.trim_start().len();
    }
    let end = line.find(" #").unwrap_or(line.len());
    let body = line.get(start..end)?.trim_end();
    let first_colon = body.find(": ")?;
    let key = &body[..first_colon];
    let after =
        first_colon + 1 + (body[first_colon + 1..].len() - body[first_colon + 1..].trim_start().len());
    let value = &body[after..];
    let bare = |text: &str| {
        !text.is_empty() && !text.starts_with(['"', '\'', '[', '{', '|', '>', '&', '*', '!', '%', '@', '`'])
    };
    let colon = |text: &str| text.contains(": ") || text.ends_with(':');
    if !bare(body) {
        None
    } else if item && key.contains(' ') && colon(value) {
        Some((start, start + body.len()))
    } else if bare(value) && colon(value) {
        Some((start + after, start + body.len()))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colon_in_a_text_gives_the_whole_value() {
        let found = |line: &'static str| colon_in_text(line).map(|(from, to)| &line[from..to]);
        assert_eq!(found("title: Vérification : la convention"), Some("Vérification : la convention"));
        assert_eq!(found("  note: a: b # c"), Some("a: b"));
        assert_eq!(found("title: Qui :"), Some("Qui :"));
        assert_eq!(found("  - label: a : b"), Some("a : b"));
        assert_eq!(found("  - Vérifier : la pièce : jointe"), Some("Vérifier : la pièce : jointe"));
        for fine in ["title: a", "title: \"a : b\"", "a: [b : c]", "- a", "x", "", "https://a.fr"] {
            assert_eq!(found(fine), None, "{fine}");
        }
        assert_eq!(quoted("dit \"oui\" : c:\\"), "\"dit \\\"oui\\\" : c:\\\\\"");
    }
}
