//! What other pages may know of a page, drawn out of its body: anchors, mentions, checklists.
use super::exact::exact;
use super::excerpt::copy;
use crate::model::{
    Anchor, Body, Branch, Checklist, Date, Diagnostic, Element, EntryKey, Front, Heading, Kind, Located,
    Mention, Node, Slice, SourcePath, Target, Task, codes,
};
use crate::parse::markdown::Raw;
use crate::parse::markdown::target::{self, Written};
use crate::stamp::{Group, Stamp};
use crate::text::slug::{Unique, slug};

/// The part of an outline that the body gives.
#[derive(Debug, Default)]
pub(super) struct About {
    pub(super) headings: Vec<Heading>,
    pub(super) anchors: Vec<Anchor>,
    pub(super) former: Vec<Anchor>,
    pub(super) mentions: Vec<Mention>,
    pub(super) directories: Vec<Kind>,
    pub(super) checklists: Vec<Checklist>,
    pub(super) steps: Vec<SourcePath>,
    pub(super) html_places: Vec<Anchor>,
}

/// Names the anchors of headings and tasks, in the body too, and draws out what others may know.
pub(super) fn derive(file: &SourcePath, front: &Front, raw: &mut Raw) -> About {
    let mut unique = Unique::with_room(raw.headings.len() + raw.tasks.len() + raw.former.len());
    name_headings(raw, &mut unique);
    let former = name_former(raw, &mut unique);
    let mut headings = Vec::with_capacity(raw.headings.len());
    let shown = |heading: &&Heading| heading.level > 1 || !heading.anchor.as_str().is_empty();
    headings.extend(raw.headings.iter().map(|heading| &heading.value).filter(shown).cloned());
    let mut anchors = Vec::with_capacity(former.len() + raw.tasks.len());
    anchors.extend(former.iter().cloned());
    let mut about = About {
        anchors,
        former,
        headings,
        mentions: Vec::with_capacity(raw.body.targets.len().min(MENTIONS)),
        steps: steps(file, front, &mut raw.duplicates),
        html_places: std::mem::take(&mut raw.html_places),
        ..About::default()
    };
    for role in front.roles.iter().chain(&front.owner) {
        about.mentions.push(Mention { entry: role.value.clone(), anchor: None });
    }
    Walk::new(front, &raw.headings).through(&mut raw.body, &mut unique, &mut about);
    about.headings = exact(about.headings);
    about.anchors = exact(about.anchors);
    about.mentions = exact(about.mentions);
    for list in &mut about.checklists {
        list.tasks = exact(std::mem::take(&mut list.tasks));
    }
    about
}

/// Pages of a journey; says which names are no relative page.
fn steps(file: &SourcePath, front: &Front, diagnostics: &mut Vec<Diagnostic>) -> Vec<SourcePath> {
    let mut steps = Vec::new();
    for step in &front.steps {
        if let Written::Target(Target::Page(path, _)) = target::read(file, &step.value) {
            steps.push(path);
        } else {
            let diagnostic = Diagnostic::new(codes::FRONT_UNKNOWN_STEP, step.span.clone());
            diagnostics.push(diagnostic.arg("target", step.value.as_str()));
        }
    }
    steps
}

/// Ids that authors chose come first, then names made of the words; the title needs none.
fn name_headings(raw: &mut Raw, unique: &mut Unique) {
    let nodes = raw.body.nodes.iter().enumerate();
    let open: Vec<usize> = nodes
        .filter(|(_, node)| matches!(node, Node::Open(Element::Heading(..))))
        .map(|(at, _)| at)
        .collect();
    // The title is the one heading without a node.
    let hidden = raw.headings.len() - open.len();
    let title =
        if hidden == 0 { None } else { raw.headings.iter().position(|heading| heading.value.level == 1) };
    let shown = |number: usize| Some(number) != title;
    for (number, id) in std::mem::take(&mut raw.explicit) {
        let id: String =
            id.chars().filter(|letter| !letter.is_whitespace() && !letter.is_control()).collect();
        if shown(number) && !id.is_empty() {
            if let Some(id) = unique.reserve(&id) {
                raw.headings[number].value.anchor = Anchor::new(id);
            } else {
                let span = raw.headings[number].span.clone();
                raw.duplicates.push(Diagnostic::new(codes::ADDRESS_DUPLICATE_ANCHOR, span).arg("anchor", id));
            }
        }
    }
    for (number, heading) in raw.headings.iter_mut().enumerate() {
        if shown(number) && heading.value.anchor.as_str().is_empty() {
            heading.value.anchor = Anchor::new(unique.name(&slug(&heading.value.text), "section"));
        }
    }
    let anchors = raw.headings.iter().enumerate().filter(|(number, _)| shown(*number));
    for (at, (_, heading)) in open.into_iter().zip(anchors) {
        let slice = raw.body.push_text(heading.value.anchor.as_str());
        if let Node::Open(Element::Heading(_, place)) = &mut raw.body.nodes[at] {
            *place = slice;
        }
    }
}

/// Takes the names that headings had before. One that something of the page has by now is not published again.
fn name_former(raw: &mut Raw, unique: &mut Unique) -> Vec<Anchor> {
    let mut names = Vec::new();
    if raw.former.is_empty() {
        return names;
    }
    let mut places = std::mem::take(&mut raw.former).into_iter();
    for at in 0..raw.body.nodes.len() {
        let Node::Anchor(slice) = raw.body.nodes[at] else { continue };
        let name = raw.body.str(slice);
        let Some(place) = places.find(|place| place.value == name) else { continue };
        if let Some(name) = unique.reserve(name) {
            names.push(Anchor::new(name));
        } else {
            let diagnostic = Diagnostic::new(codes::ADDRESS_DUPLICATE_ANCHOR, place.span).arg("anchor", name);
            raw.duplicates.push(diagnostic);
            raw.body.nodes[at] = Node::Text(Slice::default());
        }
    }
    names
}

/// One walk through a body, heading by heading.
struct Walk<'a> {
    front: &'a Front,
    /// The headings that have an anchor.
    headings: Vec<&'a Heading>,
    heading: Option<(Anchor, u8)>,
    heading_number: usize,
    /// Roles named above, and the level of the heading they stand under.
    banner: Option<(Vec<EntryKey>, u8)>,
    /// Tasks that are open, with the node at which their words or help began.
    open: Vec<(Task, usize)>,
    lists: usize,
    ordered: bool,
    /// The mentions, once they are many.
    seen: Group<Mention>,
    /// For each open element: what closes with it.
    elements: Vec<Element>,
}

impl<'a> Walk<'a> {
    fn new(front: &'a Front, headings: &'a [Located<Heading>]) -> Self {
        let headings = headings.iter().map(|heading| &heading.value);
        Self {
            front,
            headings: headings.filter(|heading| !heading.anchor.as_str().is_empty()).collect(),
            heading: None,
            heading_number: 0,
            banner: None,
            open: Vec::with_capacity(2),
            lists: 0,
            ordered: false,
            seen: Group::default(),
            elements: Vec::with_capacity(16),
        }
    }

    fn through(mut self, body: &mut Body, unique: &mut Unique, about: &mut About) {
        for at in 0..body.nodes.len() {
            match body.nodes[at] {
                Node::Open(element) => self.open(element, body, at),
                Node::Close => self.close(body, at, unique, about),
                Node::Reference(target) | Node::Card(target) | Node::Tasks(Some(target)) => {
                    self.mention(body, target, about);
                }
                Node::Directory(kind) if !about.directories.contains(&kind) => about.directories.push(kind),
                Node::Due(delay) => {
                    if let Some((task, _)) = self.open.last_mut()
                        && self.elements.last() == Some(&Element::TaskText)
                    {
                        task.due = Some(delay);
                    }
                }
                _ => {}
            }
        }
    }

    fn open(&mut self, element: Element, body: &Body, at: usize) {
        match element {
            Element::Heading(level, anchor) => {
                let named = self.headings.get(self.heading_number).map(|heading| &heading.anchor);
                let named = named.filter(|name| name.as_str() == body.str(anchor)).cloned();
                self.heading = Some((named.unwrap_or_else(|| Anchor::new(body.str(anchor))), level));
                self.heading_number += 1;
                if self.banner.as_ref().is_some_and(|(_, under)| level <= *under) {
                    self.banner = None;
                }
            }
            Element::Banner => {
                let level = self.heading.as_ref().map_or(1, |(_, level)| *level);
                self.banner = Some((Vec::new(), level));
            }
            Element::TaskList(ordered) => {
                if self.lists == 0 {
                    self.ordered = ordered;
                }
                self.lists += 1;
            }
            Element::Task(..) => {
                let task = Task {
                    id: Anchor::new(""),
                    text: Body::default(),
                    help: Body::default(),
                    roles: Vec::new(),
                    due: None,
                    until: self.until(),
                    important: false,
                    branch: None,
                    tasks: Vec::new(),
                };
                self.open.push((task, at));
            }
            Element::TaskText | Element::TaskHelp => {
                if let Some((_, from)) = self.open.last_mut() {
                    *from = at;
                }
            }
            _ => {}
        }
        self.elements.push(element);
    }

    /// Until which day the place at hand is true.
    fn until(&self) -> Option<Date> {
        let dated = self.elements.iter().filter_map(|element| match element {
            Element::Dated(until) => Some(*until),
            _ => None,
        });
        dated.min()
    }

    fn close(&mut self, body: &mut Body, at: usize, unique: &mut Unique, about: &mut About) {
        match self.elements.pop() {
            Some(Element::TaskList(_)) => self.lists -= 1,
            Some(Element::TaskText) => {
                if let Some((task, from)) = self.open.last_mut() {
                    copy(body, *from + 1, at, &mut task.text);
                }
            }
            Some(Element::TaskHelp) => {
                if let Some((task, from)) = self.open.last_mut() {
                    copy(body, *from + 1, at, &mut task.help);
                }
            }
            Some(Element::Task(..)) => self.close_task(body, at, unique, about),
            Some(Element::Link(target, _)) => self.mention(body, target, about),
            _ => {}
        }
    }

    fn close_task(&mut self, body: &mut Body, at: usize, unique: &mut Unique, about: &mut About) {
        let Some((mut task, _)) = self.open.pop() else { return };
        let words = task.text.words(&task.text.nodes);
        let id = unique.name(&task_name(&words, &task.text), "t");
        task.id = Anchor::new(id);
        task.branch = if self.open.is_empty() { None } else { branch(&words) };
        task.important = begins_important(&task.text);
        task.roles = named_roles(&task.text);
        if task.roles.is_empty() {
            task.roles = match &self.banner {
                Some((roles, _)) => roles.clone(),
                None => self.front.roles.iter().map(|role| role.value.clone()).collect(),
            };
        }
        let slice = body.push_text(task.id.as_str());
        if let Some(open) = opening(&body.nodes, at) {
            body.nodes[open] = Node::Open(Element::Task(slice, task.branch));
        }
        about.anchors.push(task.id.clone());
        match self.open.last_mut() {
            Some((parent, _)) => {
                // Few tasks have others below them, and those have two: if so, if not.
                if parent.tasks.len() < 2 {
                    parent.tasks.reserve_exact(1);
                }
                parent.tasks.push(task);
            }
            None => self.add(task, about),
        }
    }

    /// Adds a task of the first level to the checklist of its section.
    fn add(&self, task: Task, about: &mut About) {
        let anchor = self.heading.as_ref().map(|(anchor, _)| anchor.clone());
        if let Some(last) = about.checklists.last_mut()
            && last.anchor == anchor
        {
            last.tasks.push(task);
            return;
        }
        let heading = self.heading_number.checked_sub(1).and_then(|number| self.headings.get(number));
        about.checklists.push(Checklist {
            anchor,
            title: heading.map(|heading| heading.text.clone()).unwrap_or_default(),
            mode: self.front.checklist,
            ordered: self.ordered,
            tasks: vec![task],
        });
    }

    fn mention(&mut self, body: &Body, target: u32, about: &mut About) {
        let Some(Target::Entry(key)) = body.targets.get(target as usize) else { return };
        if self.elements.last() == Some(&Element::Banner)
            && key.kind == Kind::Role
            && let Some((roles, _)) = &mut self.banner
        {
            roles.push(key.clone());
        }
        let anchor = self.heading.as_ref().map(|(anchor, _)| anchor);
        // Few pages mention more than a glance can tell.
        let known = if about.mentions.len() < MENTIONS {
            about.mentions.iter().any(|known| known.entry == *key && known.anchor.as_ref() == anchor)
        } else {
            if self.seen.is_empty() {
                self.seen.extend(about.mentions.iter().cloned());
            }
            !self.seen.insert(Mention { entry: key.clone(), anchor: anchor.cloned() })
        };
        if !known {
            about.mentions.push(Mention { entry: key.clone(), anchor: anchor.cloned() });
        }
    }
}

/// So many mentions of a page are looked through for one more; with more, a table is.
const MENTIONS: usize = 32;

/// The `Open` that a `Close` belongs to.
fn opening(nodes: &[Node], close: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for at in (0..=close).rev() {
        match nodes[at] {
            Node::Close => depth += 1,
            Node::Open(_) => {
                depth -= 1;
                if depth == 0 {
                    return Some(at);
                }
            }
            _ => {}
        }
    }
    None
}

/// The longest name of a task, in bytes, before it is cut at a word.
const NAME_LENGTH: usize = 56;

/// A name made of a task's words; a cut one ends with a mark of the whole.
fn task_name(words: &str, text: &Body) -> String {
    let full = if words.is_empty() {
        let named = text.targets.iter().filter_map(|target| match target {
            Target::Entry(key) => Some(key.id.as_str()),
            _ => None,
        });
        named.collect::<Vec<_>>().join("-")
    } else {
        slug(words)
    };
    if full.len() <= NAME_LENGTH {
        return if full.is_empty() { full } else { ["t-", &full].concat() };
    }
    let mut cut = NAME_LENGTH;
    while !full.is_char_boundary(cut) {
        cut -= 1;
    }
    let cut = full[..cut].rfind('-').unwrap_or(cut);
    format!("t-{}-{}", &full[..cut], &Stamp::of_bytes(full.as_bytes()).short()[..4])
}

/// "Si oui", "Si non" and their English at the head of a task.
fn branch(words: &str) -> Option<Branch> {
    // Few tasks begin with such a word.
    if !words.starts_with(['s', 'S', 'i', 'I', 'o', 'O']) {
        return None;
    }
    let lower: String = words.chars().take(12).flat_map(char::to_lowercase).collect();
    let begins = |mark: &str| {
        lower
            .strip_prefix(mark)
            .is_some_and(|rest| rest.chars().next().is_none_or(|next| !next.is_alphanumeric()))
    };
    if ["si oui", "if yes", "if so"].iter().any(|mark| begins(mark)) {
        Some(Branch::Yes)
    } else if ["si non", "sinon", "if no", "if not", "otherwise"].iter().any(|mark| begins(mark)) {
        Some(Branch::No)
    } else {
        None
    }
}

fn begins_important(text: &Body) -> bool {
    match text.nodes.as_slice() {
        [Node::Open(Element::Strong), Node::Text(slice), ..] => {
            matches!(slug(text.str(*slice)).as_str(), "important")
        }
        _ => false,
    }
}

fn named_roles(text: &Body) -> Vec<EntryKey> {
    let mut roles = Vec::new();
    for target in &text.targets {
        if let Target::Entry(key) = target
            && key.kind == Kind::Role
            && !roles.contains(key)
        {
            roles.push(key.clone());
        }
    }
    roles
}
