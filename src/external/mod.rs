//! Checks whether addresses on other sites work. Only `jalon check --external` calls this, and no other module opens a
//! connection.
//!
//! 1. `gather` collects the addresses of the guide with the places where they are used.
//! 2. `history` says which results of earlier runs are still valid; `cache` keeps them in `.jalon/external.json`.
//! 3. `run` sends the requests. `queue` decides which host may get a request now, within the `limits`; `exchange` sends
//!    it over a connection from `dial` and returns the `reply`; `probe` decides what follows from that: another
//!    request, a pause, or a `verdict`.
//! 4. `diagnostics` turns the results into diagnostics, which `pipeline::with_external` settles; `tally` counts them by
//!    host.
//!
//! `exchange`, `dial`, `run` and `cache` use the network, the clock and the disk. The other files are pure.
//!
//! A redirect is a new request: it waits for its turn at its own host, and all rules apply to it again. No body is
//! read; the connection is closed after the head of the response.
//!
//! `address` reads what a request needs. `dial` resolves a name once, `allowed` filters the IP addresses, and only
//! those are connected to, so a second resolution cannot lead into a private network. For the same reason there are no
//! proxies. Certificates are checked against Mozilla's list, which is part of the program (`webpki-roots`), so the
//! verdict is the same on every machine; `certificate` reads when they expire. TLS is rustls with *ring*, which needs
//! no `cmake`.
//!
//! The history is saved as a whole every 16 results and at the end. It holds for each address the last result, the last
//! success, the first failure and the number of failed runs. `--today` sets the day that their ages are counted from.

mod address;
mod allowed;
mod cache;
mod certificate;
mod diagnostics;
mod dial;
mod exchange;
mod gather;
mod history;
mod limits;
mod probe;
mod queue;
mod reply;
mod run;
mod tally;
mod verdict;

pub use limits::{Network, RequestLimits};
pub use run::Progress;
pub use tally::Tally;
pub use verdict::Verdict;

use crate::failure::Failure;
use crate::model::{Diagnostic, Parsed, Site, Sources};
use history::History;
use std::collections::BTreeMap;
use std::path::Path;

/// The result of a check.
#[derive(Debug)]
pub struct Checked {
    /// The diagnostics, before waivers and levels.
    pub diagnostics: Vec<Diagnostic>,
    /// The counts, by host.
    pub hosts: BTreeMap<String, Tally>,
    /// Errors of the file of earlier results. They cost only requests, so they do not stop the check.
    pub cache_errors: Vec<Failure>,
}

/// Checks every address of a guide without a valid result. `now` is in seconds since 1970, on the day that the command
/// line gives.
pub fn check(
    site: &Site,
    parsed: &Parsed,
    sources: &Sources,
    root: &Path,
    network: &Network,
    now: i64,
    progress: &mut dyn FnMut(&Progress<'_>),
) -> Result<Checked, Failure> {
    let linked = gather::addresses(site, parsed);
    let mut cache_errors = Vec::new();
    let mut history = cache::read(root).unwrap_or_else(|trouble| {
        cache_errors.push(trouble);
        History::default()
    });
    let due = linked.iter().filter(|(_, linked)| !linked.skipped);
    let due: Vec<_> =
        due.map(|(address, _)| address.clone()).filter(|it| !history.is_fresh(it, now)).collect();
    let mut kept = Ok(());
    let mut unsaved = 0;
    run::all(&due, network, &mut |address, outcome, state| {
        history.record_result(address, outcome, now);
        unsaved += 1;
        // A run that the user stops does not lose its results.
        if unsaved == SAVE_EVERY && kept.is_ok() {
            kept = cache::write(root, &history);
            unsaved = 0;
        }
        progress(&state);
    })?;
    if !due.is_empty() {
        history.forget(&linked, now);
        kept = kept.and_then(|()| cache::write(root, &history));
    }
    cache_errors.extend(kept.err());
    let diagnostics = diagnostics::all(&linked, &history, sources, now);
    Ok(Checked { diagnostics, hosts: tally::by_host(&linked, &history, &due), cache_errors })
}

/// After how many results they are saved.
const SAVE_EVERY: usize = 16;
