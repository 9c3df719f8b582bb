//! Escaping for the places of an HTML or XML file.
use super::scan::Bytes;
use std::borrow::Cow;

/// Appends text with the five characters escaped that matter in HTML and XML, in text and in quoted attributes.
/// Control characters, which neither format may hold, become visible as U+FFFD; those that word processors write for
/// the end of a line or page become spaces.
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

/// What is written instead of the character at a place, and how many bytes it has; none where it stays as it is.
pub fn at(text: &str, at: usize) -> Option<(&'static str, usize)> {
    let bytes = text.as_bytes();
    let instead = match bytes[at] {
        b'&' => "&amp;",
        b'<' => "&lt;",
        b'>' => "&gt;",
        b'"' => "&quot;",
        b'\'' => "&#39;",
        0x0b | 0x0c => " ",
        // U+0080 to U+009F are two bytes; what else begins with this one stays.
        0xc2 if bytes[at + 1] < 0xa0 => return Some(("\u{fffd}", 2)),
        byte if byte != 0xc2 && SPECIAL.has(byte) => "\u{fffd}",
        _ => return None,
    };
    Some((instead, 1))
}

/// Which bytes need a look.
pub const SPECIAL: Bytes =
    Bytes::of("&<>\"'\u{7f}").and(&[0xc2]).and_range(0, 0x08).and_range(0x0b, 0x0c).and_range(0x0e, 0x1f);

/// The escaped text by itself.
pub fn to_html(text: &str) -> String {
    escaped(text).into_owned()
}

/// The escaped text; the text itself when there is nothing to escape.
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
    fn control_characters_do_not_pass() {
        assert_eq!(
            to_html("a\u{1}b\u{7f}c\u{85}d\u{b}e\u{a0}f\tg\n"),
            "a\u{fffd}b\u{fffd}c\u{fffd}d e\u{a0}f\tg\n"
        );
    }
}
