//! Emoji by name, `:warning:`, and roles of reStructuredText, ``:ref:`text` ``.
use super::body_lines::BodyLines;
use super::finding::FoundMark;
use super::signs::SIGNS;
use crate::model::codes;

/// How names of pictures begin that themes bring along.
const ICONS: [&str; 6] = ["material-", "octicons-", "fontawesome-", "simple-", "fa-", "mdi-"];

/// The longest name, in bytes.
const LONGEST: usize = 60;

/// The name that begins at a byte of a line.
pub(super) fn read(page: &BodyLines<'_>, at: usize, rest: &str) -> Option<FoundMark> {
    let inner = &rest[1..rest.floor_char_boundary(LONGEST.min(rest.len()))];
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || "+-_".contains(letter);
    let length = inner.find(|letter| !is_part(letter)).filter(|length| *length > 0)?;
    let name = &inner[..length];
    let range = at..at + length + 2;
    let (before, after) = page.around(&range);
    let apart = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_alphanumeric() && letter != ':');
    if !inner[length..].starts_with(':') || !apart(before) || before == Some('/') {
        return None;
    }
    if after == Some('`') && name.starts_with(|first: char| first.is_ascii_alphabetic()) {
        let code = page.hidden.at(range.end)?;
        return Some(FoundMark::new(codes::DIALECT_DIRECTIVE, at..code.end));
    }
    if !apart(after) {
        return None;
    }
    let finding = FoundMark::new(codes::DIALECT_EMOJI_NAME, range);
    if ICONS.iter().any(|begin| name.starts_with(begin)) {
        return Some(finding);
    }
    let (_, sign) = SIGNS[SIGNS.binary_search_by_key(&name, |(known, _)| known).ok()?];
    Some(if sign.is_empty() { finding } else { finding.replaced_by(sign) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_in_order() {
        assert!(SIGNS.is_sorted_by_key(|(name, _)| name));
    }
}
