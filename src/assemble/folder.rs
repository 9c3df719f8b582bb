//! Folders that hold pages, and what stands in them.
use super::name;
use crate::model::{Document, SourcePath, Span, split_order};
use std::collections::HashMap;

/// A page's file and what it says about its place.
#[derive(Clone, Copy)]
pub(super) struct Leaf<'a> {
    pub(super) path: &'a SourcePath,
    pub(super) document: &'a Document,
    pub(super) order: Option<u32>,
    pub(super) slug: &'a str,
}

impl Leaf<'_> {
    /// Where the author names the address: the slug, else the file.
    pub(super) fn place(&self) -> Span {
        let slug = self.document.front.slug.as_ref();
        slug.map_or_else(|| Span::start_of(self.path), |slug| slug.span.clone())
    }
}

/// What stands in a folder.
pub(super) enum Child<'a> {
    Leaf(Leaf<'a>),
    Folder(usize),
}

/// A folder that holds pages, at any depth.
pub(super) struct Folder<'a> {
    /// `guide/1-recruter`
    pub(super) path: &'a str,
    /// The folder above; the root is its own.
    above: usize,
    /// Its `index.md`, published or not: its address counts in both cases, so that those of the pages below it do not
    /// change on the day it is published.
    pub(super) index: Option<Leaf<'a>>,
    /// Whether the index is published.
    pub(super) shown: bool,
    /// Whether anything in it is published.
    alive: bool,
    children: Vec<Child<'a>>,
}

impl Folder<'_> {
    /// Its own name.
    pub(super) fn name(&self) -> &str {
        self.path.rsplit_once('/').map_or(self.path, |(_, name)| name)
    }

    /// Its place among its neighbours.
    pub(super) fn order(&self) -> Option<u32> {
        let own = self.index.and_then(|leaf| leaf.order);
        own.or_else(|| split_order(self.name()).0)
    }

    /// Its part of the address.
    pub(super) fn part(&self) -> String {
        match self.index.map(|leaf| leaf.slug) {
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
    /// The guide, still empty.
    pub(super) fn new() -> Self {
        let root =
            Folder { path: "guide", above: 0, index: None, shown: false, alive: false, children: Vec::new() };
        Self { all: vec![root], by_path: HashMap::from([("guide", 0)]), last: 0 }
    }

    /// Puts a page in its folder. Of one that is not published only the address of its folder counts.
    pub(super) fn add(&mut self, leaf: Leaf<'a>, published: bool) {
        let at = self.at(leaf.path.folder());
        let folder = &mut self.all[at];
        if leaf.path.name() == "index.md" {
            folder.index = Some(leaf);
            folder.shown = published;
        } else if published {
            folder.children.push(Child::Leaf(leaf));
        }
        let mut above = at;
        while published && !self.all[above].alive {
            self.all[above].alive = true;
            above = self.all[above].above;
        }
    }

    /// The folder of that path, made with all folders above it when it is new.
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
                shown: false,
                alive: false,
                children: Vec::new(),
            });
            self.all[at].children.push(Child::Folder(made));
            self.by_path.insert(path, made);
            at = made;
        }
        self.last = at;
        at
    }

    /// The address of a folder, published or not, and the nearest folder above it, or itself, that is published.
    /// `published` are the addresses of those that are.
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

    /// Some published page of a folder that has no index, the nearest.
    pub(super) fn first_page(&self, at: usize) -> Option<Leaf<'a>> {
        let mut at = at;
        loop {
            let children = &self.all[at].children;
            let leaf = children.iter().find_map(|child| match child {
                Child::Leaf(leaf) => Some(*leaf),
                Child::Folder(_) => None,
            });
            if leaf.is_some() {
                return leaf;
            }
            at = children.iter().find_map(|child| match child {
                Child::Folder(below) if self.all[*below].alive => Some(*below),
                _ => None,
            })?;
            if let Some(index) = self.all[at].index {
                return Some(index);
            }
        }
    }

    /// What stands in a folder, in reading order: numbered names by their numbers, then the others by name.
    pub(super) fn children(&mut self, at: usize) -> Vec<Child<'a>> {
        let children = std::mem::take(&mut self.all[at].children);
        let mut keyed: Vec<_> = children
            .into_iter()
            .filter_map(|child| match child {
                Child::Leaf(leaf) => Some((leaf.order, leaf.path.name(), child)),
                Child::Folder(below) => {
                    let folder = &self.all[below];
                    let name = folder.path.rsplit_once('/').map_or(folder.path, |(_, name)| name);
                    folder.alive.then(|| (folder.order(), name, child))
                }
            })
            .collect();
        keyed.sort_by_key(|(order, name, _)| (order.is_none(), *order, *name));
        keyed.into_iter().map(|(_, _, child)| child).collect()
    }
}
