//! A strict reader of published HTML. Whatever a browser would have to repair is an error: tags that do not nest,
//! unquoted or repeated attributes, repeated ids, a bare `<` or `&`.
use std::collections::BTreeSet;

/// Elements without content and without an end tag.
const VOID: [&str; 8] = ["br", "col", "hr", "img", "input", "link", "meta", "wbr"];

/// An element with its content.
#[derive(Debug, Default)]
pub(crate) struct Element {
    pub(crate) name: String,
    attributes: Vec<(String, String)>,
    children: Vec<Node>,
}

#[derive(Debug)]
enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    /// The value of an attribute.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The names of its attributes.
    pub(crate) fn attributes(&self) -> impl Iterator<Item = &str> {
        self.attributes.iter().map(|(name, _)| name.as_str())
    }

    /// Whether it has a class.
    pub(crate) fn has_class(&self, class: &str) -> bool {
        self.attribute("class").is_some_and(|all| all.split(' ').any(|one| one == class))
    }

    /// The elements below that match, in the order of the document.
    pub(crate) fn all(&self, wanted: &dyn Fn(&Self) -> bool) -> Vec<&Self> {
        let mut found = Vec::new();
        self.collect(wanted, &mut found);
        found
    }

    fn collect<'a>(&'a self, wanted: &dyn Fn(&Self) -> bool, found: &mut Vec<&'a Self>) {
        for child in self.elements() {
            if wanted(child) {
                found.push(child);
            }
            child.collect(wanted, found);
        }
    }

    /// The elements below with this name.
    pub(crate) fn named(&self, name: &str) -> Vec<&Self> {
        self.all(&|element| element.name == name)
    }

    /// The elements below with this class.
    pub(crate) fn classed(&self, class: &str) -> Vec<&Self> {
        self.all(&|element| element.has_class(class))
    }

    /// The children.
    pub(crate) fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|child| match child {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The text on one line, with plain spaces and straight apostrophes.
    pub(crate) fn words(&self) -> String {
        let mut text = String::new();
        self.gather(&mut text);
        plain(&text)
    }

    fn gather(&self, text: &mut String) {
        for child in &self.children {
            match child {
                Node::Text(words) => text.push_str(words),
                Node::Element(element) => {
                    element.gather(text);
                    if ["li", "p", "div", "dt", "dd", "td", "th", "h1", "h2", "h3"]
                        .contains(&element.name.as_str())
                    {
                        text.push('\n');
                    }
                }
            }
        }
    }
}

/// The text with single plain spaces and straight apostrophes.
pub(crate) fn plain(text: &str) -> String {
    text.replace('’', "'").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Reads a page, or returns the first error.
pub(crate) fn read(html: &str) -> Result<Element, String> {
    let rest = html.strip_prefix("<!DOCTYPE html>\n").ok_or("no document type")?;
    let mut reader = Reader { text: rest, at: 0, open: vec![Element::default()], ids: BTreeSet::new() };
    while reader.at < rest.len() {
        reader.step().map_err(|why| reader.fail(&why))?;
    }
    let mut page = reader.open.pop().ok_or("nothing is open")?;
    if !reader.open.is_empty() {
        return Err(format!("<{}> is not closed", page.name));
    }
    "document".clone_into(&mut page.name);
    Ok(page)
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    open: Vec<Element>,
    ids: BTreeSet<String>,
}

impl Reader<'_> {
    fn fail(&self, why: &str) -> String {
        let line = self.text[..self.at].matches('\n').count() + 2;
        let from = self.text[..self.at].rfind('\n').map_or(0, |at| at + 1);
        format!("line {line}: {why}: {}", self.text[from..].lines().next().unwrap_or_default())
    }

    fn step(&mut self) -> Result<(), String> {
        let rest = &self.text[self.at..];
        if rest.starts_with("</") {
            let end = rest.find('>').ok_or("a tag does not end")?;
            self.close(&rest[2..end])?;
            self.at += end + 1;
            return Ok(());
        }
        if rest.starts_with('<') {
            return self.open_tag();
        }
        let end = rest.find('<').unwrap_or(rest.len());
        let words = decoded(&rest[..end])?;
        if self.open.len() < 2 && !words.trim().is_empty() {
            return Err("text outside of the page".to_owned());
        }
        self.at += end;
        self.inside().children.push(Node::Text(words));
        Ok(())
    }

    fn inside(&mut self) -> &mut Element {
        self.open.last_mut().expect("the document itself is never closed")
    }

    fn close(&mut self, name: &str) -> Result<(), String> {
        let element = self.open.pop().filter(|_| !self.open.is_empty()).ok_or("nothing to close")?;
        if element.name != name {
            return Err(format!("</{name}> closes <{}>", element.name));
        }
        self.inside().children.push(Node::Element(element));
        Ok(())
    }

    fn open_tag(&mut self) -> Result<(), String> {
        let rest = &self.text[self.at + 1..];
        let end = rest
            .find(|letter: char| !letter.is_ascii_alphanumeric())
            .filter(|end| *end > 0)
            .ok_or("a bare <")?;
        let mut element = Element { name: rest[..end].to_owned(), ..Element::default() };
        let mut at = end;
        loop {
            let after = rest[at..].trim_start();
            if let Some(tail) = after.strip_prefix('>') {
                at = rest.len() - tail.len();
                break;
            }
            if after.len() == rest[at..].len() {
                return Err("no space before an attribute".to_owned());
            }
            at = rest.len() - after.len() + self.attribute(after, &mut element)?;
        }
        self.at += 1 + at;
        self.nests(&element.name)?;
        if VOID.contains(&element.name.as_str()) {
            self.inside().children.push(Node::Element(element));
        } else {
            self.open.push(element);
        }
        Ok(())
    }

    /// Reads one attribute and returns its length.
    fn attribute(&mut self, text: &str, element: &mut Element) -> Result<usize, String> {
        let end = text
            .find(|letter: char| !(letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-'))
            .filter(|end| *end > 0)
            .ok_or("not an attribute")?;
        let name = text[..end].to_owned();
        if element.attribute(&name).is_some() {
            return Err(format!("{name} stands twice"));
        }
        let (value, length) = match text[end..].strip_prefix("=\"") {
            Some(value) => {
                let long = value.find('"').ok_or("a value does not end")?;
                (decoded(&value[..long])?, end + 2 + long + 1)
            }
            None => (String::new(), end),
        };
        if name == "id" && (value.is_empty() || value.contains(char::is_whitespace)) {
            return Err(format!("the id {value:?} is no id"));
        }
        if name == "id" && !self.ids.insert(value.clone()) {
            return Err(format!("the id {value} stands twice"));
        }
        element.attributes.push((name, value));
        Ok(length)
    }

    /// Refuses elements that a browser would move elsewhere.
    fn nests(&self, name: &str) -> Result<(), String> {
        let is_open = |wanted: &str| self.open.iter().any(|element| element.name == wanted);
        let parent = self.open.last().map_or("", |element| element.name.as_str());
        let block = matches!(
            name,
            "p" | "div"
                | "ul"
                | "ol"
                | "dl"
                | "table"
                | "section"
                | "nav"
                | "h1"
                | "h2"
                | "h3"
                | "h4"
                | "h5"
                | "h6"
                | "blockquote"
                | "pre"
                | "hr"
        );
        if block && is_open("p") {
            return Err(format!("<{name}> in a paragraph"));
        }
        if block && is_open("label") {
            return Err(format!("<{name}> in a label"));
        }
        if (name == "a" || name == "button") && (is_open("a") || is_open("button")) {
            return Err(format!("<{name}> in a link or button"));
        }
        if name == "li" && !matches!(parent, "ul" | "ol") {
            return Err(format!("<li> in <{parent}>"));
        }
        if matches!(parent, "ul" | "ol") && name != "li" {
            return Err(format!("<{name}> in a list"));
        }
        if matches!(name, "script" | "style") && parent != "head" {
            return Err(format!("<{name}> in <{parent}>"));
        }
        Ok(())
    }
}

fn decoded(text: &str) -> Result<String, String> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('&') {
        out.push_str(&rest[..start]);
        let name = &rest[start + 1..];
        let end = name.find(';').filter(|end| *end <= 8).ok_or("a bare &")?;
        out.push(match &name[..end] {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "nbsp" => '\u{a0}',
            "#39" | "#x27" => '\'',
            "#x2F" => '/',
            other => return Err(format!("&{other}; is not one of ours")),
        });
        rest = &name[end + 1..];
    }
    out.push_str(rest);
    if let Some(wrong) = out.chars().find(|letter| letter.is_control() && !"\n\t".contains(*letter)) {
        return Err(format!("the control character {wrong:?}"));
    }
    Ok(out)
}
