//! The counts by host that close a run.
use super::address::Address;
use super::gather::Found;
use super::history::History;
use super::verdict::Verdict;
use std::collections::BTreeMap;

/// What became of the addresses of one host.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many the guide has.
    pub all: usize,
    /// How many were asked in this run; of the others an earlier answer still holds.
    pub asked: usize,
    /// How many there are of each verdict.
    pub verdicts: BTreeMap<Verdict, usize>,
}

/// Counts. `asked` are the addresses of this run, in their order.
pub(super) fn by_host(
    found: &BTreeMap<Address, Found>,
    history: &History,
    asked: &[Address],
) -> BTreeMap<String, Tally> {
    let mut hosts: BTreeMap<String, Tally> = BTreeMap::new();
    for (address, found) in found {
        let tally = hosts.entry(address.host().to_owned()).or_default();
        tally.all += 1;
        tally.asked += usize::from(asked.binary_search(address).is_ok());
        let known = history.of(address).filter(|_| !found.skipped);
        let verdict = known.map_or(Verdict::Skipped, |known| known.outcome.verdict);
        *tally.verdicts.entry(verdict).or_default() += 1;
    }
    hosts
}
