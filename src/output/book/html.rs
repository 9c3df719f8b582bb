//! HTML as a tree. What the program writes is well-formed; authors' own HTML may be anything, and none of its text is lost.
use crate::text::references::without_references;
use std::borrow::Cow;

/// Elements below one another; those that are deeper stand beside the last, because print nests less than browsers do.
const DEEPEST: usize = 40;

/// A piece of HTML.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum HtmlNode<'a> {
    /// Text without references.
    Text(Cow<'a, str>),
    /// An element.
    Element(HtmlElement<'a>),
}

/// An element.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct HtmlElement<'a> {
    /// In small letters.
    pub(super) name: String,
    /// In small letters, with values without references.
    attributes: Vec<Attribute<'a>>,
    pub(super) nodes: Vec<HtmlNode<'a>>,
}

impl HtmlElement<'_> {
    /// The value of an attribute.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| &**value)
    }

    /// Whether it has a class.
    pub(super) fn has_class(&self, name: &str) -> bool {
        self.get("class").is_some_and(|classes| classes.split_ascii_whitespace().any(|class| class == name))
    }
}

/// Elements without content.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
];

/// Elements whose content is no HTML.
const RAW: [&str; 4] = ["script", "style", "textarea", "title"];

/// Reads HTML.
pub(super) fn parse(html: &str) -> Vec<HtmlNode<'_>> {
    let mut tree = HtmlTree { open: Vec::new(), nodes: Vec::new() };
    let mut rest = html;
    while !rest.is_empty() {
        let at = rest.find('<').unwrap_or(rest.len());
        if at > 0 {
            tree.push(HtmlNode::Text(without_references(&rest[..at])));
            rest = &rest[at..];
        } else if let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.find("-->").map_or("", |end| &comment[end + 3..]);
        } else if rest.starts_with("<!") || rest.starts_with("<?") {
            rest = rest.find('>').map_or("", |end| &rest[end + 1..]);
        } else if let Some((tag, after)) = read_tag(rest) {
            rest = tree.tag(tag, after);
        } else {
            tree.push(HtmlNode::Text(Cow::Borrowed("<")));
            rest = &rest[1..];
        }
    }
    while !tree.open.is_empty() {
        tree.close_last();
    }
    tree.nodes
}

/// A tree that is being built.
struct HtmlTree<'a> {
    open: Vec<HtmlElement<'a>>,
    nodes: Vec<HtmlNode<'a>>,
}

/// A tag.
struct ReadTag<'a> {
    element: HtmlElement<'a>,
    is_close: bool,
    is_alone: bool,
}

impl<'a> HtmlTree<'a> {
    fn push(&mut self, node: HtmlNode<'a>) {
        match self.open.last_mut() {
            Some(element) => element.nodes.push(node),
            None => self.nodes.push(node),
        }
    }

    fn close_last(&mut self) {
        if let Some(element) = self.open.pop() {
            self.push(HtmlNode::Element(element));
        }
    }

    /// Adds a tag and gives what follows.
    fn tag(&mut self, tag: ReadTag<'a>, after: &'a str) -> &'a str {
        let ReadTag { element, is_close, is_alone } = tag;
        if is_close {
            if self.open.iter().any(|open| open.name == element.name) {
                while self.open.last().is_some_and(|open| open.name != element.name) {
                    self.close_last();
                }
                self.close_last();
            }
            return after;
        }
        while self.open.last().is_some_and(|open| ends(&open.name, &element.name)) {
            self.close_last();
        }
        if is_alone || VOID.contains(&element.name.as_str()) || self.open.len() >= DEEPEST {
            self.push(HtmlNode::Element(element));
            return after;
        }
        if RAW.contains(&element.name.as_str()) {
            let close = format!("</{}", element.name);
            let end = find_ignoring_case(after, &close).unwrap_or(after.len());
            let text = HtmlNode::Text(Cow::Borrowed(&after[..end]));
            self.push(HtmlNode::Element(HtmlElement { nodes: vec![text], ..element }));
            let rest = &after[end..];
            return rest.find('>').map_or("", |end| &rest[end + 1..]);
        }
        self.open.push(element);
        after
    }
}

fn find_ignoring_case(text: &str, wanted: &str) -> Option<usize> {
    let wanted = wanted.as_bytes();
    text.as_bytes().windows(wanted.len()).position(|part| part.eq_ignore_ascii_case(wanted))
}

/// Whether an open element ends where another begins, without a tag that says so.
fn ends(open: &str, next: &str) -> bool {
    match open {
        "p" => matches!(
            next,
            "p" | "div"
                | "ul"
                | "ol"
                | "dl"
                | "table"
                | "pre"
                | "blockquote"
                | "figure"
                | "section"
                | "hr"
                | "h1"
                | "h2"
                | "h3"
                | "h4"
                | "h5"
                | "h6"
                | "details"
                | "form"
                | "article"
                | "aside"
        ),
        "li" => next == "li",
        "dt" | "dd" => matches!(next, "dt" | "dd"),
        "td" | "th" => matches!(next, "td" | "th" | "tr" | "tbody" | "tfoot"),
        "tr" => matches!(next, "tr" | "tbody" | "tfoot"),
        "thead" | "tbody" => matches!(next, "tbody" | "tfoot"),
        "option" => next == "option",
        _ => false,
    }
}

/// The tag at the start of a text, and what follows it.
fn read_tag(text: &str) -> Option<(ReadTag<'_>, &str)> {
    let inner = text.strip_prefix('<')?;
    let (is_close, inner) = inner.strip_prefix('/').map_or((false, inner), |inner| (true, inner));
    let is_end = |letter: char| letter.is_ascii_whitespace() || letter == '>' || letter == '/';
    if !inner.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return None;
    }
    let end = inner.find(is_end)?;
    let name = inner[..end].to_ascii_lowercase();
    let mut rest = &inner[end..];
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_ascii_start();
        if let Some(after) = rest.strip_prefix('>') {
            let element = HtmlElement { name, attributes, nodes: Vec::new() };
            return Some((ReadTag { element, is_close, is_alone: false }, after));
        }
        if let Some(after) = rest.strip_prefix("/>") {
            let element = HtmlElement { name, attributes, nodes: Vec::new() };
            return Some((ReadTag { element, is_close, is_alone: !is_close }, after));
        }
        let (attribute, after) = read_attribute(rest)?;
        attributes.extend(attribute);
        rest = after;
    }
}

/// The name of an attribute and its value.
type Attribute<'a> = (String, Cow<'a, str>);

/// An attribute, and what follows it; no attribute for a stray sign.
fn read_attribute(text: &str) -> Option<(Option<Attribute<'_>>, &str)> {
    let first = text.chars().next()?;
    let end = text.find(|letter: char| letter.is_ascii_whitespace() || "=>/".contains(letter))?;
    if end == 0 {
        return Some((None, &text[first.len_utf8()..]));
    }
    let name = text[..end].to_ascii_lowercase();
    let rest = text[end..].trim_ascii_start();
    let Some(value) = rest.strip_prefix('=') else {
        return Some((Some((name, Cow::Borrowed(""))), &text[end..]));
    };
    let value = value.trim_ascii_start();
    let quote = value.chars().next()?;
    if matches!(quote, '"' | '\'') {
        let inner = &value[1..];
        let end = inner.find(quote)?;
        return Some((Some((name, without_references(&inner[..end]))), &inner[end + 1..]));
    }
    let end = value.find(|letter: char| letter.is_ascii_whitespace() || letter == '>')?;
    Some((Some((name, without_references(&value[..end]))), &value[end..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A tree in brackets.
    fn shown(nodes: &[HtmlNode<'_>]) -> String {
        let one = |node: &HtmlNode<'_>| match node {
            HtmlNode::Text(text) => text.to_string(),
            HtmlNode::Element(element) => format!("{}[{}]", element.name, shown(&element.nodes)),
        };
        nodes.iter().map(one).collect()
    }

    #[test]
    fn html_that_is_not_well_formed_loses_no_text() {
        for (html, tree) in [
            ("<p>a<b>c</b></p>", "p[ab[c]]"),
            ("<ul><li>a<li>b</ul>c", "ul[li[a]li[b]]c"),
            ("<p>a<p>b<div>c</p></div>d", "p[a]p[b]div[c]d"),
            ("a < b <3 <", "a < b <3 <"),
            ("<b>a", "b[a]"),
            ("a</b>b", "ab"),
            ("<!-- x -->a<!doctype html>b", "ab"),
            ("<SCRIPT>a<b</Script>c", "script[a<b]c"),
            ("<br/>a<img src=x alt='b>c'>d", "br[]aimg[]d"),
            ("<a href=\"x", "<a href=\"x"),
        ] {
            assert_eq!(shown(&parse(html)), tree, "{html}");
        }
    }

    #[test]
    fn attributes_have_no_references() {
        let nodes = parse("<a HREF='x&amp;y' hidden>b</a>");
        let [HtmlNode::Element(element)] = nodes.as_slice() else { panic!("one element") };
        assert_eq!((element.get("href"), element.get("hidden")), (Some("x&y"), Some("")));
    }
}
