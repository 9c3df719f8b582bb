//! The pages of the guide.
use super::checklists::Lists;
use super::view::{self, Frame, Menu, Stage, Step};
use crate::model::{Document, Element, Kind, Nav, Node, Noted, Page, PageId, Site, Target};
use crate::output::html::{self, BodyInput, Setting};
use crate::output::shared::cards::{self, CardInput};
use crate::output::shared::chrome::Chrome;
use crate::output::shared::target::{self, TaskRow};
use crate::output::{Output, Plan};
use crate::stamp::Stamped;

/// All that a page's file depends on.
#[derive(Hash)]
struct Input {
    chrome: Stamped<Chrome>,
    frame: Frame,
    body: BodyInput,
}

/// One file a page.
pub(crate) fn make(plan: &Plan<'_>) -> Vec<Output> {
    use rayon::prelude::*;
    let rows = rows(plan);
    (0..plan.site.pages.len())
        .into_par_iter()
        .map(|at| {
            let id = PageId(u32::try_from(at).unwrap_or(u32::MAX));
            let page = plan.site.page(id);
            let nothing = Document::default();
            let document = plan.document(page).unwrap_or(&nothing);
            let input = Input {
                chrome: plan.chrome.clone(),
                frame: frame(plan, id, page, document),
                body: body(plan, page, document, rows.as_ref(), page.url.depth()),
            };
            plan.made(page.url.file(), input, run)
        })
        .collect()
}

/// About how many bytes of a page stand around its body.
const FRAME: usize = 12 << 10;

fn run(input: &Input) -> Noted<Vec<u8>> {
    let chrome = &*input.chrome;
    let frame = &input.frame;
    let setting = Setting { page: &frame.url, home: &frame.url, prefix: "", shift: 0 };
    let body = html::body(&input.body, chrome, setting);
    let template = match frame.kind {
        "home" => "home.html",
        "section" => "section.html",
        _ => "page.html",
    };
    let page = frame.view(chrome, &body.value);
    let values = vec![("site", chrome.site_view(&frame.url)), ("page", page.value)];
    let mut made = chrome.templates.value.fill(template, values, body.value.len() + FRAME);
    made.diagnostics.extend(page.diagnostics);
    made.diagnostics.extend(body.diagnostics);
    made
}

/// The tasks of the guide, if any page shows who does what.
pub(crate) fn rows(plan: &Plan<'_>) -> Option<Stamped<Vec<TaskRow>>> {
    let wanted = plan.site.pages.iter().filter_map(|page| plan.document(page)).any(shows_rows);
    wanted.then(|| Stamped::new(target::task_rows(plan.site)))
}

fn shows_rows(document: &Document) -> bool {
    document.body.nodes.iter().any(|node| matches!(node, Node::Tasks(_)))
}

/// What a body depends on, shown on a page of a depth.
pub(crate) fn body(
    plan: &Plan<'_>,
    page: &Page,
    document: &Document,
    rows: Option<&Stamped<Vec<TaskRow>>>,
    depth: usize,
) -> BodyInput {
    let site = plan.site;
    let body = &document.body;
    let mut cards = Vec::new();
    let mut directories: Vec<(Kind, Vec<CardInput>)> = Vec::new();
    let mut shows_tasks = false;
    let mut dated = false;
    for node in &body.nodes {
        match node {
            Node::Card(target) => {
                if let Some(Target::Entry(key)) = body.targets.get(*target as usize)
                    && let Some(card) = plan.cards.get(key, depth)
                {
                    cards.push((*target, card.clone()));
                }
            }
            Node::Directory(kind) if directories.iter().all(|(known, _)| known != kind) => {
                // Only the page that stands for the kind's directory carries the anchors of its cards.
                let own = target::directory(site, *kind) == Some(&page.url);
                let all = cards::directory(site, *kind);
                directories.push((
                    *kind,
                    if own { all } else { all.into_iter().map(CardInput::unanchored).collect() },
                ));
            }
            Node::Tasks(_) => shows_tasks = true,
            Node::Open(Element::Dated(_)) => dated = true,
            _ => {}
        }
    }
    BodyInput {
        body: body.clone(),
        resolved: plan.links.of(body),
        cards,
        directories,
        rows: rows.filter(|_| shows_tasks).cloned(),
        today: dated.then_some(site.options.today),
        explains: true,
    }
}

fn frame(plan: &Plan<'_>, id: PageId, page: &Page, document: &Document) -> Frame {
    let site = plan.site;
    let outline = &*page.outline;
    let is_home = id == PageId(0);
    let kind = if is_home {
        "home"
    } else if page.source.name() == "index.md" {
        "section"
    } else {
        "page"
    };
    let number = id.0 as usize;
    let neighbour = |at: Option<usize>| {
        at.filter(|at| *at < site.pages.len())
            .map(|at| view::nav(site, PageId(u32::try_from(at).unwrap_or(u32::MAX))))
    };
    let every = document.front.review_in.or(site.settings.review_every);
    Frame {
        kind,
        url: page.url.clone(),
        title: outline.title.clone(),
        description: outline.description.clone(),
        summary: document.front.summary.clone(),
        contents: outline
            .headings
            .iter()
            .filter(|heading| (2..=3).contains(&heading.level) && !heading.text.is_empty())
            .map(|heading| (heading.level, heading.anchor.clone(), heading.text.clone()))
            .collect(),
        breadcrumb: ancestors(site, page).iter().map(|id| view::nav(site, *id)).collect(),
        menu: menu(plan, id, page),
        previous: neighbour(number.checked_sub(1)),
        next: neighbour(Some(number + 1)),
        step: step(site, page),
        steps: page.steps.iter().map(|step| stage(site, *step)).collect(),
        children: children(site, page),
        roles: document.front.roles.iter().map(|role| role.value.clone()).collect(),
        source: page.written.then(|| page.source.to_string()),
        reviewed: outline.last_reviewed_on.map(|day| {
            let overdue = every.is_some_and(|every| day.after(every) < site.options.today);
            (day, overdue)
        }),
        lists: Lists::of_page(plan, id, page),
        owner: document.front.owner.as_ref().and_then(|owner| {
            let entry = site.entry(&owner.value)?;
            let url = target::directory(site, Kind::Contact)?;
            Some((entry.name().to_owned(), url.clone(), target::card_anchor(&owner.value)))
        }),
    }
}

/// Pages above a page, the home page first.
fn ancestors(site: &Site, page: &Page) -> Vec<PageId> {
    let mut found = Vec::new();
    let mut above = page.parent;
    while let Some(id) = above {
        found.push(id);
        above = site.page(id).parent;
    }
    found.reverse();
    found
}

fn menu(plan: &Plan<'_>, id: PageId, page: &Page) -> Menu {
    let site = plan.site;
    let up = ancestors(site, page);
    // The home page's own level is the one below it.
    let (level, current, all) = match page.parent {
        Some(parent) => (site.page(parent).children.as_slice(), Some(id), parent),
        None => (page.children.as_slice(), None, id),
    };
    let more = level.len().saturating_sub(view::window(level, current).len());
    Menu {
        up: up.iter().skip(1).map(|id| view::nav(site, *id)).collect(),
        items: view::menu_items(plan, level, current),
        more: (more > 0).then(|| (more, site.page(all).url.clone())),
    }
}

fn step(site: &Site, page: &Page) -> Option<Step> {
    let (number, total, owner) = page.step?;
    let section = site.page(owner);
    let at = |number: usize| section.steps.get(number).map(|id| view::nav(site, *id));
    Some(Step {
        number,
        total,
        section: Nav { title: section.outline.nav_title.clone(), url: section.url.clone() },
        previous: number.checked_sub(2).and_then(at),
        next: at(number),
    })
}

fn stage(site: &Site, id: PageId) -> Stage {
    let page = site.page(id);
    Stage {
        nav: view::nav(site, id),
        description: page.outline.description.clone(),
        steps: page.steps.iter().map(|below| view::nav(site, *below)).collect(),
    }
}

/// Pages below a section, with what they are about.
fn children(site: &Site, page: &Page) -> Vec<(Nav, Option<String>)> {
    page.children
        .iter()
        .map(|id| (view::nav(site, *id), site.page(*id).outline.description.clone()))
        .collect()
}
