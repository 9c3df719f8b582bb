//! The pages of the guide.
use super::body::body_input;
use super::checklists::PageChecklists;
use super::frame::PageFrame;
use super::journey::{JourneyStage, JourneyStep};
use super::layout::Layout;
use super::menu::{Menu, window};
use super::nav::{ancestors, nav, nav_at};
use super::plan::{DocumentPlan, OutputPlan, contact_points};
use crate::model::{Body, Document, Kind, Nav, Node, Noted, Page, PageId, SheetContact, Site, Target};
use crate::output::html::{self, BodyInput, Placement};
use crate::output::kept::OutputFile;
use crate::output::lists::contacts_of;
use crate::output::shared::entry_link::{card_anchor, directory};
use crate::stamp::Stamped;
use rayon::prelude::*;
use std::collections::BTreeSet;

/// How many pages take less time to make than another thread to wake.
const FEW: usize = 4;

#[derive(Hash)]
struct Input {
    layout: Layout,
    body: BodyInput,
}

/// One file a page; only those of the pages that are asked for.
pub(crate) fn make(documents: &DocumentPlan<'_>) -> Vec<OutputFile> {
    if let Some(asked) = &documents.asked {
        return some(documents, asked);
    }
    let count = u32::try_from(documents.plan.site.pages.len()).unwrap_or(u32::MAX);
    (0..count).into_par_iter().map(|number| one(documents, PageId(number))).collect()
}

/// The files of some pages.
pub(crate) fn some(documents: &DocumentPlan<'_>, ids: &BTreeSet<PageId>) -> Vec<OutputFile> {
    let ids: Vec<PageId> = ids.iter().copied().collect();
    ids.into_par_iter().with_min_len(FEW).map(|id| one(documents, id)).collect()
}

/// The file of one page.
pub(crate) fn one(documents: &DocumentPlan<'_>, id: PageId) -> OutputFile {
    let page = documents.plan.site.page(id);
    let nothing = Document::default();
    let document = documents.document(page).unwrap_or(&nothing);
    with_body(documents, (id, page), document, &document.body)
}

/// The file of one page, whose content was taken out of its document.
pub(crate) fn of_body(documents: &DocumentPlan<'_>, id: PageId, body: &Stamped<Body>) -> OutputFile {
    let page = documents.plan.site.page(id);
    let nothing = Document::default();
    let document = documents.document(page).unwrap_or(&nothing);
    with_body(documents, (id, page), document, body)
}

fn with_body(
    documents: &DocumentPlan<'_>,
    (id, page): (PageId, &Page),
    document: &Document,
    body: &Stamped<Body>,
) -> OutputFile {
    let plan = documents.plan;
    let frame = frame(plan, (id, page), document, body);
    let input =
        Input { layout: Layout::new(plan, frame), body: body_input(documents, page, body, page.url.depth()) };
    plan.kept.make_page(page.url.file(), input, run)
}

fn run(input: &Input) -> Noted<Vec<u8>> {
    let url = &input.layout.frame.url;
    let placement = Placement { page: url, home: url, prefix: "", shift: 0 };
    let body = html::body(&input.body, &input.layout.context, placement);
    let template = match input.layout.frame.kind {
        "home" => "home.html",
        "section" => "section.html",
        _ => "page.html",
    };
    let mut made = input.layout.fill_with_body(template, &body.value);
    made.diagnostics.extend(body.diagnostics);
    made
}

fn frame(plan: &OutputPlan<'_>, (id, page): (PageId, &Page), document: &Document, body: &Body) -> PageFrame {
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
    let every = document.front.review_in.or(site.settings.review_every);
    PageFrame {
        kind,
        url: page.url.clone(),
        title: outline.title.clone(),
        name: outline.name.clone(),
        description: outline.description.clone(),
        summary: document.front.summary.clone(),
        contents: outline
            .headings
            .iter()
            .filter(|heading| (2..=3).contains(&heading.level) && !heading.text.is_empty())
            .map(|heading| (heading.level, heading.anchor.clone(), heading.text.clone()))
            .collect(),
        breadcrumb: ancestors(site, page).iter().map(|id| nav(site, *id)).collect(),
        menu: menu(plan, id, page),
        previous: number.checked_sub(1).and_then(|before| nav_at(site, before)),
        next: nav_at(site, number + 1),
        step: JourneyStep::new(site, page),
        stages: page.steps.iter().map(|step| JourneyStage::new(site, *step)).collect(),
        children: children(site, page),
        roles: document.front.roles.iter().map(|role| role.value.clone()).collect(),
        source: page.written.then(|| page.source.to_string()),
        reviewed: outline.last_reviewed_on.map(|day| {
            let overdue = every.is_some_and(|every| day.after(every) < site.options.today);
            (day, overdue)
        }),
        published: outline.last_reviewed_on.is_none().then_some(site.options.today),
        contact_points: contact_points(plan, &page.url),
        carded: carded(plan, body),
        checklists: PageChecklists::of_page(plan, id, page),
        social_card: plan.site_views.social_card_of(&page.url).filter(|_| !is_home),
        has_code: !body.code.is_empty(),
        has_tabs: body.groups > 0,
        is_unsearched: !outline.search,
        owner: document.front.owner.as_ref().and_then(|owner| {
            let entry = site.entry(&owner.value)?;
            let url = directory(site, Kind::Contact)?;
            Some((entry.name().to_owned(), url.clone(), card_anchor(&owner.value)))
        }),
    }
}

fn menu(plan: &OutputPlan<'_>, id: PageId, page: &Page) -> Menu {
    let site = plan.site;
    if let Some(whole) = plan.menus.whole(page.parent.map(|_| id)) {
        return whole;
    }
    let above = ancestors(site, page);
    // The home page shows the level below it.
    let (level, current, all) = match page.parent {
        Some(parent) => (site.page(parent).children.as_slice(), Some(id), parent),
        None => (page.children.as_slice(), None, id),
    };
    let more = level.len().saturating_sub(window(level, current).len());
    Menu {
        up: above.iter().skip(1).map(|id| nav(site, *id)).collect(),
        items: plan.menus.items(site, level, current),
        more: (more > 0).then(|| (more, site.page(all).url.clone())),
        tree: None,
    }
}

/// The contacts whose cards stand one by one in the text.
fn carded(plan: &OutputPlan<'_>, body: &Body) -> Vec<SheetContact> {
    let keys = body.nodes.iter().filter_map(|node| match node {
        Node::Card(target) => match body.targets.get(*target as usize) {
            Some(Target::Entry(key)) if key.kind == Kind::Contact => Some(key),
            _ => None,
        },
        _ => None,
    });
    contacts_of(plan.site, &plan.context, keys)
}

/// The pages below a section, with their descriptions.
fn children(site: &Site, page: &Page) -> Vec<(Nav, Option<String>)> {
    page.children.iter().map(|id| (nav(site, *id), site.page(*id).outline.description.clone())).collect()
}
