//! What is served while there are errors.
//!
//! What is served is the guide with each file that has an error in its last good version: a page, the settings, the
//! registry, a template. So an error holds back what would change because of it, and nothing else. An earlier version of
//! the file does not undo every error: a link breaks when the page that it leads to is removed. Then, in this order:
//!
//! 1. Where all these errors are in pages, the pages keep what was published of them, and no address vanishes.
//! 2. Settings, registry and theme, which any page may use, go back to their last good version all together.
//! 3. If even this does not help, everything stays as it was.
//!
//! A file that has had an error since `serve` began, and a new page with an error, have no good version: they are served
//! as they are.
use super::lazy_files::LazyFiles;
use crate::model::{Bytes, Diagnostic, Files, OutPath, Severity, SourcePath, Sources, differences};
use crate::pipeline::Build;
use crate::stamp::Stamp;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The addresses that were published once. Nothing is made of this file.
const LOCK: &str = "guide/urls.lock";

/// Builds a guide; some of it is kept from the build before.
pub(super) type Make<'a> = dyn Fn(&Sources, &[Diagnostic], &Build) -> Build + 'a;

/// A guide as it was read, and what was built of it.
#[derive(Clone, Copy)]
pub(super) struct Guide<'a> {
    pub(super) sources: &'a Sources,
    pub(super) reading: &'a [Diagnostic],
    pub(super) build: &'a Arc<Build>,
}

/// The guide that is served.
#[derive(Clone, Default)]
pub(super) struct LastGood {
    sources: Sources,
    /// What is made of these sources.
    pub(super) build: Arc<Build>,
    /// The search index and PDFs; none before the first build.
    lazy_files: Option<Arc<LazyFiles>>,
    /// Files of earlier builds that are served in place of those of the build.
    kept: BTreeMap<OutPath, Bytes>,
    /// Files of the next build, which is not ready yet, that are served in place of those of the build.
    first: Files,
    /// PDFs of earlier builds.
    kept_pdfs: BTreeMap<OutPath, Arc<LazyFiles>>,
    /// Source files without a good version.
    never_good: BTreeSet<SourcePath>,
    /// Source files with an error, of which an earlier state is served.
    pub(super) held: BTreeSet<SourcePath>,
}

impl LastGood {
    /// What is served after a build.
    pub(super) fn next(&self, now: Guide<'_>, make: &Make<'_>) -> Self {
        let mut never_good = files_with_errors(&now.build.diagnostics);
        let mut held = BTreeSet::new();
        if self.lazy_files.is_some() {
            let is_new = |path: &SourcePath| path.is_page() && !self.sources.contains_key(path);
            let is_never_good = |path: &SourcePath| self.never_good.contains(path) || is_new(path);
            (never_good, held) = never_good.into_iter().partition(is_never_good);
        }
        if held.is_empty() {
            return Self { never_good, ..self.with_build(now.sources.clone(), Arc::clone(now.build)) };
        }
        let next = self.without_held(now, &held, make);
        Self { never_good, held, ..next.unwrap_or_else(|| self.clone()) }
    }

    /// Whether nothing is or was wrong, so that what comes next can be served as it is.
    pub(super) fn is_good(&self) -> bool {
        self.lazy_files.is_some() && self.held.is_empty() && self.never_good.is_empty()
    }

    /// This guide with the first files of the next build.
    pub(super) fn with_first(&self, files: Files) -> Self {
        Self { first: files, ..self.clone() }
    }

    /// A file that is served, by its path; a page is made now.
    pub(super) fn get(&self, path: &OutPath) -> Option<Bytes> {
        self.in_memory(path).cloned().or_else(|| self.build.page_at(path))
    }

    /// The stamp of the bytes of a file that is served.
    pub(super) fn stamp(&self, path: &OutPath) -> Option<Stamp> {
        let on_request = || self.build.pages.get(path).map(|page| page.value.value.stamp);
        self.in_memory(path).map(|bytes| Stamp::of_bytes(bytes)).or_else(on_request)
    }

    /// A file that is served and is in memory.
    fn in_memory(&self, path: &OutPath) -> Option<&Bytes> {
        let made = || self.first.get(path).or_else(|| self.build.files.get(path));
        self.kept.get(path).or_else(|| made().map(|made| &made.value.value))
    }

    /// A PDF or a file of the search index.
    pub(super) fn lazy(&self, path: &str) -> Option<(OutPath, Bytes)> {
        let kept = self.kept_pdfs.get(&OutPath::new(path));
        kept.or(self.lazy_files.as_ref())?.get(path)
    }

    /// The guide with the last good versions of the files with errors; none if an error stays that any page may show.
    fn without_held(&self, now: Guide<'_>, held: &BTreeSet<SourcePath>, make: &Make<'_>) -> Option<Self> {
        let mut sources = now.sources.clone();
        self.restore(&mut sources, held.iter().cloned());
        let mut next = self.rebuilt(now, sources, make);
        let mut wrong = next.still_wrong(held);
        if wrong.iter().any(is_shared) {
            let mut sources = next.sources.clone();
            let shared: Vec<_> =
                self.sources.keys().chain(sources.keys()).filter(|path| is_shared(path)).cloned().collect();
            self.restore(&mut sources, shared.into_iter());
            next = self.rebuilt(now, sources, make);
            wrong = next.still_wrong(held);
        }
        if wrong.iter().any(is_shared) {
            return None;
        }
        if !wrong.is_empty() {
            next.keep_vanished(self);
        }
        for page in &wrong {
            next.keep_page(self, page);
        }
        Some(next)
    }

    /// Gives files the version that is served. A file that was not there goes again, unless it is a page.
    fn restore(&self, sources: &mut Sources, paths: impl Iterator<Item = SourcePath>) {
        for path in paths {
            match self.sources.get(&path) {
                Some(source) => drop(sources.insert(path, source.clone())),
                None if path.is_page() => {}
                None => drop(sources.remove(&path)),
            }
        }
    }

    /// Builds these sources, unless they are those that are served or those that were read.
    fn rebuilt(&self, now: Guide<'_>, sources: Sources, make: &Make<'_>) -> Self {
        if are_equal(&sources, &self.sources) {
            return self.with_build(self.sources.clone(), Arc::clone(&self.build));
        }
        if are_equal(&sources, now.sources) {
            return self.with_build(now.sources.clone(), Arc::clone(now.build));
        }
        // What is said about reading a file does not hold for its earlier version.
        let is_read = |diagnostic: &&Diagnostic| {
            let path = &diagnostic.span.file;
            sources.get(path).map(|source| source.stamp) == now.sources.get(path).map(|source| source.stamp)
        };
        let reading: Vec<_> = now.reading.iter().filter(is_read).cloned().collect();
        let build = make(&sources, &reading, &self.build);
        self.with_build(sources, Arc::new(build))
    }

    fn with_build(&self, sources: Sources, build: Arc<Build>) -> Self {
        let lazy_files = match &self.lazy_files {
            Some(lazy_files) if Arc::ptr_eq(&self.build, &build) => Arc::clone(lazy_files),
            before => Arc::new(LazyFiles::new(Arc::clone(&build), before.as_deref())),
        };
        Self { sources, build, lazy_files: Some(lazy_files), ..Self::default() }
    }

    /// Files that have an error although they have their last good version.
    fn still_wrong(&self, held: &BTreeSet<SourcePath>) -> BTreeSet<SourcePath> {
        files_with_errors(&self.build.diagnostics).intersection(held).cloned().collect()
    }

    /// Keeps what was served and is made no more.
    fn keep_vanished(&mut self, before: &Self) {
        let Build { files, pages, .. } = &*before.build;
        for path in files.keys().chain(pages.keys()).chain(before.kept.keys()) {
            if !self.build.files.contains_key(path) && !self.build.pages.contains_key(path) {
                self.kept.extend(before.get(path).map(|bytes| (path.clone(), bytes)));
            }
        }
    }

    /// Keeps what was served of a page: its file, and the PDFs that it names.
    fn keep_page(&mut self, before: &Self, source: &SourcePath) {
        let site = self.build.site.as_ref().or(before.build.site.as_ref());
        let Some(path) = site.and_then(|site| site.page_of(source)).map(|page| page.url.file()) else {
            return;
        };
        let Some(html) = before.get(&path) else { return };
        for pdf in pdfs(&html) {
            let lazy_files = before.kept_pdfs.get(&pdf).or(before.lazy_files.as_ref());
            self.kept_pdfs.extend(lazy_files.map(|lazy_files| (pdf, Arc::clone(lazy_files))));
        }
        self.kept.insert(path, html);
    }
}

fn files_with_errors(diagnostics: &[Diagnostic]) -> BTreeSet<SourcePath> {
    let errors = diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
    errors.map(|diagnostic| diagnostic.span.file.clone()).collect()
}

/// Whether any page may use a file.
pub(super) fn is_shared(path: &SourcePath) -> bool {
    !path.is_page() && path.as_str() != LOCK
}

fn are_equal(one: &Sources, other: &Sources) -> bool {
    differences(one, other).next().is_none()
}

/// The PDFs that a page links to, from the root of the site. All are in one folder, `checklists/NAME.pdf`.
fn pdfs(html: &[u8]) -> Vec<OutPath> {
    let text = String::from_utf8_lossy(html);
    let links = text.split("href=\"").filter_map(|rest| rest.split('"').next());
    let names = links.filter_map(|link| link.strip_suffix(".pdf"));
    names
        .map(|name| OutPath::new(format!("{}.pdf", name.trim_start_matches("../").trim_start_matches("./"))))
        .collect()
}
