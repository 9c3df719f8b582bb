//! Publishes a site that was built to an object store or a folder: `jalon publish`. With the feature `publish`.
//!
//! 1. `target` reads the address; `store` opens it with the credentials of the environment.
//! 2. `state` is the list of what was published, kept at the target; `lease` holds it for one publisher, whose `process` it
//!    names.
//! 3. `plan` decides what is sent and removed, in which order; new pages by their `links`, with the algorithm of `order`.
//! 4. `run` does it. `retry` asks again where a request fails; `trouble` puts what remains into a failure.
#![expect(clippy::disallowed_methods, reason = "this module uses the network, the clock and the environment")]

mod lease;
mod links;
mod order;
mod plan;
mod process;
mod retry;
mod run;
mod state;
mod store;
mod target;
mod trouble;

pub(crate) use plan::PublishPlan;
pub(crate) use target::PublishTarget;

use crate::failure::Failure;
use crate::write::built::BuiltSite;
use std::path::Path;

/// What is published, where and how.
#[derive(Debug)]
pub(crate) struct PublishJob<'a> {
    pub(crate) site: &'a BuiltSite,
    pub(crate) target: &'a PublishTarget,
    /// How many files are sent at once.
    pub(crate) parallel: usize,
    /// Whether files of others are replaced.
    pub(crate) force: bool,
    /// Whether nothing is written.
    pub(crate) dry_run: bool,
}

/// How far a publication is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum PublishProgress {
    /// Another publisher is waited for.
    Waiting,
    /// So many of all files are sent.
    Sent { done: usize, all: usize },
}

/// What a publication did, or would do.
#[derive(Clone, Debug, Default)]
pub(crate) struct Published {
    /// How many files the site has.
    pub(crate) files: usize,
    pub(crate) plan: PublishPlan,
    /// Whether it was done.
    pub(crate) is_done: bool,
}

/// Publishes.
pub(crate) fn publish(
    job: &PublishJob<'_>,
    report: &mut dyn FnMut(PublishProgress),
) -> Result<Published, Failure> {
    // Another part of the program may have chosen the same one already.
    let _is_first = rustls::crypto::ring::default_provider().install_default().is_ok();
    let lock = match (job.target.kind, job.dry_run) {
        (target::StoreKind::Folder, false) => {
            let folder = Path::new(&job.target.bucket);
            std::fs::create_dir_all(folder).map_err(Failure::because("failure-write", folder))?;
            Some(crate::write::lock_folder(folder)?)
        }
        _ => None,
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    let runtime = runtime.map_err(Failure::because("failure-threads", ""))?;
    let published = runtime.block_on(run::publish(job, report));
    runtime.shutdown_background();
    drop(lock);
    published
}
