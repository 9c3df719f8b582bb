//! Whether a body can hold marks of other programs at all: most hold none, and are not looked at line by line.
use crate::text::byte_set::ByteSet;

/// Bytes with which a mark inside a line begins.
const STARTS: ByteSet = ByteSet::of("{$^~\\=%+[<>:");

/// Whether there may be a mark inside a line.
pub(in crate::parse::markdown) fn may_be_in(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(next) = STARTS.next(bytes, at) {
        if is_mark(text, next) {
            return true;
        }
        at = next + 1;
    }
    false
}

/// Whether a byte can be the beginning of a mark. Names of headings, footnotes and struck words are none.
fn is_mark(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let rest = &bytes[at..];
    let next = rest.get(1).copied().unwrap_or(b' ');
    let before = at.checked_sub(1).map_or(b' ', |before| bytes[before]);
    match rest[0] {
        b'{' => next != b'#' || !is_heading_name(text, at),
        b'^' => before != b'[',
        b'~' => next != b'~' && before != b'~',
        b'\\' => next.is_ascii_alphabetic() || matches!(next, b'(' | b'['),
        b'=' => {
            rest.starts_with(b"==")
                && before != b'='
                && !matches!(rest.get(2), None | Some(b'=' | b'\r' | b'\n'))
        }
        b'+' => next == b'+' && !before.is_ascii_alphanumeric(),
        b'>' => rest.starts_with(b">>>"),
        b':' => {
            let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || b"+-_".contains(byte);
            let length = rest[1..].iter().take(LONGEST_NAME).take_while(|byte| is_part(byte)).count();
            let is_name = length > 0 && (next != b'-' || rest.starts_with(b":-1:"));
            // A time and an address have letters or digits before their colon; a thumb may stand behind a letter.
            let begins = before < b'0' || before == b':' || next == b'+';
            let ends = matches!(rest.get(length + 1), Some(b':' | b'[' | b'{'));
            rest.starts_with(b":::") || (begins && is_name && ends)
        }
        b'<' if next == b'!' => {
            text[at..].strip_prefix("<!--").is_some_and(|rest| rest.trim_start().starts_with("@include:"))
        }
        b'<' => matches!(next, b'<' | b'%'),
        b'$' => true,
        byte => next == byte,
    }
}

/// The longest name between colons, and of a heading, in bytes.
const LONGEST_NAME: usize = 60;

/// The longest heading before its name, in bytes.
const LONGEST_HEADING: usize = 300;

/// Whether a brace begins the name of a heading, `## Heading {#name}`.
fn is_heading_name(text: &str, at: usize) -> bool {
    let near = text.floor_char_boundary(at.saturating_sub(LONGEST_HEADING));
    let far = text.floor_char_boundary((at + LONGEST_NAME).min(text.len()));
    let line = text[near..at].rsplit('\n').next().unwrap_or_default();
    let rest = text[at..far].lines().next().unwrap_or_default();
    line.starts_with('#')
        && rest.trim_end().find('}') == Some(rest.trim_end().len() - 1)
        && !rest.contains(['.', ' ', '='])
}

/// The longest box, in bytes.
const LONGEST_BOX: usize = 12;

/// Whether the text of a line can begin with a mark.
pub(in crate::parse::markdown) fn may_begin(text: &str) -> bool {
    let bytes = text.as_bytes();
    let (next, third) =
        (bytes.get(1).copied().unwrap_or_default(), bytes.get(2).copied().unwrap_or_default());
    let begins_word = |byte: u8| byte.is_ascii_alphabetic() || byte >= 0x80;
    match bytes.first().copied().unwrap_or_default() {
        b'i' => text.starts_with("import "),
        b'e' => text.starts_with("export "),
        b'[' => {
            matches!(next, b']' | b' ' | b'!' | b'@' | 0x80..)
                || bytes.iter().take(LONGEST_BOX).any(|byte| *byte == b']')
                || matches!(text.get(1..4), Some("TOC" | "toc"))
                || text.starts_with("[block:")
        }
        b'0'..=b'9' => {
            let rest = text.trim_start_matches(|letter: char| letter.is_ascii_digit());
            rest.starts_with(['.', ')'])
                && rest.as_bytes().get(1).is_some_and(|byte| *byte == b'[' || begins_word(*byte))
        }
        b'-' | b'+' | b'*' => matches!(next, b'[' | b'-' | b'8') || begins_word(next),
        b'(' => matches!(next, b' ' | b'\t' | 0x80..) || third == b')' || is_target(text),
        b'/' => text.starts_with("///"),
        b'.' => next == b'.',
        b'!' => next != b'[',
        b'=' => next == b'=',
        b';' => next == b'-',
        b'#' | b'?' | b'@' | 0xef => true,
        0xc2 => matches!(next, 0xa0 | 0xb7),
        0xe2 => matches!((next, third), (0x80, 0x90..=0x95 | 0xa2 | 0xa3) | (0x81 | 0x88 | 0x96..=0x9e, _)),
        _ => false,
    }
}

/// Whether the first line of a text ends as `(name)=` does.
fn is_target(text: &str) -> bool {
    text.lines().next().is_some_and(|line| line.trim_end().ends_with(")="))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_text_is_not_looked_at() {
        let page = "# Arrivée\n\nL'agent (Paul) arrive le 3 mars à 12:30:45 : voir [la page](b.md#x) – puis **signer**.\n\n\
            ## Liste[^1] {#x}\n<role:agent>\n\n- [ ] Appeler <contact:paie>, 10 h.\n1. Un\n\n| a | b |\n|---|:-:|\n";
        assert!(!may_be_in(page));
        for mark in ["\n::: tip", " :x:", " :-1:", "{x", "$", "a [[b]]", "==a=="] {
            assert!(may_be_in(&format!("{page}{mark}")), "{mark}");
            assert!(may_be_in(mark), "{mark}");
        }
    }

    #[test]
    fn the_beginning_of_a_line_tells() {
        for text in [
            "[] a",
            "[x]a",
            "[\u{a0}] a",
            "• a",
            "– a",
            "☐ a",
            "##T",
            "1.Un",
            "-Un",
            "-[ ] a",
            "!!! note",
            "[TOC]",
        ] {
            assert!(may_begin(text), "{text}");
        }
        for text in ["Un", "« Un »", "1. Un", "1.5", "2026", "’a", "“a”", "", "(ab)", "éa", "[suite"]
        {
            assert!(!may_begin(text), "{text}");
        }
    }
}
