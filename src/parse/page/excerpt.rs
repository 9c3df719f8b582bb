//! Copies a part of a body, such as the words of a task, to a body of its own.
use crate::model::{Body, CodeBlock, Element, Image, Node, Slice};

/// Copies nodes to the end of another body.
pub(super) fn copy(from: &Body, start: usize, end: usize, into: &mut Body) {
    let nodes = &from.nodes[start..end];
    let text = nodes.iter().map(|node| match node {
        Node::Text(slice)
        | Node::Code(slice)
        | Node::Html(slice)
        | Node::SafeHtml(slice)
        | Node::Placeholder(slice) => (slice.end - slice.start) as usize,
        _ => 0,
    });
    into.text.reserve_exact(text.sum());
    into.nodes.reserve_exact(nodes.len());
    for node in nodes {
        let copied = match *node {
            Node::Text(slice) => Node::Text(into.push_text(from.str(slice))),
            Node::Code(slice) => Node::Code(into.push_text(from.str(slice))),
            Node::Html(slice) => Node::Html(into.push_text(from.str(slice))),
            Node::SafeHtml(slice) => Node::SafeHtml(into.push_text(from.str(slice))),
            Node::Placeholder(slice) => Node::Placeholder(into.push_text(from.str(slice))),
            // Marks of footnotes and former anchors are left out: they belong to the page.
            Node::FootnoteMark(_) | Node::Anchor(_) => continue,
            Node::Image(number) => {
                let image = from.images[number as usize];
                let alt = into.push_text(from.str(image.alt));
                let title = into.push_text(from.str(image.title));
                let target = into.push_target(from.targets[image.target as usize].clone());
                Node::Image(into.push_image(Image { target, alt, title }))
            }
            Node::Reference(target) => {
                Node::Reference(into.push_target(from.targets[target as usize].clone()))
            }
            Node::Card(target) => Node::Card(into.push_target(from.targets[target as usize].clone())),
            Node::Tasks(target) => {
                Node::Tasks(target.map(|target| into.push_target(from.targets[target as usize].clone())))
            }
            Node::Open(element) => Node::Open(match element {
                Element::Link(target) => {
                    let number = into.push_target(from.targets[target as usize].clone());
                    into.push_link_title(number, from.link_title(target));
                    Element::Link(number)
                }
                Element::Heading(level, slice) => Element::Heading(level, copied_slice(from, slice, into)),
                // It is without colours, file name and marked lines away from its page.
                Element::CodeBlock(number) => {
                    let language =
                        from.code.get(number as usize).map_or("", |block| from.str(block.language));
                    let language = into.push_text(language);
                    Element::CodeBlock(into.push_code(CodeBlock { language, ..CodeBlock::default() }))
                }
                Element::Footnote(slice) => Element::Footnote(copied_slice(from, slice, into)),
                Element::Task(number, branch, flags) => {
                    let anchor = into.push_text(from.task_anchor(number));
                    Element::Task(into.push_task(anchor), branch, flags)
                }
                other => other,
            }),
            other => other,
        };
        into.nodes.push(copied);
    }
}

fn copied_slice(from: &Body, slice: Slice, into: &mut Body) -> Slice {
    into.push_text(from.str(slice))
}
