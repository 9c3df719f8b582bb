//! What the files to publish are planned from.
use super::menu::MenuPages;
use crate::model::{
    Body, Document, Generated, Kind, Node, Page, PageId, PageUrl, Parsed, SheetContact, Site, Sources,
};
use crate::output::kept::KeptFiles;
use crate::output::lists::all_contacts;
use crate::output::lists::pdf::ListPdfs;
use crate::output::shared::cards::Cards;
use crate::output::shared::context::SiteContext;
use crate::output::shared::site_view::SiteViews;
use crate::output::shared::target::{EntryLinks, TargetResolver};
use crate::output::shared::task_rows::{TaskTableRow, task_rows};
use crate::stamp::Stamped;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What is made of the site once for all outputs. It is the same for as long as the site is.
#[derive(Clone)]
pub(crate) struct SitePlan {
    pub(crate) context: Stamped<SiteContext>,
    pub(crate) site_views: Stamped<SiteViews>,
    pub(crate) links: Arc<EntryLinks>,
    pub(crate) menus: Arc<MenuPages>,
    pub(crate) pdfs: Arc<ListPdfs>,
}

impl SitePlan {
    /// Whether pages are written with the same words, addresses and templates, and name the same PDFs.
    pub(crate) fn agrees(&self, other: &Self) -> bool {
        self.context == other.context && self.site_views == other.site_views && self.pdfs == other.pdfs
    }
}

/// What every output plans its files from. An output puts all that a file depends on into the file's input.
pub(crate) struct OutputPlan<'a> {
    pub(crate) site: &'a Site,
    pub(crate) sources: &'a Sources,
    pub(crate) kept: KeptFiles<'a>,
    pub(crate) context: Stamped<SiteContext>,
    pub(crate) site_views: Stamped<SiteViews>,
    pub(crate) targets: TargetResolver<'a>,
    pub(crate) menus: Arc<MenuPages>,
    pub(crate) pdfs: Arc<ListPdfs>,
}

impl<'a> OutputPlan<'a> {
    pub(crate) fn new(site: &'a Site, sources: &'a Sources, kept: KeptFiles<'a>, plan: &SitePlan) -> Self {
        let SitePlan { context, site_views, links, menus, pdfs } = plan.clone();
        let targets = TargetResolver::new(site, links);
        Self { site, sources, kept, context, site_views, targets, menus, pdfs }
    }
}

/// Whom readers can reach by telephone, mail or form, for the page with all contacts; nobody for any other, and where no
/// search engine could use it.
pub(super) fn contact_points(plan: &OutputPlan<'_>, page: &PageUrl) -> Vec<SheetContact> {
    let is_of_contacts = plan.site.directories.get(&Kind::Contact) == Some(page);
    if !is_of_contacts || plan.site.settings.base_url.is_none() {
        return Vec::new();
    }
    let all = all_contacts(plan.site, &plan.context);
    all.into_iter().filter(|one| one.phone.is_some() || one.email.is_some() || one.url.is_some()).collect()
}

/// What an output plans its files from that also reads what pages say to themselves.
pub(crate) struct DocumentPlan<'a> {
    pub(crate) plan: &'a OutputPlan<'a>,
    pub(crate) parsed: &'a Parsed,
    pub(crate) cards: Cards,
    /// The tasks of the guide, if one of the pages shows a table of who does what.
    pub(crate) rows: Option<Stamped<Vec<TaskTableRow>>>,
    /// The only pages that may differ from the build before; none if all may.
    pub(crate) asked: Option<BTreeSet<PageId>>,
}

impl<'a> DocumentPlan<'a> {
    /// Prepares what these pages show.
    pub(crate) fn of_pages(plan: &'a OutputPlan<'a>, parsed: &'a Parsed, pages: &BTreeSet<PageId>) -> Self {
        let pages = pages.iter().map(|id| plan.site.page(*id));
        Self::with_bodies(plan, parsed, (pages.filter_map(|page| body(parsed, page)).collect(), None), None)
    }

    /// Prepares what the pages show that are asked for; what all pages show, if one page shows the whole guide.
    pub(crate) fn new(plan: &'a OutputPlan<'a>, parsed: &'a Parsed, asked: Option<BTreeSet<PageId>>) -> Self {
        let whole = plan.site.generated.get(&Generated::Whole).map(PageUrl::depth);
        let bodies: Vec<(usize, &Body)> = match asked.as_ref().filter(|_| whole.is_none()) {
            Some(asked) => asked.iter().filter_map(|id| body(parsed, plan.site.page(*id))).collect(),
            None => plan.site.pages.iter().filter_map(|page| body(parsed, page)).collect(),
        };
        Self::with_bodies(plan, parsed, (bodies, whole), asked)
    }

    /// Prepares what all pages show, to be shown on one page of this depth.
    pub(crate) fn on_one_page(plan: &'a OutputPlan<'a>, parsed: &'a Parsed, depth: usize) -> Self {
        let bodies = plan.site.pages.iter().filter_map(|page| body(parsed, page));
        let bodies = bodies.map(|(_, body)| (depth, body)).collect();
        Self::with_bodies(plan, parsed, (bodies, None), None)
    }

    /// Prepares what all pages show, whose content was taken out of their documents.
    pub(crate) fn of_bodies(plan: &'a OutputPlan<'a>, parsed: &'a Parsed, bodies: &[Stamped<Body>]) -> Self {
        let pages = plan.site.pages.iter().zip(bodies).filter(|(page, _)| page.written);
        let bodies = pages.map(|(page, body)| (page.url.depth(), &**body)).collect();
        Self::with_bodies(plan, parsed, (bodies, None), None)
    }

    /// `whole` is the depth of a page that shows the cards of all bodies.
    fn with_bodies(
        plan: &'a OutputPlan<'a>,
        parsed: &'a Parsed,
        (bodies, whole): (Vec<(usize, &Body)>, Option<usize>),
        asked: Option<BTreeSet<PageId>>,
    ) -> Self {
        let rows = bodies.iter().any(|(_, body)| shows_rows(body));
        let rows = rows.then(|| Stamped::new(task_rows(plan.site)));
        Self { plan, parsed, cards: Cards::new(plan.site, &bodies, &plan.context, whole), rows, asked }
    }

    /// What a page's file says; none for a page without a file.
    pub(crate) fn document(&self, page: &Page) -> Option<&Document> {
        self.parsed.document(page)
    }
}

/// The body of a page, with the depth of its address.
fn body<'a>(parsed: &'a Parsed, page: &Page) -> Option<(usize, &'a Body)> {
    Some((page.url.depth(), &*parsed.document(page)?.body))
}

/// Whether a page shows a table of who does what.
fn shows_rows(body: &Body) -> bool {
    body.nodes.iter().any(|node| matches!(node, Node::Tasks(_)))
}
