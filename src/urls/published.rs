//! Every address of a site that readers may have saved.
use crate::model::{Generated, Page, PageUrl, Parsed, Site, SourcePath, split_order};
use crate::stamp::{KeySet, Stamp, Table};
use crate::text::percent;
use crate::text::slug::slug;
use std::borrow::Cow;

/// What is published at an address.
#[derive(Clone, Copy, Debug)]
pub enum PublishedTarget<'a> {
    /// A page of the guide.
    Page(&'a Page),
    /// A page that Jalon generates.
    Generated,
    /// A redirect to a page.
    Alias(&'a Page),
    /// A file of the guide.
    File(Stamp),
    /// A page that says why this address was given up.
    Gone(&'a str),
}

/// Every address of a site, in the form of the lock.
#[derive(Debug)]
pub struct PublishedUrls<'a> {
    targets: Table<Cow<'a, str>, PublishedTarget<'a>>,
}

impl<'a> PublishedUrls<'a> {
    /// Gathers the addresses of a site.
    pub fn new(site: &'a Site) -> Self {
        let mut targets: Table<Cow<'a, str>, PublishedTarget<'a>> = Table::default();
        targets.reserve(site.pages.len() + site.assets.len() + site.redirects.len() + 16);
        let generated = site.generated.iter().filter(|(page, _)| **page != Generated::NotFound);
        targets.extend(
            site.gone.iter().map(|gone| (encoded(gone.url.as_str()), PublishedTarget::Gone(&gone.reason))),
        );
        targets.extend(site.redirects.iter().map(|redirect| {
            (encoded(redirect.from.as_str()), PublishedTarget::Alias(site.page(redirect.to)))
        }));
        targets.extend(site.assets.values().map(|asset| {
            let address = format!("/{}", asset.path);
            (Cow::Owned(encoded(&address).into_owned()), PublishedTarget::File(asset.stamp))
        }));
        targets.extend(generated.map(|(_, url)| (encoded(url.as_str()), PublishedTarget::Generated)));
        targets
            .extend(site.pages.iter().map(|page| (encoded(page.url.as_str()), PublishedTarget::Page(page))));
        Self { targets }
    }

    /// What is published at an address.
    pub fn at(&self, address: &str) -> Option<PublishedTarget<'a>> {
        self.targets.get(address).copied()
    }

    /// The addresses in order.
    pub fn sorted(&self) -> Vec<(&str, PublishedTarget<'a>)> {
        let mut all: Vec<_> = self.targets.iter().map(|(address, target)| (&**address, *target)).collect();
        all.sort_unstable_by_key(|(address, _)| *address);
        all
    }
}

/// The addresses that expired pages and drafts would have; of drafts with their file.
pub(super) fn unpublished<'a>(
    site: &'a Site,
    parsed: &'a Parsed,
) -> (KeySet<String>, Table<String, &'a SourcePath>) {
    let (mut expired, mut drafts) = (KeySet::default(), Table::default());
    for path in &site.unpublished {
        let Some(kept) = parsed.pages.get(path) else { continue };
        let outline = &kept.value.value.outline;
        let is_index = path.name() == "index.md";
        let above = if is_index {
            path.folder().rsplit_once('/').map_or("", |(above, _)| above)
        } else {
            path.folder()
        };
        let index = SourcePath::new(format!("{above}/index.md"));
        let folder = site.page_of(&index).map_or_else(|| usual_address(&index), |page| page.url.clone());
        let address = if is_index && outline.slug.is_empty() {
            usual_address(path)
        } else {
            PageUrl::new(format!("{folder}{}/", outline.slug))
        };
        let address = encoded(address.as_str()).into_owned();
        if outline.draft {
            drafts.insert(address, path);
        } else {
            expired.insert(address);
        }
    }
    (expired, drafts)
}

/// The address of a page if neither it nor a folder above it has a `slug`.
pub fn usual_address(path: &SourcePath) -> PageUrl {
    let inside = path.in_guide().unwrap_or(path.as_str());
    let inside = inside.strip_suffix(".md").unwrap_or(inside);
    let inside =
        inside.strip_suffix("index").filter(|rest| rest.is_empty() || rest.ends_with('/')).unwrap_or(inside);
    let mut address = String::from("/");
    for part in inside.split('/').filter(|part| !part.is_empty()) {
        address.push_str(&slug(split_order(part).1));
        address.push('/');
    }
    PageUrl::new(address)
}

/// An address as the lock writes it: blanks, controls and `%` are percent-encoded, because a blank ends the address.
pub(super) fn encoded(address: &str) -> Cow<'_, str> {
    percent::encode_blanks(address)
}
