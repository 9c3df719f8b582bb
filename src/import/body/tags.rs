//! Tags of HTML and of components.
use std::ops::Range;

/// The longest tag, in bytes.
const LONGEST: usize = 16 << 10;

/// A tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::import) struct HtmlTag<'a> {
    /// As written.
    pub(in crate::import) name: &'a str,
    pub(in crate::import) attributes: Vec<(&'a str, &'a str)>,
    pub(in crate::import) is_close: bool,
    /// Whether it ends with a slash.
    pub(in crate::import) is_alone: bool,
    pub(in crate::import) range: Range<usize>,
}

impl<'a> HtmlTag<'a> {
    /// The value of an attribute, without regard to capitals.
    pub(in crate::import) fn get(&self, key: &str) -> Option<&'a str> {
        let found = self.attributes.iter().find(|(name, _)| name.eq_ignore_ascii_case(key));
        found.map(|(_, value)| *value)
    }

    /// The first of these attributes that has a value.
    pub(in crate::import) fn first(&self, keys: &[&str]) -> Option<&'a str> {
        keys.iter().find_map(|key| self.get(key)).filter(|value| !value.is_empty())
    }

    pub(in crate::import) fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }
}

/// The one text that a function is given: `useBaseUrl('/a.png')`, `require("./a.png").default`.
fn argument(text: &str) -> Option<&str> {
    let (name, rest) = text.split_once('(')?;
    let (inner, after) = rest.split_once(')')?;
    let inner = inner.trim();
    let is_call = name.chars().all(|letter| letter.is_alphanumeric() || "_.$".contains(letter));
    let mark = inner.chars().next().filter(|first| matches!(first, '\'' | '"' | '`'))?;
    let text = inner.strip_prefix(mark)?.strip_suffix(mark)?;
    (is_call && !text.contains([mark, '$']) && matches!(after.trim(), "" | ".default")).then_some(text)
}

/// The tag that begins at a byte, which must be `<`.
pub(in crate::import) fn tag_at(text: &str, at: usize) -> Option<HtmlTag<'_>> {
    let rest = text.get(at..)?.strip_prefix('<')?;
    let is_close = rest.starts_with('/');
    let name_at = at + 1 + usize::from(is_close);
    let inner = &text[name_at..];
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || "-_.:".contains(letter);
    let end = inner.find(|letter: char| !is_name(letter)).unwrap_or(inner.len());
    let name = &inner[..end];
    // `<https://…>` and `<a@b.fr>` are addresses.
    let is_address = name.ends_with(':')
        || name.contains("://")
        || inner[end..].starts_with(['@', '/']) && !inner[end..].starts_with("/>");
    if !name.starts_with(|first: char| first.is_ascii_alphabetic())
        || is_address
        || name.contains(':') && inner[end..].starts_with('/')
    {
        return None;
    }
    let mut reader = AttributeReader { text, at: name_at + end };
    let mut attributes = Vec::new();
    loop {
        reader.skip_blanks();
        let rest = &text[reader.at..];
        if reader.at - at > LONGEST || rest.is_empty() {
            return None;
        }
        if rest.starts_with('>') || rest.starts_with("/>") {
            let is_alone = rest.starts_with('/');
            let range = at..reader.at + 1 + usize::from(is_alone);
            return Some(HtmlTag { name, attributes, is_close, is_alone, range });
        }
        attributes.push(reader.attribute()?);
    }
}

struct AttributeReader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> AttributeReader<'a> {
    fn skip_blanks(&mut self) {
        let rest = &self.text[self.at..];
        self.at += rest.len() - rest.trim_start().len();
    }

    fn attribute(&mut self) -> Option<(&'a str, &'a str)> {
        let rest = &self.text[self.at..];
        // `{...props}` of a component.
        if rest.starts_with('{') {
            return self.braces().map(|inner| ("", inner));
        }
        let is_name = |letter: char| !letter.is_whitespace() && !"=>/\"'<{".contains(letter);
        let end = rest.find(|letter: char| !is_name(letter))?;
        if end == 0 {
            return None;
        }
        self.at += end;
        let name = &rest[..end];
        let after = self.text[self.at..].trim_start();
        let Some(value) = after.strip_prefix('=') else { return Some((name, "")) };
        self.at = self.text.len() - value.len();
        self.skip_blanks();
        let value = &self.text[self.at..];
        let first = value.chars().next()?;
        match first {
            '"' | '\'' => {
                let inner = &value[1..];
                let end = inner.find(first)?;
                self.at += end + 2;
                Some((name, &inner[..end]))
            }
            '{' => {
                let inner = self.braces()?.trim();
                let quoted =
                    inner.strip_prefix(['"', '\'', '`']).and_then(|text| text.strip_suffix(['"', '\'', '`']));
                Some((name, quoted.or_else(|| argument(inner)).unwrap_or(inner)))
            }
            _ => {
                let end = value.find(|letter: char| letter.is_whitespace() || letter == '>')?;
                self.at += end;
                Some((name, value[..end].trim_end_matches('/')))
            }
        }
    }

    /// What stands between braces.
    fn braces(&mut self) -> Option<&'a str> {
        let start = self.at;
        let mut depth = 0_usize;
        for (at, letter) in self.text[start..].char_indices().take(LONGEST) {
            match letter {
                '{' => depth += 1,
                '}' if depth == 1 => {
                    self.at = start + at + 1;
                    return Some(&self.text[start + 1..start + at]);
                }
                '}' => depth -= 1,
                _ => {}
            }
        }
        None
    }
}

/// The tags of a text in order, comments left out.
pub(super) fn all(text: &str) -> Vec<HtmlTag<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = text[at..].find('<') {
        at += next;
        if text[at..].starts_with("<!--") {
            at = text[at..].find("-->").map_or(text.len(), |end| at + end + 3);
        } else if let Some(tag) = tag_at(text, at) {
            at = tag.range.end;
            found.push(tag);
        } else {
            at += 1;
        }
    }
    found
}

/// Where the element that a tag opens ends: the closing tag, if it has one.
pub(super) fn end_of<'a>(text: &'a str, open: &HtmlTag<'_>, longest: usize) -> Option<HtmlTag<'a>> {
    let limit = text.floor_char_boundary((open.range.end + longest).min(text.len()));
    let mut depth = 1_usize;
    let mut at = open.range.end;
    while let Some(next) = text[at..limit].find('<') {
        at += next;
        let Some(tag) = tag_at(text, at) else {
            at += 1;
            continue;
        };
        at = tag.range.end.min(limit);
        if !tag.is(open.name) || tag.is_alone {
            continue;
        }
        if tag.is_close {
            depth -= 1;
        } else {
            depth += 1;
        }
        if depth == 0 {
            return Some(tag);
        }
    }
    None
}

/// The words of a text without its tags, on one line.
pub(in crate::import) fn plain(text: &str) -> String {
    let mut out = String::new();
    let mut at = 0;
    for tag in all(text) {
        out.push_str(&text[at..tag.range.start]);
        if matches!(tag.name.to_ascii_lowercase().as_str(), "br" | "p" | "div" | "li" | "td" | "th" | "tr") {
            out.push(' ');
        }
        at = tag.range.end;
    }
    out.push_str(&text[at..]);
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text with the references of HTML replaced that stand for a sign of Markdown or HTML.
pub(super) fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.find(';').filter(|end| *end < 10);
        let found = end.and_then(|end| Some((end, character(&rest[1..end])?)));
        // A sign that names nothing stays.
        let (end, letter) = found.unwrap_or((0, '&'));
        out.push(letter);
        rest = &rest[end + 1..];
    }
    out + rest
}

/// The character of a name or number between `&` and `;`.
fn character(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let hex = number.strip_prefix(['x', 'X']).map(|hex| u32::from_str_radix(hex, 16));
        return char::from_u32(hex.unwrap_or_else(|| number.parse()).ok()?)
            .filter(|letter| !letter.is_control());
    }
    Some(match name {
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "amp" => '&',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_have_names_and_numbers() {
        assert_eq!(unescaped("a &lt; &#39;b&#xE9;&#x2019; &amp;lt; &x; & &#0;"), "a < 'bé’ &lt; &x; & &#0;");
    }

    #[test]
    fn tags_have_attributes_of_many_forms() {
        let text = "<img src={useBaseUrl(\"/a.png\")} alt={require('./b.svg').default} x={f(1)}>";
        let tag = tag_at(text, 0).unwrap();
        assert_eq!(
            (tag.get("src"), tag.get("alt"), tag.get("x")),
            (Some("/a.png"), Some("./b.svg"), Some("f(1)"))
        );
        let text = "<TabItem value='a' label={\"B c\"} default n=3 {...x}/>";
        let tag = tag_at(text, 0).unwrap();
        assert_eq!(
            (tag.name, tag.get("label"), tag.get("value"), tag.get("n")),
            ("TabItem", Some("B c"), Some("a"), Some("3"))
        );
        assert!(tag.is_alone && tag.range.end == text.len());
        for none in ["<https://a.fr>", "<a@b.fr>", "< b>", "<3", "<a", "<a b=\"", "<contact:x>", "</>"] {
            let found = tag_at(none, 0);
            assert!(found.is_none() || none == "<contact:x>", "{none} {found:?}");
        }
        let nested = "<ul><li><ul></ul></li></ul>x";
        let open = tag_at(nested, 0).unwrap();
        assert_eq!(end_of(nested, &open, 100).unwrap().range, 22..27);
        assert_eq!(plain("a <b>b</b><br>c"), "a b c");
    }
}
