//! Tasks, on their page and away from it.
use super::input::Placement;
use super::writer::{Writer, push_all};
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
        let Task { id, text, help, branch, .. } = self.task;
        (id, text, help, branch).hash(state);
        (self.outdated, &self.text, &self.help, &self.below).hash(state);
    }
}

/// A list of tasks away from their page, as HTML.
pub(crate) fn tasks(
    list: &[TaskInput<'_>],
    ordered: bool,
    context: &SiteContext,
    placement: Placement<'_>,
) -> String {
    // About 500 bytes a task: mostly its id, which is written five times.
    let mut out = String::with_capacity(list.len() << 9);
    task_list(list, ordered, false, context, placement, &mut out);
    out
}

fn task_list(
    list: &[TaskInput<'_>],
    ordered: bool,
    nested: bool,
    context: &SiteContext,
    placement: Placement<'_>,
    out: &mut String,
) {
    let name = if ordered { "ol" } else { "ul" };
    let branches = if nested { " branches" } else { "" };
    push_all(out, &["<", name, " class=\"tasks", branches, "\">\n"]);
    for input in list {
        let task = input.task;
        open_task(out, placement, task.id.as_str(), task.branch);
        open_label(out, placement, task.id.as_str());
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
            task_list(&input.below, false, true, context, placement, out);
        }
        out.push_str("</li>\n");
    }
    push_all(out, &["</", name, ">\n"]);
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

pub(super) fn open_task(out: &mut String, placement: Placement<'_>, id: &str, branch: Option<Branch>) {
    let class = match branch {
        Some(Branch::Yes) => " branch branch-yes",
        Some(Branch::No) => " branch branch-no",
        None => "",
    };
    let prefix = placement.prefix;
    push_all(out, &["<li class=\"task", class, "\" id=\"", prefix, id]);
    push_all(out, &["\"><input type=\"checkbox\" id=\"tick-", prefix, id, "\" data-task=\""]);
    escape::html(out, placement.home.as_str());
    push_all(out, &["#", id, "\">"]);
}

pub(super) fn open_label(out: &mut String, placement: Placement<'_>, id: &str) {
    push_all(out, &["<label for=\"tick-", placement.prefix, id, "\">"]);
}
