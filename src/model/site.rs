//! The whole guide, resolved: what every page may depend on.
use super::{
    Checklist, Date, Entry, EntryKey, Gone, Kind, Language, Options, OutPath, Outline, PageUrl, Settings,
    SourcePath,
};
use crate::stamp::{Stamp, Stamped, Table};
use std::collections::BTreeMap;

/// Number of a page in [`Site::pages`], in reading order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageId(pub u32);

/// The whole guide, resolved.
#[derive(Clone, Debug)]
pub struct Site {
    /// Settings of the guide.
    pub settings: Stamped<Settings>,
    /// What the command line says.
    pub options: Options,
    /// Published pages in reading order; the home page first.
    pub pages: Vec<Page>,
    /// Pages by their source file, for links. Only looked up, never walked.
    pub by_source: Table<SourcePath, PageId>,
    /// Source files of pages that are not published (drafts, expired).
    pub unpublished: Vec<SourcePath>,
    /// Other files of the guide that are published, by source file.
    pub assets: BTreeMap<SourcePath, Asset>,
    /// All entries.
    pub entries: BTreeMap<EntryKey, Stamped<Entry>>,
    /// Which pages refer to an entry, in reading order; each page once.
    pub uses: BTreeMap<EntryKey, Vec<Use>>,
    /// Where the card of an entry stands, by kind: the page that shows the directory of the kind.
    pub directories: BTreeMap<Kind, PageUrl>,
    /// Pages that Jalon writes by itself.
    pub generated: BTreeMap<Generated, PageUrl>,
    /// Former addresses and where they lead.
    pub redirects: Vec<Redirect>,
    /// Pages whose last day has passed, where nothing else has their address.
    pub withdrawn: Vec<Withdrawn>,
    /// Addresses that were given up, and why.
    pub gone: Vec<Gone>,
    /// The theme's files by name, from the layer that gives them.
    pub theme: Theme,
}

/// A page of the guide and its place among the others.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its source file; for a folder without `index.md`, the path that the file would have.
    pub source: SourcePath,
    /// Whether the source file exists.
    pub written: bool,
    /// Its address.
    pub url: PageUrl,
    /// What it tells about itself.
    pub outline: Stamped<Outline>,
    /// Its folder's index page; none for the home page.
    pub parent: Option<PageId>,
    /// Pages below it, in reading order.
    pub children: Vec<PageId>,
    /// Where it stands in a journey: number from 1, of how many, and whose.
    pub step: Option<(usize, usize, PageId)>,
    /// The steps of the journey that begins here.
    pub steps: Vec<PageId>,
}

/// A link in a menu: title and address.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Nav {
    /// Words.
    pub title: String,
    /// Address from the site's root.
    pub url: PageUrl,
}

/// A file that is published as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Where it goes.
    pub path: OutPath,
    /// Stamp of its bytes.
    pub stamp: Stamp,
    /// Its size in bytes.
    pub size: u64,
    /// What it says of its width and height.
    pub picture: Picture,
}

/// What a file says of its width and height.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Picture {
    /// It is no picture, or one that has no size of its own.
    #[default]
    None,
    /// By its ending it is a picture, but its first bytes are those of none.
    Unreadable,
    /// Width and height in points of a screen, as browsers show it.
    Sized(u32, u32),
}

impl Picture {
    /// Width and height.
    pub fn size(self) -> Option<(u32, u32)> {
        match self {
            Self::Sized(width, height) => Some((width, height)),
            Self::None | Self::Unreadable => None,
        }
    }
}

/// A page that refers to an entry.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Use {
    /// The page.
    pub page: PageId,
    /// The heading under which it does so first.
    pub anchor: Option<super::Anchor>,
}

/// A former address.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Redirect {
    /// The former address.
    pub from: PageUrl,
    /// The page that stands for it now.
    pub to: PageId,
}

/// A page whose last day has passed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Withdrawn {
    /// Its source file.
    pub source: SourcePath,
    /// The address that it had.
    pub url: PageUrl,
    /// Its title.
    pub title: String,
    /// The last day on which it was published.
    pub last: Date,
    /// The published page above it.
    pub section: PageId,
}

/// The theme as a set of layers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Theme {
    /// Name of a theme file (`templates/page.html`) and the source that gives it, with its stamp.
    pub files: BTreeMap<String, (SourcePath, Stamp)>,
    /// Files of `strings/`, from the lowest layer to the highest; later ones reword earlier ones.
    pub strings: Vec<(SourcePath, Stamp)>,
}

/// Pages that Jalon writes by itself, unless an author's page has their address.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Generated {
    /// All entries of a kind, where no page of the author shows them.
    Directory(Kind),
    /// One role's tasks and pages.
    Role(EntryKey),
    /// The whole guide on one page.
    Whole,
    /// The site map.
    Map,
    /// The search, with its A–Z index.
    Search,
    /// The accessibility statement.
    Accessibility,
    /// The legal notice.
    Legal,
    /// Personal data.
    PersonalData,
    /// What a host answers for an unknown address.
    NotFound,
}

impl Generated {
    /// The address in a language, from the site's root.
    pub fn url(&self, language: Language) -> PageUrl {
        let french = language == Language::French;
        let pick = |fr: &str, en: &str| PageUrl::new(format!("/{}/", if french { fr } else { en }));
        match self {
            Self::Directory(Kind::Contact) => pick("contacts", "contacts"),
            Self::Directory(Kind::Tool) => pick("outils", "tools"),
            Self::Directory(Kind::Resource) => pick("documents", "documents"),
            Self::Directory(Kind::Role) => pick("roles", "roles"),
            Self::Directory(Kind::Organisation) => pick("organismes", "organisations"),
            Self::Directory(Kind::Term) => pick("glossaire", "glossary"),
            Self::Role(key) => PageUrl::new(format!("/roles/{}/", key.id)),
            Self::Whole => pick("guide-complet", "whole-guide"),
            Self::Map => pick("plan-du-site", "site-map"),
            Self::Search => pick("recherche", "search"),
            Self::Accessibility => pick("accessibilite", "accessibility"),
            Self::Legal => pick("mentions-legales", "legal-notice"),
            Self::PersonalData => pick("donnees-personnelles", "personal-data"),
            Self::NotFound => PageUrl::new("/404.html"),
        }
    }
}

impl Site {
    /// A page by its number.
    pub fn page(&self, id: PageId) -> &Page {
        &self.pages[id.0 as usize]
    }

    /// The page made from a source file.
    pub fn page_of(&self, source: &SourcePath) -> Option<&Page> {
        self.by_source.get(source).map(|id| self.page(*id))
    }

    /// An entry.
    pub fn entry(&self, key: &EntryKey) -> Option<&Stamped<Entry>> {
        self.entries.get(key)
    }

    /// The entries of a kind, in the order of their ids.
    pub fn entries_of(&self, kind: Kind) -> impl Iterator<Item = &Stamped<Entry>> {
        self.entries.iter().filter(move |(key, _)| key.kind == kind).map(|(_, entry)| entry)
    }

    /// Every checklist of the guide with its page, in reading order.
    pub fn checklists(&self) -> impl Iterator<Item = (&Page, &Checklist)> {
        self.pages.iter().flat_map(|page| page.outline.checklists.iter().map(move |list| (page, list)))
    }
}
