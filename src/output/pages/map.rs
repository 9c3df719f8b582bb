//! The site map for people.
use super::frame::PageFrame;
use super::layout::Layout;
use super::nav::nav;
use super::plan::OutputPlan;
use crate::model::{Generated, Nav, Noted, PageId, Site};
use crate::output::kept::OutputFile;
use crate::output::shared::address::RelativeTo;
use crate::output::shared::context::{LinkView, SiteContext};
use crate::output::theme::template;
use serde::Serialize;
use std::borrow::Cow;

#[derive(Hash)]
struct Input {
    layout: Layout,
    tree: Vec<MapNode>,
    /// Generated pages: those of roles, then those that the footer links to.
    more: Vec<Nav>,
}

#[derive(Hash)]
struct MapNode {
    nav: Nav,
    below: Vec<MapNode>,
}

/// The page, unless a page of the author has its address.
pub(crate) fn make(plan: &OutputPlan<'_>) -> Vec<OutputFile> {
    let Some(frame) = PageFrame::generated(plan, &Generated::Map, "map") else { return Vec::new() };
    let site = plan.site;
    let home = PageId(0);
    let mut tree = vec![MapNode { nav: nav(site, home), below: Vec::new() }];
    if let Some(page) = site.pages.first() {
        tree.extend(nodes(site, &page.children));
    }
    let roles =
        plan.context.roles.iter().filter_map(|role| {
            role.url.as_ref().map(|url| Nav { title: role.name.clone(), url: url.clone() })
        });
    let more = roles.chain(others(plan)).collect();
    let input = Input { layout: Layout::new(plan, frame), tree, more };
    vec![plan.kept.make(input.layout.frame.url.file(), input, run)]
}

/// Generated pages that are about the whole guide.
fn others<'a>(plan: &'a OutputPlan<'_>) -> impl Iterator<Item = Nav> + 'a {
    plan.site_views.footer().iter().map(|link| Nav { title: link.title.clone(), url: link.url.clone() })
}

fn nodes(site: &Site, ids: &[PageId]) -> Vec<MapNode> {
    // The recursion is as deep as the folders are, which the operating system limits.
    ids.iter()
        .map(|id| MapNode { nav: nav(site, *id), below: nodes(site, &site.page(*id).children) })
        .collect()
}

#[derive(Serialize)]
struct MapNodeView<'a> {
    title: Cow<'a, str>,
    href: String,
    children: Vec<MapNodeView<'a>>,
}

fn view<'a>(
    context: &SiteContext,
    from: RelativeTo<'_>,
    nav: &'a Nav,
    below: &'a [MapNode],
) -> MapNodeView<'a> {
    let LinkView { title, href } = context.link(from, nav);
    let children = below.iter().map(|node| view(context, from, &node.nav, &node.below)).collect();
    MapNodeView { title, href, children }
}

fn run(input: &Input) -> Noted<Vec<u8>> {
    let context = &*input.layout.context;
    let url = &input.layout.frame.url;
    let from = context.addresses.relative_to(url);
    let pages = input.tree.iter().map(|node| view(context, from, &node.nav, &node.below));
    let more = input.more.iter().filter(|nav| nav.url != *url).map(|nav| view(context, from, nav, &[]));
    let all: Vec<_> = pages.chain(more).collect();
    input.layout.fill("map.html", vec![("tree", template::value(&all))], 0)
}
