//! One page a role: its tasks in the order of the journey, each list linked to its explanation. Where they are more than
//! one page holds, the page says where they are instead.
use super::checklists::PageChecklists;
use super::dashboard::Dashboard;
use super::frame::PageFrame;
use super::layout::Layout;
use super::nav::{nav, nav_at};
use super::plan::OutputPlan;
use crate::model::{Anchor, Generated, Nav, Noted, Page, PageId, Site};
use crate::output::html::{self, Placement, TaskInput};
use crate::output::kept::OutputFile;
use crate::output::lists::tasks::{ChecklistTasks, MOST_TASKS, by_role, count, count_for_readers};
use crate::output::shared::address::RelativeTo;
use crate::output::shared::task_rows::checklist_title;
use crate::output::theme::template::{self, TemplateValue};
use serde_json::json;
use std::collections::BTreeMap;

#[derive(Hash)]
struct Input<'a> {
    layout: Layout,
    name: String,
    description: Option<String>,
    number: usize,
    tasks: RoleTasks<'a>,
    dashboard: Dashboard,
}

/// The tasks of a role.
#[derive(Hash)]
enum RoleTasks<'a> {
    /// All of them, list by list.
    Lists(Vec<ListInput<'a>>),
    /// More tasks than one page holds: how many there are, and in which lists of which sections.
    Counts { tasks: usize, sections: Vec<Section> },
}

/// The tasks of the role in one checklist.
#[derive(Hash)]
struct ListInput<'a> {
    location: ListLocation,
    ordered: bool,
    tasks: Vec<TaskInput<'a>>,
}

/// A section of the first level, with its checklists and how many tasks of the role each has.
#[derive(Hash)]
struct Section {
    title: String,
    lists: Vec<(ListLocation, usize)>,
}

/// The title and the place of a checklist.
#[derive(Hash)]
struct ListLocation {
    title: String,
    page: Nav,
    anchor: Option<Anchor>,
}

impl ListLocation {
    fn of((page, list, _): &ChecklistTasks<'_>) -> Self {
        Self {
            title: checklist_title(page, list),
            page: Nav { title: page.outline.title.clone(), url: page.url.clone() },
            anchor: list.anchor.clone(),
        }
    }

    fn href(&self, from: RelativeTo<'_>) -> String {
        from.page(&self.page.url, self.anchor.as_ref())
    }
}

/// One file a role that has a page.
pub(crate) fn make(plan: &OutputPlan<'_>) -> Vec<OutputFile> {
    let by_role = by_role(plan.site);
    let mut rows = None;
    plan.context
        .roles
        .iter()
        .filter_map(|role| {
            let mut frame = PageFrame::generated(plan, &Generated::Role(role.key.clone()), "role")?;
            frame.title.clone_from(&role.name);
            frame.name.clone_from(&role.name);
            frame.social_card = plan.site_views.social_card_of(&frame.url);
            let about = plan.site.entry(&role.key)?.record.text("description").map(str::to_owned);
            frame.description = Some(about.clone().unwrap_or_else(|| about_role(plan, &role.name)));
            let own = by_role.get(&role.key).map(Vec::as_slice).unwrap_or_default();
            let tasks = || own.iter().flat_map(|(.., tasks)| tasks).copied();
            frame.next = own.last().and_then(|(page, ..)| page_after(plan.site, page));
            let tasks_shown = if count(tasks()) > MOST_TASKS {
                let sections = sections(plan.site, own);
                let headings = sections.iter().enumerate();
                frame.contents =
                    headings.map(|(at, section)| (2, section_id(at), section.title.clone())).collect();
                RoleTasks::Counts { tasks: count_for_readers(tasks()), sections }
            } else {
                frame.checklists = PageChecklists::of_role(plan, &role.key, own);
                RoleTasks::Lists(lists(plan, own))
            };
            let input = Input {
                name: role.name.clone(),
                description: about,
                number: role.number,
                tasks: tasks_shown,
                dashboard: Dashboard::new(plan, &role.key, own, &mut rows),
                layout: Layout::new(plan, frame),
            };
            Some(plan.kept.make(input.layout.frame.url.file(), input, run))
        })
        .collect()
}

/// The page that follows the last one with tasks of the role: the next step.
fn page_after(site: &Site, page: &Page) -> Option<Nav> {
    nav_at(site, site.id_of(&page.source)?.0 as usize + 1)
}

fn lists<'a>(plan: &OutputPlan<'_>, own: &[ChecklistTasks<'a>]) -> Vec<ListInput<'a>> {
    own.iter()
        .map(|of_list| {
            let (_, list, tasks) = of_list;
            let tasks = tasks.iter().map(|task| TaskInput::new(&plan.targets, task)).collect();
            ListInput { location: ListLocation::of(of_list), ordered: list.ordered, tasks }
        })
        .collect()
}

/// The checklists by section: they come in reading order, so those of a section are next to each other.
fn sections(site: &Site, own: &[ChecklistTasks<'_>]) -> Vec<Section> {
    let counted = |of_list: &ChecklistTasks<'_>| {
        let (.., tasks) = of_list;
        (ListLocation::of(of_list), count_for_readers(tasks.iter().copied()))
    };
    own.chunk_by(|(one, ..), (other, ..)| section_of(site, one) == section_of(site, other))
        .filter_map(|lists| {
            let (page, ..) = lists.first()?;
            let title = nav(site, section_of(site, page)).title;
            Some(Section { title, lists: lists.iter().map(counted).collect() })
        })
        .collect()
}

/// The page of the first level that a page belongs to; the home page for its own checklists.
fn section_of(site: &Site, page: &Page) -> PageId {
    let home = PageId(0);
    let mut below = site.by_source.get(&page.source).copied().unwrap_or(home);
    while let Some(above) = site.page(below).parent.filter(|above| *above != home) {
        below = above;
    }
    below
}

/// The id of a section's heading, by its number from 0.
fn section_id(at: usize) -> Anchor {
    Anchor::new(format!("s{}", at + 1))
}

/// About how many bytes are around a checklist: its title, and the page it comes from.
const AROUND: usize = 512;

/// What search engines are told of a role that has no description.
fn about_role(plan: &OutputPlan<'_>, role: &str) -> String {
    let text = &plan.context.text;
    text.string_with(
        "role-description",
        &[("role", role.into()), ("guide", plan.context.title.as_str().into())],
    )
}

fn run(input: &Input<'_>) -> Noted<Vec<u8>> {
    let context = &*input.layout.context;
    let (mut checklists, mut places, mut tasks, mut size) = (Vec::new(), Vec::new(), None, 0);
    match &input.tasks {
        RoleTasks::Lists(lists) => {
            for (at, list) in lists.iter().enumerate() {
                let html = list_html(input, list, at);
                size += html.len() + AROUND;
                checklists.push(list_view(input, list, at, &html));
            }
        }
        RoleTasks::Counts { tasks: count, sections } => {
            tasks = Some(*count);
            places = sections_view(input, sections);
            size = sections.iter().map(|section| (section.lists.len() + 1) * AROUND).sum();
        }
    }
    let role = json!({
        "name": context.text.typeset(&input.name),
        "description": input.description.as_deref().map(|text| context.text.typeset(text)),
        "number": input.number,
        "tasks": tasks,
    });
    let mut more = vec![
        ("role", template::value(&role)),
        ("checklists", template::list(checklists)),
        ("places", template::list(places)),
    ];
    more.extend(input.dashboard.view(context, &input.layout.frame.url));
    input.layout.fill("role.html", more, size)
}

fn list_html(input: &Input<'_>, list: &ListInput<'_>, at: usize) -> String {
    let prefix = format!("l{}-", at + 1);
    let placement =
        Placement { page: &input.layout.frame.url, home: &list.location.page.url, prefix: &prefix, shift: 0 };
    html::tasks(&list.tasks, &input.layout.context, placement)
}

fn list_view(input: &Input<'_>, list: &ListInput<'_>, at: usize, html: &str) -> TemplateValue {
    let context = &*input.layout.context;
    template::map(&[
        ("title", context.text.typeset(&list.location.title).into()),
        ("anchor", format!("l{}", at + 1).into()),
        ("href", list.location.href(context.addresses.relative_to(&input.layout.frame.url)).into()),
        ("page_title", context.text.typeset(&list.location.page.title).into()),
        ("ordered", list.ordered.into()),
        ("html", template::html(html)),
    ])
}

fn sections_view(input: &Input<'_>, sections: &[Section]) -> Vec<TemplateValue> {
    let context = &*input.layout.context;
    let from = context.addresses.relative_to(&input.layout.frame.url);
    // Most checklists have few tasks, so few numbers occur.
    let mut words: BTreeMap<usize, String> = BTreeMap::new();
    let mut list_line = |(location, count): &(ListLocation, usize)| {
        let count_words = || context.text.string_with("task-count", &[("count", (*count).into())]);
        let words = words.entry(*count).or_insert_with(count_words);
        // A checklist without a heading has the title of its page.
        let page_title =
            (location.title != location.page.title).then(|| context.text.typeset(&location.page.title));
        template::map(&[
            ("title", context.text.typeset(&location.title).into()),
            ("href", location.href(from).into()),
            ("page_title", page_title.into()),
            ("count", words.as_str().into()),
        ])
    };
    let section_view = |(at, section): (usize, &Section)| {
        template::map(&[
            ("title", context.text.typeset(&section.title).into()),
            ("anchor", section_id(at).as_str().into()),
            ("checklists", template::list(section.lists.iter().map(&mut list_line))),
        ])
    };
    sections.iter().enumerate().map(section_view).collect()
}
