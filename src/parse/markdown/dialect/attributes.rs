//! Lists of attributes: `{.class}`, `{: .class}`, `{#id key="value"}` of pandoc, kramdown, Markdown Extra.
use super::body_lines::BodyLines;
use super::finding::FoundMark;
use crate::model::codes;

/// How far the text before a list may go back to its bracket, in bytes.
const FARTHEST: usize = 1_000;

/// A list of attributes.
pub(super) struct AttributeList {
    /// Whether it gives a name to a place, which addresses may use.
    has_id: bool,
    /// Whether it holds values that may be words for readers, such as a title.
    has_words: bool,
    /// Whether it can be nothing else.
    is_certain: bool,
}

/// Attributes that say how something looks or opens, and nothing to readers.
const LOOKS: [&str; 12] = [
    "align",
    "class",
    "data-toggle",
    "height",
    "id",
    "loading",
    "rel",
    "role",
    "sizes",
    "style",
    "target",
    "width",
];

impl AttributeList {
    /// The finding for the list at a byte, with a fix that takes it away if readers lose nothing.
    pub(super) fn finding(page: &BodyLines<'_>, at: usize, near: &str) -> Option<FoundMark> {
        let inner = near.strip_prefix('{')?.split_once('}')?.0;
        let list = Self::read(inner)?;
        let range = at..at + inner.len() + 2;
        let (before, after) = page.around(&range);
        let at_element = before.is_some_and(|letter| "])`*~".contains(letter));
        let at_end = range.end == page.lines[page.line_of(at)].end();
        if after == Some('`') || !(list.is_certain || at_element || (at_end && list.has_id)) {
            return None;
        }
        let finding = FoundMark::new(codes::DIALECT_ATTRIBUTES, range.clone());
        if list.has_id || list.has_words {
            return Some(finding);
        }
        if page.is_alone(&range) {
            let line = page.removable(page.line_of(at));
            return Some(finding.fixed(line.map(|line| (line, String::new()))));
        }
        if before == Some(']') && page.hidden.at(at - 1).is_none() {
            let near = page.source.floor_char_boundary(at.saturating_sub(FARTHEST));
            let line = page.lines[page.line_of(at)].at.max(near);
            let open = page.source.get(line..at - 1)?.rfind('[').map(|open| line + open)?;
            let text = page.source[open + 1..at - 1].to_owned();
            return Some(finding.fix(open..range.end, text));
        }
        let blanks = page.source[..at].len() - page.source[..at].trim_end_matches([' ', '\t']).len();
        let from = if at_end { at - blanks } else { at };
        Some(finding.fix(from..range.end, ""))
    }

    fn read(inner: &str) -> Option<Self> {
        let (colon, words) = match inner.strip_prefix(':') {
            Some(words) => (true, words.trim_start_matches(':')),
            None => (false, inner),
        };
        let mut list = Self { has_id: false, has_words: false, is_certain: colon };
        let mut rest = words.trim();
        if rest.is_empty() {
            return None;
        }
        while !rest.is_empty() {
            let end = rest.find(|letter: char| letter.is_whitespace() || letter == '=').unwrap_or(rest.len());
            let (word, after) = rest.split_at(end);
            let is_name = |text: &str| {
                text.starts_with(char::is_alphabetic)
                    && text.chars().all(|letter| letter.is_alphanumeric() || "-_:.#/".contains(letter))
            };
            rest = if let Some(value) = after.strip_prefix('=') {
                if !is_name(word) {
                    return None;
                }
                list.has_words |= !LOOKS.contains(&word);
                match value.chars().next() {
                    Some(quote @ ('"' | '\'')) => value[1..].split_once(quote)?.1,
                    _ => value.split_once(char::is_whitespace).map_or("", |(_, rest)| rest),
                }
            } else {
                match word.chars().next() {
                    Some('.') if is_name(&word[1..]) => list.is_certain = true,
                    Some('#') if is_name(&word[1..]) => list.has_id = true,
                    _ if colon && is_name(word) => {}
                    _ => return None,
                }
                after
            }
            .trim_start();
        }
        Some(list)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_has_classes_names_and_values() {
        let read = |inner| AttributeList::read(inner).map(|list| (list.is_certain, list.has_id));
        assert_eq!(read(".note"), Some((true, false)));
        assert_eq!(read(": .note .b"), Some((true, false)));
        assert_eq!(read("#a .b"), Some((true, true)));
        assert_eq!(read("width=50%"), Some((false, false)));
        assert_eq!(read("target=\"_blank\" rel='x y'"), Some((false, false)));
        assert!(AttributeList::read(".note title='Mise à jour'").is_some_and(|list| list.has_words));
        assert!(AttributeList::read("target=_blank").is_some_and(|list| !list.has_words));
        assert_eq!(read("x"), None);
        assert_eq!(read(""), None);
        assert_eq!(read(" a, b "), None);
        assert_eq!(read(".5"), None);
    }
}
