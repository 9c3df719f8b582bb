//! What is served, and what it was made from.
use super::desk::ReadGuide;
use super::edit::Editing;
use super::last_good::{Guide, LastGood};
use super::listen::OpenSite;
use super::looked_at::LookedAt;
use super::overlay::Overlay;
use super::reader::GuideReader;
use super::site::{LazyReport, ServedSite};
use super::watch::{FolderWatcher, Hints};
use super::{BuildFn, Config, Rebuild, ServeEvent};
use crate::failure::Failure;
use crate::model::{Bytes, Diagnostic, Files, SourcePath, Sources};
use crate::pipeline::{self, Build, First};
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Instant;
use tokio::sync::watch;

pub(super) struct State {
    pub(super) config: Config,
    pub(super) reader: GuideReader,
    /// The last build, for reuse; it may have errors.
    build: Arc<Build>,
    served: watch::Sender<Arc<ServedSite>>,
    /// The pages that are made first.
    looked_at: LookedAt,
    build_fn: BuildFn,
    /// The last failure, so that it is reported once.
    failed: Option<String>,
    millis: u128,
}

impl State {
    /// Reads the guide and builds it for the first time.
    pub(super) fn read(config: Config, build_fn: BuildFn) -> Result<Self, Failure> {
        let begun = Instant::now();
        let reader = GuideReader::start(config.root.clone())?;
        let mut state = Self {
            config,
            reader,
            build: Arc::default(),
            served: watch::Sender::new(Arc::default()),
            looked_at: LookedAt::default(),
            build_fn,
            failed: None,
            millis: 0,
        };
        state.build();
        state.millis = begun.elapsed().as_millis();
        Ok(state)
    }

    /// What the answers to requests are made from.
    pub(super) fn open_site(&self, editing: Option<Arc<Editing>>) -> OpenSite {
        OpenSite { served: self.served.subscribe(), looked_at: self.looked_at.clone(), editing }
    }

    /// Reports the first build.
    pub(super) fn report_ready(&self, url: &str) {
        let none = BTreeSet::new();
        let rebuild = self.rebuild(&[], (self.build.file_count(), 0), self.millis, (None, &none));
        (self.config.on_event)(&ServeEvent::Ready { url, rebuild });
    }

    /// Reads the disk, and builds if something changed.
    pub(super) fn look(&mut self, hints: Hints, watcher: &mut FolderWatcher) {
        let begun = Instant::now();
        let seen = match self.reader.look(hints, watcher) {
            Ok(seen) => seen,
            Err(failure) => {
                let text = Some(failure.to_string());
                if self.failed != text {
                    self.failed = text;
                    (self.config.on_event)(&ServeEvent::Failed(&failure));
                }
                return;
            }
        };
        self.failed = None;
        let before = (Arc::clone(&self.build), Arc::clone(&self.served.borrow().guide.build));
        if (seen.has_new_diagnostics || !seen.changed.is_empty()) && self.build() {
            let served = Arc::clone(&self.served.borrow());
            let (made, gone) = pipeline::changes(&before.1, &served.guide.build);
            let millis = begun.elapsed().as_millis();
            let known = (Some(&*before.0.diagnostics), &served.guide.held);
            let rebuild = self.rebuild(&seen.changed, (made.len(), gone.len()), millis, known);
            (self.config.on_event)(&ServeEvent::Rebuilt(rebuild));
        }
    }

    /// Builds and serves the guide. False if the build panicked; then what was served stays.
    fn build(&mut self) -> bool {
        let before = Arc::clone(&self.served.borrow());
        let sources = self.reader.loaded.read.value.clone();
        let pages = self.looked_at.pages();
        let show = |files: Files| self.show_first(&before, files);
        let first = before.guide.is_good().then_some(First { pages: &pages, show: &show });
        let built = catch_unwind(AssertUnwindSafe(|| {
            let options = self.config.options;
            let make = |sources: &Sources, reading: &[Diagnostic], before: &Build| {
                (self.build_fn)(sources, reading, options, before, None)
            };
            let reading = &self.reader.loaded.read.diagnostics;
            let build = Arc::new((self.build_fn)(&sources, reading, options, &self.build, first));
            let guide = Guide { sources: &sources, reading, build: &build };
            (before.guide.next(guide, &make), build)
        }));
        match built {
            Ok((guide, build)) => {
                self.build = Arc::clone(&build);
                self.serve(&before, guide, sources);
                true
            }
            Err(panic) => {
                let text = panic.downcast_ref::<String>().map(String::as_str);
                let text = text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or_default();
                (self.config.on_event)(&ServeEvent::Bug { text });
                let overlay = Overlay::Bug((self.config.bug)(text));
                let parts = before.parts.next(&before.guide);
                let (guide, report, read) =
                    (before.guide.clone(), before.report.clone(), before.read.clone());
                let site = ServedSite { guide, parts, report, overlay, read };
                self.served.send_replace(Arc::new(site));
                false
            }
        }
    }

    /// Serves the files of pages that somebody looks at, while all others are still made.
    fn show_first(&self, before: &ServedSite, files: Files) {
        let parts = before.parts.with(&files);
        let guide = before.guide.with_first(files);
        let (report, read, overlay) = (before.report.clone(), before.read.clone(), Overlay::None);
        self.served.send_replace(Arc::new(ServedSite { guide, parts, report, overlay, read }));
    }

    /// Reads and builds everything anew, as if nothing were known.
    pub(super) fn rebuild_all(&mut self) {
        let begun = Instant::now();
        match GuideReader::start(self.config.root.clone()) {
            Ok(reader) => self.reader = reader,
            Err(failure) => return (self.config.on_event)(&ServeEvent::Failed(&failure)),
        }
        let known = std::mem::take(&mut self.build);
        if self.build() {
            let held = self.served.borrow().guide.held.clone();
            let known = (Some(&*known.diagnostics), &held);
            let rebuild = self.rebuild(&[], (self.build.file_count(), 0), begun.elapsed().as_millis(), known);
            (self.config.on_event)(&ServeEvent::RebuiltAll(rebuild));
        }
    }

    /// Shows all that is known to be wrong.
    pub(super) fn report_check(&self) {
        let (build, sources) = (&*self.build, &self.reader.loaded.read.value);
        (self.config.on_event)(&ServeEvent::Check { build, sources });
    }

    fn serve(&self, before: &ServedSite, guide: LastGood, sources: Sources) {
        let reading = self.reader.loaded.read.diagnostics.clone();
        let read = ReadGuide { sources: sources.clone(), reading, build: Arc::clone(&self.build) };
        let (build, print) = (Arc::clone(&self.build), Arc::clone(&self.config.overlay));
        let overlay = if build.has_errors() {
            Overlay::Errors { build, sources: sources.clone(), print }
        } else {
            Overlay::None
        };
        let (build, print) = (Arc::clone(&self.build), Arc::clone(&self.config.report));
        let report = LazyReport::new(Box::new(move || Bytes::from(print(&build, &sources).into_bytes())));
        let parts = before.parts.next(&guide);
        self.served.send_replace(Arc::new(ServedSite {
            guide,
            parts,
            overlay,
            report: Some(Arc::new(report)),
            read: Some(Arc::new(read)),
        }));
    }

    fn rebuild<'a>(
        &'a self,
        changed: &'a [SourcePath],
        (made, gone): (usize, usize),
        millis: u128,
        (known, held): (Option<&'a [Diagnostic]>, &'a BTreeSet<SourcePath>),
    ) -> Rebuild<'a> {
        let (build, sources) = (&*self.build, &self.reader.loaded.read.value);
        Rebuild { changed, made, gone, millis, build, sources, known, held }
    }
}
