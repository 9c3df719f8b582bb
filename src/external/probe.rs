//! Checking one address: which request comes next, or what the result is.
use super::address::{Address, RedirectError};
use super::limits::RequestLimits;
use super::reply::{HostReply, ReplyHead};
use super::verdict::{CheckResult, Reason, Verdict};
use std::time::Duration;

/// The two methods. Neither reads a body; `GET` is for hosts that do not answer `HEAD` properly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Method {
    /// `HEAD`, tried first.
    Head,
    /// `GET`, tried when `HEAD` fails.
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
        match head.status {
            _ if head.is_wall => {
                NextStep::Done(self.with_status(Verdict::Blocked, Reason::Wall, head.status))
            }
            200..=299 | 304 => NextStep::Done(self.working(head.status)),
            301 | 302 | 303 | 307 | 308 => self.follow(&head, limits),
            429 | 503 if head.retry_after.is_some() => {
                let wait = head.retry_after.unwrap_or_default();
                NextStep::Retry(self, wait)
            }
            429 => NextStep::Done(self.with_status(Verdict::Blocked, Reason::Status, 429)),
            400.. if self.method == Method::Head => self.retry_with_get(),
            404 | 410 => NextStep::Done(self.with_status(Verdict::Gone, Reason::Status, head.status)),
            // Any other 4xx means that the host did not accept this request. Some hosts send 999 to robots.
            400..=499 | 999 => {
                NextStep::Done(self.with_status(Verdict::Blocked, Reason::Status, head.status))
            }
            _ => NextStep::Done(self.with_status(Verdict::Flaky, Reason::Status, head.status)),
        }
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
        let Some(location) = &head.location else {
            // `GET` may get a `Location` where `HEAD` does not.
            return if self.method == Method::Head {
                self.retry_with_get()
            } else {
                NextStep::Done(self.with_status(Verdict::Flaky, Reason::NoTarget, head.status))
            };
        };
        let (to, fragment) = match self.at.follow(location) {
            Ok(to) => to,
            Err(RedirectError::Malformed) => {
                return NextStep::Done(self.with_status(Verdict::Flaky, Reason::NoTarget, head.status));
            }
            Err(RedirectError::Scheme(to)) => {
                let refused = self.with_status(Verdict::Refused, Reason::Scheme, head.status);
                return NextStep::Done(CheckResult { to: Some(to), ..refused });
            }
        };
        if to == self.at || self.passed.contains(&to) {
            return NextStep::Done(self.with_status(Verdict::Flaky, Reason::Circle, head.status));
        }
        if self.passed.len() == limits.redirects {
            return NextStep::Done(self.with_status(Verdict::Flaky, Reason::TooMany, head.status));
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

    /// The result after these responses in a row.
    fn outcome(answers: &[(u16, Option<&str>)]) -> CheckResult {
        let mut probe = probe("https://a.fr/x");
        for (status, location) in answers {
            match probe.next(head(*status, *location), &RequestLimits::default()) {
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
        for (status, expected) in [(200, Ok), (204, Ok), (206, Ok), (304, Ok)] {
            assert_eq!(verdict(&[(status, None)]), (expected, Reason::Status), "{status}");
        }
        for (status, expected) in [
            (404, Gone),
            (410, Gone),
            (400, Blocked),
            (401, Blocked),
            (403, Blocked),
            (405, Blocked),
            (451, Blocked),
            (999, Blocked),
            (500, Flaky),
            (501, Flaky),
            (503, Flaky),
        ] {
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
        let NextStep::Request(again) =
            probe("https://a.fr").next(trouble(Reason::Closed), &RequestLimits::default())
        else {
            panic!("asked with GET")
        };
        assert_eq!(again.method, Method::Get);
        assert!(matches!(again.next(trouble(Reason::Closed), &RequestLimits::default()), NextStep::Done(_)));
        assert!(matches!(
            probe("https://a.fr").next(trouble(Reason::Timeout), &RequestLimits::default()),
            NextStep::Done(_)
        ));
    }

    #[test]
    fn a_host_that_wants_a_rest_is_asked_again() {
        let wait = Some(Duration::from_secs(5));
        for status in [429, 503] {
            let reply = HostReply::Head(ReplyHead { status, retry_after: wait, ..ReplyHead::default() });
            let NextStep::Retry(again, rest) = probe("https://a.fr").next(reply, &RequestLimits::default())
            else {
                panic!("{status} is asked again")
            };
            assert_eq!((again.method, Some(rest)), (Method::Head, wait));
        }
        let wall = HostReply::Head(ReplyHead { status: 200, is_wall: true, ..ReplyHead::default() });
        assert!(
            matches!(probe("https://a.fr").next(wall, &RequestLimits::default()), NextStep::Done(done) if done.why == Reason::Wall)
        );
    }
}
