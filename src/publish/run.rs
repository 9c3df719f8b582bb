//! A publication: reads the list, plans, sends wave after wave, removes what is left over, writes the list.
use super::lease::Lease;
use super::plan::{PublishPlan, Situation};
use super::retry::{SHORT, patience, persistently};
use super::state::LIST;
use super::store::Store;
use super::trouble::Trouble;
use super::{PublishJob, PublishProgress, Published};
use crate::failure::Failure;
use crate::output;
use crate::stamp::Stamp;
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use object_store::PutMode;
use std::collections::{BTreeMap, BTreeSet};
use std::pin::pin;
use std::time::{Duration, Instant};
use tokio::time::timeout_at;

/// How often the list is written while files are sent: other publishers see that this one is alive, and a publication that is
/// killed has sent for nothing what it sent since.
const SIGN: Duration = Duration::from_secs(5);

/// How many files are removed at once: as many as S3 removes with one request.
const REMOVED_AT_ONCE: usize = 1000;

/// How many files of others a refusal names.
const NAMED: usize = 5;

/// Publishes, from the first request to the last.
pub(super) async fn publish(
    job: &PublishJob<'_>,
    report: &mut dyn FnMut(PublishProgress),
) -> Result<Published, Failure> {
    let store = Store::open(job.target, job.dry_run)?;
    let wanted = wanted(job);
    let mut lease = Lease::read(&store).await?;
    // By the list alone: what vanished from the target is seen only where it is listed, as with `--force`.
    if !job.force && !needs_work(&lease, &wanted) {
        return Ok(Published { files: wanted.len(), ..Published::default() });
    }
    if !job.dry_run {
        lease.wait_for_others(&mut || report(PublishProgress::Waiting)).await?;
    }
    let listed = list(&store).await?;
    let situation = Situation { wanted: &wanted, state: &lease.state, listed: Some(&listed) };
    let foreign = situation.foreign();
    if !foreign.is_empty() && !job.force {
        // They are no files of others if another publisher has begun in the meantime.
        lease.confirm().await?;
        return Err(refusal(job, &foreign));
    }
    let plan = situation.plan(|path| job.site.read(path))?;
    let summary = Published { files: wanted.len(), plan: plan.clone(), is_done: false };
    let is_published = summary.plan.sent() + summary.plan.removed.len() == 0 && !needs_work(&lease, &wanted);
    if job.dry_run || is_published {
        return Ok(summary);
    }
    let publication = Publication { job, store: &store, wanted: &wanted, lease, sign: Instant::now() + SIGN };
    publication.run(plan, report).await?;
    Ok(Published { is_done: true, ..summary })
}

/// The files of the site, with the fingerprint of content and headers.
fn wanted(job: &PublishJob<'_>) -> BTreeMap<String, String> {
    let files = job.site.files.iter().filter(|(path, _)| path.as_str() != LIST);
    let stamped = files.map(|(path, (_, hash))| {
        let headers = output::object_headers(path);
        let text = format!("{hash}\0{}\0{}", headers.kind, headers.cache);
        (path.clone(), Stamp::of_bytes(text.as_bytes()).to_hex())
    });
    stamped.collect()
}

/// Whether the target differs from the site, by the list.
fn needs_work(lease: &Lease<'_>, wanted: &BTreeMap<String, String>) -> bool {
    let state = &lease.state;
    let situation = Situation { wanted, state, listed: None };
    let is_left_over = |path: &String| !wanted.contains_key(path) && !state.retired.contains_key(path);
    state.owner.is_some()
        || !state.started.is_empty()
        || situation.changed().next().is_some()
        || state.files.keys().any(is_left_over)
}

/// The paths of all objects below the prefix: a request for each thousand.
async fn list(store: &Store) -> Result<BTreeSet<String>, Failure> {
    let prefix = store.target.key("");
    let below = store.path("").ok().filter(|_| !store.target.prefix.is_empty());
    let objects = persistently(SHORT * 8, || store.client.list(below.as_ref()).try_collect::<Vec<_>>());
    let objects = match objects.await {
        Ok(objects) => objects,
        Err(trouble) => return Err(trouble.failure(&store.target)),
    };
    let path = |name: &str| name.strip_prefix(&prefix).map(str::to_owned);
    Ok(objects.iter().filter_map(|object| path(object.location.as_ref())).collect())
}

fn refusal(job: &PublishJob<'_>, foreign: &[&str]) -> Failure {
    let mut names: Vec<_> = foreign.iter().take(NAMED).copied().collect();
    if foreign.len() > NAMED {
        names.push("…");
    }
    Failure { what: "failure-publish-foreign", at: job.target.to_string(), why: names.join(", ") }
}

/// A publication that holds the list.
struct Publication<'a> {
    job: &'a PublishJob<'a>,
    store: &'a Store,
    wanted: &'a BTreeMap<String, String>,
    lease: Lease<'a>,
    /// When the next sign of life is due.
    sign: Instant,
}

impl Publication<'_> {
    /// Sends and removes. An orderly end after a failure lets the next publisher begin at once.
    async fn run(
        mut self,
        plan: PublishPlan,
        report: &mut dyn FnMut(PublishProgress),
    ) -> Result<(), Failure> {
        let state = &mut self.lease.state;
        for path in plan.waves.iter().flatten() {
            state.started.insert(path.clone(), self.wanted[path].clone());
        }
        state.retired.retain(|path, _| !self.wanted.contains_key(path));
        self.lease.take().await?;
        let worked = self.work(&plan, report).await;
        let state = &mut self.lease.state;
        if worked.is_ok() {
            for path in &plan.retired {
                state.retired.entry(path.clone()).or_insert(state.publication);
            }
            state.publication += 1;
        }
        let overtaken =
            |failure: &Failure| failure.what.ends_with("-busy") || failure.what.ends_with("-overtaken");
        if worked.as_ref().is_err_and(overtaken) {
            return worked;
        }
        state.owner = None;
        let ended = self.lease.write().await;
        // The first failure says more.
        worked.and(ended)
    }

    async fn work(
        &mut self,
        plan: &PublishPlan,
        report: &mut dyn FnMut(PublishProgress),
    ) -> Result<(), Failure> {
        let all = plan.sent();
        self.sign = Instant::now() + SIGN;
        let mut done = 0;
        let (job, store) = (self.job, self.store);
        for wave in &plan.waves {
            let mut sending =
                stream::iter(wave).map(|path| send(job, store, path)).buffer_unordered(job.parallel);
            loop {
                match timeout_at(self.sign.into(), sending.next()).await {
                    Ok(None) => break,
                    Ok(Some(sent)) => {
                        self.lease.state.sent(sent?);
                        done += 1;
                        report(PublishProgress::Sent { done, all });
                    }
                    Err(_) => self.give_sign().await?,
                }
            }
        }
        if plan.removed.is_empty() {
            return Ok(());
        }
        // From here on, whoever finishes this publication knows that all pages are up.
        self.give_sign().await?;
        for is_page in [true, false] {
            let paths: Vec<_> =
                plan.removed.iter().filter(|path| super::plan::is_page(path) == is_page).collect();
            for some in paths.chunks(REMOVED_AT_ONCE) {
                self.remove(some).await?;
            }
        }
        Ok(())
    }

    /// Writes the list, with all that is done: other publishers see that this one is alive.
    async fn give_sign(&mut self) -> Result<(), Failure> {
        self.lease.write().await?;
        self.sign = Instant::now() + SIGN;
        Ok(())
    }

    /// Removes files. One that is gone already was to be removed.
    async fn remove(&mut self, paths: &[&String]) -> Result<(), Failure> {
        let mut names = Vec::with_capacity(paths.len());
        for path in paths {
            names.push(self.store.path(path)?);
        }
        let store = self.store;
        let mut removing = pin!(persistently(SHORT * 8, || {
            let each = stream::iter(names.clone().into_iter().map(Ok)).boxed();
            store.client.delete_stream(each).filter(counts).try_collect::<Vec<_>>()
        }));
        let removed = loop {
            match timeout_at(self.sign.into(), removing.as_mut()).await {
                Ok(removed) => break removed,
                Err(_) => self.give_sign().await?,
            }
        };
        removed.map_err(|trouble| trouble.failure(&store.target))?;
        for path in paths {
            self.lease.state.removed(path);
        }
        Ok(())
    }
}

/// Whether an answer to a removal counts: not where the object was gone.
fn counts(answer: &object_store::Result<object_store::path::Path>) -> std::future::Ready<bool> {
    std::future::ready(!matches!(answer, Err(object_store::Error::NotFound { .. })))
}

/// Sends one file.
async fn send<'a>(job: &PublishJob<'_>, store: &Store, path: &'a str) -> Result<&'a str, Failure> {
    let bytes = bytes::Bytes::from(job.site.read(path)?);
    let headers = output::object_headers(path);
    let name = store.path(path)?;
    let sent = persistently(patience(bytes.len() as u64), || {
        let options = store.options(PutMode::Overwrite, headers.kind, headers.cache);
        store.client.put_opts(&name, bytes.clone().into(), options)
    });
    sent.await.map(|_| path).map_err(|trouble: Trouble| trouble.failure(&store.target))
}
