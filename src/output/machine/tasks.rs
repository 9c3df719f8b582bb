//! `tasks.js`: the tasks of each role, so that the home page can say how many a reader has done. It is loaded where something is
//! ticked.
use crate::model::{Branch, Noted, OutPath, PageUrl, Question, Task};
use crate::output::kept::OutputFile;
use crate::output::lists::tasks::{ChecklistTasks, MOST_TASKS, by_role, count};
use crate::output::pages::OutputPlan;
use crate::output::shared::site_view::TASKS_FILE;
use crate::output::shared::task_rows::readers_have_tasks;
use serde_json::{Value, json};

pub(crate) fn make(plan: &OutputPlan<'_>) -> Vec<OutputFile> {
    if !readers_have_tasks(plan.site, &plan.context.roles) {
        return Vec::new();
    }
    let by_role = by_role(plan.site);
    let lists = plan.context.roles.iter().filter(|role| role.is_reader).filter_map(|role| {
        let own = by_role.get(&role.key)?;
        // A role with more tasks has no list of them, so nobody ticks them on its page.
        let is_short = count(own.iter().flat_map(|(.., tasks)| tasks).copied()) <= MOST_TASKS;
        is_short.then(|| (role.number.to_string(), tasks_of(own)))
    });
    let lists: serde_json::Map<String, Value> = lists.collect();
    let text = format!("jalonTasks({});\n", Value::from(lists));
    vec![plan.kept.make(OutPath::new(TASKS_FILE), text, |text| Noted::clean(text.clone()))]
}

fn tasks_of(lists: &[ChecklistTasks<'_>]) -> Value {
    let of_list = |(page, _, tasks): &ChecklistTasks<'_>| -> Vec<Value> {
        tasks.iter().map(|task| value(&page.url, task)).collect()
    };
    Value::from(lists.iter().flat_map(of_list).collect::<Vec<_>>())
}

/// A task: its key, whether it is ticked to begin with, tasks below it that count always, and those of each answer.
fn value(page: &PageUrl, task: &Task) -> Value {
    let below = |branch: Option<Branch>| -> Vec<Value> {
        task.tasks.iter().filter(|below| below.branch == branch).map(|below| value(page, below)).collect()
    };
    let mut made = json!({ "key": format!("{}#{}", page.as_str(), task.id.as_str()) });
    if let Some(Question { answer }) = task.question {
        made["answer"] = match answer {
            Some(Branch::Yes) => "yes",
            Some(Branch::No) => "no",
            None => "",
        }
        .into();
        made["yes"] = below(Some(Branch::Yes)).into();
        made["no"] = below(Some(Branch::No)).into();
    } else if task.done {
        made["done"] = true.into();
    }
    let always = below(None);
    if !always.is_empty() {
        made["below"] = always.into();
    }
    made
}
