//! The places of a book, and where its links lead.
use crate::model::{Anchor, BookElement, BookLink, BookNode, BookTag, OutPath, PageUrl};
use crate::output::shared::address::{RelativeTo, SiteAddresses};
use crate::text::percent;
use std::collections::{HashMap, HashSet};

/// The page that the chapters are written on. No page of a guide has this address.
pub(super) fn page() -> PageUrl {
    PageUrl::new("/-.html")
}

/// The chapters of a book by the addresses that links have.
pub(super) struct BookPlaces<'a> {
    addresses: &'a SiteAddresses,
    from: RelativeTo<'a>,
    /// The number of a chapter by the address of its page, as links write it.
    chapters: HashMap<String, usize>,
}

impl<'a> BookPlaces<'a> {
    /// The chapters are the pages with these addresses.
    pub(super) fn new(
        addresses: &'a SiteAddresses,
        page: &'a PageUrl,
        urls: impl Iterator<Item = &'a PageUrl>,
    ) -> Self {
        let from = addresses.relative_to(page);
        let chapters = urls.enumerate().map(|(number, url)| (from.page(url, None), number)).collect();
        Self { addresses, from, chapters }
    }

    /// The id of a chapter.
    pub(super) fn chapter_id(number: usize) -> String {
        format!("p{}", number + 1)
    }

    /// The id of a place in a chapter, whether or not its name has that of the chapter already.
    pub(super) fn id(number: usize, name: &str) -> String {
        let prefix = format!("p{}-", number + 1);
        if name.starts_with(&prefix) { name.to_owned() } else { prefix + name }
    }

    /// The place that a page and an anchor are in the book.
    pub(super) fn of_page(&self, url: &PageUrl, anchor: Option<&Anchor>) -> Option<String> {
        let number = *self.chapters.get(&self.from.page(url, None))?;
        let name = anchor.map(Anchor::place).filter(|place| !place.is_empty());
        Some(name.map_or_else(|| Self::chapter_id(number), |name| Self::id(number, name)))
    }

    /// Where an address in a chapter leads; nowhere if it is known neither in the book nor outside.
    pub(super) fn resolve(&self, number: usize, href: &str) -> Option<BookLink> {
        if has_scheme(href) {
            let known = ["https:", "http:", "mailto:", "tel:"];
            let is_known = known.iter().any(|scheme| href.to_ascii_lowercase().starts_with(scheme));
            return is_known.then(|| BookLink::Outside(href.to_owned()));
        }
        let (path, fragment) = href.split_once('#').unwrap_or((href, ""));
        let place = percent::decode(fragment).unwrap_or(fragment.into());
        let place = Anchor::new(&*place);
        let number = if path.is_empty() { Some(number) } else { self.chapters.get(path).copied() };
        if let Some(number) = number {
            return Some(BookLink::Inside(match place.place() {
                "" => Self::chapter_id(number),
                name => Self::id(number, name),
            }));
        }
        let path = path.strip_prefix("./").unwrap_or(path).trim_start_matches('/');
        let base = self.addresses.base_url.as_deref()?;
        let fragment = if fragment.is_empty() { String::new() } else { format!("#{fragment}") };
        Some(BookLink::Outside(format!("{base}{path}{fragment}")))
    }

    /// The published file that an address names.
    pub(super) fn file(href: &str) -> Option<OutPath> {
        let path = href.split(['#', '?']).next()?;
        let path = path.strip_prefix("./").unwrap_or(path).trim_start_matches('/');
        Some(OutPath::new(percent::decode(path)?.into_owned()))
    }
}

/// Whether an address begins with the name of a scheme.
fn has_scheme(href: &str) -> bool {
    let end = href.find([':', '/', '#', '?']).filter(|end| href[*end..].starts_with(':'));
    end.is_some_and(|end| {
        end > 0 && href[..end].bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
    }) || href.starts_with("//")
}

/// Keeps each id once, and lets links to places that are not there lead to their chapters.
pub(super) fn settle<'a>(chapters: impl Iterator<Item = (&'a str, &'a mut Vec<BookNode>)>) {
    let mut chapters: Vec<_> = chapters.collect();
    let mut ids: HashSet<String> = chapters.iter().map(|(id, _)| (*id).to_owned()).collect();
    for (_, nodes) in &mut chapters {
        each(nodes, &mut |element| {
            element.id = element.id.take().filter(|id| ids.insert(id.clone()));
        });
    }
    for (_, nodes) in &mut chapters {
        each(nodes, &mut |element| {
            if let BookTag::Link(BookLink::Inside(id)) = &mut element.tag
                && !ids.contains(id.as_str())
            {
                id.truncate(id.find('-').unwrap_or(id.len()));
            }
        });
    }
}

fn each(nodes: &mut [BookNode], visit: &mut impl FnMut(&mut BookElement)) {
    for node in nodes {
        if let BookNode::Element(element) = node {
            visit(element);
            each(&mut element.nodes, visit);
        }
    }
}
