//! What is served, and what it was made from.
use super::handler::{LazyReport, ServedSite};
use super::lazy_files::LazyFiles;
use super::reader::GuideReader;
use super::watch::{FolderWatcher, Hints};
use super::{BuildFn, Config, Rebuild, ServeEvent};
use crate::failure::Failure;
use crate::model::{Bytes, Files, SourcePath};
use crate::pipeline::{self, Build};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Instant;
use tokio::sync::watch;

pub(super) struct State {
    pub(super) config: Config,
    pub(super) reader: GuideReader,
    /// The last build, for reuse; it may have errors.
    build: Arc<Build>,
    /// The files of the last build without errors.
    good: Option<Arc<Files>>,
    /// The search index and PDFs of what is served.
    lazy_files: Option<Arc<LazyFiles>>,
    pub(super) served: watch::Sender<Arc<ServedSite>>,
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
            good: None,
            lazy_files: None,
            served: watch::Sender::new(Arc::default()),
            build_fn,
            failed: None,
            millis: 0,
        };
        state.build();
        state.millis = begun.elapsed().as_millis();
        Ok(state)
    }

    /// Reports the first build.
    pub(super) fn report_ready(&self, url: &str) {
        let rebuild = self.rebuild(&[], (self.build.files.len(), 0), self.millis);
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
        let before = Arc::clone(&self.build);
        if (seen.has_new_diagnostics || !seen.changed.is_empty()) && self.build() {
            let (made, gone) = pipeline::changes(&before.files, &self.build.files);
            let rebuild = self.rebuild(&seen.changed, (made.len(), gone.len()), begun.elapsed().as_millis());
            (self.config.on_event)(&ServeEvent::Rebuilt(rebuild));
        }
    }

    /// Builds and serves the guide. False if the build panicked; then the last good site stays.
    fn build(&mut self) -> bool {
        let (sources, diagnostics) = (&self.reader.loaded.read.value, &self.reader.loaded.read.diagnostics);
        let built = catch_unwind(AssertUnwindSafe(|| {
            let build = (self.build_fn)(sources, diagnostics, self.config.options, &self.build);
            // Printed here, because a panic of the printer must be caught too.
            let problems = build.has_errors().then(|| (self.config.problems)(&build, sources));
            (build, problems)
        }));
        match built {
            Ok((build, problems)) => {
                let build = Arc::new(build);
                let lazy_files = match self.lazy_files.take() {
                    Some(kept) if problems.is_some() && self.good.is_some() => kept,
                    before => Arc::new(LazyFiles::new(Arc::clone(&build), before.as_deref())),
                };
                self.lazy_files = Some(Arc::clone(&lazy_files));
                if problems.is_none() {
                    self.good = Some(Arc::clone(&build.files));
                }
                // Before the first good build, a site with errors is better than none.
                let files = Arc::clone(self.good.as_ref().unwrap_or(&build.files));
                self.build = Arc::clone(&build);
                let (sources, report) = (sources.clone(), Arc::clone(&self.config.report));
                let make_report = move || Bytes::from(report(&build, &sources).into_bytes());
                let mut site = ServedSite::new(files, problems);
                site.lazy_files = Some(lazy_files);
                site.lazy_report = Some(LazyReport::new(Box::new(make_report)));
                self.served.send_replace(Arc::new(site));
                true
            }
            Err(panic) => {
                let text = panic.downcast_ref::<String>().map(String::as_str);
                let text = text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or_default();
                (self.config.on_event)(&ServeEvent::Bug { text });
                let files = self.good.clone().unwrap_or_default();
                self.served.send_replace(Arc::new(ServedSite::new(files, Some(text.to_owned()))));
                false
            }
        }
    }

    fn rebuild<'a>(
        &'a self,
        changed: &'a [SourcePath],
        (made, gone): (usize, usize),
        millis: u128,
    ) -> Rebuild<'a> {
        Rebuild { changed, made, gone, millis, build: &self.build, sources: &self.reader.loaded.read.value }
    }
}
