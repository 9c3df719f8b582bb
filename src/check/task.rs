//! Tasks that are empty, too long, too many, given to nobody, or questions without an answer for "no".
use crate::language::questions::{is_question, is_yes_or_no};
use crate::model::{
    Body, Branch, Checklist, ChecklistMode, Diagnostic, Document, Kind, Node, Page, Site, Span, Target, Task,
    codes,
};

/// How many tasks one checklist may hold. In longer ones people lose their place.
const MAX_TASKS: usize = 9;
/// How many words one task may have.
const MAX_WORDS: usize = 25;

pub(super) fn page(site: &Site, _: &Page, document: &Document, diagnostics: &mut Vec<Diagnostic>) {
    if document.content.tasks.is_empty() {
        return;
    }
    // In a guide without roles, every task would be reported as given to nobody.
    let has_roles = site.entries_of(Kind::Role).next().is_some();
    let before = diagnostics.len();
    let mut spans = document.content.tasks.iter();
    for list in &document.outline.checklists {
        let mut unassigned = Vec::new();
        let mut first_too_many = None;
        let asked = in_questionnaires(&list.tasks);
        let decides = |number| !asked.get(number).is_some_and(|asked| *asked);
        for (number, task) in list.tasks.iter().enumerate() {
            let Some(span) = check_task(site, task, decides(number), &mut spans, diagnostics) else { return };
            if task.roles.is_empty() && !is_empty(&task.text) {
                unassigned.push(span);
            }
            if number == MAX_TASKS {
                first_too_many = Some(span);
            }
        }
        if has_roles && list.mode == ChecklistMode::ReadDo {
            no_role(list, &unassigned, diagnostics);
        }
        if let Some(span) = first_too_many.filter(|_| !is_record(list)) {
            let diagnostic = Diagnostic::new(codes::TASK_TOO_MANY, span.clone());
            diagnostics.push(diagnostic.arg("count", list.tasks.len()).arg("limit", MAX_TASKS));
        }
    }
    if !document.content.left_items.is_empty() {
        let mut fresh = diagnostics.split_off(before);
        fresh.retain(|diagnostic| !is_left(document, diagnostic));
        diagnostics.append(&mut fresh);
    }
}

/// Whether a diagnostic asks for a branch that stands below the task, but is not indented enough.
fn is_left(document: &Document, diagnostic: &Diagnostic) -> bool {
    let span = &diagnostic.span;
    let mut left = document.content.left_items.iter();
    diagnostic.code == codes::TASK_NO_BRANCH && left.any(|at| (span.start..span.end).contains(at))
}

/// Whether most tasks are ticked to begin with: a list of what there is, which nobody works through.
fn is_record(list: &Checklist) -> bool {
    list.tasks.iter().filter(|task| task.done).count() * 2 >= list.tasks.len()
}

/// Tasks without a role get one diagnostic for the whole checklist, at the first of them.
fn no_role(list: &Checklist, unassigned: &[&Span], diagnostics: &mut Vec<Diagnostic>) {
    if let Some(first) = unassigned.first() {
        let diagnostic = Diagnostic::new(codes::TASK_NO_ROLE, (*first).clone());
        diagnostics.push(diagnostic.arg("count", unassigned.len()).arg("total", list.tasks.len()));
    }
}

/// The fewest tasks of a questionnaire.
const QUESTIONNAIRE: usize = 3;

/// Which tasks belong to a questionnaire: a row of nothing but questions, most of them for "yes" or "no", and none with a
/// branch. Who ticks a box says "yes", and nothing is decided. Those behind the last one are left out.
fn in_questionnaires(tasks: &[Task]) -> Vec<bool> {
    let asks = |task: &Task, asks: fn(&str) -> bool| asks(&task.text.words(&task.text.nodes));
    let has_branch = |task: &Task| task.tasks.iter().any(|below| below.branch.is_some());
    let mut found = Vec::new();
    let mut at = 0;
    while tasks.len() >= at + QUESTIONNAIRE {
        let rest = &tasks[at..];
        let row = rest.iter().take_while(|task| asks(task, is_question) && !has_branch(task)).count();
        if row >= QUESTIONNAIRE
            && rest[..row].iter().filter(|task| asks(task, is_yes_or_no)).count() * 2 > row
        {
            found.resize(at, false);
            found.resize(at + row, true);
        }
        at += row.max(1);
    }
    found
}

/// Checks a task and those below it, and returns its span. A question `decides` what is done unless it is one of a
/// questionnaire. `spans` are those of all tasks of the page, in their order.
fn check_task<'a>(
    site: &Site,
    task: &Task,
    decides: bool,
    spans: &mut impl Iterator<Item = &'a Span>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<&'a Span> {
    let span = spans.next()?;
    let diagnostic = |code| Diagnostic::new(code, span.clone());
    if is_empty(&task.text) {
        diagnostics.push(diagnostic(codes::TASK_EMPTY));
    }
    let plain = task.text.words(&task.text.nodes);
    if let Some(words) = too_many_words(site, &task.text, &plain) {
        diagnostics.push(diagnostic(codes::TASK_TOO_LONG).arg("count", words).arg("limit", MAX_WORDS));
    }
    let has = |branch| task.tasks.iter().any(|below| below.branch == Some(branch));
    if (has(Branch::Yes) || decides && is_yes_or_no(&plain)) && !has(Branch::No) {
        diagnostics.push(diagnostic(codes::TASK_NO_BRANCH));
    }
    let asked = in_questionnaires(&task.tasks);
    for (number, below) in task.tasks.iter().enumerate() {
        let decides = !asked.get(number).is_some_and(|asked| *asked);
        check_task(site, below, decides, spans, diagnostics)?;
    }
    Some(span)
}

/// Whether a task has neither words nor anything else that readers see.
fn is_empty(text: &Body) -> bool {
    let is_visible = |node: &Node| match node {
        Node::Text(slice) | Node::Code(slice) => !text.str(*slice).trim().is_empty(),
        Node::Image(..) | Node::Reference(_) | Node::Card(_) | Node::Placeholder(_) => true,
        _ => false,
    };
    !text.nodes.iter().any(is_visible)
}

/// The number of words, if they are too many. `plain` is the text without the names of entries, which count too.
fn too_many_words(site: &Site, text: &Body, plain: &str) -> Option<usize> {
    let names = text.nodes.iter().filter_map(|node| match node {
        Node::Reference(target) | Node::Card(target) => match text.targets.get(*target as usize)? {
            Target::Entry(key) => site.entry(key).map(|entry| count(entry.name())),
            _ => None,
        },
        _ => None,
    });
    let names = names.sum::<usize>();
    // Most tasks are short: between words stands a blank of ASCII, or a character that begins with a byte from 0xc2 on.
    let blanks = plain.bytes().filter(|byte| *byte <= b' ' || *byte >= 0xc2).count();
    if blanks + 1 + names <= MAX_WORDS {
        return None;
    }
    Some(count(plain) + names).filter(|words| *words > MAX_WORDS)
}

/// The number of words: pieces between blanks that hold a letter or a digit.
fn count(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}
