//! Checks guides as a whole beside the edits: search index and PDFs included, as `jalon check` does.
//!
//! One thread takes the latest state of each guide. Its builds run on a thread of their own, so that a build after an edit
//! never waits behind them.
use super::guide::CheckJob;
use crate::model::Diagnostic;
use crate::pipeline::{self, Build};
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::Builder;

/// What a whole check found.
#[derive(Debug)]
pub(super) struct WholeResult {
    pub(super) root: PathBuf,
    pub(super) revision: u64,
    /// None if the check broke off because of a bug of ours.
    pub(super) diagnostics: Option<Vec<Diagnostic>>,
}

/// What the thread is told.
#[derive(Debug)]
enum Order {
    Check(Box<CheckJob>),
    /// The guide is closed.
    Forget(PathBuf),
}

/// The thread that checks.
#[derive(Debug)]
pub(super) struct Checker(Sender<Order>);

impl Checker {
    /// Starts the thread, which gives each result to `done`. Without a thread nothing is checked as a whole.
    pub(super) fn start(done: impl Fn(WholeResult) + Send + 'static) -> std::io::Result<Self> {
        let (orders, inbox) = channel();
        Builder::new().name("check".to_owned()).spawn(move || run(&inbox, &done))?;
        Ok(Self(orders))
    }

    /// Checks a guide, unless a later state of it follows.
    pub(super) fn check(&self, job: CheckJob) -> bool {
        self.0.send(Order::Check(Box::new(job))).is_ok()
    }

    /// Drops what is kept of a guide.
    pub(super) fn forget(&self, root: PathBuf) -> bool {
        self.0.send(Order::Forget(root)).is_ok()
    }
}

fn run(inbox: &Receiver<Order>, done: &dyn Fn(WholeResult)) {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build();
    let mut kept: BTreeMap<PathBuf, Build> = BTreeMap::new();
    let mut waiting: BTreeMap<PathBuf, Box<CheckJob>> = BTreeMap::new();
    while let Ok(first) = inbox.recv() {
        for order in std::iter::once(first).chain(inbox.try_iter()) {
            match order {
                Order::Check(job) => drop(waiting.insert(job.root.clone(), job)),
                Order::Forget(root) => {
                    waiting.remove(&root);
                    kept.remove(&root);
                }
            }
        }
        for (root, job) in std::mem::take(&mut waiting) {
            let build = || match &pool {
                Ok(pool) => pool.install(|| whole(&job, kept.get(&root))),
                Err(_) => whole(&job, kept.get(&root)),
            };
            let built = catch_unwind(AssertUnwindSafe(build)).ok();
            let diagnostics = built.as_ref().map(|build| build.diagnostics.clone());
            match built {
                Some(build) => drop(kept.insert(root.clone(), build)),
                None => drop(kept.remove(&root)),
            }
            done(WholeResult { root, revision: job.revision, diagnostics });
        }
    }
}

/// Builds all of a guide; keeps what is still valid of the last time.
pub(super) fn whole(job: &CheckJob, before: Option<&Build>) -> Build {
    pipeline::build(&job.sources, &job.reading, job.options, before.unwrap_or(&job.build))
}
