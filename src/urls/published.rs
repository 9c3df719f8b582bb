//! What a site publishes: every address that readers can have kept.
use crate::model::{Generated, Page, PageUrl, Parsed, Site, SourcePath, split_order};
use crate::stamp::{Group, Stamp, Table};
use crate::text::slug::slug;
use std::borrow::Cow;
use std::fmt::Write as _;

/// What answers at an address.
#[derive(Clone, Copy, Debug)]
pub enum Answer<'a> {
    /// A page of the guide.
    Page(&'a Page),
    /// A page that Jalon writes by itself.
    Generated,
    /// A redirect to a page.
    Alias(&'a Page),
    /// A file of the guide.
    File(Stamp),
    /// A word about why it is gone.
    Gone(&'a str),
}

/// Every address of a site, in the form of the lock. Files that follow from others (feeds, cards of contacts, printed
/// lists) are not among them: they come and go with features and settings.
#[derive(Debug)]
pub struct Published<'a> {
    pub(super) answers: Table<Cow<'a, str>, Answer<'a>>,
}

impl<'a> Published<'a> {
    /// Gathers the addresses of a site.
    pub fn new(site: &'a Site) -> Self {
        let mut answers: Table<Cow<'a, str>, Answer<'a>> = Table::default();
        answers.reserve(site.pages.len() + site.assets.len() + site.redirects.len() + 16);
        let generated = site.generated.iter().filter(|(page, _)| **page != Generated::NotFound);
        answers.extend(site.gone.iter().map(|gone| (written(gone.url.as_str()), Answer::Gone(&gone.reason))));
        answers.extend(
            site.redirects
                .iter()
                .map(|redirect| (written(redirect.from.as_str()), Answer::Alias(site.page(redirect.to)))),
        );
        answers.extend(site.assets.values().map(|asset| {
            let address = format!("/{}", asset.path);
            (Cow::Owned(written(&address).into_owned()), Answer::File(asset.stamp))
        }));
        answers.extend(generated.map(|(_, url)| (written(url.as_str()), Answer::Generated)));
        answers.extend(site.pages.iter().map(|page| (written(page.url.as_str()), Answer::Page(page))));
        Self { answers }
    }

    /// What answers at an address.
    pub fn at(&self, address: &str) -> Option<Answer<'a>> {
        self.answers.get(address).copied()
    }

    /// The addresses in order.
    pub fn sorted(&self) -> Vec<(&str, Answer<'a>)> {
        let mut all: Vec<_> = self.answers.iter().map(|(address, answer)| (&**address, *answer)).collect();
        all.sort_unstable_by_key(|(address, _)| *address);
        all
    }
}

/// Addresses of pages that are not published any more because their day has passed, and of drafts with their file.
pub(super) fn unpublished<'a>(
    site: &'a Site,
    parsed: &'a Parsed,
) -> (Group<String>, Table<String, &'a SourcePath>) {
    let (mut expired, mut drafts) = (Group::default(), Table::default());
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
        let address = written(address.as_str()).into_owned();
        if outline.draft {
            drafts.insert(address, path);
        } else {
            expired.insert(address);
        }
    }
    (expired, drafts)
}

/// The address that a page has by the names of its folders and its file alone.
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

/// An address as the lock writes it: blanks, controls and `%` as browsers write them, so that a line has clear parts.
pub(super) fn written(address: &str) -> Cow<'_, str> {
    let odd = |letter: char| letter.is_whitespace() || letter.is_control() || letter == '%';
    if !address.contains(odd) {
        return Cow::Borrowed(address);
    }
    let mut out = String::with_capacity(address.len() + 8);
    for letter in address.chars() {
        if odd(letter) {
            for byte in letter.encode_utf8(&mut [0; 4]).bytes() {
                write!(out, "%{byte:02X}").expect("writing to a string cannot fail");
            }
        } else {
            out.push(letter);
        }
    }
    Cow::Owned(out)
}
