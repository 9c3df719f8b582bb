//! All that this stage made, put together for the next one and for the next build.
use crate::model::{
    Diagnostic, Files, OutPath, PageId, PagesOnRequest, Site, SourcePath, Span, StoredFiles, codes,
};
use crate::output::kept::{KeptFiles, MadeFile, OutputFile};
use crate::output::pages::SitePlan;
use crate::output::search::SearchIndex;
use crate::output::theme::Engine;
use crate::stamp::Stamp;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

/// What this stage made.
#[derive(Clone, Default)]
pub struct Outputs {
    /// Files to publish.
    pub files: Files,
    /// Pages that are made again on request.
    pub pages: PagesOnRequest,
    /// Those that are in a store and not in memory.
    pub stored: Arc<StoredFiles>,
    /// The theme, kept for the next build.
    pub engine: Engine,
    /// The search index, if options and settings ask for it.
    pub search: Option<SearchIndex>,
    /// What the files were planned from, besides the content of pages.
    pub(crate) plan: Option<SitePlan>,
    /// About the whole: the theme, lists without a PDF, paths that two files want.
    pub(crate) about_all: Arc<[Diagnostic]>,
    /// About single files; most have none.
    pub(crate) about_files: Arc<BTreeMap<OutPath, Vec<Diagnostic>>>,
    /// The paths of each output, in their order; those of pages follow from the site.
    pub(crate) paths: Arc<[Vec<OutPath>]>,
    /// The only pages whose files may differ from the build before; none if all may.
    pub(crate) asked: Option<Arc<BTreeSet<PageId>>>,
    /// Whether two files want one path.
    pub(crate) has_duplicates: bool,
    /// Whether a page shows a table of who does what, which is made of the tasks of all pages.
    pub(crate) shows_rows: bool,
}

impl fmt::Debug for Outputs {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Outputs").field("files", &self.files).finish_non_exhaustive()
    }
}

impl Outputs {
    /// The only pages whose files may differ from the build before; none if all may.
    pub fn asked(&self) -> Option<&BTreeSet<PageId>> {
        self.asked.as_deref()
    }

    /// Whether there is a file of this path, in memory or made again on request.
    pub(super) fn has(&self, path: &OutPath) -> bool {
        self.files.contains_key(path) || self.pages.contains_key(path)
    }

    /// The diagnostics of this stage.
    pub fn diagnostics(&self) -> impl Iterator<Item = &Diagnostic> {
        self.about_all.iter().chain(self.about_files.values().flatten())
    }
}

/// The files so far, with the diagnostics about them.
pub(crate) struct Collection<'a> {
    site: &'a Site,
    files: Files,
    pages: PagesOnRequest,
    stored: StoredFiles,
    about_all: Vec<Diagnostic>,
    about_files: BTreeMap<OutPath, Vec<Diagnostic>>,
    paths: Vec<Vec<OutPath>>,
    has_duplicates: bool,
}

impl<'a> Collection<'a> {
    /// No file yet, and what is known of the whole.
    pub(crate) fn new(site: &'a Site, about_all: Vec<Diagnostic>) -> Self {
        Self {
            site,
            files: Files::new(),
            pages: PagesOnRequest::new(),
            stored: StoredFiles::new(),
            about_all,
            about_files: BTreeMap::new(),
            paths: Vec::new(),
            has_duplicates: false,
        }
    }

    /// Adds the files of an output. The first output is that of pages.
    pub(crate) fn add_all(&mut self, files: Vec<OutputFile>) {
        let is_of_pages = self.paths.is_empty();
        let paths = files.iter().filter(|_| !is_of_pages && !self.site.options.last);
        self.paths.push(paths.map(|(path, _)| path.clone()).collect());
        for file in files {
            self.add(file);
        }
    }

    /// Adds the files of the search.
    pub(crate) fn add_index(&mut self, search: Option<&SearchIndex>, kept: KeptFiles<'_>) {
        let Some(search) = search else { return };
        for (path, bytes) in search.files.iter() {
            self.add(kept.copy(path.clone(), bytes, Stamp::of_bytes(bytes)));
        }
        for (path, file) in search.stored.iter() {
            self.add((path.clone(), MadeFile::Stored(*file, Vec::new())));
        }
    }

    /// Adds a file, unless there is one of that path already.
    fn add(&mut self, (path, file): OutputFile) {
        let about = about(self.site, &path, file.size(), file.diagnostics());
        if !about.is_empty() {
            self.about_files.entry(path.clone()).or_default().extend(about);
        }
        let is_taken = self.files.contains_key(&path) || self.pages.contains_key(&path);
        if is_taken || self.stored.contains_key(&path) {
            let at = Span::start_of(&origin(self.site, &path));
            let diagnostic = Diagnostic::new(codes::OUTPUT_DUPLICATE_PATH, at);
            self.about_all.push(diagnostic.arg("path", path.as_str()));
            self.has_duplicates = true;
            return;
        }
        match file {
            MadeFile::Held(file) => drop(self.files.insert(path, file)),
            MadeFile::OnRequest(page) => drop(self.pages.insert(path, page)),
            MadeFile::Stored(file, _) => drop(self.stored.insert(path, file)),
        }
    }

    /// All of it.
    pub(crate) fn outputs(
        self,
        engine: Engine,
        search: Option<SearchIndex>,
        (plan, shows_rows): (SitePlan, bool),
    ) -> Outputs {
        Outputs {
            files: self.files,
            pages: self.pages,
            stored: Arc::new(self.stored),
            engine,
            search,
            plan: Some(plan),
            about_all: self.about_all.into(),
            about_files: Arc::new(self.about_files),
            paths: self.paths.into(),
            asked: None,
            has_duplicates: self.has_duplicates,
            shows_rows,
        }
    }
}

/// The diagnostics about a file: its own, and that it is too large.
pub(super) fn about(site: &Site, path: &OutPath, size: u64, own: &[Diagnostic]) -> Vec<Diagnostic> {
    let mut diagnostics = own.to_vec();
    if size > site.settings.limits.output && SourcePath::new(path.as_str()).extension() == "html" {
        let number = |size: u64| usize::try_from(size).unwrap_or(usize::MAX);
        diagnostics.push(
            Diagnostic::new(codes::OUTPUT_TOO_LARGE, Span::start_of(&origin(site, path)))
                .arg("path", path.as_str())
                .arg("size", number(size))
                .arg("limit", number(site.settings.limits.output)),
        );
    }
    diagnostics
}

/// The source of a published file; the settings, for what Jalon writes by itself.
fn origin(site: &Site, path: &OutPath) -> SourcePath {
    let page = site.pages.iter().find(|page| page.written && page.url.file() == *path);
    let asset = || site.assets.iter().find(|(_, asset)| asset.path == *path).map(|(source, _)| source);
    page.map(|page| &page.source)
        .or_else(asset)
        .cloned()
        .unwrap_or_else(|| SourcePath::new("guide/jalon.yaml"))
}
