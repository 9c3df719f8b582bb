//! Which request goes next: few at a time, fewer to one host, and not too soon after the one before.
//!
//! Times are counted from the beginning of the run.
use super::ask::Ask;
use super::limits::Limits;
use super::verdict::{Verdict, Why};
use std::collections::{BTreeMap, VecDeque};
use std::time::Duration;

/// What may be done now.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Turn {
    /// This request.
    Start(Box<Ask>),
    /// Nothing before that moment, or before a request ends.
    Wait(Duration),
    /// Nothing before a request ends.
    Busy,
    /// Nothing any more.
    Empty,
}

/// One host and what is asked of it.
#[derive(Debug, Default)]
struct Host {
    waiting: VecDeque<Ask>,
    running: usize,
    not_before: Duration,
    /// How long it has made us wait.
    waited: Duration,
    /// Requests without any answer since the last that had one.
    silent: usize,
    /// Why it is asked nothing any more.
    closed: Option<(Verdict, Why)>,
}

/// All requests that are still to be made.
#[derive(Debug)]
pub(super) struct Queue<'a> {
    limits: &'a Limits,
    hosts: BTreeMap<String, Host>,
    running: usize,
}

impl<'a> Queue<'a> {
    /// Nothing to ask.
    pub(super) fn new(limits: &'a Limits) -> Self {
        Self { limits, hosts: BTreeMap::new(), running: 0 }
    }

    /// One more, after those of the same host.
    pub(super) fn put(&mut self, ask: Ask) {
        self.host(&ask).waiting.push_back(ask);
    }

    /// One more, before those of the same host: what was begun is brought to an end first.
    pub(super) fn put_first(&mut self, ask: Ask) {
        self.host(&ask).waiting.push_front(ask);
    }

    fn host(&mut self, ask: &Ask) -> &mut Host {
        self.hosts.entry(ask.at.host().to_owned()).or_default()
    }

    /// What may be done at that moment. A request that is started must be ended.
    pub(super) fn turn(&mut self, now: Duration) -> Turn {
        if self.running == self.limits.at_once {
            return Turn::Busy;
        }
        let mut soonest: Option<Duration> = None;
        for host in self.hosts.values_mut().filter(|host| host.running < self.limits.of_a_host) {
            if host.not_before > now {
                if !host.waiting.is_empty() {
                    soonest = Some(soonest.map_or(host.not_before, |soonest| soonest.min(host.not_before)));
                }
            } else if let Some(ask) = host.waiting.pop_front() {
                host.running += 1;
                host.not_before = now + self.limits.between;
                self.running += 1;
                return Turn::Start(Box::new(ask));
            }
        }
        match soonest {
            Some(moment) => Turn::Wait(moment),
            None if self.running > 0 => Turn::Busy,
            None => Turn::Empty,
        }
    }

    /// A request to that host has ended, with an answer or without. A host that was silent too often is left alone.
    pub(super) fn ended(&mut self, host: &str, heard: bool) {
        self.running -= 1;
        let Some(host) = self.hosts.get_mut(host) else { return };
        host.running -= 1;
        host.silent = if heard { 0 } else { host.silent + 1 };
        if host.silent >= self.limits.silences {
            host.closed = host.closed.or(Some((Verdict::Unreachable, Why::Silent)));
        }
    }

    /// A host wants to be left alone for so long. If that is longer than we wait, it is, for the rest of the run.
    pub(super) fn rest(&mut self, host: &str, now: Duration, rest: Duration) {
        let Some(host) = self.hosts.get_mut(host) else { return };
        let until = now.saturating_add(rest);
        // Answers that came together ask for the same rest; one of no time at all counts, too, or it could be asked
        // for without end.
        let more = until.saturating_sub(host.not_before.max(now)).max(self.limits.between);
        host.waited = host.waited.saturating_add(more);
        host.not_before = host.not_before.max(until);
        if host.waited.max(rest) > self.limits.patience {
            host.closed = host.closed.or(Some((Verdict::Blocked, Why::Wait)));
        }
    }

    /// What waits for hosts that are asked nothing any more, and why.
    pub(super) fn given_up(&mut self) -> Vec<(Ask, Verdict, Why)> {
        let mut found = Vec::new();
        for host in self.hosts.values_mut() {
            if let Some((verdict, why)) = host.closed {
                found.extend(host.waiting.drain(..).map(|ask| (ask, verdict, why)));
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::super::address::Address;
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    fn ask(text: &str) -> Ask {
        Ask::new(Address::read(text).unwrap().0)
    }

    fn start(queue: &mut Queue<'_>, now: Duration) -> String {
        match queue.turn(now) {
            Turn::Start(ask) => ask.at.text().to_owned(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_host_has_one_request_a_second_and_two_at_once() {
        let limits = Limits::default();
        let mut queue = Queue::new(&limits);
        for text in ["http://a.fr/1", "http://a.fr/2", "http://a.fr:8080/3", "http://b.fr/1"] {
            queue.put(ask(text));
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
        let limits = Limits { at_once: 2, ..Limits::default() };
        let mut queue = Queue::new(&limits);
        for text in ["http://a.fr/", "http://b.fr/", "http://c.fr/"] {
            queue.put(ask(text));
        }
        start(&mut queue, Duration::ZERO);
        start(&mut queue, Duration::ZERO);
        assert_eq!(queue.turn(SECOND), Turn::Busy);
        queue.ended("b.fr", true);
        assert_eq!(start(&mut queue, SECOND), "http://c.fr/");
    }

    #[test]
    fn a_host_rests_as_long_as_we_are_patient() {
        let limits = Limits { patience: SECOND * 10, ..Limits::default() };
        let mut queue = Queue::new(&limits);
        queue.put(ask("http://a.fr/1"));
        queue.put(ask("http://a.fr/2"));
        start(&mut queue, Duration::ZERO);
        queue.ended("a.fr", true);
        queue.rest("a.fr", SECOND, SECOND * 5);
        queue.put_first(ask("http://a.fr/1"));
        assert_eq!((queue.given_up(), queue.turn(SECOND * 2)), (vec![], Turn::Wait(SECOND * 6)));
        assert_eq!(start(&mut queue, SECOND * 6), "http://a.fr/1");
        queue.rest("a.fr", SECOND * 6, SECOND * 7);
        assert_eq!(queue.given_up(), [(ask("http://a.fr/2"), Verdict::Blocked, Why::Wait)]);
    }

    #[test]
    fn rests_come_to_an_end() {
        let limits = Limits::default();
        for (rest, times) in [(Duration::ZERO, 60), (SECOND * 20, 3), (Duration::MAX, 0)] {
            let mut queue = Queue::new(&limits);
            queue.put(ask("http://a.fr/1"));
            let rests = (1..).take_while(|now| {
                queue.rest("a.fr", SECOND * 100 * *now, rest);
                queue.given_up().is_empty()
            });
            assert_eq!(rests.count(), times, "{rest:?}");
        }
    }

    #[test]
    fn a_host_without_answers_is_left_alone() {
        let limits = Limits::default();
        let mut queue = Queue::new(&limits);
        (0..6).for_each(|number| queue.put(ask(&format!("http://a.fr/{number}"))));
        for (now, heard) in (1..).zip([false, true, false, false, false]) {
            assert_eq!(queue.given_up(), []);
            start(&mut queue, SECOND * now);
            queue.ended("a.fr", heard);
        }
        assert_eq!(queue.given_up(), [(ask("http://a.fr/5"), Verdict::Unreachable, Why::Silent)]);
    }
}
