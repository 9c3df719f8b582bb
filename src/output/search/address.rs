//! Addresses of search results.
use crate::model::{Anchor, PageUrl, Site};
use crate::output::shared::address::RelativeTo;

/// The encoded address of a page from the site's root, and the name of an anchor in it.
pub(super) fn address(site: &Site, url: &PageUrl, anchor: Option<&Anchor>) -> (String, String) {
    let home = PageUrl::new("/");
    let from = RelativeTo::new(&home, site.options.portable, Some(""));
    let page = from.page(url, None);
    let page = page.strip_prefix("./").unwrap_or(&page);
    (page.to_owned(), anchor.map_or_else(String::new, |anchor| anchor.as_str().to_owned()))
}
