//! The whole menu of a small guide: every page, folded below the branch of the page that shows it.
use crate::model::{Diagnostic, Nav, Noted, PageId, PageUrl, Site};
use crate::output::shared::address::{RelativeTo, page_at_depth};
use crate::output::shared::context::SiteContext;
use crate::output::shared::site_view::SHARED_DEPTHS;
use crate::output::theme::template;
use crate::stamp::{Stamp, Stamped};

/// The most pages of a guide whose menu shows them all: the cost of a page must not grow with the site beyond that.
const MOST_PAGES: usize = 200;

/// Whether the menus of a guide show all of its pages.
pub(super) fn is_whole(site: &Site) -> bool {
    site.pages.len() <= MOST_PAGES && site.pages.first().is_some_and(|home| !home.children.is_empty())
}

/// Every page of a guide as its menus show it.
#[derive(Debug, Default)]
pub(super) struct MenuTree {
    pages: Vec<TreePage>,
    /// By the depth of the page that shows it, then by number: each entry with all that is below it, folded, as HTML.
    folded: Vec<Vec<String>>,
}

#[derive(Debug, Hash)]
struct TreePage {
    nav: Nav,
    number: Option<usize>,
    parent: Option<PageId>,
    children: Vec<PageId>,
}

/// The place of a page that shows the menu.
struct TreeView<'a> {
    context: &'a SiteContext,
    from: RelativeTo<'a>,
    /// The page, and those above it.
    path: Vec<PageId>,
    folded: &'a [String],
}

impl MenuTree {
    /// None for a large guide. The tree of the build before is kept where it shows the same.
    pub(super) fn new(
        site: &Site,
        context: &Stamped<SiteContext>,
        before: Option<&Stamped<Self>>,
    ) -> Option<Noted<Stamped<Self>>> {
        if !is_whole(site) {
            return None;
        }
        let page = |page: &crate::model::Page| TreePage {
            nav: Nav { title: page.outline.nav_title.clone(), url: page.url.clone() },
            number: page.step.as_ref().map(|(number, ..)| *number),
            parent: page.parent,
            children: page.children.clone(),
        };
        let mut tree =
            Self { pages: site.pages.iter().map(|known| page(known)).collect(), folded: Vec::new() };
        let stamp = Stamp::of(&(context.stamp(), &tree.pages));
        if let Some(before) = before.filter(|before| before.stamp() == stamp) {
            return Some(Noted::clean(before.clone()));
        }
        let deepest = site.pages.iter().map(|page| page.url.depth()).max().unwrap_or_default().max(1);
        let mut diagnostics = Vec::new();
        for depth in (0..=deepest).take(SHARED_DEPTHS) {
            let folded = tree.folded(context, &page_at_depth(depth), &mut diagnostics);
            tree.folded.push(folded);
        }
        Some(Noted { value: Stamped::with(tree, stamp), diagnostics })
    }

    /// Every entry as a page shows it that is in no branch.
    fn folded(&self, context: &SiteContext, at: &PageUrl, diagnostics: &mut Vec<Diagnostic>) -> Vec<String> {
        let from = context.addresses.relative_to(at);
        let mut folded = vec![String::new(); self.pages.len()];
        // The pages below a page come after it. The home page is in no menu.
        for id in (1..u32::try_from(self.pages.len()).unwrap_or(u32::MAX)).rev().map(PageId) {
            let view = TreeView { context, from, path: Vec::new(), folded: &folded };
            let entry = self.entry(&view, id, diagnostics);
            folded[id.0 as usize] = entry;
        }
        folded
    }

    /// The entries of the menu on a page, as HTML. `current` is its number if it is in the menu. None for a page that is too deep
    /// or may be shown at any address.
    pub(super) fn items(
        &self,
        (url, current): (&PageUrl, Option<PageId>),
        context: &SiteContext,
        from: RelativeTo<'_>,
    ) -> Option<Noted<String>> {
        let folded = self.folded.get(url.depth()).filter(|_| from.root.is_none())?;
        let above = |id: &PageId| self.pages[id.0 as usize].parent;
        let path = std::iter::successors(current, above).collect();
        let mut diagnostics = Vec::new();
        let view = TreeView { context, from, path, folded };
        Some(Noted { value: self.below(&view, PageId(0), &mut diagnostics), diagnostics })
    }

    /// The entries below a page.
    fn below(&self, view: &TreeView<'_>, id: PageId, diagnostics: &mut Vec<Diagnostic>) -> String {
        let mut out = String::new();
        for child in &self.pages[id.0 as usize].children {
            if view.path.contains(child) {
                out.push_str(&self.entry(view, *child, diagnostics));
            } else {
                out.push_str(&view.folded[child.0 as usize]);
            }
        }
        out
    }

    fn entry(&self, view: &TreeView<'_>, id: PageId, diagnostics: &mut Vec<Diagnostic>) -> String {
        let page = &self.pages[id.0 as usize];
        let title = view.context.text.typeset(&page.nav.title);
        let below = (!page.children.is_empty()).then(|| {
            let label = view.context.text.string_with("menu-below", &[("title", title.as_ref().into())]);
            template::map(&[
                ("label", label.into()),
                ("open", view.path.contains(&id).into()),
                ("items", template::html(&self.below(view, id, diagnostics))),
            ])
        });
        let item = template::map(&[
            ("title", title.into()),
            ("href", view.from.page(&page.nav.url, None).into()),
            ("current", (view.path.first() == Some(&id)).into()),
            ("number", page.number.into()),
            ("children", template::list([])),
            ("below", below.into()),
        ]);
        let made = view.context.fill("parts/menu-item.html", vec![("item", item)], 256);
        diagnostics.extend(made.diagnostics);
        String::from_utf8_lossy(&made.value).into_owned()
    }
}
