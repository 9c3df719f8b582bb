//! What a reader of Markdown gives: the pages in their order, and how the program makes addresses and ids.
use super::paths::below;
use super::slugs::SlugRule;
use crate::import::imported::ImportedTerm;
use crate::model::{ForeignKind, ImportFinding, Language};
use std::collections::BTreeSet;

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
    /// Former addresses, from the root of the site, each with an address or a file.
    pub(in crate::import) redirects: Vec<(String, String)>,
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

/// A folder of pages.
#[derive(Clone, Debug)]
pub(in crate::import) struct PageFolder {
    pub(in crate::import) root: String,
    /// What stands before the addresses of its pages.
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
    /// The folder of the pages; empty for the tree itself.
    pub(in crate::import) root: String,
    /// The path below which the site is published: `/` or `/docs/`.
    pub(in crate::import) base: String,
    /// The folder of the settings.
    pub(in crate::import) folder: String,
    /// The full address of the site.
    pub(in crate::import) site: Option<String>,
    pub(in crate::import) slugs: SlugRule,
    pub(in crate::import) addresses: AddressRule,
    /// What stands before the addresses of pages: `docs/` for Docusaurus.
    pub(in crate::import) prefix: String,
    /// Further folders of pages.
    pub(in crate::import) more: Vec<PageFolder>,
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
            root: root.to_owned(),
            base: "/".to_owned(),
            folder: String::new(),
            site: None,
            slugs,
            addresses,
            prefix: String::new(),
            more: Vec::new(),
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

    /// The path of a page below the folder of pages that it is in, and what stands before its address.
    pub(in crate::import) fn place<'a>(&self, path: &'a str) -> Option<(&'a str, &str)> {
        let more =
            self.more.iter().find_map(|folder| Some((below(&folder.root, path)?, folder.prefix.as_str())));
        more.or_else(|| Some((below(&self.root, path)?, self.prefix.as_str())))
    }

    /// The path of a page below the folder of pages that it is in.
    pub(in crate::import) fn way<'a>(&self, path: &'a str) -> Option<&'a str> {
        self.place(path).map(|(way, _)| way)
    }

    /// The folders from which a target of a page may be written: its own folder of pages first, the tree last.
    pub(in crate::import) fn roots<'a>(&'a self, file: &str) -> impl Iterator<Item = &'a str> {
        let more = self.more.iter().map(|folder| folder.root.as_str());
        let own = more.clone().find(|root| below(root, file).is_some());
        let own = own.into_iter().chain([self.root.as_str()]).chain(more);
        own.chain(self.statics.iter().map(String::as_str)).chain([self.folder.as_str(), ""])
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
