//! XML to a tree, with limits. Only this file names the XML crate.
//!
//! Names carry the prefixes that the standards use, whatever prefixes a file has. A document type is refused: word processors
//! write none, and entities that hold each other grow without end.
use super::refusal::WordRefusal;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::{Namespace, NamespaceResolver, ResolveResult};
use quick_xml::{NsReader, XmlVersion};
use std::collections::HashMap;
use std::sync::Arc;

/// How deep elements may stand in each other.
const DEEPEST: usize = 256;

/// How many elements and texts a file may hold.
const MOST_NODES: usize = 4_000_000;

/// The prefixes by which the readers know the namespaces of OOXML and ODF, by the end of the namespace's name.
const PREFIXES: &[(&str, &str)] = &[
    ("/wordprocessingml/2006/main", "w"),
    ("/ooxml/wordprocessingml/main", "w"),
    ("/word/2010/wordml", "w14"),
    ("/word/2010/wordprocessingShape", "wps"),
    ("/officeDocument/2006/relationships", "r"),
    ("/officeDocument/relationships", "r"),
    ("/drawingml/2006/main", "a"),
    ("/ooxml/drawingml/main", "a"),
    ("/drawingml/2006/wordprocessingDrawing", "wp"),
    ("/ooxml/drawingml/wordprocessingDrawing", "wp"),
    ("/drawingml/2006/picture", "pic"),
    ("/ooxml/drawingml/picture", "pic"),
    ("/drawingml/2006/chart", "c"),
    ("/ooxml/drawingml/chart", "c"),
    ("/drawingml/2006/diagram", "dgm"),
    ("/ooxml/drawingml/diagram", "dgm"),
    ("/officeDocument/2006/math", "m"),
    ("/ooxml/officeDocument/math", "m"),
    ("/drawing/2016/SVG/main", "asvg"),
    ("/drawing/2017/decorative", "adec"),
    ("/markup-compatibility/2006", "mc"),
    ("schemas-microsoft-com:vml", "v"),
    ("schemas-microsoft-com:office:office", "o"),
    ("/office/2006/activeX", "ax"),
    ("purl.org/dc/elements/1.1/", "dc"),
    (":xmlns:office:1.0", "office"),
    (":xmlns:text:1.0", "text"),
    (":xmlns:table:1.0", "table"),
    (":xmlns:style:1.0", "style"),
    (":xmlns:drawing:1.0", "draw"),
    (":xmlns:form:1.0", "form"),
    (":xmlns:xsl-fo-compatible:1.0", "fo"),
    (":xmlns:svg-compatible:1.0", "svg"),
    (":xmlns:loext:1.0", "loext"),
    (":xmlns:manifest:1.0", "manifest"),
    (":xmlns:field:1.0", "field"),
    ("/1999/xlink", "xlink"),
    ("/1998/Math/MathML", "math"),
];

/// An element.
#[derive(Debug)]
pub(super) struct XmlElement {
    /// Its name with a prefix of [`PREFIXES`]; in other namespaces the name alone.
    pub(super) name: Arc<str>,
    attributes: Vec<(Arc<str>, Box<str>)>,
    /// What it holds, in order.
    pub(super) children: Vec<XmlNode>,
}

/// An element or a text.
#[derive(Debug)]
pub(super) enum XmlNode {
    /// An element.
    Element(XmlElement),
    /// Text.
    Text(String),
}

impl XmlElement {
    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| &**known == name).map(|(_, value)| &**value)
    }

    /// The elements in it.
    pub(super) fn elements(&self) -> impl DoubleEndedIterator<Item = &Self> {
        self.children
            .iter()
            .filter_map(|node| if let XmlNode::Element(child) = node { Some(child) } else { None })
    }

    /// The first element of a name in it.
    pub(super) fn child(&self, name: &str) -> Option<&Self> {
        self.elements().find(|child| &*child.name == name)
    }

    /// An attribute of the first element of a name in it.
    pub(super) fn child_attribute(&self, child: &str, attribute: &str) -> Option<&str> {
        self.child(child)?.attribute(attribute)
    }

    /// The elements of a name at any depth, in order; nothing is looked for inside of those found.
    pub(super) fn all<'a>(&'a self, name: &str) -> Vec<&'a Self> {
        let mut found = Vec::new();
        self.collect(name, &mut found);
        found
    }

    fn collect<'a>(&'a self, name: &str, found: &mut Vec<&'a Self>) {
        for child in self.elements() {
            if &*child.name == name {
                found.push(child);
            } else {
                child.collect(name, found);
            }
        }
    }

    /// The first element of a name at any depth.
    pub(super) fn descendant(&self, name: &str) -> Option<&Self> {
        self.elements().find_map(
            |child| {
                if &*child.name == name { Some(child) } else { child.descendant(name) }
            },
        )
    }

    /// All text in it, as it stands.
    pub(super) fn text(&self) -> String {
        let mut out = String::new();
        self.push_text(&mut out);
        out
    }

    fn push_text(&self, out: &mut String) {
        for node in &self.children {
            match node {
                XmlNode::Text(text) => out.push_str(text),
                XmlNode::Element(child) => child.push_text(out),
            }
        }
    }
}

/// Reads a file of the archive. The element without a name that is returned holds the root.
pub(super) fn read_xml(part: &str, bytes: &[u8]) -> Result<XmlElement, WordRefusal> {
    let broken = |why: String| WordRefusal::BrokenXml { part: part.to_owned(), why };
    let text = std::str::from_utf8(bytes).map_err(|error| broken(error.to_string()))?;
    let mut reader = NsReader::from_str(text.trim_start_matches('\u{feff}'));
    reader.config_mut().expand_empty_elements = true;
    let mut builder = XmlBuilder { open: vec![empty_element("".into())], names: HashMap::new(), nodes: 0 };
    loop {
        match reader.read_event().map_err(|error| broken(error.to_string()))? {
            Event::Start(start) => {
                let resolver = reader.resolver();
                let element = builder.element(resolver, &start).map_err(broken)?;
                builder.open.push(element);
            }
            Event::End(_) => builder.close(),
            Event::Text(text) => builder.text(&text.xml10_content()),
            Event::CData(text) => builder.text(&text.into_inner()),
            Event::GeneralRef(reference) => {
                let letter = referred(&reference).map_err(broken)?;
                builder.text(letter.encode_utf8(&mut [0; 4]));
            }
            Event::DocType(_) => return Err(WordRefusal::DocumentType { part: part.to_owned() }),
            Event::Eof => break,
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) | Event::Empty(_) => {}
        }
        if builder.open.len() > DEEPEST {
            return Err(WordRefusal::TooDeep { part: part.to_owned(), limit: DEEPEST });
        }
        if builder.nodes > MOST_NODES {
            return Err(WordRefusal::TooManyElements { part: part.to_owned(), limit: MOST_NODES });
        }
    }
    if builder.open.len() > 1 {
        return Err(broken("the file ends inside of an element".to_owned()));
    }
    let mut root = builder.open.swap_remove(0);
    root.children.retain(|node| matches!(node, XmlNode::Element(_)));
    if root.children.is_empty() { Err(broken("no element".to_owned())) } else { Ok(root) }
}

#[derive(Debug)]
struct XmlBuilder {
    /// The elements that are open, below one that holds the root.
    open: Vec<XmlElement>,
    names: HashMap<String, Arc<str>>,
    nodes: usize,
}

fn empty_element(name: Arc<str>) -> XmlElement {
    XmlElement { name, attributes: Vec::new(), children: Vec::new() }
}

impl XmlBuilder {
    fn element(
        &mut self,
        resolver: &NamespaceResolver,
        start: &BytesStart<'_>,
    ) -> Result<XmlElement, String> {
        self.nodes += 1;
        let (namespace, local) = resolver.resolve_element(start.name());
        let mut element = empty_element(self.name(&namespace, local.as_ref()));
        for attribute in start.attributes() {
            let attribute = attribute.map_err(|error| error.to_string())?;
            if attribute.key.as_namespace_binding().is_some() {
                continue;
            }
            let value =
                attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|error| error.to_string())?;
            let (namespace, local) = resolver.resolve_attribute(attribute.key);
            let name = self.name(&namespace, local.as_ref());
            element.attributes.push((name, value.into()));
        }
        Ok(element)
    }

    /// The name with the prefix of its namespace, one text for all elements that have it.
    fn name(&mut self, namespace: &ResolveResult<'_>, local: &str) -> Arc<str> {
        let prefix = match namespace {
            ResolveResult::Bound(Namespace(uri)) => {
                let known = PREFIXES.iter().find(|(end, _)| AsRef::<str>::as_ref(uri).ends_with(end));
                known.map(|(_, prefix)| *prefix)
            }
            ResolveResult::Unbound | ResolveResult::Unknown(_) => None,
        };
        // In text boxes, LibreOffice writes tables as `loext:table`.
        let prefix = prefix
            .map(|prefix| if prefix == "loext" && local.starts_with("table") { "table" } else { prefix });
        let name = prefix.map_or_else(|| local.to_owned(), |prefix| format!("{prefix}:{local}"));
        if let Some(known) = self.names.get(&name) {
            return Arc::clone(known);
        }
        let shared: Arc<str> = name.as_str().into();
        self.names.insert(name, Arc::clone(&shared));
        shared
    }

    fn close(&mut self) {
        if self.open.len() > 1
            && let Some(element) = self.open.pop()
            && let Some(parent) = self.open.last_mut()
        {
            parent.children.push(XmlNode::Element(element));
        }
    }

    fn text(&mut self, text: &str) {
        let Some(parent) = self.open.last_mut() else { return };
        if let Some(XmlNode::Text(before)) = parent.children.last_mut() {
            before.push_str(text);
        } else {
            self.nodes += 1;
            parent.children.push(XmlNode::Text(text.to_owned()));
        }
    }
}

/// The letter that a reference such as `&amp;` or `&#233;` stands for.
fn referred(reference: &BytesRef<'_>) -> Result<char, String> {
    if let Some(letter) = reference.resolve_char_ref().map_err(|error| error.to_string())? {
        return Ok(letter);
    }
    match &*reference.xml10_content() {
        "amp" => Ok('&'),
        "lt" => Ok('<'),
        "gt" => Ok('>'),
        "quot" => Ok('"'),
        "apos" => Ok('\''),
        other => Err(format!("&{other}; stands for nothing")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_the_prefixes_of_the_standards() {
        let xml = "<x:document xmlns:x='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>\
                   <x:p x:id='1'>a &lt; b&#233;<x:t/></x:p></x:document>";
        let root = read_xml("a.xml", xml.as_bytes()).unwrap();
        let paragraph = root.descendant("w:p").unwrap();
        assert_eq!((paragraph.attribute("w:id"), &*paragraph.text()), (Some("1"), "a < bé"));
        assert!(paragraph.child("w:t").is_some());
    }

    #[test]
    fn what_is_hostile_or_broken_is_refused() {
        let laughs = "<!DOCTYPE a [<!ENTITY b 'ha'><!ENTITY c '&b;&b;'>]><a>&c;</a>";
        assert!(matches!(read_xml("a", laughs.as_bytes()), Err(WordRefusal::DocumentType { .. })));
        let deep = "<a>".repeat(300) + &"</a>".repeat(300);
        assert!(matches!(read_xml("a", deep.as_bytes()), Err(WordRefusal::TooDeep { .. })));
        for broken in ["<a>", "<a></b>", "", "<a>&nothing;</a>", "<a b=1/>", "<a>\u{0}", "é"] {
            let read = read_xml("a", broken.as_bytes());
            assert!(matches!(read, Err(WordRefusal::BrokenXml { .. })), "{broken}: {read:?}");
        }
        assert!(matches!(read_xml("a", b"<a>\xff</a>"), Err(WordRefusal::BrokenXml { .. })));
    }
}
