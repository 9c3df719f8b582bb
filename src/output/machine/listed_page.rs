//! The pages of the guide as machine-read files list them.
use crate::model::{Date, Nav, Page, Site};
use crate::text::escape;
use std::fmt::Write as _;

/// A page as machine-read files list it.
#[derive(Clone, Hash)]
pub(super) struct ListedPage {
    pub(super) nav: Nav,
    pub(super) description: Option<String>,
    pub(super) reviewed: Option<Date>,
}

impl ListedPage {
    /// The address of the page on a site, escaped for XML.
    pub(super) fn address(&self, base: &str) -> String {
        escape::to_html(&format!("{base}{}", self.nav.url.as_str().trim_start_matches('/')))
    }
}

/// All pages, in reading order.
pub(super) fn listed_pages(site: &Site) -> Vec<ListedPage> {
    site.pages.iter().map(|page| listed(page)).collect()
}

/// The pages that search engines may find, in reading order.
pub(super) fn searched_pages(site: &Site) -> Vec<ListedPage> {
    site.pages.iter().filter(|page| page.outline.search).map(|page| listed(page)).collect()
}

fn listed(page: &Page) -> ListedPage {
    ListedPage {
        nav: Nav { title: page.outline.title.clone(), url: page.url.clone() },
        description: page.outline.description.clone(),
        reviewed: page.outline.last_reviewed_on,
    }
}

pub(super) fn write_line(out: &mut String, args: std::fmt::Arguments<'_>) {
    writeln!(out, "{args}").expect("writing to a string cannot fail");
}
