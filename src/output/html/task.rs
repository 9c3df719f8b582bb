//! Tasks: in their page, and away from it.
use super::{Setting, Writer, push_all};
use crate::model::{Body, Branch, Date, Task};
use crate::output::Plan;
use crate::output::shared::chrome::Chrome;
use crate::output::shared::target::{self, Resolved};
use crate::text::escape;
use std::hash::{Hash, Hasher};

/// A task away from its page, with what its bodies lead to.
#[derive(Clone, Debug)]
pub(crate) struct TaskInput<'a> {
    /// Those below it are in `below`.
    task: &'a Task,
    /// The day since which it is out of date, unless the task above it says so.
    outdated: Option<Date>,
    text: Vec<Resolved>,
    help: Vec<Resolved>,
    below: Vec<TaskInput<'a>>,
}

impl<'a> TaskInput<'a> {
    /// A task with its targets resolved, those below it included.
    pub(crate) fn new(plan: &Plan<'_>, task: &'a Task) -> Self {
        Self::below(plan, task, None)
    }

    fn below(plan: &Plan<'_>, task: &'a Task, said: Option<Date>) -> Self {
        let since = target::outdated(plan.site, task);
        Self {
            outdated: since.filter(|_| since != said),
            text: plan.links.of(&task.text),
            help: plan.links.of(&task.help),
            below: task.tasks.iter().map(|task| Self::below(plan, task, since)).collect(),
            task,
        }
    }
}

impl Hash for TaskInput<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Task { id, text, help, branch, .. } = self.task;
        (id, text, help, branch).hash(state);
        (self.outdated, &self.text, &self.help, &self.below).hash(state);
    }
}

/// Writes a list of tasks away from their page.
pub(crate) fn tasks(list: &[TaskInput<'_>], ordered: bool, chrome: &Chrome, setting: Setting<'_>) -> String {
    // Most bytes of a task are its name, which stands there five times.
    let mut out = String::with_capacity(list.len() << 9);
    task_list(list, ordered, false, chrome, setting, &mut out);
    out
}

pub(crate) fn task_list(
    list: &[TaskInput<'_>],
    ordered: bool,
    nested: bool,
    chrome: &Chrome,
    setting: Setting<'_>,
    out: &mut String,
) {
    let name = if ordered { "ol" } else { "ul" };
    let branches = if nested { " branches" } else { "" };
    push_all(out, &["<", name, " class=\"tasks", branches, "\">\n"]);
    for input in list {
        let task = input.task;
        open_task(out, setting, task.id.as_str(), task.branch);
        open_label(out, setting, task.id.as_str());
        if let Some(since) = input.outdated {
            push_all(out, &[&flag(chrome, since), " "]);
        }
        words(&task.text, &input.text, chrome, setting, out);
        out.push_str("</label>");
        if !task.help.nodes.is_empty() {
            out.push_str("<div class=\"task-help\">");
            words(&task.help, &input.help, chrome, setting, out);
            out.push_str("</div>");
        }
        if !input.below.is_empty() {
            task_list(&input.below, false, true, chrome, setting, out);
        }
        out.push_str("</li>\n");
    }
    push_all(out, &["</", name, ">\n"]);
}

/// What a task says, or what explains it.
fn words(body: &Body, resolved: &[Resolved], chrome: &Chrome, setting: Setting<'_>, out: &mut String) {
    let mut writer = Writer::new(chrome, setting, body, resolved, std::mem::take(out));
    writer.nodes(&body.nodes, &mut Vec::new());
    *out = writer.out;
}

/// What stands before something that is out of date.
pub(crate) fn flag(chrome: &Chrome, since: Date) -> String {
    format!("<strong class=\"flag\">{}</strong>", escape::to_html(&chrome.outdated(since)))
}

pub(crate) fn open_task(out: &mut String, setting: Setting<'_>, id: &str, branch: Option<Branch>) {
    let class = match branch {
        Some(Branch::Yes) => " branch branch-yes",
        Some(Branch::No) => " branch branch-no",
        None => "",
    };
    let prefix = setting.prefix;
    push_all(out, &["<li class=\"task", class, "\" id=\"", prefix, id]);
    push_all(out, &["\"><input type=\"checkbox\" id=\"tick-", prefix, id, "\" data-task=\""]);
    escape::html(out, setting.home.as_str());
    push_all(out, &["#", id, "\">"]);
}

pub(crate) fn open_label(out: &mut String, setting: Setting<'_>, id: &str) {
    push_all(out, &["<label for=\"tick-", setting.prefix, id, "\">"]);
}
