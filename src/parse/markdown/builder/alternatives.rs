//! Alternatives: blocks `<details name="…">` of one name that follow each other. One of them is open at a time.
use crate::model::{Body, Element, Node};
use std::collections::BTreeSet;

/// A `<details>` of a body: its tags as numbers of nodes.
struct Folded {
    open: usize,
    close: usize,
    name: Option<String>,
    is_open: bool,
}

/// Puts alternatives into an element of their own. The first that is written open is open, else the first. One that stands
/// alone is like any other `<details>`.
pub(super) fn group(body: &mut Body) {
    let all = folded(body);
    let (mut opens, mut closes) = (BTreeSet::new(), BTreeSet::new());
    let mut rest = all.as_slice();
    while let Some(first) = rest.first() {
        let follows = |pair: &&[Folded]| pair[1].open == pair[0].close + 1 && pair[1].name == pair[0].name;
        let count = 1 + rest.windows(2).take_while(follows).count();
        let (group, after) = rest.split_at(if first.name.is_some() { count } else { 1 });
        rest = after;
        if first.name.is_none() {
            continue;
        }
        let chosen = group.iter().position(|one| one.is_open).unwrap_or(0);
        let is_group = group.len() > 1;
        for (at, one) in group.iter().enumerate() {
            let is_open = if is_group { at == chosen } else { one.is_open };
            let name = if is_group { format!(" name=\"g{}\"", body.groups + 1) } else { String::new() };
            let tag = body.push_text(&format!("<details{name}{}>", if is_open { " open" } else { "" }));
            body.nodes[one.open] = Node::SafeHtml(tag);
        }
        if is_group {
            body.groups += 1;
            opens.insert(first.open);
            closes.extend(group.last().map(|last| last.close));
        }
    }
    insert(body, &opens, &closes);
}

/// Every `<details>` of the accepted form by itself: those that follow each other directly are neighbours in the list.
fn folded(body: &Body) -> Vec<Folded> {
    let (mut open, mut found) = (Vec::new(), Vec::new());
    for (number, node) in body.nodes.iter().enumerate() {
        let Node::SafeHtml(slice) = node else { continue };
        let tag = body.str(*slice);
        if tag.starts_with("<details") {
            open.push((number, tag.contains(" open>"), name(tag).map(str::to_owned)));
        } else if tag == "</details>"
            && let Some((begin, is_open, name)) = open.pop()
        {
            found.push((open.len(), Folded { open: begin, close: number, name, is_open }));
        }
    }
    // Blocks of one depth stand in order; those inside them are of another depth.
    found.sort_by_key(|(depth, one)| (*depth, one.open));
    found.into_iter().map(|(_, one)| one).collect()
}

/// The name in `<details name="…">`.
fn name(tag: &str) -> Option<&str> {
    tag.strip_prefix("<details name=\"")?.split('"').next()
}

/// Inserts the element around each group.
fn insert(body: &mut Body, opens: &BTreeSet<usize>, closes: &BTreeSet<usize>) {
    if opens.is_empty() {
        return;
    }
    let nodes = std::mem::take(&mut body.nodes);
    body.nodes.reserve_exact(nodes.len() + opens.len() + closes.len());
    for (number, node) in nodes.into_iter().enumerate() {
        if opens.contains(&number) {
            body.nodes.push(Node::Open(Element::Alternatives));
        }
        body.nodes.push(node);
        if closes.contains(&number) {
            body.nodes.push(Node::Close);
        }
    }
}
