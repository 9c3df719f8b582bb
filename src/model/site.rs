//! The whole guide, with everything resolved that pages depend on.
use super::{
    Checklist, Date, Entry, EntryKey, Gone, Kind, Options, OutPath, Outline, PageUrl, Settings, SourcePath,
};
use crate::stamp::{Stamp, Stamped, Table};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The index of a page in [`Site::pages`], in reading order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageId(pub u32);

/// All entries of the registry by their keys.
pub type Entries = BTreeMap<EntryKey, Stamped<Entry>>;

/// The whole guide, resolved. What is large and seldom differs is shared with the build before.
#[derive(Clone, Debug)]
pub struct Site {
    /// Settings of the guide.
    pub settings: Stamped<Settings>,
    /// The options of the build.
    pub options: Options,
    /// Published pages in reading order; the home page first. Two builds share those that are the same.
    pub pages: Vec<Arc<Page>>,
    /// Pages by their source file, for links. Only for lookups, because its order differs between runs.
    pub by_source: Arc<Table<SourcePath, PageId>>,
    /// Files whose names are stored with separate accents, by the composed name that links have.
    pub composed: Table<SourcePath, SourcePath>,
    /// Source files of pages that are not published (drafts, expired).
    pub unpublished: Vec<SourcePath>,
    /// Other files of the guide that are published, by source file.
    pub assets: Arc<BTreeMap<SourcePath, Asset>>,
    /// All entries.
    pub entries: Arc<Entries>,
    /// Which pages refer to an entry, in reading order; each page once.
    pub uses: Arc<BTreeMap<EntryKey, Vec<Use>>>,
    /// The page with the directory of each kind, where its cards are.
    pub directories: BTreeMap<Kind, PageUrl>,
    /// Pages that Jalon generates.
    pub generated: BTreeMap<Generated, PageUrl>,
    /// Former addresses with their targets.
    pub redirects: Vec<Redirect>,
    /// Expired pages whose address nothing else uses.
    pub withdrawn: Vec<Withdrawn>,
    /// Addresses that were given up, with the reasons.
    pub gone: Vec<Gone>,
    /// The files of the theme, after layers are merged.
    pub theme: Theme,
}

/// A page of the guide, with its relations to others.
#[derive(Clone, Debug)]
pub struct Page {
    /// The source file; for a folder without `index.md`, the path that this file would have.
    pub source: SourcePath,
    /// Whether the source file exists.
    pub written: bool,
    /// The address.
    pub url: PageUrl,
    /// The outline.
    pub outline: Stamped<Outline>,
    /// The index page of the folder; none for the home page.
    pub parent: Option<PageId>,
    /// Pages below it, in reading order.
    pub children: Vec<PageId>,
    /// The position in a journey: number from 1, number of steps, first page.
    pub step: Option<(usize, usize, PageId)>,
    /// The steps of the journey that begins here.
    pub steps: Vec<PageId>,
}

/// A link in a menu: title and address.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Nav {
    /// The title.
    pub title: String,
    /// The address, from the root of the site.
    pub url: PageUrl,
}

/// A file that is published as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// The published file.
    pub path: OutPath,
    /// The stamp of the bytes.
    pub stamp: Stamp,
    /// Its size in bytes.
    pub size: u64,
    /// The dimensions, if it is a picture.
    pub picture: Picture,
}

/// The dimensions of a picture, as its file gives them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Picture {
    /// Not a picture, or one without dimensions.
    #[default]
    None,
    /// The extension is a picture's, but the content is not.
    Unreadable,
    /// Width and height in CSS pixels.
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
    /// The heading of the first reference on the page.
    pub anchor: Option<super::Anchor>,
}

/// A former address.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Redirect {
    /// The former address.
    pub from: PageUrl,
    /// The page that has replaced it.
    pub to: PageId,
}

/// An expired page.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Withdrawn {
    /// Its source file.
    pub source: SourcePath,
    /// The former address.
    pub url: PageUrl,
    /// Its title.
    pub title: String,
    /// The last day of publication.
    pub last: Date,
    /// Why it is no longer published, in the author's words.
    pub reason: Option<String>,
    /// The nearest published page above it.
    pub section: PageId,
}

/// The files of a theme, from all its layers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Theme {
    /// The files by their names (`templates/page.html`), each with its source and stamp.
    pub files: BTreeMap<String, (SourcePath, Stamp)>,
    /// The files in `strings/`, from the lowest layer to the highest. Later ones override earlier ones.
    pub strings: Vec<(SourcePath, Stamp)>,
}

/// Pages that Jalon generates, unless a page of the author has their address.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Generated {
    /// All entries of a kind, unless a page of the author shows them.
    Directory(Kind),
    /// The tasks and pages of a role.
    Role(EntryKey),
    /// The whole guide on one page.
    Whole,
    /// The site map.
    Map,
    /// The search page with its A–Z index.
    Search,
    /// The accessibility statement.
    Accessibility,
    /// The legal notice.
    Legal,
    /// Personal data.
    PersonalData,
    /// The page for unknown addresses.
    NotFound,
}

impl Site {
    /// The page with this index.
    pub fn page(&self, id: PageId) -> &Page {
        &self.pages[id.0 as usize]
    }

    /// A path as the file has it on the disk; links have composed accents.
    pub fn on_disk<'a>(&'a self, path: &'a SourcePath) -> &'a SourcePath {
        if self.composed.is_empty() { path } else { self.composed.get(path).unwrap_or(path) }
    }

    /// The page made from a source file.
    pub fn page_of(&self, source: &SourcePath) -> Option<&Page> {
        self.by_source.get(self.on_disk(source)).map(|id| self.page(*id))
    }

    /// The number of the page that is made from a source file, and not only shown in its place.
    pub fn id_of(&self, source: &SourcePath) -> Option<PageId> {
        self.by_source.get(source).copied().filter(|id| self.page(*id).source == *source)
    }

    /// A file that is published as it is.
    pub fn asset(&self, source: &SourcePath) -> Option<&Asset> {
        self.assets.get(self.on_disk(source))
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
        self.pages.iter().flat_map(|page| page.outline.checklists.iter().map(move |list| (&**page, list)))
    }
}
