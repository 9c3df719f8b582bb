//! Blocks of code, line by line.
use super::nodes::colour;
use crate::model::{BookNode, BookTag, CodePart};
use crate::pdf::glyphs::GlyphChecker;
use serde_json::{Value, json};

/// What a tab is printed as.
const TAB: &str = "    ";

/// How a piece of code looks.
#[derive(Clone, Copy, Default)]
struct Look {
    colour: Option<CodePart>,
    is_marked: bool,
}

/// Lines of pieces: a text, or `{v, k, m}` with its colour and whether it is marked.
pub(super) fn block(glyphs: &mut GlyphChecker<'_>, nodes: &[BookNode]) -> Value {
    let mut lines: Vec<Vec<Value>> = vec![Vec::new()];
    add(glyphs, nodes, Look::default(), &mut lines);
    while lines.len() > 1 && lines.last().is_some_and(Vec::is_empty) {
        lines.pop();
    }
    json!({ "t": "pre", "lines": lines })
}

fn add(glyphs: &mut GlyphChecker<'_>, nodes: &[BookNode], look: Look, lines: &mut Vec<Vec<Value>>) {
    for node in nodes {
        match node {
            BookNode::Text(text) => {
                for (number, line) in text.split('\n').enumerate() {
                    if number > 0 {
                        lines.push(Vec::new());
                    }
                    let line = line.trim_end_matches('\r').replace('\t', TAB);
                    if let Some(last) = lines.last_mut().filter(|_| !line.is_empty()) {
                        last.push(piece(glyphs.printable(&line), look));
                    }
                }
            }
            BookNode::Element(element) => {
                let look = match element.tag {
                    BookTag::CodePart(part) => Look { colour: Some(part), ..look },
                    BookTag::Mark => Look { is_marked: true, ..look },
                    _ => look,
                };
                add(glyphs, &element.nodes, look, lines);
                if element.tag == BookTag::Break {
                    lines.push(Vec::new());
                }
            }
        }
    }
}

fn piece(text: String, look: Look) -> Value {
    if look.colour.is_none() && !look.is_marked {
        return text.into();
    }
    json!({ "v": text, "k": look.colour.map(colour).unwrap_or_default(), "m": look.is_marked })
}
