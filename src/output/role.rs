//! One page a role: its tasks in the order of the journey, each list linked to its explanation.
use super::chrome::Chrome;
use super::html::{self, Setting, TaskInput};
use super::template::shown;
use super::view::Frame;
use super::{Output, Plan, generated, resolve};
use crate::model::{Anchor, EntryKey, Generated, Nav, Noted, PageUrl, Task};
use crate::stamp::Stamped;
use serde_json::json;

#[derive(Hash)]
struct Input {
    chrome: Stamped<Chrome>,
    frame: Frame,
    name: String,
    description: Option<String>,
    number: usize,
    lists: Vec<ListInput>,
}

/// A checklist as far as it is this role's.
#[derive(Hash)]
struct ListInput {
    title: String,
    page: Nav,
    anchor: Option<Anchor>,
    ordered: bool,
    tasks: Vec<TaskInput>,
}

/// One file a role that has a page.
pub(super) fn make(plan: &Plan<'_>) -> Vec<Output> {
    plan.chrome
        .facts
        .roles
        .iter()
        .filter_map(|role| {
            let mut frame = generated::frame(plan, &Generated::Role(role.key.clone()), "role")?;
            frame.title.clone_from(&role.name);
            let input = Input {
                chrome: plan.chrome.clone(),
                name: role.name.clone(),
                description: plan.site.entry(&role.key)?.record.text("description").map(str::to_owned),
                number: role.number,
                lists: lists(plan, &role.key),
                frame,
            };
            Some(plan.made(input.frame.url.file(), input, run))
        })
        .collect()
}

fn lists(plan: &Plan<'_>, role: &EntryKey) -> Vec<ListInput> {
    let site = plan.site;
    site.checklists()
        .filter_map(|(page, list)| {
            let tasks: Vec<TaskInput> = list
                .tasks
                .iter()
                .filter(|task| is_for(task, role))
                .map(|task| TaskInput::new(site, task))
                .collect();
            (!tasks.is_empty()).then(|| ListInput {
                title: resolve::list_title(page, list),
                page: Nav { title: page.outline.title.clone(), url: page.url.clone() },
                anchor: list.anchor.clone(),
                ordered: list.ordered,
                tasks,
            })
        })
        .collect()
}

/// Whether a task, or one below it, is a role's.
fn is_for(task: &Task, role: &EntryKey) -> bool {
    task.roles.contains(role) || task.tasks.iter().any(|below| is_for(below, role))
}

fn run(input: &Input) -> Noted<Vec<u8>> {
    let chrome = &*input.chrome;
    let page: &PageUrl = &input.frame.url;
    let lists: Vec<_> = input
        .lists
        .iter()
        .enumerate()
        .map(|(at, list)| {
            let prefix = format!("l{}-", at + 1);
            let setting = Setting { page, home: &list.page.url, prefix: &prefix, shift: 0 };
            json!({
                "title": chrome.set(&list.title),
                "anchor": format!("l{}", at + 1),
                "href": chrome.from(page).page(&list.page.url, list.anchor.as_ref()),
                "page_title": chrome.set(&list.page.title),
                "ordered": list.ordered,
                "html": html::tasks(&list.tasks, list.ordered, chrome, setting),
            })
        })
        .collect();
    let role = json!({
        "name": chrome.set(&input.name),
        "description": input.description.as_deref().map(|text| chrome.set(text)),
        "number": input.number,
    });
    generated::fill(
        chrome,
        &input.frame,
        "role.html",
        vec![("role", shown(&role)), ("checklists", shown(&lists))],
    )
}
