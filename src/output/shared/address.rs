//! Addresses relative to the page that shows them, so that the site works below any address, and absolute ones.
use crate::model::{Anchor, OutPath, PageUrl};
use crate::text::percent::{ENCODED_REFERENCE, encode, push_reference};

/// Where the site is, and how its pages name each other.
#[derive(Clone, Debug, Hash)]
pub(crate) struct SiteAddresses {
    /// The address of the site, with a slash at its end.
    pub(crate) base_url: Option<String>,
    /// Whether addresses name a folder's `index.html`.
    pub(crate) is_portable: bool,
}

impl SiteAddresses {
    /// Addresses as a page writes them.
    pub(crate) fn relative_to<'a>(&'a self, page: &'a PageUrl) -> RelativeTo<'a> {
        // Hosts show `404.html` at any address, so its links begin at the site's root.
        let is_anywhere = page.as_str() == "/404.html" && !self.is_portable;
        let root = is_anywhere.then_some(self.base_url.as_deref()).flatten().and_then(root_path);
        RelativeTo::new(page, self.is_portable, root)
    }

    /// The absolute address of a page, if the site's is known.
    pub(crate) fn absolute(&self, page: &PageUrl) -> Option<String> {
        let base = self.base_url.as_deref()?;
        let home = PageUrl::new("/");
        Some(format!("{base}{}", RelativeTo::root(&home).page(page, None).trim_start_matches("./")))
    }

    /// The absolute address of an anchor in a page.
    pub(crate) fn absolute_anchor(&self, page: &PageUrl, anchor: Option<&Anchor>) -> Option<String> {
        let mut address = self.absolute(page)?;
        if let Some(anchor) = anchor {
            write_anchor(&mut address, anchor);
        }
        Some(address)
    }

    /// The absolute address of a file.
    pub(crate) fn absolute_file(&self, file: &OutPath) -> Option<String> {
        let base = self.base_url.as_deref()?;
        Some(format!("{base}{}", RelativeTo::root(&PageUrl::new("/")).file(file)))
    }
}

/// A page of a depth that shares no folder with any other page, so that the addresses it writes are those of all pages of
/// that depth.
pub(crate) fn page_at_depth(depth: usize) -> PageUrl {
    PageUrl::new(format!("/{}", "-/".repeat(depth)))
}

/// The path of an absolute address: `/a/b/` of `https://x.example/a/b/`.
pub(crate) fn root_path(base: &str) -> Option<&str> {
    let after = base.split_once("://")?.1;
    Some(&after[after.find('/')?..])
}

/// Addresses as one page writes them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RelativeTo<'a> {
    page: &'a PageUrl,
    /// Whether addresses name a folder's `index.html`.
    is_portable: bool,
    /// The path of the site's root (`/a/b/`) for a page that may be shown at any address.
    pub(crate) root: Option<&'a str>,
    /// The folder of the page's file: empty, or with a slash at its end.
    folder: &'a str,
    /// How many folders that is below the root.
    depth: usize,
}

impl<'a> RelativeTo<'a> {
    pub(crate) fn new(page: &'a PageUrl, is_portable: bool, root: Option<&'a str>) -> Self {
        let path = below_root(page.as_str());
        let folder = path.rfind('/').map_or("", |at| &path[..=at]);
        Self { page, is_portable, root, folder, depth: slashes(folder) }
    }

    /// Addresses from the site's root, without its first slash; no anchor of `page` is asked for.
    fn root(page: &'a PageUrl) -> Self {
        Self::new(page, false, Some(""))
    }

    /// The address of a page, or of an anchor in it.
    pub(crate) fn page(self, to: &PageUrl, anchor: Option<&Anchor>) -> String {
        let mut out = String::with_capacity(to.as_str().len() + 12);
        self.write_page(&mut out, to, anchor);
        out
    }

    /// Writes the address of a page, or of an anchor in it.
    pub(crate) fn write_page(self, out: &mut String, to: &PageUrl, anchor: Option<&Anchor>) {
        if to != self.page || anchor.is_none() {
            let path = below_root(to.as_str());
            let begin = out.len();
            self.write_path(out, path);
            if self.is_portable && (path.is_empty() || path.ends_with('/')) {
                if &out[begin..] == "./" {
                    out.truncate(begin);
                }
                out.push_str("index.html");
            }
        }
        if let Some(anchor) = anchor {
            write_anchor(out, anchor);
        }
    }

    /// The address of a file.
    pub(crate) fn file(self, to: &OutPath) -> String {
        let mut out = String::with_capacity(to.as_str().len() + 12);
        self.write_path(&mut out, to.as_str());
        out
    }

    fn write_path(self, out: &mut String, to: &str) {
        let begin = out.len();
        let rest = if let Some(root) = self.root {
            out.push_str(root);
            to
        } else {
            let shared = shared_folders(self.folder, to);
            let up = if shared == 0 { self.depth } else { slashes(&self.folder[shared..]) };
            for _ in 0..up {
                out.push_str("../");
            }
            &to[shared..]
        };
        push_reference(out, rest);
        if out.len() == begin {
            out.push_str("./");
        }
    }
}

fn write_anchor(out: &mut String, anchor: &Anchor) {
    out.push('#');
    let place = anchor.place();
    push_reference(out, place);
    // What browsers shall look for in the text stays as the author wrote it.
    out.extend(encode(&anchor.as_str()[place.len()..], ENCODED_REFERENCE));
}

/// An address of the site without its first slash.
fn below_root(address: &str) -> &str {
    address.strip_prefix('/').unwrap_or(address)
}

fn slashes(path: &str) -> usize {
    path.bytes().filter(|byte| *byte == b'/').count()
}

/// The length of the folders that two paths begin with, in bytes.
fn shared_folders(from: &str, to: &str) -> usize {
    let (from, to) = (from.as_bytes(), to.as_bytes());
    let mut shared = 0;
    // Most addresses are in the folder of the page or in another folder of the first level.
    if to.starts_with(from) {
        return from.len();
    }
    if to.first() != from.first() {
        return 0;
    }
    while let Some(length) = from[shared..].iter().position(|byte| *byte == b'/') {
        let next = shared + length + 1;
        if to.get(shared..next) != Some(&from[shared..next]) {
            break;
        }
        shared = next;
    }
    shared
}

/// The link to a file from `versioned`, as seen from a page.
pub(crate) fn versioned_href(from: RelativeTo<'_>, file: &str) -> String {
    match file.split_once('?') {
        Some((path, mark)) => format!("{}?{mark}", from.file(&OutPath::new(path))),
        None => from.file(&OutPath::new(file)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(page: &str, to: &str) -> String {
        RelativeTo::new(&PageUrl::new(page), false, None).page(&PageUrl::new(to), None)
    }

    #[test]
    fn addresses_are_relative() {
        assert_eq!(from("/a/b/", "/a/c/"), "../c/");
        assert_eq!(from("/a/b/", "/"), "../../");
        assert_eq!(from("/", "/a/b/"), "a/b/");
        assert_eq!(from("/", "/"), "./");
        assert_eq!(from("/a/", "/a/b/"), "b/");
        assert_eq!(from("/a/b/", "/a/"), "../");
        assert_eq!(from("/ab/", "/abc/"), "../abc/");
        assert_eq!(from("/404.html", "/a/"), "a/");
    }

    #[test]
    fn portable_addresses_name_their_file() {
        let page = PageUrl::new("/a/");
        let from = RelativeTo::new(&page, true, None);
        assert_eq!(from.page(&PageUrl::new("/b/"), None), "../b/index.html");
        assert_eq!(from.page(&page, None), "index.html");
        assert_eq!(from.page(&page, Some(&Anchor::new("é"))), "#%C3%A9");
    }

    #[test]
    fn special_characters_are_encoded() {
        let page = PageUrl::new("/");
        let from = RelativeTo::new(&page, false, None);
        assert_eq!(from.file(&OutPath::new("a/é (1)&\".pdf")), "a/%C3%A9%20(1)%26%22.pdf");
        assert_eq!(from.file(&OutPath::new("javascript:x.pdf")), "javascript%3Ax.pdf");
    }
}
