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
            return outside(href).map(BookLink::Outside);
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

/// A whole address, with the characters encoded that an address cannot have; none if it is no such address.
fn outside(href: &str) -> Option<String> {
    let (scheme, rest) = href.trim().split_once(':')?;
    let scheme = scheme.to_ascii_lowercase();
    let rest = match scheme.as_str() {
        "http" | "https" => {
            let rest = rest.strip_prefix("//")?;
            let host = &rest[..rest.find(['/', '?', '#']).unwrap_or(rest.len())];
            let is_of_host = |letter: char| letter.is_alphanumeric() || "-._~:@[]".contains(letter);
            if host.is_empty() || !host.chars().all(is_of_host) {
                return None;
            }
            return Some(format!("{scheme}://{host}{}", encoded(&rest[host.len()..])));
        }
        "mailto" | "tel" if !rest.trim().is_empty() => rest,
        _ => return None,
    };
    Some(format!("{scheme}:{}", encoded(rest)))
}

/// What follows the host of an address.
fn encoded(rest: &str) -> String {
    let mut out = String::with_capacity(rest.len());
    let mut has_fragment = false;
    for (at, letter) in rest.char_indices() {
        let is_code = |digits: &str| digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        let is_plain = match letter {
            '%' => rest.get(at + 1..at + 3).is_some_and(is_code),
            '#' => !std::mem::replace(&mut has_fragment, true),
            _ => letter.is_ascii_alphanumeric() || "-._~:/?@!$&'()*+,;=".contains(letter),
        };
        if is_plain {
            out.push(letter);
        } else {
            let mut bytes = [0; 4];
            out.extend(percent::encode(letter.encode_utf8(&mut bytes), percent::COMPONENT));
        }
    }
    out
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_outside_are_whole_and_well_formed() {
        for (href, wanted) in [
            ("https://a.fr/b c?d=é#x#y", Some("https://a.fr/b%20c?d=%C3%A9#x%23y")),
            ("HTTP://a.fr/%2f%zz", Some("http://a.fr/%2f%25zz")),
            ("http://a b/<x>", None),
            ("https://", None),
            ("mailto:x y@z.fr", Some("mailto:x%20y@z.fr")),
            ("tel:+33123", Some("tel:+33123")),
            ("javascript:alert(1)", None),
            ("x-form:{}", None),
        ] {
            assert_eq!(outside(href).as_deref(), wanted, "{href}");
        }
    }
}
