//! Do addresses on other sites answer? Only `jalon check --external` asks.
//!
//! 1. `gather` lists the addresses of the guide, each once, with the places where it stands.
//! 2. `history` tells which answers of earlier runs still hold; `cache` keeps them on disk.
//! 3. `queue` decides which request goes next, so that no host is pressed; `exchange` makes that one request, with
//!    `dial` for the connection; `ask` decides what follows from its answer. `run` is the loop around the three.
//! 4. `diagnostics` turns what was learnt into diagnostics, `tally` into counts by host.
//!
//! `exchange`, `dial`, `run` and `cache` touch the network, the clock and the disk; the rest is pure.

mod address;
mod allowed;
mod answer;
mod ask;
mod cache;
mod certificate;
mod diagnostics;
mod dial;
mod exchange;
mod gather;
mod history;
mod limits;
mod queue;
mod run;
mod tally;
mod verdict;

pub use limits::{Limits, Network};
pub use run::Progress;
pub use tally::Tally;
pub use verdict::Verdict;

use crate::failure::Failure;
use crate::model::{Diagnostic, Parsed, Site, Sources};
use history::History;
use std::collections::BTreeMap;
use std::path::Path;

/// What asking came to.
#[derive(Debug)]
pub struct Checked {
    /// What there is to say; waivers and levels are still to be applied.
    pub diagnostics: Vec<Diagnostic>,
    /// The counts, host by host.
    pub hosts: BTreeMap<String, Tally>,
    /// What went wrong with the kept answers. It only costs requests, so it stops nothing.
    pub troubles: Vec<Failure>,
}

/// Asks every address of a guide whose last answer is too old. `now` is in seconds since 1970, by the day that the
/// command line gives.
pub fn check(
    site: &Site,
    parsed: &Parsed,
    sources: &Sources,
    root: &Path,
    network: &Network,
    now: i64,
    progress: &mut dyn FnMut(&Progress<'_>),
) -> Result<Checked, Failure> {
    let found = gather::addresses(site, parsed);
    let mut troubles = Vec::new();
    let mut history = cache::read(root).unwrap_or_else(|trouble| {
        troubles.push(trouble);
        History::default()
    });
    let due = found.iter().filter(|(_, found)| !found.skipped);
    let due: Vec<_> =
        due.map(|(address, _)| address.clone()).filter(|it| !history.is_fresh(it, now)).collect();
    let mut kept = Ok(());
    let mut unsaved = 0;
    run::all(&due, network, &mut |address, outcome, told| {
        history.learn(address, outcome, now);
        unsaved += 1;
        // What was learnt before somebody stops the run is not asked again.
        if unsaved == SAVE_EVERY && kept.is_ok() {
            kept = cache::write(root, &history);
            unsaved = 0;
        }
        progress(&told);
    })?;
    if !due.is_empty() {
        history.forget(&found, now);
        kept = kept.and_then(|()| cache::write(root, &history));
    }
    troubles.extend(kept.err());
    let diagnostics = diagnostics::all(&found, &history, sources, now);
    Ok(Checked { diagnostics, hosts: tally::by_host(&found, &history, &due), troubles })
}

/// After how many answers they are saved.
const SAVE_EVERY: usize = 16;
