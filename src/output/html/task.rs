//! Tasks, on their page and away from it.
use super::input::Placement;
use super::label::{Label, LabelHtml};
use super::writer::{Writer, push_all, write_to};
use crate::model::{Branch, Date, Question, Task, TaskFlags};
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
            help: task.help.as_deref().map(|help| resolver.targets(help)).unwrap_or_default(),
            below: task.tasks.iter().map(|task| Self::below(resolver, task, since)).collect(),
            task,
        }
    }
}

impl Hash for TaskInput<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Task { id, number, done, question, important, text, help, branch, .. } = self.task;
        (id, number, done, question, important, text, help, branch).hash(state);
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
    let group = placement.prefix.strip_suffix('-');
    open_tasks(out, first, nested, group.filter(|_| !nested).map(|heading| ("", heading)));
    let mut next = first;
    for (at, input) in list.iter().enumerate() {
        let task = input.task;
        let number = task.number.filter(|_| first.is_some());
        let value = number.filter(|_| number != next);
        next = number.map(|number| number.saturating_add(1));
        let place = u32::try_from(at + 1).unwrap_or(u32::MAX);
        let mut writer = Writer::new(context, placement, &task.text, &input.text, std::mem::take(out));
        writer.open_task(task.id.as_str(), task.branch, task.flags(), value);
        writer.begin_label(number.filter(|number| *number != place));
        if let Some(since) = input.outdated {
            let flag = outdated_flag(context, since);
            push_all(&mut writer.out, &[&flag, " "]);
        }
        writer.nodes(&task.text.nodes, &mut Vec::new());
        writer.end_label();
        *out = writer.out;
        if let Some(help) = &task.help {
            open_help(out, placement, task.id.as_str(), true);
            let mut writer = Writer::new(context, placement, help, &input.help, std::mem::take(out));
            writer.nodes(&help.nodes, &mut Vec::new());
            *out = writer.out;
            out.push_str("</div>");
        }
        if !input.below.is_empty() {
            task_list(&input.below, true, context, placement, out);
        }
        out.push_str("</li>\n");
    }
    close_tasks(out, first, !nested && group.is_some());
}

/// Stands before a task that is out of date.
pub(super) fn outdated_flag(context: &SiteContext, since: Date) -> String {
    format!("<strong class=\"flag\">{}</strong>", escape::to_html(&context.text.outdated(since)))
}

/// Begins a list of tasks with its first number, if it is numbered. A list of the first level below a heading is a group with
/// the name of this heading; the two halves of the heading's id.
pub(super) fn open_tasks(out: &mut String, first: Option<u32>, nested: bool, heading: Option<(&str, &str)>) {
    if let Some((prefix, id)) = heading {
        push_all(out, &["<div class=\"task-group\" role=\"group\" aria-labelledby=\"", prefix]);
        escape::html(out, id);
        out.push_str("\">\n");
    }
    let name = if first.is_some() { "ol" } else { "ul" };
    let branches = if nested { " branches" } else { "" };
    push_all(out, &["<", name, " class=\"tasks", branches, "\""]);
    if let Some(first) = first.filter(|first| *first != 1) {
        write_to(out, format_args!(" start=\"{first}\""));
    }
    out.push_str(">\n");
}

/// Ends a list of tasks, and its group.
pub(super) fn close_tasks(out: &mut String, first: Option<u32>, in_group: bool) {
    out.push_str(if first.is_some() { "</ol>\n" } else { "</ul>\n" });
    if in_group {
        out.push_str("</div>\n");
    }
}

/// Begins the explanation of a task; only the first one has an id.
pub(super) fn open_help(out: &mut String, placement: Placement<'_>, id: &str, is_first: bool) {
    out.push_str("<div class=\"task-help\"");
    if is_first {
        push_all(out, &[" id=\"help-", placement.prefix, id, "\""]);
    }
    out.push('>');
}

/// A task whose tags are open.
#[derive(Debug)]
pub(super) struct WrittenTask<'a> {
    pub(super) id: &'a str,
    flags: TaskFlags,
    /// Its number, where styles cannot count it.
    number: Option<u32>,
    /// Its label while it is written.
    label: Option<Label>,
    /// Whether its explanation has begun.
    pub(super) is_explained: bool,
}

/// The label that is being written.
pub(super) fn open_label<'l>(tasks: &'l mut [WrittenTask<'_>]) -> Option<&'l mut Label> {
    tasks.last_mut()?.label.as_mut()
}

impl<'a> Writer<'a> {
    /// Begins a task; `value` is its number where that is not the next one.
    pub(super) fn open_task(
        &mut self,
        id: &'a str,
        branch: Option<Branch>,
        flags: TaskFlags,
        value: Option<u32>,
    ) {
        let class = match branch {
            Some(Branch::Yes) => " branch branch-yes",
            Some(Branch::No) => " branch branch-no",
            None => "",
        };
        let question = if flags.question.is_some() { " question" } else { "" };
        push_all(
            &mut self.out,
            &["<li class=\"task", question, class, "\" id=\"", self.placement.prefix, id, "\""],
        );
        if let Some(number) = value {
            write_to(&mut self.out, format_args!(" value=\"{number}\""));
        }
        self.out.push('>');
        self.tasks.push(WrittenTask { id, flags, number: None, label: None, is_explained: false });
    }

    /// Begins the words of a task. `number` is given where styles cannot count it.
    pub(super) fn begin_label(&mut self, number: Option<u32>) {
        let start = self.out.len();
        if let Some(task) = self.tasks.last_mut() {
            task.number = number;
            task.label = Some(Label::at(start));
        }
    }

    /// Ends the words of a task: writes its box, or the answers of a question, then them, then what follows on its own line.
    pub(super) fn end_label(&mut self) {
        let Some(task) = self.tasks.last_mut() else { return };
        let Some(label) = task.label.take() else { return };
        let words = self.out.split_off(label.start);
        let html = label.finish(words, task.flags.important);
        let Some(WrittenTask { id, flags, number, .. }) = self.tasks.last() else { return };
        let (id, flags, number) = (*id, *flags, *number);
        let number = number.map(|number| format!(" data-number=\"{number}\"")).unwrap_or_default();
        let described = self.described_by(id, flags, !html.facts.is_empty());
        if let Some(Question { answer }) = flags.question {
            self.question(id, answer, &number, &described, &html.words);
        } else {
            let prefix = self.placement.prefix;
            push_all(&mut self.out, &["<input type=\"checkbox\" id=\"tick-", prefix, id, "\""]);
            self.tick_key(id, "");
            push_all(&mut self.out, &[&described, if flags.done { " checked>" } else { ">" }]);
            let label = ["<label for=\"tick-", prefix, id, "\"", &number, ">", &html.words, "</label>"];
            push_all(&mut self.out, &label);
        }
        self.write_facts(id, &html);
    }

    /// The attribute that ties a box to what is said beside its words.
    fn described_by(&self, id: &str, flags: TaskFlags, has_facts: bool) -> String {
        let prefix = self.placement.prefix;
        let facts = if has_facts { format!("facts-{prefix}{id} ") } else { String::new() };
        let help = if flags.has_help { format!("help-{prefix}{id}") } else { String::new() };
        match [facts, help].concat().trim_end() {
            "" => String::new(),
            ids => format!(" aria-describedby=\"{ids}\""),
        }
    }

    /// The key under which browsers keep a tick, as an attribute.
    fn tick_key(&mut self, id: &str, answer: &str) {
        self.out.push_str(" data-task=\"");
        escape::html(&mut self.out, self.placement.home.as_str());
        push_all(&mut self.out, &["#", id, answer, "\""]);
    }

    /// A question with its two answers.
    fn question(&mut self, id: &str, answer: Option<Branch>, number: &str, described: &str, words: &str) {
        let prefix = self.placement.prefix;
        push_all(
            &mut self.out,
            &["<p class=\"ask\" id=\"ask-", prefix, id, "\"", number, ">", words, "</p>\n"],
        );
        let group = [
            "<p class=\"answers\" role=\"radiogroup\" aria-labelledby=\"ask-",
            prefix,
            id,
            "\"",
            described,
            ">",
        ];
        push_all(&mut self.out, &group);
        for (branch, name, key) in [(Branch::Yes, "yes", "answer-yes"), (Branch::No, "no", "answer-no")] {
            push_all(
                &mut self.out,
                &["<label><input type=\"radio\" name=\"tick-", prefix, id, "\" value=\"", name, "\""],
            );
            self.tick_key(id, &["=", name].concat());
            self.out.push_str(if answer == Some(branch) { " checked> " } else { "> " });
            escape::html(&mut self.out, &self.context.text.string(key));
            self.out.push_str("</label> ");
        }
        self.out.push_str("</p>");
    }

    /// The line below the words: who, when, whether it is important, then links.
    fn write_facts(&mut self, id: &str, html: &LabelHtml) {
        if html.facts.is_empty() && html.links.is_empty() {
            return;
        }
        self.out.push_str("<p class=\"task-notes\">");
        if !html.facts.is_empty() {
            let facts = html.facts.join(" ");
            let prefix = self.placement.prefix;
            push_all(&mut self.out, &["<span id=\"facts-", prefix, id, "\">", &facts, "</span> "]);
        }
        push_all(&mut self.out, &[&html.links.join(" "), "</p>"]);
    }
}
