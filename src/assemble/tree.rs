//! The tree of pages: which files are published, in which order, under which address.
use super::address::{Holder, TakenAddresses, check_part};
use super::folder::{Child, Folders, PageFile};
use super::{name, withdrawn};
use crate::model::{
    Diagnostic, Options, Outline, Page, PageId, PageUrl, Parsed, Settings, SourcePath, Sources, Span,
    Withdrawn, codes,
};
use crate::stamp::{Stamped, Table};
use std::collections::{BTreeSet, HashMap};

/// The pages of a guide.
#[derive(Debug)]
pub(super) struct Tree {
    /// Published pages in reading order; the home page first.
    pub(super) pages: Vec<Page>,
    /// Pages by their source file. A file whose address another page has leads to that page.
    pub(super) by_source: Table<SourcePath, PageId>,
    /// Files of pages that are not published.
    pub(super) unpublished: Vec<SourcePath>,
    /// Expired pages, each with the address that it had.
    pub(super) former: Vec<Withdrawn>,
    /// All addresses so far.
    pub(super) addresses: TakenAddresses,
    /// Address of each folder that holds pages, with a slash at both ends.
    pub(super) folders: HashMap<String, String>,
}

/// Builds the tree.
pub(super) fn build(
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
        folders.add(PageFile { path, document, order: outline.order, slug: &outline.slug }, published);
    }
    let count = parsed.pages.len() + 16;
    let mut builder = PageTreeBuilder {
        folders,
        settings,
        diagnostics,
        url: String::from("/"),
        without_index: Vec::new(),
        is_full: false,
        is_clashing: false,
        tree: Tree {
            pages: Vec::with_capacity(count),
            by_source: Table::default(),
            unpublished,
            former: Vec::new(),
            addresses: TakenAddresses::with_capacity(2 * count),
            folders: HashMap::new(),
        },
    };
    builder.folder(0, None);
    builder.report_missing_index(&Settings::file());
    let PageTreeBuilder { folders, mut tree, .. } = builder;
    tree.former =
        withdrawn::find(parsed, &tree.unpublished, options, &folders, &tree.folders, &tree.by_source);
    tree
}

/// Pages whose file is too large; they are not published.
fn too_large<'a>(
    sources: &'a Sources,
    settings: &Settings,
    parsed: &Parsed,
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeSet<&'a SourcePath> {
    let limit = settings.limits.page;
    let mut found = BTreeSet::new();
    for (path, source) in sources {
        if source.size() as u64 > limit && parsed.pages.contains_key(path) {
            diagnostics.push(over_limit(path, source.size(), limit));
            found.insert(path);
        }
    }
    found
}

/// Reports a file that is larger than its limit, in bytes.
pub(super) fn over_limit(path: &SourcePath, size: usize, limit: u64) -> Diagnostic {
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let diagnostic = Diagnostic::new(codes::FILE_TOO_LARGE, Span::start_of(path));
    diagnostic.arg("size", size).arg("limit", limit)
}

/// Visits the folders in reading order.
struct PageTreeBuilder<'a, 'n> {
    folders: Folders<'a>,
    settings: &'a Settings,
    diagnostics: &'n mut Vec<Diagnostic>,
    /// Address of the current folder or page.
    url: String,
    /// Folders without an index page, until their first page is reached.
    without_index: Vec<&'a str>,
    /// Whether it is reported that the guide has too many pages.
    is_full: bool,
    /// Whether the address of a folder above is that of another one.
    is_clashing: bool,
    tree: Tree,
}

impl<'a> PageTreeBuilder<'a, '_> {
    fn folder(&mut self, at: usize, parent: Option<PageId>) {
        let path = self.folders.all[at].path;
        self.tree.folders.insert(path.to_owned(), self.url.clone());
        let Some(id) = self.index(at, parent) else { return };
        // Pages of a folder whose address another one has: what they clash with follows from that.
        let before = self.is_clashing;
        self.is_clashing |= self.tree.pages[id.0 as usize].source.folder() != path;
        for child in self.folders.children(at, self.diagnostics) {
            let length = self.url.len();
            match child {
                Child::Page(page) => {
                    let part = name::page_part(page.slug);
                    check_part(&part, || page.span(), self.diagnostics);
                    self.enter(&part);
                    self.page(page, Some(id));
                }
                Child::Folder(below) => {
                    let part = self.folders.all[below].part();
                    self.enter(&part);
                    self.folder(below, Some(id));
                }
            }
            self.url.truncate(length);
        }
        self.is_clashing = before;
    }

    fn enter(&mut self, part: &str) {
        self.url.push_str(part);
        self.url.push('/');
    }

    /// Adds the page of a folder: its index, or one that Jalon generates.
    fn index(&mut self, at: usize, parent: Option<PageId>) -> Option<PageId> {
        let folder = &self.folders.all[at];
        let (index, is_published, path) = (folder.index, folder.is_index_published, folder.path);
        // Diagnostics about a folder point at its index, or at the folder itself.
        let span = move || match index {
            Some(page) => page.span(),
            None if at == 0 => Span::start_of(&Settings::file()),
            None => Span::start_of(&SourcePath::new(path)),
        };
        if at != 0 {
            let part = self.url[..self.url.len() - 1].rsplit('/').next().unwrap_or_default();
            check_part(part, span, self.diagnostics);
        }
        if let Some(readme) = self.folders.all[at].readme {
            self.diagnostics.push(readme_beside(path, readme, index.is_some()));
        }
        if let Some(page) = index.filter(|_| is_published) {
            return self.page(page, parent);
        }
        if index.is_none() && self.folders.all[at].readme.is_none() {
            self.without_index.push(path);
        }
        let name = self.folders.all[at].name();
        let title = if at == 0 { self.settings.title.clone() } else { name::folder_title(name) };
        let order = self.folders.all[at].order();
        let (nav_title, name) = (title.clone(), title.clone());
        let outline = Outline { nav_title, name, title, search: true, order, ..Outline::default() };
        let source = SourcePath::new(format!("{path}/index.md"));
        self.add(source, false, Stamped::new(outline), parent, &span)
    }

    fn page(&mut self, page: PageFile<'a>, parent: Option<PageId>) -> Option<PageId> {
        self.report_missing_index(page.path);
        self.add(page.path.clone(), true, page.document.outline.clone(), parent, &|| page.span())
    }

    /// Reports the folders without an index page at the first page in them.
    fn report_missing_index(&mut self, file: &SourcePath) {
        for folder in self.without_index.drain(..) {
            self.diagnostics
                .push(Diagnostic::new(codes::FILE_NO_INDEX, Span::start_of(file)).arg("name", folder));
        }
    }

    /// Adds a page at the current address, or returns the page that has this address, perhaps in another spelling.
    fn add(
        &mut self,
        source: SourcePath,
        written: bool,
        outline: Stamped<Outline>,
        parent: Option<PageId>,
        span: &dyn Fn() -> Span,
    ) -> Option<PageId> {
        if self.tree.pages.len() as u64 >= self.settings.limits.pages {
            if !self.is_full {
                self.is_full = true;
                let limit = usize::try_from(self.settings.limits.pages).unwrap_or(usize::MAX);
                self.diagnostics
                    .push(Diagnostic::new(codes::FILE_TOO_MANY_PAGES, span()).arg("limit", limit));
            }
            return None;
        }
        let id = PageId(u32::try_from(self.tree.pages.len()).unwrap_or(u32::MAX));
        let url = PageUrl::new(self.url.as_str());
        // A page without a file is named by its folder.
        let known_as = if written { source.clone() } else { SourcePath::new(source.folder()) };
        let holder = Holder { url: url.clone(), source: Some(known_as), page: Some(id) };
        if let Err(first) = self.tree.addresses.claim(holder) {
            let code = first.conflict_code(&url);
            let diagnostic =
                Diagnostic::new(code, span()).arg("address", url.as_str()).arg("other", first.name());
            let alike = written && first.looks_like(&source);
            if !self.is_clashing {
                self.diagnostics.push(match (alike, written) {
                    (true, _) => diagnostic.help("help-composed"),
                    (_, false) if code == codes::ADDRESS_DUPLICATE => diagnostic.help("help-folder"),
                    _ => diagnostic,
                });
            }
            if let Some(first) = first.page {
                self.tree.by_source.insert(source, first);
                return Some(first);
            }
        }
        self.tree.by_source.insert(source.clone(), id);
        if let Some(parent) = parent {
            self.tree.pages[parent.0 as usize].children.push(id);
        }
        let (children, steps) = (Vec::new(), Vec::new());
        self.tree.pages.push(Page { source, written, url, outline, parent, children, step: None, steps });
        Some(id)
    }
}

/// The diagnostic about a `README.md`, which other programs show as the home page of its folder.
fn readme_beside(folder: &str, readme: &SourcePath, has_index: bool) -> Diagnostic {
    let at = Span::start_of(readme);
    if has_index {
        return Diagnostic::new(codes::FILE_README, at).arg("file", readme.name());
    }
    let diagnostic = Diagnostic::new(codes::FILE_NO_INDEX, at).arg("name", folder);
    diagnostic.arg("file", readme.name()).help("help-readme")
}
