//! Character references of HTML.
use pulldown_cmark::{Event, Parser};
use std::borrow::Cow;

/// The longest reference of HTML, in bytes: `&CounterClockwiseContourIntegral;`.
const LONGEST_REFERENCE: usize = 40;

/// A text with its character references replaced, by all names that HTML has for them: `&eacute;`, `&#8217;`. One that names
/// nothing stays as written.
pub fn without_references(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '#';
        let end = 1 + rest[1..].find(|letter: char| !is_part(letter)).unwrap_or(rest.len() - 1);
        let reference =
            rest.get(..=end).filter(|reference| reference.ends_with(';') && end < LONGEST_REFERENCE);
        let letters = reference.map(|reference| {
            // CommonMark has the names of HTML.
            let texts = Parser::new(reference)
                .filter_map(|event| if let Event::Text(text) = event { Some(text) } else { None });
            texts.map(|text| text.to_string()).collect::<String>()
        });
        if let Some(letters) = letters.filter(|letters| Some(letters.as_str()) != reference) {
            out.push_str(&letters);
            rest = &rest[end + 1..];
        } else {
            out.push('&');
            rest = &rest[1..];
        }
    }
    Cow::Owned(out + rest)
}

#[cfg(test)]
mod tests {
    use super::without_references;

    #[test]
    fn references_are_characters() {
        for (text, wanted) in [
            ("a&amp;b", "a&b"),
            ("&#39;&#xE9;", "'é"),
            ("&nbsp;", "\u{a0}"),
            ("caf&eacute; &Agrave; &oelig;uvre", "café À œuvre"),
            ("20&nbsp;&deg;C &rarr; &half; &hearts;", "20\u{a0}°C → ½ ♥"),
            ("&x; & &nothing &amp", "&x; & &nothing &amp"),
        ] {
            assert_eq!(without_references(text), wanted);
        }
    }
}
