//! The site map for people.
use super::generated;
use super::view::{Frame, nav};
use crate::model::{Generated, Nav, Noted, PageId, Site};
use crate::output::shared::address;
use crate::output::shared::chrome::{Chrome, LinkView};
use crate::output::theme::template::shown;
use crate::output::{Output, Plan};
use crate::stamp::Stamped;
use serde::Serialize;
use std::borrow::Cow;

#[derive(Hash)]
struct Input {
    chrome: Stamped<Chrome>,
    frame: Frame,
    tree: Vec<Branch>,
    /// Generated pages: role pages and directories.
    more: Vec<Nav>,
}

#[derive(Hash)]
struct Branch {
    nav: Nav,
    below: Vec<Branch>,
}

/// One file.
pub(crate) fn make(plan: &Plan<'_>) -> Vec<Output> {
    let Some(frame) = generated::frame(plan, &Generated::Map, "map") else { return Vec::new() };
    let site = plan.site;
    let home = PageId(0);
    let mut tree = vec![Branch { nav: nav(site, home), below: Vec::new() }];
    if let Some(page) = site.pages.first() {
        tree.extend(branches(site, &page.children));
    }
    let roles =
        plan.chrome.facts.roles.iter().filter_map(|role| {
            role.url.as_ref().map(|url| Nav { title: role.name.clone(), url: url.clone() })
        });
    let more = roles.chain(others(plan)).collect();
    let input = Input { chrome: plan.chrome.clone(), frame, tree, more };
    vec![plan.made(input.frame.url.file(), input, run)]
}

/// Generated pages that are about the whole guide.
fn others<'a>(plan: &'a Plan<'_>) -> impl Iterator<Item = Nav> + 'a {
    plan.chrome.footer().iter().map(|(_, title, url)| Nav { title: title.clone(), url: url.clone() })
}

fn branches(site: &Site, ids: &[PageId]) -> Vec<Branch> {
    // The depth of the tree is that of the folders, which the system bounds.
    ids.iter()
        .map(|id| Branch { nav: nav(site, *id), below: branches(site, &site.page(*id).children) })
        .collect()
}

#[derive(Serialize)]
struct BranchView<'a> {
    title: Cow<'a, str>,
    href: String,
    children: Vec<BranchView<'a>>,
}

fn view<'a>(chrome: &Chrome, from: address::From<'_>, nav: &'a Nav, below: &'a [Branch]) -> BranchView<'a> {
    let LinkView { title, href } = chrome.link(from, nav);
    let children = below.iter().map(|branch| view(chrome, from, &branch.nav, &branch.below)).collect();
    BranchView { title, href, children }
}

fn run(input: &Input) -> Noted<Vec<u8>> {
    let chrome = &*input.chrome;
    let url = &input.frame.url;
    let from = chrome.from(url);
    let pages = input.tree.iter().map(|branch| view(chrome, from, &branch.nav, &branch.below));
    let more = input.more.iter().filter(|nav| nav.url != *url).map(|nav| view(chrome, from, nav, &[]));
    let all: Vec<_> = pages.chain(more).collect();
    generated::fill(chrome, &input.frame, "map.html", vec![("tree", shown(&all))])
}
