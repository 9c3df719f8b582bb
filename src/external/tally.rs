//! Counts results by host, for the end of a run.
use super::address::Address;
use super::gather::AddressUses;
use super::history::History;
use super::verdict::Verdict;
use std::collections::BTreeMap;

/// The results of one host.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many addresses of this host the guide has.
    pub all: usize,
    /// How many were requested in this run; the others have a valid earlier result.
    pub asked: usize,
    /// How many addresses got each verdict.
    pub verdicts: BTreeMap<Verdict, usize>,
}

/// Counts the results. `requested` are the addresses of this run, sorted.
pub(super) fn by_host(
    linked: &BTreeMap<Address, AddressUses>,
    history: &History,
    requested: &[Address],
) -> BTreeMap<String, Tally> {
    let mut hosts: BTreeMap<String, Tally> = BTreeMap::new();
    for (address, linked) in linked {
        let tally = hosts.entry(address.host().to_owned()).or_default();
        tally.all += 1;
        tally.asked += usize::from(requested.binary_search(address).is_ok());
        let known = history.of(address).filter(|_| !linked.skipped);
        let verdict = known.map_or(Verdict::Skipped, |known| known.outcome.verdict);
        *tally.verdicts.entry(verdict).or_default() += 1;
    }
    hosts
}
