//! Tasks: in their page, and away from it.
use super::super::chrome::Chrome;
use super::Setting;
use super::Writer;
use super::write_to;
use crate::model::{Branch, Date, Task};
use crate::output::resolve::Resolved;
use crate::text::escape;

/// Tasks away from their page, with what their bodies lead to.
#[derive(Clone, Debug, Hash)]
pub(in crate::output) struct TaskInput {
    pub(in crate::output) task: Task,
    /// The day since which it is out of date, unless the task above it says so.
    outdated: Option<Date>,
    text: Vec<Resolved>,
    help: Vec<Resolved>,
    below: Vec<TaskInput>,
}

impl TaskInput {
    /// A task with its targets resolved, those below it included.
    pub(in crate::output) fn new(site: &crate::model::Site, task: &Task) -> Self {
        Self::below(site, task, None)
    }

    fn below(site: &crate::model::Site, task: &Task, said: Option<Date>) -> Self {
        let mut task = task.clone();
        let below = std::mem::take(&mut task.tasks);
        let since = crate::output::resolve::outdated(site, &task);
        Self {
            outdated: since.filter(|_| since != said),
            text: crate::output::resolve::targets(site, &task.text),
            help: crate::output::resolve::targets(site, &task.help),
            below: below.iter().map(|task| Self::below(site, task, since)).collect(),
            task,
        }
    }
}

/// Writes a list of tasks away from their page.
pub(in crate::output) fn tasks(
    list: &[TaskInput],
    ordered: bool,
    chrome: &Chrome,
    setting: Setting<'_>,
) -> String {
    let mut out = String::new();
    task_list(list, ordered, false, chrome, setting, &mut out);
    out
}

pub(super) fn task_list(
    list: &[TaskInput],
    ordered: bool,
    nested: bool,
    chrome: &Chrome,
    setting: Setting<'_>,
    out: &mut String,
) {
    let name = if ordered { "ol" } else { "ul" };
    let branches = if nested { " branches" } else { "" };
    write_to(out, format_args!("<{name} class=\"tasks{branches}\">\n"));
    for input in list {
        let task = &input.task;
        open_task(out, setting, task.id.as_str(), task.branch);
        let mut text = Writer::new(chrome, setting, &task.text, &input.text, 200);
        text.nodes(&task.text.nodes, &mut Vec::new());
        match input.outdated {
            Some(since) => {
                let flag = flag(chrome, since);
                label(out, setting, task.id.as_str(), &format!("{flag} {}", text.out));
            }
            None => label(out, setting, task.id.as_str(), &text.out),
        }
        if !task.help.nodes.is_empty() {
            let mut help = Writer::new(chrome, setting, &task.help, &input.help, 200);
            help.nodes(&task.help.nodes, &mut Vec::new());
            write_to(out, format_args!("<div class=\"task-help\">{}</div>", help.out));
        }
        if !input.below.is_empty() {
            task_list(&input.below, false, true, chrome, setting, out);
        }
        out.push_str("</li>\n");
    }
    write_to(out, format_args!("</{name}>\n"));
}

/// What stands before something that is out of date.
pub(super) fn flag(chrome: &Chrome, since: Date) -> String {
    format!("<strong class=\"flag\">{}</strong>", escape::to_html(&chrome.outdated(since)))
}

pub(super) fn open_task(out: &mut String, setting: Setting<'_>, id: &str, branch: Option<Branch>) {
    let class = match branch {
        Some(Branch::Yes) => " branch branch-yes",
        Some(Branch::No) => " branch branch-no",
        None => "",
    };
    let prefix = setting.prefix;
    write_to(
        out,
        format_args!(
            "<li class=\"task{class}\" id=\"{prefix}{id}\"><input type=\"checkbox\" id=\"tick-{prefix}{id}\" data-task=\""
        ),
    );
    escape::html(out, setting.home.as_str());
    write_to(out, format_args!("#{id}\">"));
}

pub(super) fn label(out: &mut String, setting: Setting<'_>, id: &str, words: &str) {
    write_to(out, format_args!("<label for=\"tick-{}{id}\">{words}</label>", setting.prefix));
}
