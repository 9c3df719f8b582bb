//! The results of this run and of earlier ones: which are still valid, and for how long an address has been gone.
use super::address::Address;
use super::gather::AddressUses;
use super::verdict::{CheckResult, Verdict};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;

/// How long the result for an address that works is valid.
const GOOD: i64 = DAY;
/// How long any other result is valid, so that two checks in a row send no request twice.
const BAD: i64 = HOUR;
/// How long an address must have been gone before this is an error …
const GRACE: i64 = 7 * DAY;
/// … and how many runs must have seen it gone.
const RUNS: u32 = 3;
/// How long an address that the guide no longer uses is remembered: it may come back from a draft.
const MEMORY: i64 = 90 * DAY;

/// What is known of one address. Times are in seconds since 1970.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct KnownAddress {
    /// When it was last requested.
    pub(super) asked: i64,
    pub(super) outcome: CheckResult,
    /// When it last worked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) last_success: Option<i64>,
    /// When it was first seen gone, with no success since.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) first_failure: Option<i64>,
    /// How many runs have seen it gone since then.
    #[serde(default)]
    pub(super) failures: u32,
}

/// What is known of all addresses, by their text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct History {
    /// The format of the file. A file in another format is not read.
    version: Version,
    addresses: BTreeMap<String, KnownAddress>,
}

/// The only version so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
enum Version {
    #[default]
    #[serde(rename = "1")]
    One,
}

impl History {
    pub(super) fn of(&self, address: &Address) -> Option<&KnownAddress> {
        self.addresses.get(address.text())
    }

    /// Whether the last result is still valid.
    pub(super) fn is_fresh(&self, address: &Address, now: i64) -> bool {
        self.of(address).is_some_and(|known| {
            let good = matches!(known.outcome.verdict, Verdict::Ok | Verdict::Moved);
            // The lower bound is for a clock that was set back.
            (0..if good { GOOD } else { BAD }).contains(&now.saturating_sub(known.asked))
        })
    }

    pub(super) fn record_result(&mut self, address: &Address, outcome: CheckResult, now: i64) {
        let before = self.addresses.remove(address.text());
        let (mut last_success, mut first_failure, mut failures) =
            before.map_or((None, None, 0), |known| (known.last_success, known.first_failure, known.failures));
        match outcome.verdict {
            Verdict::Ok | Verdict::Moved => (last_success, first_failure, failures) = (Some(now), None, 0),
            Verdict::Gone => {
                first_failure = first_failure.or(Some(now));
                failures = failures.saturating_add(1);
            }
            // The other verdicts say neither that the page is there nor that it is gone.
            _ => {}
        }
        let known = KnownAddress { asked: now, outcome, last_success, first_failure, failures };
        self.addresses.insert(address.text().to_owned(), known);
    }

    /// Drops addresses that the guide has not used for a long time.
    pub(super) fn forget(&mut self, linked: &BTreeMap<Address, AddressUses>, now: i64) {
        let wanted = |text: &str| Address::read(text).is_ok_and(|(address, _)| linked.contains_key(&address));
        self.addresses.retain(|text, known| now.saturating_sub(known.asked) < MEMORY || wanted(text));
    }
}

impl KnownAddress {
    /// Whether the address has been gone for so long and so often that a link to it is an error.
    pub(super) fn is_lost(&self, now: i64) -> bool {
        self.outcome.verdict == Verdict::Gone
            && self.failures >= RUNS
            && self.first_failure.is_some_and(|first| now.saturating_sub(first) >= GRACE)
    }
}

#[cfg(test)]
mod tests {
    use super::super::verdict::Reason;
    use super::*;

    fn address() -> Address {
        Address::read("https://a.fr/x").unwrap().0
    }

    fn history_of(results: &[(i64, Verdict)]) -> History {
        let mut history = History::default();
        for (now, verdict) in results {
            history.record_result(&address(), CheckResult::new(*verdict, Reason::Status), *now);
        }
        history
    }

    #[test]
    fn answers_hold_for_their_time() {
        let fresh = |verdict, later| history_of(&[(1000, verdict)]).is_fresh(&address(), 1000 + later);
        for good in [Verdict::Ok, Verdict::Moved] {
            assert!(fresh(good, 0) && fresh(good, DAY - 1) && !fresh(good, DAY) && !fresh(good, -1));
        }
        for bad in [Verdict::Gone, Verdict::Flaky, Verdict::Blocked, Verdict::Unreachable, Verdict::Refused] {
            assert!(fresh(bad, HOUR - 1) && !fresh(bad, HOUR));
        }
        assert!(!History::default().is_fresh(&address(), 0));
    }

    #[test]
    fn lost_is_what_was_gone_for_a_week_and_three_runs() {
        use Verdict::{Flaky, Gone, Ok};
        let lost = |results: &[(i64, Verdict)], now| {
            history_of(results).of(&address()).is_some_and(|known| known.is_lost(now))
        };
        assert!(!lost(&[(0, Gone)], 0));
        assert!(!lost(&[(0, Gone), (8 * DAY, Gone)], 8 * DAY), "two runs");
        assert!(!lost(&[(0, Gone), (DAY, Gone), (2 * DAY, Gone)], 2 * DAY), "two days");
        assert!(lost(&[(0, Gone), (DAY, Gone), (7 * DAY, Gone)], 7 * DAY));
        assert!(
            !lost(&[(0, Gone), (DAY, Gone), (5 * DAY, Ok), (7 * DAY, Gone)], 7 * DAY),
            "it was there again"
        );
        assert!(lost(&[(0, Gone), (DAY, Gone), (5 * DAY, Flaky), (7 * DAY, Gone)], 7 * DAY));
        assert!(!lost(&[(0, Gone), (DAY, Gone), (7 * DAY, Gone), (8 * DAY, Flaky)], 8 * DAY), "not gone now");
        assert!(!lost(&[(0, Flaky), (DAY, Flaky), (8 * DAY, Gone)], 8 * DAY), "it was only flaky");
    }

    #[test]
    fn what_the_guide_no_longer_has_is_forgotten_in_the_end() {
        let mut history = history_of(&[(0, Verdict::Ok)]);
        history.forget(&BTreeMap::new(), MEMORY - 1);
        assert!(history.of(&address()).is_some());
        history.forget(&BTreeMap::from([(address(), AddressUses::default())]), MEMORY);
        assert!(history.of(&address()).is_some());
        history.forget(&BTreeMap::new(), MEMORY);
        assert_eq!(history, History::default());
    }

    #[test]
    fn what_is_written_can_be_read() {
        let mut history = history_of(&[(5, Verdict::Ok), (9, Verdict::Gone)]);
        let outcome = CheckResult {
            status: Some(301),
            to: Some("https://b.fr/".to_owned()),
            certificate_ends: Some(7),
            ..CheckResult::new(Verdict::Moved, Reason::TooMany)
        };
        history.record_result(&Address::read("https://b.fr").unwrap().0, outcome, 10);
        let text = serde_json::to_string(&history).unwrap();
        assert_eq!(serde_json::from_str::<History>(&text).unwrap(), history);
        assert!(serde_json::from_str::<History>(r#"{"version":"2","addresses":{}}"#).is_err());
    }
}
