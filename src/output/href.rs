//! Addresses relative to the page that shows them, so that the site works wherever it is put.
use crate::model::{Anchor, OutPath, PageUrl};
use crate::text::scan::Bytes;
use std::fmt::Write as _;

/// How one page writes addresses of others.
#[derive(Clone, Copy, Debug)]
pub(super) struct From<'a> {
    /// The page that shows the address.
    pub(super) page: &'a PageUrl,
    /// Whether folders are named by their `index.html`.
    pub(super) portable: bool,
    /// Where the site's root is, for a page that may be shown at any address (`/a/b/`).
    pub(super) root: Option<&'a str>,
}

impl<'a> From<'a> {
    /// Addresses from the site's root, without its first slash; `page` is a page that is not pointed at.
    pub(super) fn nowhere(page: &'a PageUrl) -> Self {
        Self { page, portable: false, root: Some("") }
    }

    /// The address of another page, or of a place in it.
    pub(super) fn page(self, to: &PageUrl, anchor: Option<&Anchor>) -> String {
        let mut out = String::with_capacity(to.as_str().len() + 12);
        self.write_page(&mut out, to, anchor);
        out
    }

    /// Writes the address of another page, or of a place in it, as it stands in an attribute.
    pub(super) fn write_page(self, out: &mut String, to: &PageUrl, anchor: Option<&Anchor>) {
        if to != self.page || anchor.is_none() {
            let path = to.as_str().trim_start_matches('/');
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
    pub(super) fn file(self, to: &OutPath) -> String {
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
            let from = self.page.as_str().trim_start_matches('/');
            let folder = from.rfind('/').map_or("", |at| &from[..=at]);
            let shared = shared_folders(folder, to);
            for _ in folder[shared..].bytes().filter(|byte| *byte == b'/') {
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

/// Bytes of whole folders that two paths begin with.
fn shared_folders(from: &str, to: &str) -> usize {
    let same = from.bytes().zip(to.bytes()).take_while(|(left, right)| left == right).count();
    from.as_bytes()[..same].iter().rposition(|byte| *byte == b'/').map_or(0, |at| at + 1)
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
        From { page: &PageUrl::new(page), portable: false, root: None }.page(&PageUrl::new(to), None)
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
        let from = From { page: &page, portable: true, root: None };
        assert_eq!(from.page(&PageUrl::new("/b/"), None), "../b/index.html");
        assert_eq!(from.page(&page, None), "index.html");
        assert_eq!(from.page(&page, Some(&Anchor::new("é"))), "#%C3%A9");
    }

    #[test]
    fn odd_names_are_encoded() {
        let page = PageUrl::new("/");
        let from = From { page: &page, portable: false, root: None };
        assert_eq!(from.file(&OutPath::new("a/é (1)&\".pdf")), "a/%C3%A9%20(1)%26%22.pdf");
        assert_eq!(from.file(&OutPath::new("javascript:x.pdf")), "javascript%3Ax.pdf");
    }
}
