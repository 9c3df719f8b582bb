//! Folders that hold pages, and their children in reading order.
use super::{listed, name};
use crate::model::{Diagnostic, Document, SourcePath, Span, split_order};
use std::collections::HashMap;

/// The file of a page, and what decides its order and address.
#[derive(Clone, Copy)]
pub(super) struct PageFile<'a> {
    pub(super) path: &'a SourcePath,
    pub(super) document: &'a Document,
    pub(super) order: Option<u32>,
    pub(super) slug: &'a str,
}

impl PageFile<'_> {
    /// The span that decides the address: that of the slug, else the start of the file.
    pub(super) fn span(&self) -> Span {
        let slug = self.document.front.slug.as_ref();
        slug.map_or_else(|| Span::start_of(self.path), |slug| slug.span.clone())
    }
}

/// A child of a folder.
pub(super) enum Child<'a> {
    Page(PageFile<'a>),
    Folder(usize),
}

/// A folder that holds pages, at any depth.
pub(super) struct Folder<'a> {
    /// `guide/1-recruter`
    pub(super) path: &'a str,
    /// The folder above; the root is above itself.
    above: usize,
    /// Its `index.md`, published or not. Its slug counts in both cases, so that the addresses of the pages below it do not
    /// change when it is published.
    pub(super) index: Option<PageFile<'a>>,
    /// Whether the index is published.
    pub(super) is_index_published: bool,
    /// Its `README.md`, if that is published.
    pub(super) readme: Option<&'a SourcePath>,
    /// Whether anything in it, at any depth, is published.
    has_published: bool,
    /// The names of its pages that are not published.
    unpublished: Vec<&'a str>,
    children: Vec<Child<'a>>,
}

impl<'a> Folder<'a> {
    /// Its own name.
    pub(super) fn name(&self) -> &'a str {
        self.path.rsplit_once('/').map_or(self.path, |(_, name)| name)
    }

    /// The number by which it is sorted among its siblings.
    pub(super) fn order(&self) -> Option<u32> {
        let own = self.index.and_then(|page| page.order);
        own.or_else(|| split_order(self.name()).0)
    }

    /// Its part of the address.
    pub(super) fn part(&self) -> String {
        match self.index.map(|page| page.slug) {
            None | Some("") => name::folder_part(self.name()),
            Some(slug) => name::page_part(slug).into_owned(),
        }
    }
}

/// All folders that hold pages; the guide itself is number 0.
pub(super) struct Folders<'a> {
    pub(super) all: Vec<Folder<'a>>,
    by_path: HashMap<&'a str, usize>,
    last: usize,
}

impl<'a> Folders<'a> {
    /// The root folder, `guide`, without pages.
    pub(super) fn new() -> Self {
        let root = Folder {
            path: "guide",
            above: 0,
            index: None,
            is_index_published: false,
            readme: None,
            has_published: false,
            unpublished: Vec::new(),
            children: Vec::new(),
        };
        Self { all: vec![root], by_path: HashMap::from([("guide", 0)]), last: 0 }
    }

    /// Adds a page to its folder. Of an index that is not published only the slug counts; other unpublished pages are left out.
    pub(super) fn add(&mut self, page: PageFile<'a>, published: bool) {
        let at = self.at(page.path.folder());
        let folder = &mut self.all[at];
        if page.path.name() == "index.md" {
            folder.index = Some(page);
            folder.is_index_published = published;
        } else if published {
            if page.path.name().eq_ignore_ascii_case("readme.md") {
                folder.readme = Some(page.path);
            }
            folder.children.push(Child::Page(page));
        } else {
            folder.unpublished.push(page.path.name());
        }
        let mut above = at;
        while published && !self.all[above].has_published {
            self.all[above].has_published = true;
            above = self.all[above].above;
        }
    }

    /// The folder with that path. If it is new, it is made, with those above it.
    fn at(&mut self, path: &'a str) -> usize {
        if self.all[self.last].path == path {
            return self.last;
        }
        let mut missing = Vec::new();
        let mut rest = path;
        let mut at = loop {
            if let Some(known) = self.by_path.get(rest) {
                break *known;
            }
            let Some((above, _)) = rest.rsplit_once('/') else { break 0 };
            missing.push(rest);
            rest = above;
        };
        for path in missing.into_iter().rev() {
            let made = self.all.len();
            self.all.push(Folder {
                path,
                above: at,
                index: None,
                is_index_published: false,
                readme: None,
                has_published: false,
                unpublished: Vec::new(),
                children: Vec::new(),
            });
            self.all[at].children.push(Child::Folder(made));
            self.by_path.insert(path, made);
            at = made;
        }
        self.last = at;
        at
    }

    /// The address of a folder, published or not, and the path of the nearest published folder: itself or one above it.
    /// `published` holds the addresses of all published folders.
    pub(super) fn address(
        &self,
        path: &'a str,
        published: &HashMap<String, String>,
    ) -> Option<(&'a str, String)> {
        let mut missing = Vec::new();
        let mut at = *self.by_path.get(path)?;
        while !published.contains_key(self.all[at].path) {
            missing.push(self.all[at].part());
            // The guide itself is always published.
            at = Some(self.all[at].above).filter(|above| *above != at)?;
        }
        let mut url = published.get(self.all[at].path)?.clone();
        for part in missing.iter().rev() {
            url.push_str(part);
            url.push('/');
        }
        Some((self.all[at].path, url))
    }

    /// The children of a folder, in reading order: those that its index lists in that order, then those with a number by
    /// number, then the others by name.
    pub(super) fn children(&mut self, at: usize, diagnostics: &mut Vec<Diagnostic>) -> Vec<Child<'a>> {
        let children = std::mem::take(&mut self.all[at].children);
        let folder = &self.all[at];
        let listed = folder.index.map(|index| &index.document.front.pages).filter(|pages| !pages.is_empty());
        let places = listed.map(|listed| {
            let mut names: Vec<String> = children.iter().map(|child| self.name_of(child)).collect();
            names.extend(folder.unpublished.iter().map(|name| (*name).to_owned()));
            listed::places(listed, &names, diagnostics)
        });
        let mut keyed: Vec<_> = children
            .into_iter()
            .filter(|child| match child {
                Child::Page(_) => true,
                Child::Folder(below) => self.all[*below].has_published,
            })
            .map(|child| {
                let place = places.as_ref().map(|places| places.get(&self.name_of(&child)).copied());
                let place = place.map_or(0, |place| place.unwrap_or(usize::MAX));
                let (order, name) = match child {
                    Child::Page(page) => (page.order, page.path.name()),
                    Child::Folder(below) => (self.all[below].order(), self.all[below].name()),
                };
                ((place, order.is_none(), order, name), child)
            })
            .collect();
        keyed.sort_by_key(|(key, _)| *key);
        keyed.into_iter().map(|(_, child)| child).collect()
    }

    /// The name of a child, as lists of pages have it: that of a folder ends with a slash.
    fn name_of(&self, child: &Child<'_>) -> String {
        match child {
            Child::Page(page) => page.path.name().to_owned(),
            Child::Folder(below) => format!("{}/", self.all[*below].name()),
        }
    }
}
