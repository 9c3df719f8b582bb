//! Formulas in `MathML` as one line of text: `(a+b)/2`, `x^2`, `√(x)`.
use crate::import::word::symbol::grouped;
use crate::import::word::xml::{XmlElement, XmlNode};

/// How deep the parts of a formula may nest; of deeper ones the text stays.
const DEPTH: usize = 32;

/// The text of a formula.
pub(super) fn text(formula: &XmlElement) -> String {
    let mut out = String::new();
    push(formula, 0, &mut out);
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Adds what is in an element.
fn push(parent: &XmlElement, depth: usize, out: &mut String) {
    if depth >= DEPTH {
        return out.push_str(&parent.text());
    }
    for child in &parent.children {
        match child {
            XmlNode::Text(text) => out.push_str(text.trim()),
            XmlNode::Element(child) => written(child, depth + 1, out),
        }
    }
}

fn written(element: &XmlElement, depth: usize, out: &mut String) {
    let parts: Vec<&XmlElement> = element.elements().collect();
    let part = |at: usize| {
        let mut text = String::new();
        if let Some(part) = parts.get(at) {
            written(part, depth + 1, &mut text);
        }
        text
    };
    let behind = |sign: &str, at: usize| format!("{sign}{}", grouped(&part(at)));
    let text = match &*element.name {
        "math:mfrac" => format!("{}/{}", grouped(&part(0)), grouped(&part(1))),
        "math:msup" | "math:mover" => format!("{}{}", part(0), behind("^", 1)),
        "math:msub" | "math:munder" => format!("{}{}", part(0), behind("_", 1)),
        "math:msubsup" | "math:munderover" => format!("{}{}{}", part(0), behind("_", 1), behind("^", 2)),
        "math:mroot" => format!("{}√({})", part(1), part(0)),
        "math:msqrt" => {
            let mut text = String::new();
            push(element, depth, &mut text);
            format!("√({text})")
        }
        "math:mtr" => {
            push(element, depth, out);
            return out.push(' ');
        }
        // The formula once more, in the words of another program.
        "math:annotation" | "math:annotation-xml" => return,
        _ => return push(element, depth, out),
    };
    out.push_str(&text);
}
