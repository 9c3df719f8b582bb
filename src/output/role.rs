//! One page a role: its tasks in the order of the journey, each list linked to its explanation.
use super::chrome::Chrome;
use super::html::{self, Setting, TaskInput};
use super::list::Lists;
use super::template::{self, shown};
use super::view::Frame;
use super::{Output, Plan, generated, resolve, sheet};
use crate::model::{Anchor, Generated, Nav, Noted, PageUrl};
use crate::stamp::Stamped;
use serde_json::json;

#[derive(Hash)]
struct Input<'a> {
    chrome: Stamped<Chrome>,
    frame: Frame,
    name: String,
    description: Option<String>,
    number: usize,
    lists: Vec<ListInput<'a>>,
}

/// A checklist as far as it is this role's.
#[derive(Hash)]
struct ListInput<'a> {
    title: String,
    page: Nav,
    anchor: Option<Anchor>,
    ordered: bool,
    tasks: Vec<TaskInput<'a>>,
}

/// One file a role that has a page.
pub(super) fn make(plan: &Plan<'_>) -> Vec<Output> {
    let by_role = sheet::by_role(plan.site);
    plan.chrome
        .facts
        .roles
        .iter()
        .filter_map(|role| {
            let mut frame = generated::frame(plan, &Generated::Role(role.key.clone()), "role")?;
            frame.title.clone_from(&role.name);
            let mine = by_role.get(&role.key).map(Vec::as_slice).unwrap_or_default();
            frame.lists = Lists::of_role(plan, &role.key, mine);
            let input = Input {
                chrome: plan.chrome.clone(),
                name: role.name.clone(),
                description: plan.site.entry(&role.key)?.record.text("description").map(str::to_owned),
                number: role.number,
                lists: lists(plan, mine),
                frame,
            };
            Some(plan.made(input.frame.url.file(), input, run))
        })
        .collect()
}

fn lists<'a>(plan: &Plan<'_>, mine: &[sheet::Found<'a>]) -> Vec<ListInput<'a>> {
    mine.iter()
        .map(|(page, list, tasks)| ListInput {
            title: resolve::list_title(page, list),
            page: Nav { title: page.outline.title.clone(), url: page.url.clone() },
            anchor: list.anchor.clone(),
            ordered: list.ordered,
            tasks: tasks.iter().map(|task| TaskInput::new(plan, task)).collect(),
        })
        .collect()
}

/// About how many bytes stand around a list: its title, and where it comes from.
const AROUND: usize = 512;

fn run(input: &Input<'_>) -> Noted<Vec<u8>> {
    let chrome = &*input.chrome;
    let page: &PageUrl = &input.frame.url;
    let mut room = 0;
    let lists: Vec<_> = input
        .lists
        .iter()
        .enumerate()
        .map(|(at, list)| {
            let prefix = format!("l{}-", at + 1);
            let setting = Setting { page, home: &list.page.url, prefix: &prefix, shift: 0 };
            let html = html::tasks(&list.tasks, list.ordered, chrome, setting);
            room += html.len() + AROUND;
            template::map(&[
                ("title", chrome.lent(&list.title).into()),
                ("anchor", format!("l{}", at + 1).into()),
                ("href", chrome.from(page).page(&list.page.url, list.anchor.as_ref()).into()),
                ("page_title", chrome.lent(&list.page.title).into()),
                ("ordered", list.ordered.into()),
                ("html", template::html(&html)),
            ])
        })
        .collect();
    let role = json!({
        "name": chrome.set(&input.name),
        "description": input.description.as_deref().map(|text| chrome.set(text)),
        "number": input.number,
    });
    let more = vec![("role", shown(&role)), ("checklists", template::list(lists))];
    generated::fill_large(chrome, &input.frame, "role.html", more, room)
}
