//! One page a role: its tasks in the order of the journey, each list linked to its explanation.
use super::chrome::Chrome;
use super::html::{self, Setting, TaskInput};
use super::list::Lists;
use super::template::shown;
use super::view::Frame;
use super::{Output, Plan, generated, resolve, sheet};
use crate::model::{Anchor, EntryKey, Generated, Nav, Noted, PageUrl};
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
            frame.lists = Lists::of_role(plan, &role.key);
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
    sheet::of_role(plan.site, role)
        .map(|(page, list, tasks)| ListInput {
            title: resolve::list_title(page, list),
            page: Nav { title: page.outline.title.clone(), url: page.url.clone() },
            anchor: list.anchor.clone(),
            ordered: list.ordered,
            tasks: tasks.into_iter().map(|task| TaskInput::new(plan.site, task)).collect(),
        })
        .collect()
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
