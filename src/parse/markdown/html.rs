//! Raw HTML in Markdown: comments, and the few elements that the setting `safe` accepts, each in one strict form.
use std::ops::Range;

/// An element with content that `safe` accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SafeElement {
    Kbd,
    Sub,
    Sup,
    Abbr,
    Mark,
    Details,
    Summary,
}

const NAMES: [(&str, SafeElement); 7] = [
    ("kbd", SafeElement::Kbd),
    ("sub", SafeElement::Sub),
    ("sup", SafeElement::Sup),
    ("abbr", SafeElement::Abbr),
    ("mark", SafeElement::Mark),
    ("details", SafeElement::Details),
    ("summary", SafeElement::Summary),
];

/// A piece of raw HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HtmlPiece<'a> {
    /// A comment: the text between `<!--` and `-->`.
    Comment(&'a str),
    /// Text between tags.
    Text,
    /// `<br>`
    Break,
    /// An accepted element begins.
    Open(SafeElement),
    /// An accepted element ends.
    Close(SafeElement),
    /// Anything else.
    Other,
}

/// Cuts raw HTML into pieces, which together are the whole text.
pub(super) fn pieces(text: &str) -> Vec<(HtmlPiece<'_>, Range<usize>)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let (piece, length) = if let Some(comment) = rest.strip_prefix("<!--") {
            match comment.find("-->") {
                Some(end) => (HtmlPiece::Comment(&comment[..end]), end + 7),
                None => (HtmlPiece::Other, rest.len()),
            }
        } else if begins_tag(rest) {
            let length = tag_length(rest);
            (tag(&rest[..length]), length)
        } else {
            // A `<` that does not begin a tag is text.
            let next = rest.char_indices().skip(1).find(|(at, letter)| {
                *letter == '<' && (rest[*at..].starts_with("<!--") || begins_tag(&rest[*at..]))
            });
            (HtmlPiece::Text, next.map_or(rest.len(), |(at, _)| at))
        };
        found.push((piece, at..at + length));
        at += length;
    }
    found
}

fn begins_tag(text: &str) -> bool {
    let mut bytes = text.bytes();
    bytes.next() == Some(b'<')
        && bytes.next().is_some_and(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'/' | b'!' | b'?'))
}

/// The length of a tag up to its `>`, which may not be inside quotes; the whole text if the tag does not end.
fn tag_length(text: &str) -> usize {
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            (None, b'>') => return at + 1,
            _ => {}
        }
    }
    text.find('>').map_or(text.len(), |at| at + 1)
}

/// The anchor that a tag creates: its `id`, or the `name` of an `a` (HTML Living Standard, 7.4.6.3).
pub(super) fn anchor_of(tag: &str) -> Option<&str> {
    let inner = tag.strip_prefix('<')?.trim_end_matches(['>', '/']);
    let (element, mut rest) = inner.split_once(|letter: char| letter.is_ascii_whitespace())?;
    let mut anchor = None;
    loop {
        rest = rest.trim_start();
        let end =
            rest.find(|letter: char| letter == '=' || letter.is_ascii_whitespace()).unwrap_or(rest.len());
        let name = &rest[..end];
        if name.is_empty() && end == rest.len() {
            return anchor;
        }
        rest = rest[end..].trim_start();
        let Some(value) = rest.strip_prefix('=').map(str::trim_start) else { continue };
        let (value, after) = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => value[1..].split_once(quote)?,
            _ => value.split_once(|letter: char| letter.is_ascii_whitespace()).unwrap_or((value, "")),
        };
        rest = after;
        if name.eq_ignore_ascii_case("id") {
            return Some(value).filter(|value| !value.is_empty());
        }
        if name.eq_ignore_ascii_case("name") && element.eq_ignore_ascii_case("a") && !value.is_empty() {
            anchor = Some(value);
        }
    }
}

fn tag(text: &str) -> HtmlPiece<'_> {
    if matches!(text, "<br>" | "<br/>" | "<br />") {
        return HtmlPiece::Break;
    }
    let named = |name: &str| NAMES.iter().find(|(known, _)| *known == name).map(|(_, tag)| *tag);
    let Some(inner) = text.strip_prefix('<').and_then(|text| text.strip_suffix('>')) else {
        return HtmlPiece::Other;
    };
    if let Some(name) = inner.strip_prefix('/') {
        return named(name).map_or(HtmlPiece::Other, HtmlPiece::Close);
    }
    if inner == "details open" {
        return HtmlPiece::Open(SafeElement::Details);
    }
    if let Some(rest) = inner.strip_prefix("details name=\"") {
        let name = rest.strip_suffix("\" open").or_else(|| rest.strip_suffix('"')).unwrap_or_default();
        let plain = is_harmless_text(name) && !name.contains('"') && !name.trim().is_empty();
        return if plain { HtmlPiece::Open(SafeElement::Details) } else { HtmlPiece::Other };
    }
    if let Some(title) = inner.strip_prefix("abbr title=\"").and_then(|rest| rest.strip_suffix('"')) {
        let plain = is_harmless_text(title) && !title.contains('"') && !title.trim().is_empty();
        return if plain { HtmlPiece::Open(SafeElement::Abbr) } else { HtmlPiece::Other };
    }
    named(inner).map_or(HtmlPiece::Other, HtmlPiece::Open)
}

/// Whether a text can stand in HTML as it is: no angle brackets, and every `&` begins a character reference.
pub(super) fn is_harmless_text(text: &str) -> bool {
    !text.contains(['<', '>'])
        && text.match_indices('&').all(|(at, _)| {
            let rest = &text[at + 1..];
            rest.find(';').is_some_and(|end| {
                (2..=32).contains(&end)
                    && rest[..end].bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'#')
            })
        })
}

/// The meaning of a comment.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Comment<'a> {
    /// A comment for people.
    Plain,
    /// `until: DATE`: the next block holds until that day.
    Until(&'a str),
    /// `anchor: NAME`: a former anchor of the heading below.
    Anchor(&'a str),
    /// `allow CODE: reason`: a warning is accepted.
    Allow {
        /// The code.
        code: &'a str,
        /// The reason, perhaps empty.
        reason: &'a str,
    },
}

/// Reads the text between `<!--` and `-->`.
pub(super) fn comment(words: &str) -> Comment<'_> {
    let words = words.trim();
    if let Some(date) = words.strip_prefix("until:") {
        return Comment::Until(date.trim());
    }
    if let Some(name) = words.strip_prefix("anchor:") {
        let name = name.trim();
        return Comment::Anchor(name.strip_prefix('#').unwrap_or(name));
    }
    if let Some(rest) = words.strip_prefix("allow ") {
        let (code, reason) = rest.split_once(':').unwrap_or((rest, ""));
        if code.contains('/') {
            return Comment::Allow { code: code.trim(), reason: reason.trim() };
        }
    }
    Comment::Plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<HtmlPiece<'_>> {
        pieces(text).into_iter().map(|(piece, _)| piece).collect()
    }

    #[test]
    fn an_id_or_a_name_is_an_anchor() {
        let cases = [
            ("<a id=\"x\">", Some("x")),
            ("<dt class='a b' id='option--x'>", Some("option--x")),
            ("<a name=old />", Some("old")),
            ("<A NAME=old ID=new>", Some("new")),
            ("<p hidden id = x>", Some("x")),
            ("<p name=\"x\">", None),
            ("<p data-id=\"x\" title=\" id='y' \">", None),
            ("<a id=\"\">", None),
            ("<a id=\"x", None),
            ("<a = = id>", None),
            ("</a>", None),
            ("<a>", None),
        ];
        for (tag, anchor) in cases {
            assert_eq!(anchor_of(tag), anchor, "{tag}");
        }
    }

    #[test]
    fn only_the_strict_form_passes() {
        assert_eq!(kinds("<br />"), [HtmlPiece::Break]);
        assert_eq!(
            kinds("<kbd>a</kbd>"),
            [HtmlPiece::Open(SafeElement::Kbd), HtmlPiece::Text, HtmlPiece::Close(SafeElement::Kbd)]
        );
        for details in ["<details name=\"a b\">", "<details name=\"a\" open>"] {
            assert_eq!(kinds(details), [HtmlPiece::Open(SafeElement::Details)], "{details}");
        }
        for other in [
            "<KBD>",
            "<kbd class=\"x\">",
            "<script>",
            "<abbr title='x'>",
            "<abbr title=\"a\" onclick=\"b\">",
            "<details ontoggle=\"x\">",
            "<details name=\"\">",
            "<details name=\"a\" ontoggle=\"x\">",
            "<details open name=\"a\">",
            "<img src=x onerror=alert(1)>",
            "<?php x ?>",
            "<kbd",
            "<a\nhref=x>",
        ] {
            assert_eq!(kinds(other), [HtmlPiece::Other], "{other}");
        }
    }

    #[test]
    fn comments_have_meanings() {
        assert_eq!(comment(" until: 2026-01-19 "), Comment::Until("2026-01-19"));
        assert_eq!(
            comment("allow link/empty: because"),
            Comment::Allow { code: "link/empty", reason: "because" }
        );
        assert_eq!(comment(" anchor: #signer "), Comment::Anchor("signer"));
        assert_eq!(comment("allow me to say"), Comment::Plain);
    }

    #[test]
    fn pieces_cover_everything() {
        for text in ["a < b <b> c", "<<b>", "<!-- x", "é<é>", "<!-->-->", "<a \">\">x"] {
            let all = pieces(text);
            let joined: String = all.iter().map(|(_, range)| &text[range.clone()]).collect();
            assert_eq!(joined, text);
        }
    }
}
