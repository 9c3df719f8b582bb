//! The loop: begins requests as the queue allows, and does with their answers what has to be done.
#![expect(clippy::disallowed_methods, reason = "the pace is held by the clock")]

use super::address::Address;
use super::answer::Answer;
use super::ask::{Ask, Next};
use super::dial;
use super::exchange::exchange;
use super::limits::Network;
use super::queue::{Queue, Turn};
use super::verdict::{Outcome, Why};
use crate::failure::Failure;
use std::sync::Arc;
use std::time::Instant;
use tokio::task::{JoinError, JoinSet};
use tokio::time::{sleep_until, timeout_at};

/// How far the run is.
#[derive(Clone, Copy, Debug)]
pub struct Progress<'a> {
    /// Addresses that are done.
    pub done: usize,
    /// All that are asked.
    pub all: usize,
    /// Host of the last one.
    pub host: &'a str,
}

/// Asks all addresses, and tells each outcome as soon as it is there.
pub(super) fn all(
    addresses: &[Address],
    network: &Network,
    told: &mut dyn FnMut(&Address, Outcome, Progress<'_>),
) -> Result<(), Failure> {
    if addresses.is_empty() {
        return Ok(());
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|why| Failure {
        what: "failure-external",
        at: "threads".to_owned(),
        why: why.to_string(),
    })?;
    let asked = runtime.block_on(ask_all(addresses, network, told));
    // A name that is still being looked up is not waited for.
    runtime.shutdown_background();
    asked
}

async fn ask_all(
    addresses: &[Address],
    network: &Network,
    told: &mut dyn FnMut(&Address, Outcome, Progress<'_>),
) -> Result<(), Failure> {
    let trust = dial::trust(network)?;
    let shared = Arc::new(network.clone());
    let mut queue = Queue::new(&network.limits);
    for address in addresses {
        queue.put(Ask::new(address.clone()));
    }
    let begun = Instant::now();
    let mut running: JoinSet<(Ask, Answer)> = JoinSet::new();
    let mut done = 0;
    let mut tell = |ask: &Ask, outcome: Outcome| {
        done += 1;
        told(&ask.from, outcome, Progress { done, all: addresses.len(), host: ask.from.host() });
    };
    loop {
        let ended = match queue.turn(begun.elapsed()) {
            Turn::Start(ask) => {
                let (shared, trust) = (Arc::clone(&shared), trust.clone());
                running.spawn(async move {
                    let answer = exchange(&ask, &shared, &trust).await;
                    (*ask, answer)
                });
                continue;
            }
            Turn::Wait(moment) if running.is_empty() => {
                sleep_until((begun + moment).into()).await;
                continue;
            }
            Turn::Wait(moment) => match timeout_at((begun + moment).into(), running.join_next()).await {
                Ok(ended) => ended,
                Err(_) => continue,
            },
            Turn::Busy => running.join_next().await,
            Turn::Empty => return Ok(()),
        };
        let (ask, answer) = finished(ended);
        let host = ask.at.host().to_owned();
        let heard = !matches!(answer, Answer::Trouble(_, Why::Timeout | Why::Connect | Why::Name));
        queue.ended(&host, heard);
        match ask.clone().next(answer, &network.limits) {
            Next::Ask(next) => queue.put_first(next),
            Next::Again(again, rest) => {
                queue.rest(&host, begun.elapsed(), rest);
                queue.put_first(again);
            }
            Next::Done(outcome) => tell(&ask, outcome),
        }
        for (ask, verdict, why) in queue.given_up() {
            tell(&ask, ask.end(verdict, why));
        }
    }
}

/// A request that has ended. Requests neither panic nor are they stopped.
fn finished(ended: Option<Result<(Ask, Answer), JoinError>>) -> (Ask, Answer) {
    ended.expect("a request is running").expect("a request ends by itself")
}
