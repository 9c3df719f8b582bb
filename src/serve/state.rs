//! What is served, and what it was made from.
use super::handler::{LazyReport, ServedSite};
use super::lazy_files::LazyFiles;
use super::watch::FolderWatcher;
use super::{BuildFn, Config, Rebuild, ServeEvent};
use crate::failure::Failure;
use crate::load::{self, Loaded};
use crate::model::{Bytes, Files, SourcePath, Sources};
use crate::pipeline::{self, Build};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::sync::watch;

/// How long to wait for a file that is empty or looks half-written.
const HALF_WRITTEN: Duration = Duration::from_millis(300);

/// How long to wait for a file that is gone: many editors move the old file away before they write the new one.
const GONE: Duration = Duration::from_millis(60);

/// How long files may keep changing before they are built as they are.
const RESTLESS: Duration = Duration::from_secs(2);

pub(super) struct State {
    pub(super) config: Config,
    pub(super) loaded: Loaded,
    /// The last build, for reuse; it may have errors.
    build: Arc<Build>,
    /// The files of the last build without errors.
    good: Option<Files>,
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
        let loaded = load::load_changed(&config.root, &Sources::new(), &load::Snapshot::default())?;
        let mut state = Self {
            config,
            loaded,
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
    pub(super) fn look(&mut self, watcher: &mut FolderWatcher) {
        let begun = Instant::now();
        let loaded = match self.read_settled(watcher) {
            Ok(loaded) => loaded,
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
        let changed = differences(&self.loaded.read.value, &loaded.read.value);
        let has_new_diagnostics = loaded.read.diagnostics != self.loaded.read.diagnostics;
        self.loaded = loaded;
        let before = self.build.files.clone();
        if (has_new_diagnostics || !changed.is_empty()) && self.build() {
            let (made, gone) = pipeline::changes(&before, &self.build.files);
            let rebuild = self.rebuild(&changed, (made.len(), gone.len()), begun.elapsed().as_millis());
            (self.config.on_event)(&ServeEvent::Rebuilt(rebuild));
        }
    }

    /// Reads what changed once it no longer changes. One file that looks complete is enough; anything else must be the
    /// same when read twice.
    fn read_settled(&self, watcher: &mut FolderWatcher) -> Result<Loaded, Failure> {
        let begun = Instant::now();
        let load = |seen: &Loaded| load::load_changed(&self.config.root, &seen.read.value, &seen.snapshot);
        let mut loaded = load(&self.loaded);
        loop {
            let wait = match &loaded {
                Ok(seen) => {
                    let changed = differences(&self.loaded.read.value, &seen.read.value);
                    let waits = changed.iter().map(|path| patience(path, &seen.read.value));
                    let wait = waits.max().unwrap_or_default();
                    if changed.len() <= 1 && wait.is_zero() && !watcher.has_new_events() {
                        return loaded;
                    }
                    wait
                }
                // The guide itself is gone; an editor may be about to put it back.
                Err(_) => GONE,
            };
            watcher.drain();
            let next = load(loaded.as_ref().unwrap_or(&self.loaded));
            let agrees = match (&loaded, &next) {
                (Ok(seen), Ok(again)) => again.snapshot.agrees(&seen.snapshot),
                (Err(_), Err(_)) => true,
                _ => false,
            };
            loaded = next;
            if (agrees && begun.elapsed() >= wait) || begun.elapsed() > RESTLESS {
                return loaded;
            }
        }
    }

    /// Builds and serves the guide. False if the build panicked; then the last good site stays.
    fn build(&mut self) -> bool {
        let (sources, diagnostics) = (&self.loaded.read.value, &self.loaded.read.diagnostics);
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
                    self.good = Some(build.files.clone());
                }
                // Before the first good build, a site with errors is better than none.
                let files = self.good.as_ref().unwrap_or(&build.files).clone();
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
        Rebuild { changed, made, gone, millis, build: &self.build, sources: &self.loaded.read.value }
    }
}

/// Paths that were added, removed or changed.
fn differences(before: &Sources, after: &Sources) -> Vec<SourcePath> {
    let differs = |(path, source): &(&SourcePath, &crate::model::Source)| {
        before.get(*path).is_none_or(|old| old.stamp != source.stamp)
    };
    let mut paths: Vec<_> = after.iter().filter(differs).map(|(path, _)| path.clone()).collect();
    paths.extend(before.keys().filter(|path| !after.contains_key(*path)).cloned());
    paths.sort();
    paths
}

/// How long to wait for this changed file to be complete.
fn patience(path: &SourcePath, now: &Sources) -> Duration {
    match now.get(path) {
        None => GONE,
        Some(source) if source.bytes.is_empty() => HALF_WRITTEN,
        Some(source) if path.extension() == "md" && has_open_front_matter(&source.bytes) => HALF_WRITTEN,
        Some(_) => Duration::ZERO,
    }
}

/// Whether front matter begins and does not end.
fn has_open_front_matter(bytes: &[u8]) -> bool {
    let mut lines = bytes.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii_end);
    let first = lines.next().unwrap_or_default();
    first.strip_prefix(b"\xef\xbb\xbf").unwrap_or(first) == b"---" && !lines.any(|line| line == b"---")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_that_does_not_end_is_half_written() {
        for open in ["---", "---\n", "---\ntitle: A\n", "\u{feff}---\r\ntitle: A\r\n", "---\ntitle: A\n--"] {
            assert!(has_open_front_matter(open.as_bytes()), "{open:?}");
        }
        for closed in ["", "# A", "---\ntitle: A\n---\n", "---\r\n---\r\n", "---- \n"] {
            assert!(!has_open_front_matter(closed.as_bytes()), "{closed:?}");
        }
    }
}
