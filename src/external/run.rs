//! The loop: starts requests as the queue allows and handles their results.
#![expect(clippy::disallowed_methods, reason = "the pace is held by the clock")]

use super::address::Address;
use super::dial;
use super::exchange::exchange;
use super::limits::Network;
use super::probe::{NextStep, Probe};
use super::queue::{Queue, Turn};
use super::reply::HostReply;
use super::verdict::{CheckResult, Reason};
use crate::failure::Failure;
use std::sync::Arc;
use std::time::Instant;
use tokio::task::JoinSet;
use tokio::time::{sleep_until, timeout_at};

/// The progress of a run.
#[derive(Clone, Copy, Debug)]
pub struct Progress<'a> {
    /// How many addresses are done.
    pub done: usize,
    /// How many addresses there are.
    pub all: usize,
    /// The host of the last one.
    pub host: &'a str,
}

/// Checks all addresses and passes on each result as soon as it is known.
pub(super) fn all(
    addresses: &[Address],
    network: &Network,
    on_result: &mut dyn FnMut(&Address, CheckResult, Progress<'_>),
) -> Result<(), Failure> {
    if addresses.is_empty() {
        return Ok(());
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(Failure::because("failure-external", "threads"))?;
    let asked = runtime.block_on(ask_all(addresses, network, on_result));
    // Name resolutions that are still running are not waited for.
    runtime.shutdown_background();
    asked
}

async fn ask_all(
    addresses: &[Address],
    network: &Network,
    on_result: &mut dyn FnMut(&Address, CheckResult, Progress<'_>),
) -> Result<(), Failure> {
    let trust = dial::trust(network)?;
    let shared = Arc::new(network.clone());
    let mut queue = Queue::new(&network.limits);
    for address in addresses {
        queue.put(Probe::new(address.clone()));
    }
    let started = Instant::now();
    let mut running: JoinSet<(Probe, HostReply)> = JoinSet::new();
    let mut done = 0;
    let mut report = |probe: &Probe, outcome: CheckResult| {
        done += 1;
        on_result(&probe.from, outcome, Progress { done, all: addresses.len(), host: probe.from.host() });
    };
    loop {
        let ended = match queue.turn(started.elapsed()) {
            Turn::Start(probe) => {
                let (shared, trust) = (Arc::clone(&shared), trust.clone());
                running.spawn(async move {
                    let reply = exchange(&probe, &shared, &trust).await;
                    (*probe, reply)
                });
                continue;
            }
            Turn::Wait(moment) if running.is_empty() => {
                sleep_until((started + moment).into()).await;
                continue;
            }
            Turn::Wait(moment) => match timeout_at((started + moment).into(), running.join_next()).await {
                Ok(ended) => ended,
                Err(_) => continue,
            },
            Turn::Busy => running.join_next().await,
            Turn::Empty => return Ok(()),
        };
        let (probe, reply) =
            ended.expect("a request is running").expect("a request neither panics nor is cancelled");
        let host = probe.at.host().to_owned();
        let has_reply =
            !matches!(reply, HostReply::Failed(_, Reason::Timeout | Reason::Connect | Reason::Name));
        queue.ended(&host, has_reply);
        match probe.clone().next(reply, &network.limits) {
            NextStep::Request(next) => queue.put_first(next),
            NextStep::Retry(again, rest) => {
                queue.rest(&host, started.elapsed(), rest);
                queue.put_first(again);
            }
            NextStep::Done(outcome) => report(&probe, outcome),
        }
        for (probe, verdict, why) in queue.given_up() {
            report(&probe, probe.end(verdict, why));
        }
    }
}
