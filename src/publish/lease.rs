//! Holds the list of a target for one publisher: each writing of it succeeds only where nobody else wrote it since.
use super::retry::{self, SHORT};
use super::state::{LIST, Owner, PublishedList};
use super::store::Store;
use super::trouble::Trouble;
use super::{process, retry::persistently};
use crate::failure::Failure;
use object_store::{ObjectStoreExt, PutMode, UpdateVersion};
use std::time::Duration;
use tokio::time::sleep;

/// How long a publisher may be silent before another takes its place: six times as long as it waits between two signs.
const SILENCE: Duration = Duration::from_secs(30);

/// How long requests of a publisher that was killed may still be under way.
const SETTLING: Duration = Duration::from_secs(3);

/// How long after it was written a list is looked at, to see whether it stands.
const CONFIRMING: Duration = Duration::from_millis(500);

/// How often another publisher is looked at.
const GLANCE: Duration = Duration::from_secs(2);

/// How often a writing that somebody else seems to have overtaken is tried before it is given up.
const TRIES: u32 = 4;

/// The list of a target, as it was last read or written.
#[derive(Debug)]
pub(super) struct Lease<'a> {
    store: &'a Store,
    version: Option<UpdateVersion>,
    pub(super) state: PublishedList,
    me: Owner,
}

impl<'a> Lease<'a> {
    /// Reads the list: one request.
    pub(super) async fn read(store: &'a Store) -> Result<Self, Failure> {
        let (state, version) = read(store).await?;
        Ok(Self { store, version, state, me: process::this() })
    }

    /// Waits for another publisher to end or to show that it is alive. A failure where it is.
    pub(super) async fn wait_for_others(&mut self, on_wait: &mut dyn FnMut()) -> Result<(), Failure> {
        let mut silent = Duration::ZERO;
        loop {
            let Some(owner) = self.state.owner.clone() else { return Ok(()) };
            if !self.store.has_conditions() || silent >= SILENCE {
                return Ok(());
            }
            if process::is_gone(&owner) {
                // Its last requests may still be under way, and another publisher may take its place before this one.
                sleep(SETTLING).await;
                (self.state, self.version) = read(self.store).await?;
                if self.state.owner.as_ref() == Some(&owner) {
                    return Ok(());
                }
                silent = Duration::ZERO;
                continue;
            }
            on_wait();
            sleep(GLANCE).await;
            silent += GLANCE;
            let (state, version) = read(self.store).await?;
            if state.owner.is_some() && state.serial != self.state.serial {
                return Err(busy(self.store, state.owner.as_ref()));
            }
            (self.state, self.version) = (state, version);
        }
    }

    /// Takes the list. Of two publishers that write it in the same moment, some servers let both pass, and the later one stands:
    /// so it is read once more.
    pub(super) async fn take(&mut self) -> Result<(), Failure> {
        self.state.owner = Some(self.me.clone());
        self.write().await?;
        if !self.store.has_conditions() {
            return Ok(());
        }
        sleep(CONFIRMING).await;
        self.confirm().await
    }

    /// A failure where the list is not as this publisher last read or wrote it.
    pub(super) async fn confirm(&self) -> Result<(), Failure> {
        let (state, _) = read(self.store).await?;
        if state == self.state { Ok(()) } else { Err(busy(self.store, state.owner.as_ref())) }
    }

    /// Writes the list; a failure where another publisher took this one's place.
    pub(super) async fn write(&mut self) -> Result<(), Failure> {
        self.state.serial += 1;
        let bytes = self.state.to_bytes();
        let path = self.store.path(LIST)?;
        for _ in 0..TRIES {
            let written = persistently(retry::patience(bytes.len() as u64), || {
                let mode = match &self.version {
                    _ if !self.store.has_conditions() => PutMode::Overwrite,
                    None => PutMode::Create,
                    Some(version) => PutMode::Update(version.clone()),
                };
                let options = self.store.options(mode, "application/json", "no-cache");
                self.store.client.put_opts(&path, bytes.clone().into(), options)
            });
            match written.await {
                Ok(written) => {
                    self.version = Some(UpdateVersion { e_tag: written.e_tag, version: written.version });
                    return Ok(());
                }
                // Perhaps it was this publisher itself, and the answer did not arrive.
                Err(trouble) if trouble.is_overtaken() => {
                    let (state, version) = read(self.store).await?;
                    if state == self.state {
                        self.version = version;
                        return Ok(());
                    }
                    let is_mine = |owner: &Owner| owner.token == self.me.token;
                    if !state.owner.as_ref().is_some_and(is_mine) {
                        return Err(busy(self.store, state.owner.as_ref()));
                    }
                    self.version = version;
                }
                Err(trouble) => return Err(trouble.failure(&self.store.target)),
            }
        }
        Err(Trouble::Timeout.failure(&self.store.target))
    }
}

async fn read(store: &Store) -> Result<(PublishedList, Option<UpdateVersion>), Failure> {
    let path = store.path(LIST)?;
    let read = persistently(SHORT, || async {
        let found = store.client.get(&path).await?;
        let version = UpdateVersion { e_tag: found.meta.e_tag.clone(), version: found.meta.version.clone() };
        Ok((found.bytes().await?, version))
    });
    match read.await {
        Ok((bytes, version)) => {
            let unreadable = || Failure::plain("failure-publish-list", store.target.to_string());
            Ok((PublishedList::read(&bytes).ok_or_else(unreadable)?, Some(version)))
        }
        // Where the bucket is missing too, listing it says so.
        Err(trouble) if trouble.is_missing() => Ok((PublishedList::new(), None)),
        Err(trouble) => Err(trouble.failure(&store.target)),
    }
}

fn busy(store: &Store, owner: Option<&Owner>) -> Failure {
    let why = owner.map(|owner| owner.since.clone()).unwrap_or_default();
    let what = if why.is_empty() { "failure-publish-overtaken" } else { "failure-publish-busy" };
    Failure { what, at: store.target.to_string(), why }
}
