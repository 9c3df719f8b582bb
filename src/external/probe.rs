//! Checking one address: which request comes next, or what the result is.
use super::address::{Address, RedirectError};
use super::limits::RequestLimits;
use super::reply::{HostReply, ReplyHead};
use super::verdict::{CheckResult, Reason, Verdict};
use std::time::Duration;

/// The two methods. Neither reads a body; `GET` is for hosts that do not answer `HEAD` properly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Method {
    Head,
    Get,
}

/// An address while it is being checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Probe {
    /// The address that the guide links to.
    pub(super) from: Address,
    /// The address to request next, after the redirects so far.
    pub(super) at: Address,
    /// The method of the next request.
    pub(super) method: Method,
    /// The addresses before `at` in the chain of redirects, the guide's first.
    passed: Vec<Address>,
    /// Where the permanent redirects at the start of the chain end, with the fragment they name.
    moved: Option<(Address, Option<String>)>,
    /// Whether all redirects so far were permanent.
    is_permanent: bool,
    certificate_ends: Option<i64>,
}

/// What to do after a response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum NextStep {
    /// Send another request.
    Request(Probe),
    /// Send the request again after this long.
    Retry(Probe, Duration),
    /// Nothing: this is the result.
    Done(CheckResult),
}

impl Probe {
    /// The first request for an address.
    pub(super) fn new(address: Address) -> Self {
        Self {
            from: address.clone(),
            at: address,
            method: Method::Head,
            passed: Vec::new(),
            moved: None,
            is_permanent: true,
            certificate_ends: None,
        }
    }

    /// A result without a response.
    pub(super) fn end(&self, verdict: Verdict, why: Reason) -> CheckResult {
        CheckResult { certificate_ends: self.certificate_ends, ..CheckResult::new(verdict, why) }
    }

    /// Decides what follows from the response to the request.
    pub(super) fn next(mut self, reply: HostReply, limits: &RequestLimits) -> NextStep {
        let head = match reply {
            HostReply::Head(head) => head,
            // Some hosts close the connection on methods they do not know.
            HostReply::Failed(_, Reason::Closed | Reason::Garbage) if self.method == Method::Head => {
                return self.retry_with_get();
            }
            HostReply::Failed(verdict, why) => {
                let mut outcome = self.end(verdict, why);
                if verdict == Verdict::Refused && !self.passed.is_empty() {
                    outcome.to = Some(self.at.text().to_owned());
                }
                return NextStep::Done(outcome);
            }
        };
        if self.passed.is_empty() {
            self.certificate_ends = head.certificate_ends.or(self.certificate_ends);
        }
        let (verdict, why) = match head.status {
            _ if head.is_wall => (Verdict::Blocked, Reason::Wall),
            200..=299 | 304 => return NextStep::Done(self.working(head.status)),
            301 | 302 | 303 | 307 | 308 => return self.follow(&head, limits),
            429 | 503 if head.retry_after.is_some() => {
                return NextStep::Retry(self, head.retry_after.unwrap_or_default());
            }
            429 => (Verdict::Blocked, Reason::Status),
            400.. if self.method == Method::Head => return self.retry_with_get(),
            404 | 410 => (Verdict::Gone, Reason::Status),
            // Any other 4xx means that the host did not accept this request. Some hosts send 999 to robots.
            400..=499 | 999 => (Verdict::Blocked, Reason::Status),
            _ => (Verdict::Flaky, Reason::Status),
        };
        NextStep::Done(self.with_status(verdict, why, head.status))
    }

    fn retry_with_get(mut self) -> NextStep {
        self.method = Method::Get;
        NextStep::Request(self)
    }

    fn with_status(&self, verdict: Verdict, why: Reason, status: u16) -> CheckResult {
        CheckResult { status: Some(status), ..self.end(verdict, why) }
    }

    /// The address works: as linked to, or at the address it moved to.
    fn working(&self, status: u16) -> CheckResult {
        let Some((address, fragment)) = &self.moved else {
            return self.with_status(Verdict::Ok, Reason::Status, status);
        };
        let fragment = fragment.as_ref().map(|fragment| format!("#{fragment}")).unwrap_or_default();
        let to = Some(format!("{}{fragment}", address.text()));
        CheckResult { to, ..self.with_status(Verdict::Moved, Reason::Status, status) }
    }

    fn follow(mut self, head: &ReplyHead, limits: &RequestLimits) -> NextStep {
        let flaky = |why| NextStep::Done(self.with_status(Verdict::Flaky, why, head.status));
        let (to, fragment) = match head.location.as_deref().map(|location| self.at.follow(location)) {
            // `GET` may get a `Location` where `HEAD` does not.
            None if self.method == Method::Head => return self.retry_with_get(),
            None | Some(Err(RedirectError::Malformed)) => return flaky(Reason::NoTarget),
            Some(Err(RedirectError::Scheme(to))) => {
                let refused = self.with_status(Verdict::Refused, Reason::Scheme, head.status);
                return NextStep::Done(CheckResult { to: Some(to), ..refused });
            }
            Some(Ok(to)) => to,
        };
        if to == self.at || self.passed.contains(&to) {
            return flaky(Reason::Circle);
        }
        if self.passed.len() == limits.redirects {
            return flaky(Reason::TooMany);
        }
        self.is_permanent &= matches!(head.status, 301 | 308);
        if self.is_permanent {
            self.moved = Some((to.clone(), fragment));
        }
        self.passed.push(std::mem::replace(&mut self.at, to));
        self.method = Method::Head;
        NextStep::Request(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn probe(text: &str) -> Probe {
        Probe::new(Address::read(text).unwrap().0)
    }

    fn head(status: u16, location: Option<&str>) -> HostReply {
        HostReply::Head(ReplyHead { status, location: location.map(str::to_owned), ..ReplyHead::default() })
    }

    fn next(probe: Probe, reply: HostReply) -> NextStep {
        probe.next(reply, &RequestLimits::default())
    }

    /// The result after these responses in a row.
    fn outcome(answers: &[(u16, Option<&str>)]) -> CheckResult {
        let mut probe = probe("https://a.fr/x");
        for (status, location) in answers {
            match next(probe, head(*status, *location)) {
                NextStep::Request(next) => probe = next,
                NextStep::Done(outcome) => return outcome,
                NextStep::Retry(..) => panic!("nobody asked to wait"),
            }
        }
        panic!("not done after {answers:?}, at {probe:?}");
    }

    fn verdict(answers: &[(u16, Option<&str>)]) -> (Verdict, Reason) {
        let outcome = outcome(answers);
        (outcome.verdict, outcome.why)
    }

    #[test]
    fn a_status_makes_a_verdict() {
        use Verdict::{Blocked, Flaky, Gone, Ok};
        for status in [200, 204, 206, 304] {
            assert_eq!(verdict(&[(status, None)]), (Ok, Reason::Status), "{status}");
        }
        let expected =
            [(Gone, &[404, 410][..]), (Blocked, &[400, 401, 403, 405, 451, 999]), (Flaky, &[500, 501, 503])];
        for (status, expected) in
            expected.iter().flat_map(|(it, all)| all.iter().map(|status| (*status, *it)))
        {
            assert_eq!(verdict(&[(status, None), (status, None)]), (expected, Reason::Status), "{status}");
            assert_eq!(verdict(&[(status, None), (200, None)]), (Ok, Reason::Status), "GET mends {status}");
        }
        assert_eq!(verdict(&[(429, None)]), (Blocked, Reason::Status));
        assert_eq!(verdict(&[(300, None)]), (Flaky, Reason::Status));
    }

    #[test]
    fn what_moved_for_good_has_a_new_address() {
        let to = |answers: &[(u16, Option<&str>)]| outcome(answers).to;
        let ok = (200, None);
        assert_eq!(to(&[(301, Some("/y")), ok]).as_deref(), Some("https://a.fr/y"));
        assert_eq!(
            to(&[(301, Some("/y")), (308, Some("//b.fr/z#w")), ok]).as_deref(),
            Some("https://b.fr/z#w")
        );
        assert_eq!(
            to(&[(301, Some("/y")), (302, Some("/z")), (301, Some("/v")), ok]).as_deref(),
            Some("https://a.fr/y")
        );
        assert_eq!(to(&[(302, Some("/y")), (301, Some("/z")), ok]), None);
        assert_eq!(verdict(&[(307, Some("/y")), ok]).0, Verdict::Ok);
        assert_eq!(verdict(&[(301, Some("/y")), (404, None), (404, None)]).0, Verdict::Gone);
    }

    #[test]
    fn redirects_end() {
        assert_eq!(verdict(&[(301, Some("/y")), (302, Some("/x"))]), (Verdict::Flaky, Reason::Circle));
        assert_eq!(verdict(&[(301, Some("/x"))]), (Verdict::Flaky, Reason::Circle));
        assert_eq!(verdict(&[(302, None), (302, None)]), (Verdict::Flaky, Reason::NoTarget));
        assert_eq!(verdict(&[(302, Some("http://["))]), (Verdict::Flaky, Reason::NoTarget));
        let refused = outcome(&[(302, Some("ftp://a.fr/"))]);
        assert_eq!((refused.verdict, refused.to.as_deref()), (Verdict::Refused, Some("ftp://a.fr")));
        let steps: Vec<String> = (0..11).map(|number| format!("/{number}")).collect();
        let mut answers: Vec<_> = steps.iter().map(|step| (302, Some(step.as_str()))).collect();
        assert_eq!(verdict(&answers), (Verdict::Flaky, Reason::TooMany));
        answers[10] = (200, None);
        assert_eq!(verdict(&answers), (Verdict::Ok, Reason::Status));
    }

    #[test]
    fn troubles_are_tried_once_more_where_the_method_may_be_to_blame() {
        let trouble = |why| HostReply::Failed(Verdict::Flaky, why);
        let NextStep::Request(again) = next(probe("https://a.fr"), trouble(Reason::Closed)) else {
            panic!("asked with GET")
        };
        assert_eq!(again.method, Method::Get);
        assert!(matches!(next(again, trouble(Reason::Closed)), NextStep::Done(_)));
        assert!(matches!(next(probe("https://a.fr"), trouble(Reason::Timeout)), NextStep::Done(_)));
    }

    #[test]
    fn a_host_that_wants_a_rest_is_asked_again() {
        let wait = Some(Duration::from_secs(5));
        for status in [429, 503] {
            let reply = HostReply::Head(ReplyHead { status, retry_after: wait, ..ReplyHead::default() });
            let NextStep::Retry(again, rest) = next(probe("https://a.fr"), reply) else {
                panic!("{status} is asked again")
            };
            assert_eq!((again.method, Some(rest)), (Method::Head, wait));
        }
        let wall = HostReply::Head(ReplyHead { status: 200, is_wall: true, ..ReplyHead::default() });
        let step = next(probe("https://a.fr"), wall);
        assert!(matches!(step, NextStep::Done(done) if done.why == Reason::Wall));
    }
}
