//! One page a role: its tasks in the order of the journey, each list linked to its explanation. Where they are more than
//! one page holds, it says where they are instead.
use super::checklists::Lists;
use super::generated;
use super::view::{self, Frame};
use crate::model::{Anchor, Generated, Nav, Noted, Page, PageId, Site};
use crate::output::html::{self, Setting, TaskInput};
use crate::output::lists::sheet;
use crate::output::shared::chrome::Chrome;
use crate::output::shared::{address, target};
use crate::output::theme::template::{self, Shown, shown};
use crate::output::{Output, Plan};
use crate::stamp::Stamped;
use serde_json::json;
use std::collections::BTreeMap;

#[derive(Hash)]
struct Input<'a> {
    chrome: Stamped<Chrome>,
    frame: Frame,
    name: String,
    description: Option<String>,
    number: usize,
    work: Work<'a>,
}

/// What a role has to do.
#[derive(Hash)]
enum Work<'a> {
    /// List by list.
    Tasks(Vec<ListInput<'a>>),
    /// Section by section, where its many tasks are.
    Places { tasks: usize, sections: Vec<Section> },
}

/// A checklist as far as it is this role's.
#[derive(Hash)]
struct ListInput<'a> {
    place: Place,
    ordered: bool,
    tasks: Vec<TaskInput<'a>>,
}

/// A section of the guide's first level, with the lists in it and how many of their tasks are this role's.
#[derive(Hash)]
struct Section {
    title: String,
    lists: Vec<(Place, usize)>,
}

/// Where a checklist is.
#[derive(Hash)]
struct Place {
    title: String,
    page: Nav,
    anchor: Option<Anchor>,
}

impl Place {
    fn of((page, list, _): &sheet::Found<'_>) -> Self {
        Self {
            title: target::list_title(page, list),
            page: Nav { title: page.outline.title.clone(), url: page.url.clone() },
            anchor: list.anchor.clone(),
        }
    }

    fn href(&self, from: address::From<'_>) -> String {
        from.page(&self.page.url, self.anchor.as_ref())
    }
}

/// One file a role that has a page.
pub(crate) fn make(plan: &Plan<'_>) -> Vec<Output> {
    let by_role = sheet::by_role(plan.site);
    plan.chrome
        .facts
        .roles
        .iter()
        .filter_map(|role| {
            let mut frame = generated::frame(plan, &Generated::Role(role.key.clone()), "role")?;
            frame.title.clone_from(&role.name);
            let mine = by_role.get(&role.key).map(Vec::as_slice).unwrap_or_default();
            let tasks = || mine.iter().flat_map(|(.., tasks)| tasks).copied();
            let work = if sheet::count(tasks()) > sheet::MOST_TASKS {
                let sections = sections(plan.site, mine);
                let headings = sections.iter().enumerate();
                frame.contents = headings.map(|(at, section)| (2, id(at), section.title.clone())).collect();
                Work::Places { tasks: sheet::counted(tasks()), sections }
            } else {
                frame.lists = Lists::of_role(plan, &role.key, mine);
                Work::Tasks(lists(plan, mine))
            };
            let input = Input {
                chrome: plan.chrome.clone(),
                name: role.name.clone(),
                description: plan.site.entry(&role.key)?.record.text("description").map(str::to_owned),
                number: role.number,
                work,
                frame,
            };
            Some(plan.made(input.frame.url.file(), input, run))
        })
        .collect()
}

fn lists<'a>(plan: &Plan<'_>, mine: &[sheet::Found<'a>]) -> Vec<ListInput<'a>> {
    mine.iter()
        .map(|found| {
            let (_, list, tasks) = found;
            let tasks = tasks.iter().map(|task| TaskInput::new(plan, task)).collect();
            ListInput { place: Place::of(found), ordered: list.ordered, tasks }
        })
        .collect()
}

/// Lists come in reading order, so those of a section stand together.
fn sections(site: &Site, mine: &[sheet::Found<'_>]) -> Vec<Section> {
    let place = |found: &sheet::Found<'_>| {
        let (.., tasks) = found;
        (Place::of(found), sheet::counted(tasks.iter().copied()))
    };
    mine.chunk_by(|(one, ..), (other, ..)| section_of(site, one) == section_of(site, other))
        .filter_map(|lists| {
            let (page, ..) = lists.first()?;
            let title = view::nav(site, section_of(site, page)).title;
            Some(Section { title, lists: lists.iter().map(place).collect() })
        })
        .collect()
}

/// The page of the first level above a page, or the page itself; the home page for its own lists.
fn section_of(site: &Site, page: &Page) -> PageId {
    let home = PageId(0);
    let mut below = site.by_source.get(&page.source).copied().unwrap_or(home);
    while let Some(above) = site.page(below).parent.filter(|above| *above != home) {
        below = above;
    }
    below
}

/// The id of a section's heading, by its number from 0.
fn id(at: usize) -> Anchor {
    Anchor::new(format!("s{}", at + 1))
}

/// About how many bytes stand around a list: its title, and where it comes from.
const AROUND: usize = 512;

fn run(input: &Input<'_>) -> Noted<Vec<u8>> {
    let chrome = &*input.chrome;
    let (mut checklists, mut places, mut tasks, mut room) = (Vec::new(), Vec::new(), None, 0);
    match &input.work {
        Work::Tasks(lists) => {
            for (at, list) in lists.iter().enumerate() {
                let html = list_html(input, list, at);
                room += html.len() + AROUND;
                checklists.push(list_view(input, list, at, &html));
            }
        }
        Work::Places { tasks: count, sections } => {
            tasks = Some(*count);
            places = places_view(input, sections);
            room = sections.iter().map(|section| (section.lists.len() + 1) * AROUND).sum();
        }
    }
    let role = json!({
        "name": chrome.set(&input.name),
        "description": input.description.as_deref().map(|text| chrome.set(text)),
        "number": input.number,
        "tasks": tasks,
    });
    let more = vec![
        ("role", shown(&role)),
        ("checklists", template::list(checklists)),
        ("places", template::list(places)),
    ];
    generated::fill_large(chrome, &input.frame, "role.html", more, room)
}

fn list_html(input: &Input<'_>, list: &ListInput<'_>, at: usize) -> String {
    let prefix = format!("l{}-", at + 1);
    let setting = Setting { page: &input.frame.url, home: &list.place.page.url, prefix: &prefix, shift: 0 };
    html::tasks(&list.tasks, list.ordered, &input.chrome, setting)
}

fn list_view(input: &Input<'_>, list: &ListInput<'_>, at: usize, html: &str) -> Shown {
    let chrome = &*input.chrome;
    template::map(&[
        ("title", chrome.lent(&list.place.title).into()),
        ("anchor", format!("l{}", at + 1).into()),
        ("href", list.place.href(chrome.from(&input.frame.url)).into()),
        ("page_title", chrome.lent(&list.place.page.title).into()),
        ("ordered", list.ordered.into()),
        ("html", template::html(html)),
    ])
}

fn places_view(input: &Input<'_>, sections: &[Section]) -> Vec<Shown> {
    let chrome = &*input.chrome;
    let from = chrome.from(&input.frame.url);
    // Most lists have a few tasks, so few numbers are to be said.
    let mut words: BTreeMap<usize, String> = BTreeMap::new();
    let mut place_view = |(place, count): &(Place, usize)| {
        let say = || chrome.say_with("task-count", &[("count", (*count).into())]);
        let words = words.entry(*count).or_insert_with(say);
        // A list without a heading above it is called like its page.
        let page_title = (place.title != place.page.title).then(|| chrome.lent(&place.page.title));
        template::map(&[
            ("title", chrome.lent(&place.title).into()),
            ("href", place.href(from).into()),
            ("page_title", page_title.into()),
            ("count", words.as_str().into()),
        ])
    };
    let section_view = |(at, section): (usize, &Section)| {
        template::map(&[
            ("title", chrome.lent(&section.title).into()),
            ("anchor", id(at).as_str().into()),
            ("checklists", template::list(section.lists.iter().map(&mut place_view))),
        ])
    };
    sections.iter().enumerate().map(section_view).collect()
}
