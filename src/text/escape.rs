//! Escaping for text and attributes of HTML and XML.
use super::byte_set::ByteSet;
use std::borrow::Cow;

/// Appends text and escapes the five characters that matter in text and quoted attributes of HTML and XML. Neither format
/// allows control characters: they become U+FFFD, but vertical tabs and form feeds, which word processors write, spaces.
pub fn html(out: &mut String, text: &str) {
    let mut from = 0;
    let mut next = 0;
    while let Some(at) = SPECIAL.next(text.as_bytes(), next) {
        next = at + 1;
        if let Some((instead, length)) = self::at(text, at) {
            out.push_str(&text[from..at]);
            out.push_str(instead);
            from = at + length;
            next = from;
        }
    }
    out.push_str(&text[from..]);
}

/// What replaces the character at a byte, and its length in bytes; `None` if it stays.
pub fn at(text: &str, at: usize) -> Option<(&'static str, usize)> {
    let bytes = text.as_bytes();
    let instead = match bytes[at] {
        b'&' => "&amp;",
        b'<' => "&lt;",
        b'>' => "&gt;",
        b'"' => "&quot;",
        b'\'' => "&#39;",
        0x0b | 0x0c => " ",
        // U+0080 to U+009F; other characters that begin with this byte stay.
        0xc2 if bytes[at + 1] < 0xa0 => return Some(("\u{fffd}", 2)),
        byte if byte != 0xc2 && SPECIAL.has(byte) => "\u{fffd}",
        _ => return None,
    };
    Some((instead, 1))
}

/// The first bytes of characters that may need escaping.
pub const SPECIAL: ByteSet =
    ByteSet::of("&<>\"'\u{7f}").and(&[0xc2]).and_range(0, 0x08).and_range(0x0b, 0x0c).and_range(0x0e, 0x1f);

/// The escaped text.
pub fn to_html(text: &str) -> String {
    escaped(text).into_owned()
}

/// The escaped text; the text itself if nothing needs escaping.
pub fn escaped(text: &str) -> Cow<'_, str> {
    if SPECIAL.next(text.as_bytes(), 0).is_none() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    html(&mut out, text);
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::to_html;

    #[test]
    fn five_characters_are_escaped() {
        assert_eq!(to_html(r#"<a b="c" d='é'>&"#), "&lt;a b=&quot;c&quot; d=&#39;é&#39;&gt;&amp;");
    }

    #[test]
    fn control_characters_are_replaced() {
        assert_eq!(
            to_html("a\u{1}b\u{7f}c\u{85}d\u{b}e\u{a0}f\tg\n"),
            "a\u{fffd}b\u{fffd}c\u{fffd}d e\u{a0}f\tg\n"
        );
    }
}
