//! Tasks as tables of who does what show them, and whether there are any.
use super::roles::Roles;
use crate::model::{Anchor, Body, Checklist, Date, Delay, EntryKey, Node, Page, PageUrl, Site, Target, Task};

/// A task in a table: its words with the names of entries, who does it, when.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct TaskTableRow {
    pub(crate) words: String,
    pub(crate) roles: Vec<EntryKey>,
    pub(crate) due: Option<Delay>,
    /// The day since which it is out of date.
    pub(crate) outdated: Option<Date>,
    pub(crate) url: PageUrl,
    pub(crate) id: Anchor,
    pub(crate) checklist: String,
}

/// The tasks that have a role, in the order of the guide, each followed by those below it.
pub(crate) fn task_rows(site: &Site) -> Vec<TaskTableRow> {
    let mut rows = Vec::new();
    for (page, checklist) in site.checklists() {
        for task in &checklist.tasks {
            if !task.roles.is_empty() {
                add_rows(site, task, &page.url, &checklist_title(page, checklist), &mut rows);
            }
        }
    }
    rows
}

/// Whether a role of readers has tasks.
pub(crate) fn readers_have_tasks(site: &Site, roles: &Roles) -> bool {
    fn any(tasks: &[Task], is_reader: &impl Fn(&EntryKey) -> bool) -> bool {
        tasks.iter().any(|task| task.roles.iter().any(is_reader) || any(&task.tasks, is_reader))
    }
    let is_reader = |key: &EntryKey| roles.get(key).is_some_and(|role| role.is_reader);
    site.checklists().any(|(_, list)| any(&list.tasks, &is_reader))
}

/// The day since which a task is out of date. On its own page, the text around it says so; elsewhere, the task itself.
pub(crate) fn outdated(site: &Site, task: &Task) -> Option<Date> {
    task.until.filter(|until| site.options.today > *until)
}

/// The title of a checklist: its heading, else the title of its page.
pub(crate) fn checklist_title(page: &Page, checklist: &Checklist) -> String {
    if checklist.title.is_empty() { page.outline.title.clone() } else { checklist.title.clone() }
}

fn add_rows(site: &Site, task: &Task, url: &PageUrl, checklist: &str, rows: &mut Vec<TaskTableRow>) {
    rows.push(TaskTableRow {
        words: words(site, &task.text),
        roles: task.roles.to_vec(),
        due: task.due,
        outdated: outdated(site, task),
        url: url.clone(),
        id: task.id.clone(),
        checklist: checklist.to_owned(),
    });
    for below in &task.tasks {
        add_rows(site, below, url, checklist, rows);
    }
}

/// The words of a body with the names of the entries that it refers to.
fn words(site: &Site, body: &Body) -> String {
    let mut out = String::new();
    for node in &body.nodes {
        match node {
            Node::Reference(target) | Node::Card(target) => {
                if let Some(Target::Entry(key)) = body.targets.get(*target as usize)
                    && let Some(entry) = site.entry(key)
                {
                    out.push_str(entry.name());
                }
            }
            Node::Text(slice) | Node::Code(slice) => out.push_str(body.str(*slice)),
            Node::Image(number) => out.push_str(body.str(body.images[*number as usize].alt)),
            Node::SoftBreak | Node::HardBreak => out.push(' '),
            // Plain words show a placeholder by its brackets.
            Node::Placeholder(slice) => {
                out.push('[');
                out.push_str(body.str(*slice));
                out.push(']');
            }
            _ => {}
        }
    }
    without_gaps(&out)
}

/// A line of words without the gaps left by what other columns show: `the office () in` becomes `the office in`.
fn without_gaps(text: &str) -> String {
    let words: Vec<_> = text.split([' ', '\n']).filter(|word| !word.is_empty() && *word != "()").collect();
    words.join(" ").replace(" .", ".").replace(" ,", ",")
}
