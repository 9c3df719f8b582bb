//! What a reader of Markdown gives: the pages in their order, and how the program makes addresses and ids.
use super::paths::below;
use super::slugs::SlugRule;
use crate::import::imported::ImportedTerm;
use crate::model::{ForeignKind, ImportFinding, Language};
use std::collections::{BTreeMap, BTreeSet};

/// A site as a program would show it.
#[derive(Debug)]
pub(in crate::import) struct Book {
    pub(in crate::import) title: Option<String>,
    pub(in crate::import) language: Option<Language>,
    pub(in crate::import) description: Option<String>,
    pub(in crate::import) program: Program,
    /// The pages in reading order.
    pub(in crate::import) entries: Vec<BookEntry>,
    /// Whether names alone give this order.
    pub(in crate::import) is_by_name: bool,
    /// Former addresses that the settings name.
    pub(in crate::import) redirects: Vec<FormerAddress>,
    pub(in crate::import) terms: Vec<ImportedTerm>,
    /// Pages that stay behind, each told already: those in other languages, those of other versions.
    pub(in crate::import) told: BTreeSet<String>,
    pub(in crate::import) findings: Vec<ImportFinding>,
}

impl Book {
    /// A site without pages.
    pub(in crate::import) fn new(program: Program) -> Self {
        Self {
            title: None,
            language: None,
            description: None,
            program,
            entries: Vec::new(),
            is_by_name: false,
            redirects: Vec::new(),
            terms: Vec::new(),
            told: BTreeSet::new(),
            findings: Vec::new(),
        }
    }

    /// Adds former addresses, from the root of the site, that lead to an address or a file.
    pub(in crate::import) fn add_redirects<'a>(
        &mut self,
        file: &str,
        from: impl IntoIterator<Item = &'a str>,
        to: Option<&str>,
    ) {
        let former = |from: &str, to: &str| FormerAddress {
            file: file.to_owned(),
            from: from.to_owned(),
            to: to.to_owned(),
        };
        self.redirects.extend(from.into_iter().filter_map(|from| Some(former(from, to?))));
    }
}

/// A page, or a part that only has a name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::import) struct BookEntry {
    pub(in crate::import) level: usize,
    /// Its file.
    pub(in crate::import) source: Option<String>,
    /// The title that the menu gives it.
    pub(in crate::import) title: Option<String>,
    /// What its part of the address is made of, if not its file.
    pub(in crate::import) name: Option<String>,
    pub(in crate::import) is_home: bool,
    /// Whether the program did not publish it.
    pub(in crate::import) is_withheld: bool,
}

impl BookEntry {
    /// A page.
    pub(in crate::import) fn page(level: usize, source: &str) -> Self {
        Self { level, source: Some(source.to_owned()), ..Self::default() }
    }

    /// A part that only has a name.
    pub(in crate::import) fn part(level: usize, title: &str) -> Self {
        Self { level, title: Some(title.to_owned()), ..Self::default() }
    }
}

/// How pages got their addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum AddressRule {
    /// `/a/b.html`
    File,
    /// `/a/b/`
    Folder,
    /// As [`Self::Folder`], in small letters and with hyphens for blanks.
    SmallFolder,
    /// Both, as servers show them: `/a/b.html` and `/a/b`.
    Both,
    /// The files were only read on a forge.
    None,
}

/// An address that a site no longer has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::import) struct FormerAddress {
    /// The file that names it.
    pub(in crate::import) file: String,
    /// From the root of the site.
    pub(in crate::import) from: String,
    /// Where it leads: an address or a file.
    pub(in crate::import) to: String,
}

/// A folder of pages.
#[derive(Clone, Debug, Default)]
pub(in crate::import) struct PageFolder {
    pub(in crate::import) root: String,
    /// What stands before the addresses of its pages: `docs/` for Docusaurus.
    pub(in crate::import) prefix: String,
}

/// A version of pages that is not imported.
#[derive(Clone, Debug)]
pub(in crate::import) struct OtherVersion {
    pub(in crate::import) name: String,
    pub(in crate::import) root: String,
    /// What stands before the addresses of its pages.
    pub(in crate::import) prefix: String,
}

/// How a program works.
#[derive(Debug)]
pub(in crate::import) struct Program {
    pub(in crate::import) kind: ForeignKind,
    /// The folders of the pages, the main one first.
    pub(in crate::import) folders: Vec<PageFolder>,
    /// The path below which the site is published: `/` or `/docs/`.
    pub(in crate::import) base: String,
    /// The folder of the settings.
    pub(in crate::import) folder: String,
    /// The full address of the site.
    pub(in crate::import) site: Option<String>,
    pub(in crate::import) slugs: SlugRule,
    pub(in crate::import) addresses: AddressRule,
    /// Pages whose addresses are not made of their paths, with the ways that are.
    pub(in crate::import) moved: BTreeMap<String, String>,
    /// Versions of the pages that are not imported: their addresses mean the page of the same name.
    pub(in crate::import) other_versions: Vec<OtherVersion>,
    /// Folders whose files are published at the root of the site.
    pub(in crate::import) statics: Vec<String>,
    /// Folders below which files to show are looked for, besides that of the page.
    pub(in crate::import) snippets: Vec<String>,
    /// Files whose text stands at the end of every page: definitions of links, abbreviations.
    pub(in crate::import) appended: Vec<String>,
    /// Whether numbers in front of names are no part of addresses.
    pub(in crate::import) drops_numbers: bool,
    /// How names of alternatives get ids, where they do.
    pub(in crate::import) tab_ids: Option<SlugRule>,
    /// Whether a program of the site makes the addresses of links.
    pub(in crate::import) makes_links: bool,
    /// Whether one makes places that `[words][name]` leads to: the documentation of code.
    pub(in crate::import) makes_places: bool,
}

impl Program {
    /// A program whose pages are below a folder.
    pub(in crate::import) fn new(
        kind: ForeignKind,
        root: &str,
        slugs: SlugRule,
        addresses: AddressRule,
    ) -> Self {
        Self {
            kind,
            folders: vec![PageFolder { root: root.to_owned(), prefix: String::new() }],
            base: "/".to_owned(),
            folder: String::new(),
            site: None,
            slugs,
            addresses,
            moved: BTreeMap::new(),
            other_versions: Vec::new(),
            statics: Vec::new(),
            snippets: Vec::new(),
            appended: Vec::new(),
            drops_numbers: false,
            tab_ids: None,
            makes_links: false,
            makes_places: false,
        }
    }

    /// The main folder of pages; empty for the tree itself.
    pub(in crate::import) fn root(&self) -> &str {
        self.folders.first().map_or("", |main| &main.root)
    }

    /// The folder of pages that a file is in. The main one may hold the others.
    fn folder_of(&self, path: &str) -> Option<&PageFolder> {
        self.folders.iter().rev().find(|folder| below(&folder.root, path).is_some())
    }

    /// What the address of a page is made of: its way, and what stands before it.
    pub(in crate::import) fn place<'a>(&'a self, path: &'a str) -> Option<(&'a str, &'a str)> {
        let folder = self.folder_of(path)?;
        let way = self.moved.get(path).map(String::as_str).or_else(|| below(&folder.root, path))?;
        Some((way, &folder.prefix))
    }

    /// The path of a page below the folder of pages that it is in.
    pub(in crate::import) fn way<'a>(&self, path: &'a str) -> Option<&'a str> {
        below(&self.folder_of(path)?.root, path)
    }

    /// The folders from which a target of a page may be written: its own folder of pages first, the tree last.
    pub(in crate::import) fn roots<'a>(&'a self, file: &str) -> impl Iterator<Item = &'a str> {
        let folders = self.folders.iter().map(|folder| folder.root.as_str());
        let own = self.folder_of(file).map(|folder| folder.root.as_str());
        own.into_iter()
            .chain(folders)
            .chain(self.statics.iter().map(String::as_str))
            .chain([self.folder.as_str(), ""])
    }

    /// Takes the address of the site, and the path in it.
    pub(in crate::import) fn at(&mut self, address: &str) {
        let address = address.trim();
        if let Some((_, rest)) = address.split_once("://") {
            // What a template or a variable makes is not known.
            let is_known = !address.contains(['{', '$', ' ']);
            self.site = is_known.then(|| format!("{}/", address.trim_end_matches('/')));
            let path = rest.split_once('/').map_or("", |(_, path)| path);
            self.base = base(path);
        } else if address.starts_with('/') {
            self.base = base(address);
        }
    }
}

fn base(path: &str) -> String {
    let path = path.trim_matches('/');
    if path.is_empty() { "/".to_owned() } else { format!("/{path}/") }
}
