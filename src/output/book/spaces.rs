//! Spaces of a chapter as readers see them: HTML shows several as one, and none at the ends of a block.
use crate::model::{BookElement, BookNode, BookTag};

/// Takes out the spaces that no reader sees, and text that holds nothing else between blocks.
pub(super) fn tidy(nodes: &mut Vec<BookNode>) {
    let mut before_space = true;
    line(nodes, &mut before_space);
}

/// Goes through nodes; `at_gap` says whether the line has not begun or ends with a space.
fn line(nodes: &mut Vec<BookNode>, at_gap: &mut bool) {
    let mut at = 0;
    while at < nodes.len() {
        let block_follows = nodes.get(at + 1).is_none_or(BookNode::is_block);
        match &mut nodes[at] {
            BookNode::Text(text) => {
                *text = squeezed(text, at_gap);
            }
            BookNode::Element(element) => match element.tag {
                BookTag::CodeBlock | BookTag::Break => *at_gap = true,
                BookTag::Code | BookTag::Picture(..) | BookTag::TickBox(_) => *at_gap = false,
                _ if element.tag.is_block() => {
                    *at_gap = true;
                    line(&mut element.nodes, at_gap);
                    trim_end(&mut element.nodes);
                    *at_gap = true;
                }
                _ => line(&mut element.nodes, at_gap),
            },
        }
        if block_follows && at + 1 < nodes.len() {
            trim_last(&mut nodes[at]);
        }
        if matches!(&nodes[at], BookNode::Text(text) if text.is_empty()) {
            nodes.remove(at);
        } else {
            at += 1;
        }
    }
}

fn squeezed(text: &str, at_gap: &mut bool) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        let is_space = letter.is_ascii_whitespace();
        if is_space && !*at_gap {
            out.push(' ');
        } else if !is_space {
            out.push(letter);
        }
        *at_gap = is_space;
    }
    out
}

fn trim_end(nodes: &mut Vec<BookNode>) {
    let Some(last) = nodes.last_mut() else { return };
    trim_last(last);
    if matches!(last, BookNode::Text(text) if text.is_empty()) {
        nodes.pop();
        trim_end(nodes);
    }
}

fn trim_last(node: &mut BookNode) {
    match node {
        BookNode::Text(text) => text.truncate(text.trim_end_matches(' ').len()),
        BookNode::Element(BookElement { tag, nodes, .. }) if !tag.is_block() && *tag != BookTag::Code => {
            trim_end(nodes);
        }
        BookNode::Element(_) => {}
    }
}
