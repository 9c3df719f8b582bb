//! Titles and addresses of pages in menus, trails and journeys.
use crate::model::{Nav, Page, PageId, Site};

/// Title and address of a page.
pub(super) fn nav(site: &Site, id: PageId) -> Nav {
    let page = site.page(id);
    Nav { title: page.outline.nav_title.clone(), url: page.url.clone() }
}

/// Title and address of the page with a number in reading order; none beyond the last one.
pub(super) fn nav_at(site: &Site, number: usize) -> Option<Nav> {
    (number < site.pages.len()).then(|| nav(site, PageId(u32::try_from(number).unwrap_or(u32::MAX))))
}

/// The pages above a page, the home page first.
pub(super) fn ancestors(site: &Site, page: &Page) -> Vec<PageId> {
    let mut above = Vec::new();
    let mut parent = page.parent;
    while let Some(id) = parent {
        above.push(id);
        parent = site.page(id).parent;
    }
    above.reverse();
    above
}
