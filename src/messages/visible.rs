//! Makes text safe to print: a terminal does not act on it, and its width is known, so that carets are aligned.
use std::borrow::Cow;
use std::fmt::Write as _;
use unicode_width::UnicodeWidthChar as _;

/// The text with control characters, line ends and invisible direction marks replaced by visible ones, and tabs by four
/// spaces.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_control) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for letter in text.chars() {
        match letter {
            '\t' => out.push_str("    "),
            '\u{7f}' => out.push('␡'),
            // Unicode has pictures of the control characters, in the same order, from U+2400.
            '\0'..='\u{1f}' => out.extend(char::from_u32(0x2400 + u32::from(letter))),
            _ if is_control(letter) => {
                write!(out, "<U+{:04X}>", u32::from(letter)).expect("writing to a string cannot fail");
            }
            _ => out.push(letter),
        }
    }
    Cow::Owned(out)
}

/// Whether a terminal or the bidirectional algorithm may act on a character instead of showing it.
pub(super) fn is_control(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// The width of a visible text, in cells of a terminal.
pub(super) fn width(text: &str) -> usize {
    text.chars().map(cells).sum()
}

/// The width of a character: none for combining marks, two for East Asian scripts and emoji, else one.
pub(super) fn cells(letter: char) -> usize {
    letter.width().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_control_character_is_left() {
        assert_eq!(visible("\u{1b}[31mrouge\u{7}"), "␛[31mrouge␇");
        assert_eq!(visible("a\u{9b}31mb\u{202e}c\u{2066}d"), "a<U+009B>31mb<U+202E>c<U+2066>d");
        assert_eq!(visible("a\r\nb\tc\0\u{7f}"), "a␍␊b    c␀␡");
        assert_eq!(visible("« l’été » — 日本"), "« l’été » — 日本");
        assert!((0..=0x0010_ffff).filter_map(char::from_u32).all(|letter| {
            !visible(&letter.to_string()).chars().any(|shown| shown.is_control() || is_control(shown))
        }));
    }

    #[test]
    fn widths_are_counted_in_cells() {
        assert_eq!(width("été"), 3);
        assert_eq!(width("e\u{301}te\u{301}"), 3);
        assert_eq!(width("日本"), 4);
        assert_eq!(width("🙂a"), 3);
    }
}
