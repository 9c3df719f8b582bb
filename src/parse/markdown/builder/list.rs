//! Lists, and items that are tasks or cards.
use super::Builder;
use super::frame::{FrameKind, StackFrame};
use super::paragraph::lone_card;
use crate::model::{Body, Element, Node, TaskFlags};
use std::ops::Range;

impl Builder<'_> {
    pub(in crate::parse::markdown) fn open_list(&mut self, first: Option<u64>, range: &Range<usize>) {
        let dated = self.before_block(range, true);
        let element = match first {
            None => Element::Bullets,
            Some(number) => Element::Numbers(u32::try_from(number).unwrap_or(1)),
        };
        self.open_frame(
            FrameKind::List { first, tasks: false, cards: true, items: Box::default() },
            element,
            range,
            dated,
        );
    }

    pub(in crate::parse::markdown) fn close_list(&mut self) {
        let Some(frame) = self.pop() else { return };
        let FrameKind::List { first, tasks, cards, ref items } = frame.kind else {
            return self.close_frame(&frame);
        };
        self.end_items(items, first, &frame.range);
        let body = &mut self.parsed.body;
        if tasks {
            body.nodes[frame.node] =
                Node::Open(Element::TaskList(first.map(|first| u32::try_from(first).unwrap_or(1))));
            body.nodes.push(Node::Close);
        } else if cards {
            let inside: Vec<Node> = body.nodes[frame.node..]
                .iter()
                .filter_map(|node| match node {
                    Node::Card(target) | Node::Reference(target) | Node::Open(Element::Link(target)) => {
                        Some(Node::Card(*target))
                    }
                    _ => None,
                })
                .collect();
            body.nodes.truncate(frame.node);
            body.nodes.push(Node::Open(Element::Cards));
            body.nodes.extend(inside);
            body.nodes.push(Node::Close);
        } else {
            body.nodes.push(Node::Close);
            if matches!(self.frames.last().map(|frame| &frame.kind), Some(FrameKind::Item { task: true })) {
                self.insert(frame.node, Node::Open(Element::TaskHelp));
                self.push(Node::Close);
            }
        }
        if frame.dated {
            self.push(Node::Close);
        }
    }

    /// Inserts a node, and moves the numbers of the nodes behind it.
    pub(super) fn insert(&mut self, at: usize, node: Node) {
        self.parsed.body.nodes.insert(at, node);
        for open in &mut self.open_tags {
            if open.node >= at {
                open.node += 1;
            }
        }
    }

    pub(in crate::parse::markdown) fn open_item(&mut self, range: &Range<usize>) {
        self.flush();
        self.add_item(range);
        self.open_frame(FrameKind::Item { task: false }, Element::Item, range, false);
    }

    pub(in crate::parse::markdown) fn close_item(&mut self) {
        let Some(frame) = self.pop() else { return };
        let FrameKind::Item { task } = frame.kind else { return self.close_frame(&frame) };
        let card = !task && lone_card(&self.parsed.body, frame.node + 1);
        if let Some(FrameKind::List { cards, .. }) = self.frames.last_mut().map(|frame| &mut frame.kind) {
            *cards &= card;
        }
        self.push(Node::Close);
    }

    /// Makes the open item a task, ticked if it is `done`.
    pub(in crate::parse::markdown) fn task_marker(&mut self, done: bool) {
        self.flush();
        let [.., list, item] = self.frames.as_mut_slice() else { return };
        // In a loose list the words of an item are a paragraph, which is open already.
        if matches!(item.kind, FrameKind::Paragraph) {
            item.kind = FrameKind::TaskText { implied: false };
            let node = item.node;
            let dated = std::mem::take(&mut item.dated);
            self.parsed.body.nodes[node] = Node::Open(Element::TaskText);
            if dated {
                // A `Dated` element around the paragraph would separate the task from its text.
                self.parsed.body.nodes.remove(node - 1);
                self.frames.last_mut().expect("just looked at").node -= 1;
            }
            let depth = self.frames.len();
            if depth >= 3 {
                let (above, _) = self.frames.split_at_mut(depth - 1);
                let [.., list, item] = above else { return };
                mark_task(&mut self.parsed.body, list, item, done);
                let at = item.range.clone();
                self.record_task(&at);
            }
        } else if matches!(item.kind, FrameKind::Item { .. }) {
            mark_task(&mut self.parsed.body, list, item, done);
            let at = item.range.clone();
            self.record_task(&at);
            self.open_frame(FrameKind::TaskText { implied: true }, Element::TaskText, &at, false);
        }
    }

    /// Opens the help of a task whose words have ended.
    pub(super) fn open_help(&mut self, at: usize) {
        if matches!(self.frames.last().map(|frame| &frame.kind), Some(FrameKind::TaskText { implied: true }))
        {
            self.close_implied();
        }
        if matches!(self.frames.last().map(|frame| &frame.kind), Some(FrameKind::Item { task: true })) {
            self.open_frame(FrameKind::TaskHelp, Element::TaskHelp, &(at..at), false);
        }
    }

    /// Records the span of a task: its first line with the mark.
    fn record_task(&mut self, item: &Range<usize>) {
        let line = self.source.get(item.clone()).and_then(|text| text.lines().next()).unwrap_or_default();
        let span = self.span(&(item.start..item.start + line.trim_end().len()));
        self.parsed.content.tasks.push(span);
    }
}

fn mark_task(body: &mut Body, list: &mut StackFrame, item: &mut StackFrame, done: bool) {
    if let FrameKind::Item { task } = &mut item.kind {
        *task = true;
        let flags = TaskFlags { done, ..TaskFlags::default() };
        body.nodes[item.node] = Node::Open(Element::Task(u32::MAX, None, flags));
    }
    if let FrameKind::List { tasks, .. } = &mut list.kind {
        *tasks = true;
    }
}
