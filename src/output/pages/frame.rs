//! All that a page shows around its own content.
use super::checklists::PageChecklists;
use super::journey::{JourneyStage, JourneyStep};
use super::menu::Menu;
use super::nav::nav;
use super::plan::OutputPlan;
use crate::model::{Anchor, Date, EntryKey, Generated, Nav, OutPath, PageId, PageUrl, SheetContact};

/// All that the frame of a page depends on, besides the context.
#[derive(Clone, Debug, Hash)]
pub(super) struct PageFrame {
    /// The kind of page, as templates and styles name it.
    pub(super) kind: &'static str,
    pub(super) url: PageUrl,
    pub(super) title: String,
    /// The title in the browser's bar.
    pub(super) name: String,
    pub(super) description: Option<String>,
    pub(super) summary: Vec<String>,
    /// Headings: level, anchor, title.
    pub(super) contents: Vec<(u8, Anchor, String)>,
    pub(super) breadcrumb: Vec<Nav>,
    pub(super) menu: Menu,
    pub(super) previous: Option<Nav>,
    pub(super) next: Option<Nav>,
    pub(super) step: Option<JourneyStep>,
    pub(super) stages: Vec<JourneyStage>,
    /// The pages below, with their descriptions.
    pub(super) children: Vec<(Nav, Option<String>)>,
    pub(super) roles: Vec<EntryKey>,
    /// The source file below the project root, for the edit link.
    pub(super) source: Option<String>,
    /// The day of the last review, and whether the next one is overdue.
    pub(super) reviewed: Option<(Date, bool)>,
    /// The day of the build, where no review is known: readers see how old a page may be.
    pub(super) published: Option<Date>,
    /// Name, and place of the card.
    pub(super) owner: Option<(String, PageUrl, Anchor)>,
    /// Whom to reach, on the page of contacts.
    pub(super) contact_points: Vec<SheetContact>,
    /// Whose cards its text shows, in order of recourse.
    pub(super) carded: Vec<SheetContact>,
    pub(super) checklists: PageChecklists,
    /// The picture for links to it, where it has its own.
    pub(super) social_card: Option<OutPath>,
    /// Whether it shows blocks of code.
    pub(super) has_code: bool,
    /// Whether it shows alternatives.
    pub(super) has_tabs: bool,
    /// Whether searches, this site's and others, leave it out.
    pub(super) is_unsearched: bool,
}

impl PageFrame {
    /// The frame of a page that Jalon writes by itself.
    pub(super) fn new(kind: &'static str, url: PageUrl, title: String, plan: &OutputPlan<'_>) -> Self {
        let home = plan.site.pages.first();
        let items = home.map(|home| plan.menus.items(plan.site, &home.children, None));
        let short = Menu { items: items.unwrap_or_default(), ..Menu::default() };
        // The whole guide names every page below its menu, and the page for addresses that do not exist is seen at any of them.
        let is_short = matches!(kind, "whole" | "not-found");
        let whole = if is_short { None } else { plan.menus.whole(None) };
        Self {
            kind,
            url,
            name: title.clone(),
            title,
            description: None,
            summary: Vec::new(),
            contents: Vec::new(),
            breadcrumb: home.map(|_| nav(plan.site, PageId(0))).into_iter().collect(),
            menu: whole.unwrap_or(short),
            previous: None,
            next: None,
            step: None,
            stages: Vec::new(),
            children: Vec::new(),
            roles: Vec::new(),
            source: None,
            reviewed: None,
            published: Some(plan.site.options.today),
            owner: None,
            contact_points: Vec::new(),
            carded: Vec::new(),
            checklists: PageChecklists::default(),
            social_card: None,
            has_code: false,
            has_tabs: false,
            is_unsearched: matches!(kind, "not-found" | "search" | "withdrawn" | "gone"),
        }
    }

    /// The frame of a generated page with its title; none where a page of the author has its address.
    pub(super) fn generated(plan: &OutputPlan<'_>, page: &Generated, kind: &'static str) -> Option<Self> {
        let url = plan.site.generated.get(page)?.clone();
        Some(Self::new(kind, url, plan.context.text.title(page), plan))
    }
}
