//! Escaping for the places of an HTML or XML file.

/// Appends text with the five characters escaped that matter in HTML and XML, in text and in quoted attributes.
pub fn html(out: &mut String, text: &str) {
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        let escaped = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\'' => "&#39;",
            _ => continue,
        };
        out.push_str(&text[from..at]);
        out.push_str(escaped);
        from = at + 1;
    }
    out.push_str(&text[from..]);
}

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
}
