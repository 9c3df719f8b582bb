//! Escaping for the places of an HTML or XML file.

/// Appends text with the five characters escaped that matter in HTML and XML, in text and in quoted attributes.
pub fn html(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
        out.push_str(&rest[..at]);
        out.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "&#39;",
        });
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
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
