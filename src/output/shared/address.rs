//! Addresses relative to the page that shows them, so that the site works wherever it is put.
use crate::model::{Anchor, OutPath, PageUrl};
use crate::text::scan::Bytes;
use std::fmt::Write as _;

/// How one page writes addresses of others.
#[derive(Clone, Copy, Debug)]
pub(crate) struct From<'a> {
    /// The page that shows the address.
    pub(crate) page: &'a PageUrl,
    /// Whether folders are named by their `index.html`.
    pub(crate) portable: bool,
    /// Where the site's root is, for a page that may be shown at any address (`/a/b/`).
    pub(crate) root: Option<&'a str>,
    /// The folder of the page's file: empty, or with a slash at its end.
    folder: &'a str,
    /// How many folders that is below the root.
    depth: usize,
}

impl<'a> From<'a> {
    pub(crate) fn new(page: &'a PageUrl, portable: bool, root: Option<&'a str>) -> Self {
        let path = below_root(page.as_str());
        let folder = path.rfind('/').map_or("", |at| &path[..=at]);
        Self { page, portable, root, folder, depth: slashes(folder) }
    }

    /// Addresses from the site's root, without its first slash; `page` is a page that is not pointed at.
    pub(crate) fn nowhere(page: &'a PageUrl) -> Self {
        Self::new(page, false, Some(""))
    }

    /// The address of another page, or of a place in it.
    pub(crate) fn page(self, to: &PageUrl, anchor: Option<&Anchor>) -> String {
        let mut out = String::with_capacity(to.as_str().len() + 12);
        self.write_page(&mut out, to, anchor);
        out
    }

    /// Writes the address of another page, or of a place in it, as it stands in an attribute.
    pub(crate) fn write_page(self, out: &mut String, to: &PageUrl, anchor: Option<&Anchor>) {
        if to != self.page || anchor.is_none() {
            let path = below_root(to.as_str());
            let begin = out.len();
            self.write_path(out, path);
            if self.portable && (path.is_empty() || path.ends_with('/')) {
                if &out[begin..] == "./" {
                    out.truncate(begin);
                }
                out.push_str("index.html");
            }
        }
        if let Some(anchor) = anchor {
            out.push('#');
            encode(out, anchor.as_str());
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
        encode(out, rest);
        if out.len() == begin {
            out.push_str("./");
        }
    }
}

/// An address of the site without its first slash.
fn below_root(address: &str) -> &str {
    address.strip_prefix('/').unwrap_or(address)
}

fn slashes(path: &str) -> usize {
    path.bytes().filter(|byte| *byte == b'/').count()
}

/// Bytes of whole folders that two paths begin with.
fn shared_folders(from: &str, to: &str) -> usize {
    let (from, to) = (from.as_bytes(), to.as_bytes());
    let mut shared = 0;
    // Most addresses lie in the folder of the page or in another one of the root's.
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

/// Percent-encodes what may not stand in a path or fragment (RFC 3986), and what would need escaping in HTML.
fn encode(out: &mut String, text: &str) {
    let bytes = text.as_bytes();
    let mut from = 0;
    while let Some(at) = ODD.next(bytes, from) {
        out.push_str(&text[from..at]);
        // A letter outside ASCII is several bytes.
        from = at;
        while let Some(byte) = bytes.get(from).filter(|byte| ODD.has(**byte)) {
            write!(out, "%{byte:02X}").expect("writing to a string cannot fail");
            from += 1;
        }
    }
    out.push_str(&text[from..]);
}

/// All but letters, digits and `-._~!$()*+,;=@/`.
const ODD: Bytes = Bytes::of("\"#%&':<>?[\\]^`{|}").and_range(0, 0x20).and_range(0x7f, 0xff);

#[cfg(test)]
mod tests {
    use super::*;

    fn from(page: &str, to: &str) -> String {
        From::new(&PageUrl::new(page), false, None).page(&PageUrl::new(to), None)
    }

    #[test]
    fn pages_are_reached_from_each_other() {
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
        let from = From::new(&page, true, None);
        assert_eq!(from.page(&PageUrl::new("/b/"), None), "../b/index.html");
        assert_eq!(from.page(&page, None), "index.html");
        assert_eq!(from.page(&page, Some(&Anchor::new("é"))), "#%C3%A9");
    }

    #[test]
    fn odd_names_are_encoded() {
        let page = PageUrl::new("/");
        let from = From::new(&page, false, None);
        assert_eq!(from.file(&OutPath::new("a/é (1)&\".pdf")), "a/%C3%A9%20(1)%26%22.pdf");
        assert_eq!(from.file(&OutPath::new("javascript:x.pdf")), "javascript%3Ax.pdf");
    }
}
