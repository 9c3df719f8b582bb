//! Names the anchors of a page: of headings, former names and tasks. Writes them into the body, too.
use crate::language::{self, Locale};
use crate::model::{
    Anchor, Body, Branch, Diagnostic, Element, Heading, Node, Question, Referent, Slice, Target, codes,
};
use crate::parse::markdown::ParsedBody;
use crate::stamp::Stamp;
use crate::text::slug::{Unique, slug};
use std::ops::Range;

/// The anchors of a page that are not headings.
#[derive(Debug)]
pub(super) struct NamedAnchors {
    /// Former anchors of headings, less those that something else has now.
    pub(super) former: Vec<Anchor>,
    /// Anchors of tasks, in the order in which tasks end: a task inside another comes first.
    pub(super) tasks: Vec<Anchor>,
}

/// Names all anchors. Ids that authors chose take precedence over names made of words.
pub(super) fn name(parsed: &mut ParsedBody, diagnostics: &mut Vec<Diagnostic>) -> NamedAnchors {
    let count = parsed.content.headings.len() + parsed.content.tasks.len() + parsed.former.len();
    let mut unique = Unique::with_room(count);
    name_headings(parsed, &mut unique, diagnostics);
    let former = keep_former(parsed, &mut unique, diagnostics);
    let tasks = name_tasks(&mut parsed.body, parsed.content.tasks.len(), &mut unique);
    NamedAnchors { former, tasks }
}

/// Names all headings but the title of the page, which is not in the body.
fn name_headings(parsed: &mut ParsedBody, unique: &mut Unique, diagnostics: &mut Vec<Diagnostic>) {
    let body = &mut parsed.body;
    let headings = &mut parsed.content.headings;
    let nodes = body.nodes.iter().enumerate();
    let in_body: Vec<usize> = nodes
        .filter(|(_, node)| matches!(node, Node::Open(Element::Heading(..))))
        .map(|(at, _)| at)
        .collect();
    let has_title = headings.len() > in_body.len();
    let title = headings.iter().position(|heading| has_title && heading.value.level == 1);
    for (number, id) in std::mem::take(&mut parsed.explicit) {
        let id: String =
            id.chars().filter(|letter| !letter.is_whitespace() && !letter.is_control()).collect();
        if Some(number) == title || id.is_empty() {
            continue;
        }
        if let Some(id) = unique.reserve(&id) {
            headings[number].value.anchor = Anchor::new(id);
        } else {
            diagnostics.push(
                Diagnostic::new(codes::ADDRESS_DUPLICATE_ANCHOR, headings[number].span.clone())
                    .arg("anchor", id),
            );
        }
    }
    let named = headings.iter_mut().enumerate().filter(|(number, _)| Some(*number) != title);
    for (_, heading) in named {
        if heading.value.anchor.as_str().is_empty() {
            heading.value.anchor = Anchor::new(unique.name(&heading_name(&heading.value), "section"));
        }
    }
    let named = headings.iter().enumerate().filter(|(number, _)| Some(*number) != title);
    for (at, (_, heading)) in in_body.into_iter().zip(named) {
        let slice = body.push_text(heading.value.anchor.as_str());
        if let Node::Open(Element::Heading(_, anchor)) = &mut body.nodes[at] {
            *anchor = slice;
        }
    }
}

/// The name that a heading makes: of its own words, so that it stays when the registry changes. A heading of nothing but
/// references is named by their ids.
fn heading_name(heading: &Heading) -> String {
    let name = slug(&heading.text);
    if !name.is_empty() {
        return name;
    }
    let ids = heading.references.iter().filter_map(|reference| match &reference.to {
        Referent::Entry(key) => Some(key.id.as_str()),
        Referent::Due(_) => None,
    });
    ids.collect::<Vec<_>>().join("-")
}

/// Keeps the former anchors (`<!-- anchor: … -->`) that nothing else has now. The others get a diagnostic.
fn keep_former(
    parsed: &mut ParsedBody,
    unique: &mut Unique,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Anchor> {
    let mut kept = Vec::with_capacity(parsed.former.len());
    if parsed.former.is_empty() {
        return kept;
    }
    let body = &mut parsed.body;
    let mut comments = std::mem::take(&mut parsed.former).into_iter();
    for at in 0..body.nodes.len() {
        let Node::Anchor(slice) = body.nodes[at] else { continue };
        let name = body.str(slice);
        let Some(comment) = comments.find(|comment| comment.value == name) else { continue };
        if let Some(name) = unique.reserve(name) {
            kept.push(Anchor::new(name));
        } else {
            diagnostics
                .push(Diagnostic::new(codes::ADDRESS_DUPLICATE_ANCHOR, comment.span).arg("anchor", name));
            body.nodes[at] = Node::Text(Slice::default());
        }
    }
    kept
}

/// An open task.
struct OpenTask {
    /// Number of its `Open` node.
    node: usize,
    /// The nodes of its words.
    words: Range<usize>,
    has_help: bool,
    /// Whether tasks below it are branches.
    has_branch: bool,
    /// The first of these that is ticked to begin with.
    answer: Option<Branch>,
}

impl OpenTask {
    fn new(node: usize) -> Self {
        Self { node, words: node..node, has_help: false, has_branch: false, answer: None }
    }
}

/// Names `count` tasks, and writes into each its anchor and its branch.
fn name_tasks(body: &mut Body, count: usize, unique: &mut Unique) -> Vec<Anchor> {
    let mut anchors = Vec::with_capacity(count);
    if count == 0 {
        return anchors;
    }
    let mut tasks: Vec<OpenTask> = Vec::with_capacity(2);
    let mut open = Vec::with_capacity(16);
    for at in 0..body.nodes.len() {
        match body.nodes[at] {
            Node::Open(element) => {
                open.push((element, at));
                match (element, tasks.last_mut()) {
                    (Element::Task(..), _) => tasks.push(OpenTask::new(at)),
                    (Element::TaskHelp, Some(task)) => task.has_help = true,
                    _ => {}
                }
            }
            Node::Close => match open.pop() {
                Some((Element::TaskText, from)) => {
                    if let Some(task) = tasks.last_mut() {
                        task.words = from + 1..at;
                    }
                }
                Some((Element::Task(..), _)) => {
                    let Some(task) = tasks.pop() else { continue };
                    anchors.push(name_task(body, &task, tasks.last_mut(), unique));
                }
                _ => {}
            },
            _ => {}
        }
    }
    anchors
}

fn name_task(body: &mut Body, task: &OpenTask, parent: Option<&mut OpenTask>, unique: &mut Unique) -> Anchor {
    let nodes = &body.nodes[task.words.clone()];
    let words = body.words(nodes);
    let name = if words.is_empty() { ids(body, nodes) } else { slug(&words) };
    let important = is_important(body, nodes);
    let branch = parent.as_ref().and_then(|_| branch(&words));
    let anchor = Anchor::new(unique.name(&shortened(&name), "t"));
    let slice = body.push_text(anchor.as_str());
    let number = body.push_task(slice);
    if let Node::Open(Element::Task(named, of, flags)) = &mut body.nodes[task.node] {
        (*named, *of) = (number, branch);
        flags.important = important;
        flags.has_help = task.has_help;
        // "Done" without an answer is no answer: it stays a box.
        let is_question = task.has_branch && (!flags.done || task.answer.is_some());
        flags.question = is_question.then_some(Question { answer: task.answer });
        if let Some(parent) = parent.filter(|_| branch.is_some()) {
            parent.has_branch = true;
            parent.answer = parent.answer.or(branch.filter(|_| flags.done));
        }
    }
    anchor
}

/// Whether the words of a task begin with **Important**.
fn is_important(body: &Body, words: &[Node]) -> bool {
    match words {
        [Node::Open(Element::Strong), Node::Text(slice), ..] => slug(body.str(*slice)) == "important",
        _ => false,
    }
}

/// The ids of the entries that a task consists of.
fn ids(body: &Body, nodes: &[Node]) -> String {
    let targets = nodes.iter().filter_map(|node| match node {
        Node::Reference(target)
        | Node::Card(target)
        | Node::Tasks(Some(target))
        | Node::Open(Element::Link(target)) => body.targets.get(*target as usize),
        _ => None,
    });
    let ids = targets.filter_map(|target| match target {
        Target::Entry(key) => Some(key.id.as_str()),
        _ => None,
    });
    ids.collect::<Vec<_>>().join("-")
}

/// The longest name of a task, in bytes, before it is cut at a word.
const NAME_LENGTH: usize = 56;

/// The anchor that a name makes. A long name is cut, and ends with a hash of the whole.
fn shortened(name: &str) -> String {
    if name.is_empty() {
        return String::new();
    }
    if name.len() <= NAME_LENGTH {
        return ["t-", name].concat();
    }
    let cut = name.floor_char_boundary(NAME_LENGTH);
    let cut = name[..cut].rfind('-').unwrap_or(cut);
    format!("t-{}-{}", &name[..cut], &Stamp::of_bytes(name.as_bytes()).short()[..4])
}

/// The branch of a task that begins with "Si oui" or "Si non", or with the same in another language.
fn branch(words: &str) -> Option<Branch> {
    let lower: String = words.chars().take(12).flat_map(char::to_lowercase).collect();
    let ends_word = |rest: &str| rest.chars().next().is_none_or(|next| !next.is_alphanumeric());
    let begins = |marks: fn(&Locale) -> &'static [&'static str]| {
        language::all().flat_map(marks).any(|mark| lower.strip_prefix(mark).is_some_and(ends_word))
    };
    if begins(|locale| locale.if_yes) {
        Some(Branch::Yes)
    } else if begins(|locale| locale.if_no) {
        Some(Branch::No)
    } else {
        None
    }
}
