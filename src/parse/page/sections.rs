//! Gathers the mentions, directories and checklists of a page in one walk through its body.
use super::exact::exact;
use super::excerpt::copy;
use crate::model::{
    Anchor, Body, Checklist, Date, Element, EntryKey, Front, Heading, Kind, Located, Mention, Node, Referent,
    Target, Task, TextReference,
};
use crate::stamp::KeySet;
use thin_vec::ThinVec;

/// What the sections of a page contain.
#[derive(Debug, Default)]
pub(super) struct SectionContent {
    pub(super) mentions: Vec<Mention>,
    pub(super) directories: Vec<Kind>,
    pub(super) checklists: Vec<Checklist>,
}

impl SectionContent {
    /// Adds the entries that the title names; it is not in the body.
    pub(super) fn add_title(&mut self, references: &[TextReference]) {
        for reference in references {
            let Referent::Entry(key) = &reference.to else { continue };
            let mention = Mention { entry: key.clone(), anchor: None };
            if !self.mentions.contains(&mention) {
                self.mentions.insert(0, mention);
            }
        }
    }
}

/// From this number of mentions on, a hash set is used: a page may have thousands.
const MENTIONS: usize = 32;

/// Gathers what the sections contain. `tasks` are the anchors of the tasks, in the order in which tasks end.
pub(super) fn gather(
    front: &Front,
    body: &Body,
    headings: &[Located<Heading>],
    tasks: &[Anchor],
) -> SectionContent {
    let mut walk = SectionWalk::new(front, body, headings, tasks);
    for role in front.roles.iter().chain(&front.owner) {
        walk.gathered.mentions.push(Mention { entry: role.value.clone(), anchor: None });
    }
    for (at, node) in body.nodes.iter().enumerate() {
        walk.step(*node, at);
    }
    let mut gathered = walk.gathered;
    gathered.mentions = exact(gathered.mentions);
    for list in &mut gathered.checklists {
        list.tasks = exact(std::mem::take(&mut list.tasks));
    }
    gathered
}

struct SectionWalk<'a> {
    front: &'a Front,
    body: &'a Body,
    /// The headings that have an anchor, hence all but the title.
    headings: Vec<&'a Heading>,
    /// The anchors of the tasks that have not ended yet.
    tasks: std::slice::Iter<'a, Anchor>,
    /// The heading of the current section: its anchor and its level.
    heading: Option<(Anchor, u8)>,
    /// How many headings came so far.
    passed: usize,
    /// The roles named above the tasks, and the level of the heading they stand under.
    banner: Option<(Vec<EntryKey>, u8)>,
    /// Open tasks, each with the node at which its text or its help begins.
    open_tasks: Vec<(Task, usize)>,
    /// The open task lists, each with the number of its next task if it is numbered.
    lists: Vec<Option<u32>>,
    /// The open elements.
    elements: Vec<Element>,
    /// The mentions, from [`MENTIONS`] on.
    known: KeySet<Mention>,
    gathered: SectionContent,
}

impl<'a> SectionWalk<'a> {
    fn new(front: &'a Front, body: &'a Body, headings: &'a [Located<Heading>], tasks: &'a [Anchor]) -> Self {
        let headings = headings.iter().map(|heading| &heading.value);
        let mentions = Vec::with_capacity(body.targets.len().min(MENTIONS));
        Self {
            front,
            body,
            headings: headings.filter(|heading| !heading.anchor.as_str().is_empty()).collect(),
            tasks: tasks.iter(),
            heading: None,
            passed: 0,
            banner: None,
            open_tasks: Vec::with_capacity(2),
            lists: Vec::with_capacity(2),
            elements: Vec::with_capacity(16),
            known: KeySet::default(),
            gathered: SectionContent { mentions, ..SectionContent::default() },
        }
    }

    fn step(&mut self, node: Node, at: usize) {
        match node {
            Node::Open(element) => self.open(element, at),
            Node::Close => self.close(at),
            Node::Reference(target) | Node::Card(target) | Node::Tasks(Some(target)) => self.mention(target),
            Node::Directory(kind) if !self.gathered.directories.contains(&kind) => {
                self.gathered.directories.push(kind);
            }
            Node::Due(delay) if self.elements.last() == Some(&Element::TaskText) => {
                if let Some((task, _)) = self.open_tasks.last_mut() {
                    task.due = Some(delay);
                }
            }
            _ => {}
        }
    }

    fn open(&mut self, element: Element, at: usize) {
        match element {
            Element::Heading(level, anchor) => {
                let anchor = self.body.str(anchor);
                let named = self.headings.get(self.passed).map(|heading| &heading.anchor);
                let named = named.filter(|name| name.as_str() == anchor).cloned();
                self.heading = Some((named.unwrap_or_else(|| Anchor::new(anchor)), level));
                self.passed += 1;
                if self.banner.as_ref().is_some_and(|(_, under)| level <= *under) {
                    self.banner = None;
                }
            }
            Element::Banner => {
                let level = self.heading.as_ref().map_or(1, |(_, level)| *level);
                self.banner = Some((Vec::new(), level));
            }
            Element::TaskList(first) => self.lists.push(first),
            Element::Task(_, branch, flags) => {
                let next = self.lists.last_mut().and_then(Option::as_mut);
                let task = Task {
                    id: Anchor::new(""),
                    number: next.map(|next| std::mem::replace(next, next.saturating_add(1))),
                    done: flags.done,
                    question: flags.question,
                    text: Body::default(),
                    help: None,
                    roles: ThinVec::new(),
                    due: None,
                    until: self.until(),
                    important: flags.important,
                    branch,
                    tasks: ThinVec::new(),
                };
                self.open_tasks.push((task, at));
            }
            Element::TaskText | Element::TaskHelp => {
                if let Some((_, from)) = self.open_tasks.last_mut() {
                    *from = at;
                }
            }
            _ => {}
        }
        self.elements.push(element);
    }

    /// The earliest day of the dated blocks around.
    fn until(&self) -> Option<Date> {
        let dated = self.elements.iter().filter_map(|element| match element {
            Element::Dated(until) => Some(*until),
            _ => None,
        });
        dated.min()
    }

    fn close(&mut self, at: usize) {
        match self.elements.pop() {
            Some(Element::TaskList(_)) => {
                self.lists.pop();
            }
            Some(Element::TaskText) => {
                if let Some((task, from)) = self.open_tasks.last_mut() {
                    copy(self.body, *from + 1, at, &mut task.text);
                }
            }
            Some(Element::TaskHelp) => {
                if let Some((task, from)) = self.open_tasks.last_mut() {
                    // An explanation may come in several parts, with tasks between them.
                    let mut help = task.help.take().unwrap_or_default();
                    copy(self.body, *from + 1, at, &mut help);
                    task.help = Some(help).filter(|help| !help.nodes.is_empty());
                }
            }
            Some(Element::Task(..)) => self.close_task(),
            Some(Element::Link(target)) => self.mention(target),
            _ => {}
        }
    }

    fn close_task(&mut self) {
        let (Some((mut task, _)), Some(id)) = (self.open_tasks.pop(), self.tasks.next()) else { return };
        task.id = id.clone();
        task.roles = named_roles(&task.text);
        if task.roles.is_empty() {
            task.roles = match &self.banner {
                Some((roles, _)) => roles.iter().cloned().collect(),
                None => self.front.roles.iter().map(|role| role.value.clone()).collect(),
            };
        }
        match self.open_tasks.last_mut() {
            Some((parent, _)) => {
                // A task with branches usually has two: yes and no.
                if parent.tasks.len() < 2 {
                    parent.tasks.reserve_exact(1);
                }
                parent.tasks.push(task);
            }
            None => self.add(task),
        }
    }

    /// Adds a task of the first level to the checklist of its section.
    fn add(&mut self, task: Task) {
        let anchor = self.heading.as_ref().map(|(anchor, _)| anchor.clone());
        if let Some(last) = self.gathered.checklists.last_mut()
            && last.anchor == anchor
        {
            last.ordered |= task.number.is_some();
            last.tasks.push(task);
            return;
        }
        let heading = self.passed.checked_sub(1).and_then(|number| self.headings.get(number));
        self.gathered.checklists.push(Checklist {
            anchor,
            title: heading.map(|heading| heading.text.clone()).unwrap_or_default(),
            mode: self.front.checklist,
            ordered: task.number.is_some(),
            tasks: vec![task],
        });
    }

    fn mention(&mut self, target: u32) {
        let Some(Target::Entry(key)) = self.body.targets.get(target as usize) else { return };
        if self.elements.last() == Some(&Element::Banner)
            && key.kind == Kind::Role
            && let Some((roles, _)) = &mut self.banner
        {
            roles.push(key.clone());
        }
        let anchor = self.heading.as_ref().map(|(anchor, _)| anchor);
        let mentions = &mut self.gathered.mentions;
        let is_known = if mentions.len() < MENTIONS {
            mentions.iter().any(|known| known.entry == *key && known.anchor.as_ref() == anchor)
        } else {
            if self.known.is_empty() {
                self.known.extend(mentions.iter().cloned());
            }
            !self.known.insert(Mention { entry: key.clone(), anchor: anchor.cloned() })
        };
        if !is_known {
            mentions.push(Mention { entry: key.clone(), anchor: anchor.cloned() });
        }
    }
}

/// The roles that the words of a task name, each once.
fn named_roles(text: &Body) -> ThinVec<EntryKey> {
    let mut roles = ThinVec::new();
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
