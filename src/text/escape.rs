//! Escaping for the places of an HTML or XML file.

/// Appends text with the five characters escaped that matter in HTML and XML, in text and in quoted attributes.
/// Control characters, which neither format may hold, become visible as U+FFFD; those that word processors write for
/// the end of a line or page become spaces.
pub fn html(out: &mut String, text: &str) {
    let bytes = text.as_bytes();
    let mut from = 0;
    while let Some(length) = bytes[from..].iter().position(|byte| SPECIAL[usize::from(*byte)]) {
        let at = from + length;
        out.push_str(&text[from..at]);
        out.push_str(match bytes[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "&#39;",
        });
        from = at + 1;
    }
    out.push_str(&text[from..]);
}

/// Which bytes are escaped; a table, because every byte of every page is asked.
const SPECIAL: [bool; 256] = {
    let mut table = [false; 256];
    table[b'&' as usize] = true;
    table[b'<' as usize] = true;
    table[b'>' as usize] = true;
    table[b'"' as usize] = true;
    table[b'\'' as usize] = true;
    table
};

/// The escaped text by itself.
pub fn to_html(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    html(&mut out, text);
    out
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
