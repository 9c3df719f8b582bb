//! One address being asked: which request comes next, or what is thought of it in the end.
use super::address::{Address, Stray};
use super::answer::{Answer, Head};
use super::limits::Limits;
use super::verdict::{Outcome, Verdict, Why};
use std::time::Duration;

/// The two ways of asking. Neither reads a body; `GET` is for hosts that do not know the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Method {
    /// For the head of an answer only.
    Head,
    /// For all of it.
    Get,
}

/// An address being asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Ask {
    /// The address of the guide.
    pub(super) from: Address,
    /// Where the redirects have led.
    pub(super) at: Address,
    /// How it is asked next.
    pub(super) method: Method,
    /// Where the redirects led before, the guide's address first.
    passed: Vec<Address>,
    /// Where the leading permanent redirects end, with the fragment that they name.
    moved: Option<(Address, Option<String>)>,
    /// Whether all redirects so far were permanent.
    for_good: bool,
    certificate_ends: Option<i64>,
}

/// What follows from an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// Another request.
    Ask(Ask),
    /// The same request, once the host has had its rest.
    Again(Ask, Duration),
    /// Nothing more.
    Done(Outcome),
}

impl Ask {
    /// Begins.
    pub(super) fn new(address: Address) -> Self {
        Self {
            from: address.clone(),
            at: address,
            method: Method::Head,
            passed: Vec::new(),
            moved: None,
            for_good: true,
            certificate_ends: None,
        }
    }

    /// Ends without an answer.
    pub(super) fn end(&self, verdict: Verdict, why: Why) -> Outcome {
        Outcome { certificate_ends: self.certificate_ends, ..Outcome::new(verdict, why) }
    }

    /// What follows from the answer to the request.
    pub(super) fn next(mut self, answer: Answer, limits: &Limits) -> Next {
        let head = match answer {
            Answer::Head(head) => head,
            // Some hosts hang up on what they do not know.
            Answer::Trouble(_, Why::Closed | Why::Garbage) if self.method == Method::Head => {
                return self.get();
            }
            Answer::Trouble(verdict, why) => {
                let mut outcome = self.end(verdict, why);
                if verdict == Verdict::Refused && !self.passed.is_empty() {
                    outcome.to = Some(self.at.text().to_owned());
                }
                return Next::Done(outcome);
            }
        };
        if self.passed.is_empty() {
            self.certificate_ends = head.certificate_ends.or(self.certificate_ends);
        }
        match head.status {
            _ if head.is_wall => Next::Done(self.told(Verdict::Blocked, Why::Wall, head.status)),
            200..=299 | 304 => Next::Done(self.found(head.status)),
            301 | 302 | 303 | 307 | 308 => self.follow(&head, limits),
            429 | 503 if head.retry_after.is_some() => {
                let wait = head.retry_after.unwrap_or_default();
                Next::Again(self, wait)
            }
            429 => Next::Done(self.told(Verdict::Blocked, Why::Status, 429)),
            400.. if self.method == Method::Head => self.get(),
            404 | 410 => Next::Done(self.told(Verdict::Gone, Why::Status, head.status)),
            // What is left of 4xx says that the request was not liked; 999 is what some hosts tell robots.
            400..=499 | 999 => Next::Done(self.told(Verdict::Blocked, Why::Status, head.status)),
            _ => Next::Done(self.told(Verdict::Flaky, Why::Status, head.status)),
        }
    }

    fn get(mut self) -> Next {
        self.method = Method::Get;
        Next::Ask(self)
    }

    fn told(&self, verdict: Verdict, why: Why, status: u16) -> Outcome {
        Outcome { status: Some(status), ..self.end(verdict, why) }
    }

    /// The address answers: where it stands, or where it moved to.
    fn found(&self, status: u16) -> Outcome {
        let Some((address, fragment)) = &self.moved else {
            return self.told(Verdict::Ok, Why::Status, status);
        };
        let fragment = fragment.as_ref().map(|fragment| format!("#{fragment}")).unwrap_or_default();
        let to = Some(format!("{}{fragment}", address.text()));
        Outcome { to, ..self.told(Verdict::Moved, Why::Status, status) }
    }

    fn follow(mut self, head: &Head, limits: &Limits) -> Next {
        let Some(location) = &head.location else {
            // An answer to GET may say more than one to HEAD.
            return if self.method == Method::Head {
                self.get()
            } else {
                Next::Done(self.told(Verdict::Flaky, Why::NoTarget, head.status))
            };
        };
        let (to, fragment) = match self.at.follow(location) {
            Ok(to) => to,
            Err(Stray::Malformed) => {
                return Next::Done(self.told(Verdict::Flaky, Why::NoTarget, head.status));
            }
            Err(Stray::Scheme(to)) => {
                let refused = self.told(Verdict::Refused, Why::Scheme, head.status);
                return Next::Done(Outcome { to: Some(to), ..refused });
            }
        };
        if to == self.at || self.passed.contains(&to) {
            return Next::Done(self.told(Verdict::Flaky, Why::Circle, head.status));
        }
        if self.passed.len() == limits.redirects {
            return Next::Done(self.told(Verdict::Flaky, Why::TooMany, head.status));
        }
        self.for_good &= matches!(head.status, 301 | 308);
        if self.for_good {
            self.moved = Some((to.clone(), fragment));
        }
        self.passed.push(std::mem::replace(&mut self.at, to));
        self.method = Method::Head;
        Next::Ask(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(text: &str) -> Ask {
        Ask::new(Address::read(text).unwrap().0)
    }

    fn head(status: u16, location: Option<&str>) -> Answer {
        Answer::Head(Head { status, location: location.map(str::to_owned), ..Head::default() })
    }

    /// Answers in a row, until there is nothing more to ask.
    fn outcome(answers: &[(u16, Option<&str>)]) -> Outcome {
        let mut ask = ask("https://a.fr/x");
        for (status, location) in answers {
            match ask.next(head(*status, *location), &Limits::default()) {
                Next::Ask(next) => ask = next,
                Next::Done(outcome) => return outcome,
                Next::Again(..) => panic!("nobody asked to wait"),
            }
        }
        panic!("not done after {answers:?}, at {ask:?}");
    }

    fn verdict(answers: &[(u16, Option<&str>)]) -> (Verdict, Why) {
        let outcome = outcome(answers);
        (outcome.verdict, outcome.why)
    }

    #[test]
    fn a_status_makes_a_verdict() {
        use Verdict::{Blocked, Flaky, Gone, Ok};
        for (status, expected) in [(200, Ok), (204, Ok), (206, Ok), (304, Ok)] {
            assert_eq!(verdict(&[(status, None)]), (expected, Why::Status), "{status}");
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
            assert_eq!(verdict(&[(status, None), (status, None)]), (expected, Why::Status), "{status}");
            assert_eq!(verdict(&[(status, None), (200, None)]), (Ok, Why::Status), "GET mends {status}");
        }
        assert_eq!(verdict(&[(429, None)]), (Blocked, Why::Status));
        assert_eq!(verdict(&[(300, None)]), (Flaky, Why::Status));
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
        assert_eq!(verdict(&[(301, Some("/y")), (302, Some("/x"))]), (Verdict::Flaky, Why::Circle));
        assert_eq!(verdict(&[(301, Some("/x"))]), (Verdict::Flaky, Why::Circle));
        assert_eq!(verdict(&[(302, None), (302, None)]), (Verdict::Flaky, Why::NoTarget));
        assert_eq!(verdict(&[(302, Some("http://["))]), (Verdict::Flaky, Why::NoTarget));
        let refused = outcome(&[(302, Some("ftp://a.fr/"))]);
        assert_eq!((refused.verdict, refused.to.as_deref()), (Verdict::Refused, Some("ftp://a.fr")));
        let steps: Vec<String> = (0..11).map(|number| format!("/{number}")).collect();
        let mut answers: Vec<_> = steps.iter().map(|step| (302, Some(step.as_str()))).collect();
        assert_eq!(verdict(&answers), (Verdict::Flaky, Why::TooMany));
        answers[10] = (200, None);
        assert_eq!(verdict(&answers), (Verdict::Ok, Why::Status));
    }

    #[test]
    fn troubles_are_tried_once_more_where_the_method_may_be_to_blame() {
        let trouble = |why| Answer::Trouble(Verdict::Flaky, why);
        let Next::Ask(again) = ask("https://a.fr").next(trouble(Why::Closed), &Limits::default()) else {
            panic!("asked with GET")
        };
        assert_eq!(again.method, Method::Get);
        assert!(matches!(again.next(trouble(Why::Closed), &Limits::default()), Next::Done(_)));
        assert!(matches!(ask("https://a.fr").next(trouble(Why::Timeout), &Limits::default()), Next::Done(_)));
    }

    #[test]
    fn a_host_that_wants_a_rest_is_asked_again() {
        let wait = Some(Duration::from_secs(5));
        for status in [429, 503] {
            let answer = Answer::Head(Head { status, retry_after: wait, ..Head::default() });
            let Next::Again(again, rest) = ask("https://a.fr").next(answer, &Limits::default()) else {
                panic!("{status} is asked again")
            };
            assert_eq!((again.method, Some(rest)), (Method::Head, wait));
        }
        let wall = Answer::Head(Head { status: 200, is_wall: true, ..Head::default() });
        assert!(
            matches!(ask("https://a.fr").next(wall, &Limits::default()), Next::Done(done) if done.why == Why::Wall)
        );
    }
}
