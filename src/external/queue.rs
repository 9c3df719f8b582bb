//! Decides which request is sent next: few at a time, fewer to one host, with pauses between them.
//!
//! Times are counted from the start of the run.
use super::limits::RequestLimits;
use super::probe::Probe;
use super::verdict::{Reason, Verdict};
use std::collections::{BTreeMap, VecDeque};
use std::time::Duration;

/// What the loop does next.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Turn {
    /// Sends this request.
    Start(Box<Probe>),
    /// Waits until this time, or until a request ends.
    Wait(Duration),
    /// Waits until a request ends.
    Busy,
    /// Ends: there is nothing left.
    Empty,
}

/// The requests to one host.
#[derive(Debug, Default)]
struct HostQueue {
    waiting: VecDeque<Probe>,
    running: usize,
    not_before: Duration,
    /// How long the host has made us wait.
    waited: Duration,
    /// Requests without a response since the last one with a response.
    silent: usize,
    /// Why the host gets no more requests.
    closed: Option<(Verdict, Reason)>,
}

/// All requests still to be sent.
#[derive(Debug)]
pub(super) struct Queue<'a> {
    limits: &'a RequestLimits,
    hosts: BTreeMap<String, HostQueue>,
    running: usize,
}

impl<'a> Queue<'a> {
    pub(super) fn new(limits: &'a RequestLimits) -> Self {
        Self { limits, hosts: BTreeMap::new(), running: 0 }
    }

    /// Adds a request behind the others to its host.
    pub(super) fn put(&mut self, probe: Probe) {
        self.host(&probe).waiting.push_back(probe);
    }

    /// Adds a request before the others to its host, so that a probe is finished before the next one starts.
    pub(super) fn put_first(&mut self, probe: Probe) {
        self.host(&probe).waiting.push_front(probe);
    }

    fn host(&mut self, probe: &Probe) -> &mut HostQueue {
        self.hosts.entry(probe.at.host().to_owned()).or_default()
    }

    /// What to do at this time. `ended` must be called once for each request that is started.
    pub(super) fn turn(&mut self, now: Duration) -> Turn {
        if self.running == self.limits.in_total {
            return Turn::Busy;
        }
        let mut soonest: Option<Duration> = None;
        for host in self.hosts.values_mut().filter(|host| host.running < self.limits.per_host) {
            if host.not_before > now {
                if !host.waiting.is_empty() {
                    soonest = Some(soonest.map_or(host.not_before, |soonest| soonest.min(host.not_before)));
                }
            } else if let Some(probe) = host.waiting.pop_front() {
                host.running += 1;
                host.not_before = now + self.limits.between;
                self.running += 1;
                return Turn::Start(Box::new(probe));
            }
        }
        match soonest {
            Some(moment) => Turn::Wait(moment),
            None if self.running > 0 => Turn::Busy,
            None => Turn::Empty,
        }
    }

    /// A request to this host has ended. A host that did not respond too often gets no more.
    pub(super) fn ended(&mut self, host: &str, has_reply: bool) {
        self.running -= 1;
        let Some(host) = self.hosts.get_mut(host) else { return };
        host.running -= 1;
        host.silent = if has_reply { 0 } else { host.silent + 1 };
        if host.silent >= self.limits.unanswered {
            host.closed = host.closed.or(Some((Verdict::Unreachable, Reason::Silent)));
        }
    }

    /// A host asks for a pause. If all its pauses are longer than the limit, it gets no more requests in this run.
    pub(super) fn rest(&mut self, host: &str, now: Duration, rest: Duration) {
        let Some(host) = self.hosts.get_mut(host) else { return };
        let until = now.saturating_add(rest);
        // Responses that arrive together ask for one pause, which counts once. A pause of zero counts too, or the host
        // could ask for a retry without end.
        let more = until.saturating_sub(host.not_before.max(now)).max(self.limits.between);
        host.waited = host.waited.saturating_add(more);
        host.not_before = host.not_before.max(until);
        if host.waited.max(rest) > self.limits.patience {
            host.closed = host.closed.or(Some((Verdict::Blocked, Reason::Wait)));
        }
    }

    /// Takes the requests to hosts that get no more, each with the reason.
    pub(super) fn given_up(&mut self) -> Vec<(Probe, Verdict, Reason)> {
        let mut dropped = Vec::new();
        for host in self.hosts.values_mut() {
            if let Some((verdict, why)) = host.closed {
                dropped.extend(host.waiting.drain(..).map(|probe| (probe, verdict, why)));
            }
        }
        dropped
    }
}

#[cfg(test)]
mod tests {
    use super::super::address::Address;
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    fn probe(text: &str) -> Probe {
        Probe::new(Address::read(text).unwrap().0)
    }

    fn start(queue: &mut Queue<'_>, now: Duration) -> String {
        match queue.turn(now) {
            Turn::Start(probe) => probe.at.text().to_owned(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_host_has_one_request_a_second_and_two_at_once() {
        let limits = RequestLimits::default();
        let mut queue = Queue::new(&limits);
        for text in ["http://a.fr/1", "http://a.fr/2", "http://a.fr:8080/3", "http://b.fr/1"] {
            queue.put(probe(text));
        }
        assert_eq!(start(&mut queue, Duration::ZERO), "http://a.fr/1");
        assert_eq!(start(&mut queue, Duration::ZERO), "http://b.fr/1");
        assert_eq!(queue.turn(SECOND / 2), Turn::Wait(SECOND));
        assert_eq!(start(&mut queue, SECOND), "http://a.fr/2");
        assert_eq!(queue.turn(SECOND * 9), Turn::Busy);
        queue.ended("a.fr", true);
        assert_eq!(start(&mut queue, SECOND * 9), "http://a.fr:8080/3");
        for host in ["a.fr", "a.fr", "b.fr"] {
            queue.ended(host, true);
        }
        assert_eq!(queue.turn(SECOND * 10), Turn::Empty);
    }

    #[test]
    fn no_more_than_so_many_at_once() {
        let limits = RequestLimits { in_total: 2, ..RequestLimits::default() };
        let mut queue = Queue::new(&limits);
        for text in ["http://a.fr/", "http://b.fr/", "http://c.fr/"] {
            queue.put(probe(text));
        }
        start(&mut queue, Duration::ZERO);
        start(&mut queue, Duration::ZERO);
        assert_eq!(queue.turn(SECOND), Turn::Busy);
        queue.ended("b.fr", true);
        assert_eq!(start(&mut queue, SECOND), "http://c.fr/");
    }

    #[test]
    fn a_host_rests_as_long_as_we_are_patient() {
        let limits = RequestLimits { patience: SECOND * 10, ..RequestLimits::default() };
        let mut queue = Queue::new(&limits);
        queue.put(probe("http://a.fr/1"));
        queue.put(probe("http://a.fr/2"));
        start(&mut queue, Duration::ZERO);
        queue.ended("a.fr", true);
        queue.rest("a.fr", SECOND, SECOND * 5);
        queue.put_first(probe("http://a.fr/1"));
        assert_eq!((queue.given_up(), queue.turn(SECOND * 2)), (vec![], Turn::Wait(SECOND * 6)));
        assert_eq!(start(&mut queue, SECOND * 6), "http://a.fr/1");
        queue.rest("a.fr", SECOND * 6, SECOND * 7);
        assert_eq!(queue.given_up(), [(probe("http://a.fr/2"), Verdict::Blocked, Reason::Wait)]);
    }

    #[test]
    fn rests_come_to_an_end() {
        let limits = RequestLimits::default();
        for (rest, times) in [(Duration::ZERO, 60), (SECOND * 20, 3), (Duration::MAX, 0)] {
            let mut queue = Queue::new(&limits);
            queue.put(probe("http://a.fr/1"));
            let rests = (1..).take_while(|now| {
                queue.rest("a.fr", SECOND * 100 * *now, rest);
                queue.given_up().is_empty()
            });
            assert_eq!(rests.count(), times, "{rest:?}");
        }
    }

    #[test]
    fn a_host_without_answers_is_left_alone() {
        let limits = RequestLimits::default();
        let mut queue = Queue::new(&limits);
        (0..6).for_each(|number| queue.put(probe(&format!("http://a.fr/{number}"))));
        for (now, has_reply) in (1..).zip([false, true, false, false, false]) {
            assert_eq!(queue.given_up(), []);
            start(&mut queue, SECOND * now);
            queue.ended("a.fr", has_reply);
        }
        assert_eq!(queue.given_up(), [(probe("http://a.fr/5"), Verdict::Unreachable, Reason::Silent)]);
    }
}
