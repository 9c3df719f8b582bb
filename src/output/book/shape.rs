//! What may contain what: lists hold items, tables rows, lines no blocks. HTML of authors may be otherwise, and then its
//! text stands in a block that only groups.
use crate::model::{BookElement, BookNode, BookTag};

/// The nodes in a form that print and e-books accept, inside an element.
pub(super) fn shaped(nodes: Vec<BookNode>, parent: Option<&BookTag>) -> Vec<BookNode> {
    let mut out = Vec::with_capacity(nodes.len());
    for node in nodes {
        match node {
            BookNode::Text(text) => push_text(text, parent, &mut out),
            BookNode::Element(element) => push(element, parent, &mut out),
        }
    }
    out
}

/// Text directly in a list or a table has no place there; spaces are dropped.
fn push_text(text: String, parent: Option<&BookTag>, out: &mut Vec<BookNode>) {
    if parent.and_then(part_of).is_none() {
        out.push(BookNode::Text(text));
    } else if !text.trim_ascii().is_empty() {
        push_part(vec![BookNode::Text(text)], parent, out);
    }
}

fn push(mut element: BookElement, parent: Option<&BookTag>, out: &mut Vec<BookNode>) {
    let fits = parent.is_none_or(|parent| is_part(parent, &element.tag));
    if parent.is_some_and(|parent| is_part(parent, &BookTag::Term)) && element.tag == BookTag::Group {
        // A term and its definition in a block of their own.
        return out.extend(shaped(element.nodes, parent));
    }
    if is_only_part(&element.tag) && !(fits && parent.is_some()) {
        element.tag = BookTag::Group;
    }
    let nodes = std::mem::take(&mut element.nodes);
    element.nodes = shaped(nodes, Some(&element.tag));
    let holds_blocks = element.nodes.iter().any(BookNode::is_block);
    if holds_blocks && is_line(&element.tag) {
        if let BookTag::Heading(_) | BookTag::BlockTitle | BookTag::Caption | BookTag::CodeBlock = element.tag
        {
            element.nodes = lines_of(element.nodes);
        } else {
            element.tag = BookTag::Group;
        }
    }
    if matches!(element.tag, BookTag::Link(_)) {
        unlink(&mut element.nodes);
    }
    if parent.and_then(part_of).is_some() && !fits {
        return push_part(vec![BookNode::Element(element)], parent, out);
    }
    out.push(BookNode::Element(element));
}

/// Puts nodes that are no part of their parent into one.
fn push_part(nodes: Vec<BookNode>, parent: Option<&BookTag>, out: &mut Vec<BookNode>) {
    let Some(tag) = parent.and_then(part_of) else { return out.extend(nodes) };
    let nodes = match tag {
        BookTag::Row(_) => shaped(nodes, Some(&tag)),
        _ => nodes,
    };
    out.push(BookNode::Element(BookElement { tag, id: None, language: None, nodes }));
}

/// What an element consists of, if that is one kind.
fn part_of(parent: &BookTag) -> Option<BookTag> {
    Some(match parent {
        BookTag::Bullets | BookTag::Plain | BookTag::Numbers(_) | BookTag::Tasks(_) => BookTag::Item,
        BookTag::Table => BookTag::Row(false),
        BookTag::Row(_) => BookTag::Cell(crate::model::BookCell {
            is_header: false,
            align: crate::model::Align::None,
            columns: 1,
            rows: 1,
        }),
        BookTag::Definitions => BookTag::Definition,
        _ => return None,
    })
}

/// Whether an element may stand in another one.
fn is_part(parent: &BookTag, tag: &BookTag) -> bool {
    match parent {
        BookTag::Bullets | BookTag::Plain | BookTag::Numbers(_) => matches!(tag, BookTag::Item),
        BookTag::Tasks(_) => matches!(tag, BookTag::Item | BookTag::Task(..)),
        BookTag::Table => matches!(tag, BookTag::Row(_) | BookTag::Caption),
        BookTag::Row(_) => matches!(tag, BookTag::Cell(_)),
        BookTag::Definitions => matches!(tag, BookTag::Term | BookTag::Definition),
        BookTag::Figure => true,
        _ => !is_only_part(tag),
    }
}

/// Whether an element stands only in certain others.
fn is_only_part(tag: &BookTag) -> bool {
    matches!(
        tag,
        BookTag::Item
            | BookTag::Task(..)
            | BookTag::Row(_)
            | BookTag::Cell(_)
            | BookTag::Term
            | BookTag::Definition
            | BookTag::Caption
    )
}

/// Whether an element holds lines and no blocks.
fn is_line(tag: &BookTag) -> bool {
    let is_title =
        matches!(tag, BookTag::Heading(_) | BookTag::BlockTitle | BookTag::Caption | BookTag::Term);
    !tag.is_block() || is_title || matches!(tag, BookTag::Paragraph | BookTag::Note | BookTag::CodeBlock)
}

/// The lines of blocks, one after the other.
fn lines_of(nodes: Vec<BookNode>) -> Vec<BookNode> {
    let mut out = Vec::new();
    for node in nodes {
        match node {
            BookNode::Element(element) if element.tag.is_block() => {
                out.extend(lines_of(element.nodes));
                out.push(BookNode::Text(" ".to_owned()));
            }
            node => out.push(node),
        }
    }
    out
}

/// A link holds no other one.
fn unlink(nodes: &mut [BookNode]) {
    for node in nodes {
        if let BookNode::Element(element) = node {
            if matches!(element.tag, BookTag::Link(_)) {
                element.tag = BookTag::Span;
            }
            unlink(&mut element.nodes);
        }
    }
}
