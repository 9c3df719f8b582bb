//! Formulas as one line of text: `(a+b)/2`, `x^2`, `√(x)`.
use super::body::push_raw_text;
use crate::import::word::symbol::grouped;
use crate::import::word::xml::XmlElement;

/// How deep the parts of a formula may nest; of deeper ones the text stays.
const DEPTH: usize = 32;

/// The text of a formula.
pub(super) fn text(formula: &XmlElement) -> String {
    let mut out = String::new();
    push(formula, 0, &mut out);
    out
}

fn push(parent: &XmlElement, depth: usize, out: &mut String) {
    if depth >= DEPTH {
        return push_raw_text(parent, out);
    }
    for child in parent.elements() {
        let part = |name: &str| {
            let mut text = String::new();
            if let Some(part) = child.child(name) {
                push(part, depth + 1, &mut text);
            }
            text
        };
        let behind = |sign: &str, name: &str| {
            let text = part(name);
            if text.is_empty() { text } else { format!("{sign}{}", grouped(&text)) }
        };
        let written = match &*child.name {
            "m:t" | "w:t" => child.text(),
            "m:f" => format!("{}/{}", grouped(&part("m:num")), grouped(&part("m:den"))),
            "m:sSub" | "m:sSup" | "m:sSubSup" => {
                format!("{}{}{}", part("m:e"), behind("_", "m:sub"), behind("^", "m:sup"))
            }
            "m:rad" => format!("{}√({})", part("m:deg"), part("m:e")),
            "m:nary" => {
                let own = child.child("m:naryPr").and_then(|of| of.child_attribute("m:chr", "m:val"));
                let ends = format!("{}{}", behind("_", "m:sub"), behind("^", "m:sup"));
                format!("{}{ends} {}", own.unwrap_or("∫"), part("m:e"))
            }
            "m:d" => format!("({})", part("m:e")),
            _ => {
                push(child, depth + 1, out);
                continue;
            }
        };
        out.push_str(&written);
    }
}
