//! What is shown and what it was made from.
use super::finder::Finder;
use super::handler::Shown;
use super::listen::Showing;
use super::reporter::Reporter;
use super::watch::Watching;
use super::{Config, Make, Round, Said};
use crate::failure::Failure;
use crate::load::{self, Loaded};
use crate::model::{Files, SourcePath, Sources};
use crate::pipeline::{self, Build};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::sync::watch;

/// How long to wait for a file that was caught empty or half-written.
const HALF_WRITTEN: Duration = Duration::from_millis(300);

/// How long to wait for a file that is gone: many editors save by moving the old one away first.
const GONE: Duration = Duration::from_millis(60);

/// How long a tree may keep changing before it is built as it is.
const RESTLESS: Duration = Duration::from_secs(2);

/// The state of the editing loop.
pub(super) struct Current {
    pub(super) config: Config,
    loaded: Loaded,
    /// The build before, for reuse; it may have errors.
    build: Arc<Build>,
    /// The files of the last build without errors.
    good: Option<Files>,
    /// The search of what is shown.
    finder: Option<Arc<Finder>>,
    show: watch::Sender<Arc<Shown>>,
    make: Make,
    /// The last failure that was told, so that it is told once.
    failed: Option<String>,
    millis: u128,
}

impl Current {
    /// Reads the guide and builds it for the first time.
    pub(super) fn read(config: Config, make: Make) -> Result<Self, Failure> {
        let begun = Instant::now();
        let loaded = load::load_changed(&config.root, &Sources::new(), &load::Snapshot::default())?;
        let mut current = Self {
            config,
            loaded,
            build: Arc::default(),
            good: None,
            finder: None,
            show: watch::Sender::new(Arc::default()),
            make,
            failed: None,
            millis: 0,
        };
        current.build();
        current.millis = begun.elapsed().as_millis();
        Ok(current)
    }

    /// What the handler shows, now and later.
    pub(super) fn showing(&self) -> Showing {
        self.show.subscribe()
    }

    /// Whether to look again soon.
    pub(super) fn is_fresh(&self) -> bool {
        self.loaded.snapshot.is_fresh()
    }

    /// Tells about the first build.
    pub(super) fn first(&self, url: &str) {
        let made = self.build.files.len();
        (self.config.say)(&Said::Ready { url, round: self.round(&[], made, 0, self.millis) });
    }

    /// Looks at the disk, and builds if something changed.
    pub(super) fn look(&mut self, watching: &mut Watching) {
        let begun = Instant::now();
        match self.settle(watching) {
            Ok(loaded) => {
                self.failed = None;
                let changed = differences(&self.loaded.read.value, &loaded.read.value);
                let told = loaded.read.diagnostics != self.loaded.read.diagnostics;
                self.loaded = loaded;
                if told || !changed.is_empty() {
                    let before = self.build.files.clone();
                    if self.build() {
                        let (made, gone) = pipeline::changes(&before, &self.build.files);
                        let millis = begun.elapsed().as_millis();
                        (self.config.say)(&Said::Rebuilt(self.round(
                            &changed,
                            made.len(),
                            gone.len(),
                            millis,
                        )));
                    }
                }
            }
            Err(failure) => {
                let text = failure.to_string();
                if self.failed.as_ref() != Some(&text) {
                    self.failed = Some(text);
                    (self.config.say)(&Said::Failed(&failure));
                }
            }
        }
    }

    /// Reads what changed, once it stands still: one file that looks complete does at once, anything else when
    /// two looks agree.
    fn settle(&self, watching: &mut Watching) -> Result<Loaded, Failure> {
        let begun = Instant::now();
        let mut loaded =
            load::load_changed(&self.config.root, &self.loaded.read.value, &self.loaded.snapshot);
        loop {
            let wait = match &loaded {
                Ok(seen) => {
                    let changed = differences(&self.loaded.read.value, &seen.read.value);
                    let wait = changed.iter().map(|path| patience(path, &seen.read.value)).max();
                    if changed.len() <= 1 && wait.unwrap_or_default().is_zero() && !watching.is_restless() {
                        return loaded;
                    }
                    wait.unwrap_or_default()
                }
                // The guide itself is gone; it may be on its way back.
                Err(_) => GONE,
            };
            watching.gather();
            let next = match &loaded {
                Ok(seen) => load::load_changed(&self.config.root, &seen.read.value, &seen.snapshot),
                Err(_) => {
                    load::load_changed(&self.config.root, &self.loaded.read.value, &self.loaded.snapshot)
                }
            };
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

    /// Builds and shows. False if the build broke; then all is as it was.
    fn build(&mut self) -> bool {
        let (sources, diagnostics) = (&self.loaded.read.value, &self.loaded.read.diagnostics);
        let built = catch_unwind(AssertUnwindSafe(|| {
            let build = (self.make)(sources, diagnostics, self.config.options, &self.build);
            // In words here, because a diagnostic that breaks its printer is our fault too.
            let problems = build.has_errors().then(|| (self.config.words)(&build, sources));
            (build, problems)
        }));
        match built {
            Ok((build, problems)) => {
                let build = Arc::new(build);
                let finder = match self.finder.take() {
                    Some(finder) if problems.is_some() && self.good.is_some() => finder,
                    before => Arc::new(Finder::new(Arc::clone(&build), before.as_deref())),
                };
                self.finder = Some(Arc::clone(&finder));
                if problems.is_none() {
                    self.good = Some(build.files.clone());
                }
                // Before the first good build, a site with errors is better than none.
                let files = self.good.as_ref().unwrap_or(&build.files).clone();
                self.build = Arc::clone(&build);
                let reporter = Reporter::new(build, sources.clone(), Arc::clone(&self.config.report));
                let shown = Shown::new(files, problems).with_finder(finder).with_reporter(reporter);
                self.show.send_replace(Arc::new(shown));
                true
            }
            Err(panic) => {
                let text = panic.downcast_ref::<String>().map(String::as_str);
                let text = text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or_default();
                (self.config.say)(&Said::Bug { text });
                let files = self.good.clone().unwrap_or_default();
                self.show.send_replace(Arc::new(Shown::new(files, Some(text.to_owned()))));
                false
            }
        }
    }

    fn round<'a>(&'a self, changed: &'a [SourcePath], made: usize, gone: usize, millis: u128) -> Round<'a> {
        Round { changed, made, gone, millis, build: &self.build, sources: &self.loaded.read.value }
    }
}

/// Paths that came, went or hold something else.
fn differences(before: &Sources, after: &Sources) -> Vec<SourcePath> {
    let differs = |(path, source): &(&SourcePath, &crate::model::Source)| {
        before.get(*path).is_none_or(|old| old.stamp != source.stamp)
    };
    let mut paths: Vec<_> = after.iter().filter(differs).map(|(path, _)| path.clone()).collect();
    paths.extend(before.keys().filter(|path| !after.contains_key(*path)).cloned());
    paths.sort();
    paths
}

/// How long to wait for this changed file to become what its author meant.
fn patience(path: &SourcePath, now: &Sources) -> Duration {
    match now.get(path) {
        None => GONE,
        Some(source) if source.bytes.is_empty() => HALF_WRITTEN,
        Some(source) if path.extension() == "md" && has_open_head(&source.bytes) => HALF_WRITTEN,
        Some(_) => Duration::ZERO,
    }
}

/// Whether front matter begins and does not end.
fn has_open_head(bytes: &[u8]) -> bool {
    let mut lines = bytes.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii_end);
    let first = lines.next().unwrap_or_default();
    first.strip_prefix(b"\xef\xbb\xbf").unwrap_or(first) == b"---" && !lines.any(|line| line == b"---")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_that_does_not_close_is_half_written() {
        for open in ["---", "---\n", "---\ntitle: A\n", "\u{feff}---\r\ntitle: A\r\n", "---\ntitle: A\n--"] {
            assert!(has_open_head(open.as_bytes()), "{open:?}");
        }
        for closed in ["", "# A", "---\ntitle: A\n---\n", "---\r\n---\r\n", "---- \n"] {
            assert!(!has_open_head(closed.as_bytes()), "{closed:?}");
        }
    }
}
