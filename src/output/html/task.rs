//! Tasks, on their page and away from it.
use super::input::Placement;
use super::writer::{Writer, push_all, write_to};
use crate::model::{Body, Branch, Date, Task};
use crate::output::shared::context::SiteContext;
use crate::output::shared::target::{ResolvedTarget, TargetResolver};
use crate::output::shared::task_rows::outdated;
use crate::text::escape;
use std::hash::{Hash, Hasher};

/// A task away from its page, with the targets of its texts.
#[derive(Clone, Debug)]
pub(crate) struct TaskInput<'a> {
    /// The tasks below it are in `below`.
    task: &'a Task,
    /// The day since which it is out of date, unless the task above it says the same.
    outdated: Option<Date>,
    text: Vec<ResolvedTarget>,
    help: Vec<ResolvedTarget>,
    below: Vec<TaskInput<'a>>,
}

impl<'a> TaskInput<'a> {
    /// Resolves the targets of a task and of those below it.
    pub(crate) fn new(resolver: &TargetResolver<'_>, task: &'a Task) -> Self {
        Self::below(resolver, task, None)
    }

    fn below(resolver: &TargetResolver<'_>, task: &'a Task, since_above: Option<Date>) -> Self {
        let since = outdated(resolver.site, task);
        Self {
            outdated: since.filter(|_| since != since_above),
            text: resolver.targets(&task.text),
            help: resolver.targets(&task.help),
            below: task.tasks.iter().map(|task| Self::below(resolver, task, since)).collect(),
            task,
        }
    }
}

impl Hash for TaskInput<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Task { id, number, done, text, help, branch, .. } = self.task;
        (id, number, done, text, help, branch).hash(state);
        (self.outdated, &self.text, &self.help, &self.below).hash(state);
    }
}

/// A list of tasks away from their page, as HTML.
pub(crate) fn tasks(list: &[TaskInput<'_>], context: &SiteContext, placement: Placement<'_>) -> String {
    // About 500 bytes a task: mostly its id, which is written five times.
    let mut out = String::with_capacity(list.len() << 9);
    task_list(list, false, context, placement, &mut out);
    out
}

fn task_list(
    list: &[TaskInput<'_>],
    nested: bool,
    context: &SiteContext,
    placement: Placement<'_>,
    out: &mut String,
) {
    // Away from the page, steps are numbered by their own numbers: some may be missing between them.
    let first = list.iter().find_map(|input| input.task.number);
    open_tasks(out, first, nested);
    let mut next = first;
    for (at, input) in list.iter().enumerate() {
        let task = input.task;
        let number = task.number.filter(|_| first.is_some());
        let value = number.filter(|_| number != next);
        next = number.map(|number| number.saturating_add(1));
        open_task(out, placement, task.id.as_str(), TaskMark { branch: task.branch, done: task.done, value });
        let place = u32::try_from(at + 1).unwrap_or(u32::MAX);
        open_label(out, placement, task.id.as_str(), number.filter(|number| *number != place));
        if let Some(since) = input.outdated {
            push_all(out, &[&outdated_flag(context, since), " "]);
        }
        words(&task.text, &input.text, context, placement, out);
        out.push_str("</label>");
        if !task.help.nodes.is_empty() {
            out.push_str("<div class=\"task-help\">");
            words(&task.help, &input.help, context, placement, out);
            out.push_str("</div>");
        }
        if !input.below.is_empty() {
            task_list(&input.below, true, context, placement, out);
        }
        out.push_str("</li>\n");
    }
    out.push_str(if first.is_some() { "</ol>\n" } else { "</ul>\n" });
}

/// The words of a task, or its help.
fn words(
    body: &Body,
    targets: &[ResolvedTarget],
    context: &SiteContext,
    placement: Placement<'_>,
    out: &mut String,
) {
    let mut writer = Writer::new(context, placement, body, targets, std::mem::take(out));
    writer.nodes(&body.nodes, &mut Vec::new());
    *out = writer.out;
}

/// Stands before a task that is out of date.
pub(super) fn outdated_flag(context: &SiteContext, since: Date) -> String {
    format!("<strong class=\"flag\">{}</strong>", escape::to_html(&context.text.outdated(since)))
}

/// Begins a list of tasks with its first number, if it is numbered.
pub(super) fn open_tasks(out: &mut String, first: Option<u32>, nested: bool) {
    let name = if first.is_some() { "ol" } else { "ul" };
    let branches = if nested { " branches" } else { "" };
    push_all(out, &["<", name, " class=\"tasks", branches, "\""]);
    if let Some(first) = first.filter(|first| *first != 1) {
        write_to(out, format_args!(" start=\"{first}\""));
    }
    out.push_str(">\n");
}

/// What the first tags of a task say.
#[derive(Clone, Copy, Debug)]
pub(super) struct TaskMark {
    pub(super) branch: Option<Branch>,
    /// Whether it is ticked to begin with.
    pub(super) done: bool,
    /// Its number, where it is not the next one.
    pub(super) value: Option<u32>,
}

pub(super) fn open_task(out: &mut String, placement: Placement<'_>, id: &str, mark: TaskMark) {
    let class = match mark.branch {
        Some(Branch::Yes) => " branch branch-yes",
        Some(Branch::No) => " branch branch-no",
        None => "",
    };
    let prefix = placement.prefix;
    push_all(out, &["<li class=\"task", class, "\" id=\"", prefix, id]);
    out.push('"');
    if let Some(number) = mark.value {
        write_to(out, format_args!(" value=\"{number}\""));
    }
    push_all(out, &["><input type=\"checkbox\" id=\"tick-", prefix, id, "\" data-task=\""]);
    escape::html(out, placement.home.as_str());
    push_all(out, &["#", id, if mark.done { "\" checked>" } else { "\">" }]);
}

/// Begins the words of a task. `number` is given where styles cannot count it.
pub(super) fn open_label(out: &mut String, placement: Placement<'_>, id: &str, number: Option<u32>) {
    push_all(out, &["<label for=\"tick-", placement.prefix, id, "\""]);
    if let Some(number) = number {
        write_to(out, format_args!(" data-number=\"{number}\""));
    }
    out.push('>');
}
