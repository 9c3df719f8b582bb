//! One guide: what is on the disk, the texts that are open over it, and the last build of both.
//!
//! A build after each edit leaves out what few pages need: the search index and PDFs. What these add to the diagnostics, or take
//! away, is known from the last whole check and holds for files that have not changed since.
use super::text::{PositionEncoding, TextLines};
use super::uri;
use crate::failure::Failure;
use crate::load::{self, Loaded};
use crate::model::{Diagnostic, Options, Parsed, Site, Source, SourcePath, Sources, is_hidden, is_leftover};
use crate::pipeline::{self, Build};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A guide and how it was last understood.
#[derive(Debug)]
pub(super) struct GuideState {
    pub(super) root: PathBuf,
    loaded: Loaded,
    /// The texts that are open, in place of those on the disk.
    open: BTreeMap<SourcePath, Source>,
    /// Both together.
    pub(super) sources: Sources,
    pub(super) build: Arc<Build>,
    /// Counts builds.
    pub(super) revision: u64,
    /// Whether something has changed since the last build.
    is_stale: bool,
    options: Option<Options>,
    whole: WholeCheck,
}

/// How the diagnostics of the last whole check differed from those of the build.
#[derive(Debug, Default)]
struct WholeCheck {
    /// What was checked.
    sources: Sources,
    more: Vec<Diagnostic>,
    fewer: BTreeSet<Diagnostic>,
}

/// A guide to check as a whole.
#[derive(Debug)]
pub(super) struct CheckJob {
    pub(super) root: PathBuf,
    pub(super) revision: u64,
    pub(super) sources: Sources,
    pub(super) reading: Vec<Diagnostic>,
    pub(super) options: Options,
    /// What the first whole check can keep.
    pub(super) build: Arc<Build>,
}

impl GuideState {
    /// Reads the guide below a root.
    pub(super) fn read(root: PathBuf) -> Result<Self, Failure> {
        let loaded = load::load_changed(&root, &Loaded::compressed())?;
        Ok(Self {
            root,
            loaded,
            open: BTreeMap::new(),
            sources: Sources::new(),
            build: Arc::default(),
            revision: 0,
            is_stale: true,
            options: None,
            whole: WholeCheck::default(),
        })
    }

    /// Reads what has changed on the disk. What was read stays after a failure.
    pub(super) fn look(&mut self) -> Result<(), Failure> {
        let before = self.loaded.read.diagnostics.clone();
        let changes = self.loaded.reload(&self.root)?;
        self.is_stale |= !changes.is_empty() || before != self.loaded.read.diagnostics;
        Ok(())
    }

    /// Reads these files and folders again.
    pub(super) fn look_at(&mut self, paths: &BTreeSet<PathBuf>) -> Result<(), Failure> {
        let before = self.loaded.read.diagnostics.clone();
        let changes = self.loaded.refresh(&self.root, paths)?;
        self.is_stale |= !changes.is_empty() || before != self.loaded.read.diagnostics;
        Ok(())
    }

    /// Puts an open text in the place of the file; none when it is closed.
    pub(super) fn set_open(&mut self, path: &SourcePath, text: Option<&str>) {
        self.is_stale = true;
        match text {
            Some(text) => drop(self.open.insert(path.clone(), Source::new(text))),
            None => drop(self.open.remove(path)),
        }
    }

    /// Whether a path is one that the guide reads.
    fn is_part(&self, path: &SourcePath) -> bool {
        let is_below = ["guide/", "themes/"].iter().any(|top| path.as_str().starts_with(top));
        let is_left_out = is_hidden(path.as_str()) || is_leftover(path.name());
        self.loaded.read.value.contains_key(path) || is_below && !is_left_out
    }

    /// Builds again if something has changed. True if it did.
    pub(super) fn update(&mut self, options: Options) -> bool {
        if !self.is_stale && self.options == Some(options) {
            return false;
        }
        // A text that breaks the build is not built again until it changes.
        (self.is_stale, self.options) = (false, Some(options));
        let mut sources = self.loaded.read.value.clone();
        for (path, source) in self.open.iter().filter(|(path, _)| self.is_part(path)) {
            sources.insert(path.clone(), source.clone());
        }
        self.sources = sources;
        self.revision += 1;
        let options = Options { whole: false, holds_pages: false, last: false, ..options };
        self.build = Arc::new(pipeline::build(&self.sources, &self.reading(), options, &self.build));
        true
    }

    /// The diagnostics of reading the files that no open text replaces.
    fn reading(&self) -> Vec<Diagnostic> {
        let all = self.loaded.read.diagnostics.iter();
        all.filter(|diagnostic| !self.open.contains_key(&diagnostic.span.file)).cloned().collect()
    }

    /// What a whole check of the guide as it is needs.
    pub(super) fn job(&self) -> Option<CheckJob> {
        let options = Options { whole: true, holds_pages: false, last: false, ..self.options? };
        Some(CheckJob {
            root: self.root.clone(),
            revision: self.revision,
            sources: self.sources.clone(),
            reading: self.reading(),
            options,
            build: Arc::clone(&self.build),
        })
    }

    /// Takes the diagnostics of a whole check. False if the guide has changed since it was asked for.
    pub(super) fn take_check(&mut self, revision: u64, diagnostics: Vec<Diagnostic>) -> bool {
        if revision != self.revision {
            return false;
        }
        let (whole, quick): (BTreeSet<Diagnostic>, BTreeSet<Diagnostic>) =
            (diagnostics.into_iter().collect(), self.build.diagnostics.iter().cloned().collect());
        self.whole = WholeCheck {
            sources: self.sources.clone(),
            more: whole.difference(&quick).cloned().collect(),
            fewer: quick.difference(&whole).cloned().collect(),
        };
        true
    }

    /// What is wrong, in the order of the places.
    pub(super) fn diagnostics(&self) -> Vec<Diagnostic> {
        let is_as_checked = |diagnostic: &&Diagnostic| {
            let file = &diagnostic.span.file;
            self.whole.sources.get(file) == self.sources.get(file)
        };
        let quick = self.build.diagnostics.iter().filter(|known| !self.whole.fewer.contains(known));
        let more = self.whole.more.iter().filter(is_as_checked);
        let mut all: Vec<Diagnostic> = quick.chain(more).cloned().collect();
        // As `check` sorts them.
        all.sort_by(|left, right| {
            let key = |diagnostic: &Diagnostic| (diagnostic.span.start, diagnostic.code.name);
            let files = left.span.file.cmp(&right.span.file);
            files.then_with(|| key(left).cmp(&key(right))).then_with(|| left.cmp(right))
        });
        all.dedup();
        all
    }

    /// The guide as it was last understood; none before the first build.
    pub(super) fn site(&self) -> Option<&Site> {
        self.build.site.as_deref()
    }

    /// The files as they were last parsed.
    pub(super) fn parsed(&self) -> &Parsed {
        &self.build.parsed
    }

    /// The lines of a file; none if it is no part of the guide.
    pub(super) fn lines(&self, path: &SourcePath, encoding: PositionEncoding) -> Option<TextLines<'_>> {
        let bytes = self.sources.get(path)?.bytes();
        Some(if self.open.contains_key(path) {
            TextLines::of_buffer(bytes, encoding)
        } else {
            TextLines::of_file(bytes, encoding)
        })
    }

    /// The path of a file below the root.
    pub(super) fn source_path(&self, path: &Path) -> Option<SourcePath> {
        uri::source_path(&self.root, path)
    }
}
