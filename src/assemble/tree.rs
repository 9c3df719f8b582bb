//! Folders and files to pages: which are published, in which order, under which address.
use super::address::{Addresses, Holder, look_at_part};
use super::folder::{Child, Folders, Leaf};
use super::{name, settings, withdrawn};
use crate::model::{
    Diagnostic, Options, Outline, Page, PageId, PageUrl, Parsed, Settings, SourcePath, Sources, Span,
    Withdrawn, codes,
};
use crate::stamp::{Stamped, Table};
use std::collections::{BTreeSet, HashMap};

/// The pages of a guide, in their places.
#[derive(Debug)]
pub(super) struct Tree {
    /// Published pages in reading order; the home page first.
    pub(super) pages: Vec<Page>,
    /// Pages by their source file. A file whose address another page has leads to that page.
    pub(super) by_source: Table<SourcePath, PageId>,
    /// Files of pages that are not published.
    pub(super) unpublished: Vec<SourcePath>,
    /// Pages whose last day has passed, each with the address that it had.
    pub(super) former: Vec<Withdrawn>,
    /// Which pages have something to say that few have.
    pub(super) rare: Rare,
    /// Addresses that are taken.
    pub(super) addresses: Addresses,
    /// Address of each folder that holds pages, with slashes at both ends. Only looked up.
    pub(super) folders: HashMap<String, String>,
}

/// Pages, in reading order, whose outlines hold what few do. Noted while an outline is at hand: to look at all of them
/// again for each question costs more than the questions.
#[derive(Debug, Default)]
pub(super) struct Rare {
    /// Pages with former addresses.
    pub(super) aliases: Vec<PageId>,
    /// Pages where a journey begins.
    pub(super) steps: Vec<PageId>,
    /// Pages that show a directory.
    pub(super) directories: Vec<PageId>,
    /// Pages with checklists.
    pub(super) checklists: Vec<PageId>,
}

impl Rare {
    fn diagnostic(&mut self, id: PageId, outline: &Outline) {
        let lists = [
            (outline.aliases.is_empty(), &mut self.aliases),
            (outline.steps.is_empty(), &mut self.steps),
            (outline.directories.is_empty(), &mut self.directories),
            (outline.checklists.is_empty(), &mut self.checklists),
        ];
        for (empty, list) in lists {
            if !empty {
                list.push(id);
            }
        }
    }
}

/// Puts every published page in its place.
pub(super) fn grow(
    parsed: &Parsed,
    sources: &Sources,
    settings: &Settings,
    options: Options,
    diagnostics: &mut Vec<Diagnostic>,
) -> Tree {
    let too_large = too_large(sources, settings, parsed, diagnostics);
    let mut folders = Folders::new();
    let mut unpublished = Vec::new();
    for (path, kept) in &parsed.pages {
        let document = &kept.value.value;
        let outline = &document.outline;
        let published = (options.drafts || !outline.draft)
            && outline.last_day(options).is_none()
            && !too_large.contains(path);
        if !published {
            unpublished.push(path.clone());
        }
        folders.add(Leaf { path, document, order: outline.order, slug: &outline.slug }, published);
    }
    let count = parsed.pages.len() + 16;
    let mut walk = Walk {
        folders,
        settings,
        diagnostics,
        url: String::from("/"),
        nameless: Vec::new(),
        full: false,
        tree: Tree {
            pages: Vec::with_capacity(count),
            by_source: Table::default(),
            unpublished,
            former: Vec::new(),
            rare: Rare::default(),
            addresses: Addresses::with_capacity(2 * count),
            folders: HashMap::new(),
        },
    };
    walk.folder(0, None);
    walk.say_nameless(&settings::file());
    let Walk { folders, mut tree, .. } = walk;
    tree.former =
        withdrawn::find(parsed, &tree.unpublished, options, &folders, &tree.folders, &tree.by_source);
    tree
}

/// Pages that are too large to be published.
fn too_large<'a>(
    sources: &'a Sources,
    settings: &Settings,
    parsed: &Parsed,
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeSet<&'a SourcePath> {
    let limit = settings.limits.page;
    let mut found = BTreeSet::new();
    for (path, source) in sources {
        if source.bytes.len() as u64 > limit && parsed.pages.contains_key(path) {
            diagnostics.push(over_limit(path, source.bytes.len(), limit));
            found.insert(path);
        }
    }
    found
}

/// Says that a file is larger than it may be, in bytes.
pub(super) fn over_limit(path: &SourcePath, size: usize, limit: u64) -> Diagnostic {
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let diagnostic = Diagnostic::new(codes::FILE_TOO_LARGE, Span::start_of(path));
    diagnostic.arg("size", size).arg("limit", limit)
}

struct Walk<'a, 'n> {
    folders: Folders<'a>,
    settings: &'a Settings,
    diagnostics: &'n mut Vec<Diagnostic>,
    /// Address of the folder that we are in.
    url: String,
    /// Folders without an index page whose first page is still to come.
    nameless: Vec<&'a str>,
    /// The guide has as many pages as it may.
    full: bool,
    tree: Tree,
}

impl<'a> Walk<'a, '_> {
    fn folder(&mut self, at: usize, parent: Option<PageId>) {
        let path = self.folders.all[at].path;
        self.tree.folders.insert(path.to_owned(), self.url.clone());
        let Some(id) = self.index(at, parent) else { return };
        for child in self.folders.children(at) {
            let length = self.url.len();
            match child {
                Child::Leaf(leaf) => {
                    let part = name::page_part(leaf.slug);
                    look_at_part(&part, || leaf.place(), self.diagnostics);
                    self.enter(&part);
                    self.page(leaf, Some(id));
                }
                Child::Folder(below) => {
                    let part = self.folders.all[below].part();
                    self.enter(&part);
                    self.folder(below, Some(id));
                }
            }
            self.url.truncate(length);
        }
    }

    fn enter(&mut self, part: &str) {
        self.url.push_str(part);
        self.url.push('/');
    }

    /// The page that stands for a folder.
    fn index(&mut self, at: usize, parent: Option<PageId>) -> Option<PageId> {
        let folder = &self.folders.all[at];
        let (index, shown, path) = (folder.index, folder.shown, folder.path);
        // A folder is named by its index, or by what it holds.
        let witness = index.or_else(|| self.folders.first_page(at));
        let place = move || witness.map_or_else(|| Span::start_of(&settings::file()), |leaf| leaf.place());
        if at != 0 {
            let part = self.url[..self.url.len() - 1].rsplit('/').next().unwrap_or_default();
            look_at_part(part, place, self.diagnostics);
        }
        if let Some(leaf) = index.filter(|_| shown) {
            return self.page(leaf, parent);
        }
        if index.is_none() {
            self.nameless.push(path);
        }
        let name = self.folders.all[at].name();
        let title = if at == 0 { self.settings.title.clone() } else { name::folder_title(name) };
        let order = self.folders.all[at].order();
        let outline = Outline { nav_title: title.clone(), title, search: true, order, ..Outline::default() };
        let source = SourcePath::new(format!("{path}/index.md"));
        self.put(source, false, Stamped::new(outline), parent, &place)
    }

    fn page(&mut self, leaf: Leaf<'a>, parent: Option<PageId>) -> Option<PageId> {
        self.say_nameless(leaf.path);
        self.put(leaf.path.clone(), true, leaf.document.outline.clone(), parent, &|| leaf.place())
    }

    /// Says of folders without an index page that they have none, at the first page in them.
    fn say_nameless(&mut self, file: &SourcePath) {
        for folder in self.nameless.drain(..) {
            self.diagnostics
                .push(Diagnostic::new(codes::FILE_NO_INDEX, Span::start_of(file)).arg("name", folder));
        }
    }

    /// Publishes a page at the address where we are, or gives the page that has the address already, in this or
    /// another spelling.
    fn put(
        &mut self,
        source: SourcePath,
        written: bool,
        outline: Stamped<Outline>,
        parent: Option<PageId>,
        place: &dyn Fn() -> Span,
    ) -> Option<PageId> {
        if self.tree.pages.len() as u64 >= self.settings.limits.pages {
            if !self.full {
                self.full = true;
                let limit = usize::try_from(self.settings.limits.pages).unwrap_or(usize::MAX);
                self.diagnostics
                    .push(Diagnostic::new(codes::FILE_TOO_MANY_PAGES, place()).arg("limit", limit));
            }
            return None;
        }
        let id = PageId(u32::try_from(self.tree.pages.len()).unwrap_or(u32::MAX));
        let url = PageUrl::new(self.url.as_str());
        // A page without a file is known by its folder.
        let known_as = if written { source.clone() } else { SourcePath::new(source.folder()) };
        let holder = Holder { url: url.clone(), source: Some(known_as), page: Some(id) };
        if let Err(first) = self.tree.addresses.claim(holder) {
            let code = first.refusal(&url);
            let diagnostic =
                Diagnostic::new(code, place()).arg("address", url.as_str()).arg("other", first.name());
            let alike = written && first.reads_like(&source);
            self.diagnostics.push(if alike { diagnostic.help("help-composed") } else { diagnostic });
            if let Some(first) = first.page {
                self.tree.by_source.insert(source, first);
                return Some(first);
            }
        }
        self.tree.by_source.insert(source.clone(), id);
        self.tree.rare.diagnostic(id, &outline);
        if let Some(parent) = parent {
            self.tree.pages[parent.0 as usize].children.push(id);
        }
        let (children, steps) = (Vec::new(), Vec::new());
        self.tree.pages.push(Page { source, written, url, outline, parent, children, step: None, steps });
        Some(id)
    }
}
