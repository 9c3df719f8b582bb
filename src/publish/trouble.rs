//! What went wrong between Jalon and a store, as a failure in plain words. What a server says may hold names of keys or
//! signatures, so that only its code is told.
use super::target::PublishTarget;
use crate::failure::Failure;
use object_store::Error;
use std::error::Error as _;

/// A request that failed.
#[derive(Debug)]
pub(super) enum Trouble {
    /// The store refused it, or it did not arrive.
    Store(Error),
    /// There was no answer in time.
    Timeout,
}

impl Trouble {
    /// Whether it may pass when asked again.
    pub(super) fn may_pass(&self) -> bool {
        match self {
            Self::Timeout => true,
            Self::Store(why) => {
                let text = chain(why);
                matches!(why, Error::Generic { .. } | Error::JoinError { .. })
                    && known(&text).is_none_or(|answer| answer.may_pass)
                    && !is_misconfigured(&text)
            }
        }
    }

    /// Whether the object asked for is not there.
    pub(super) fn is_missing(&self) -> bool {
        matches!(self, Self::Store(Error::NotFound { .. }))
    }

    /// Whether somebody else wrote the object in the meantime.
    pub(super) fn is_overtaken(&self) -> bool {
        matches!(self, Self::Store(Error::Precondition { .. } | Error::AlreadyExists { .. }))
    }

    /// The failure where a store was not even opened: the environment tells it something that cannot be.
    pub(super) fn at_opening(why: &Error, target: &PublishTarget) -> Failure {
        let text = match why {
            Error::Generic { source, .. } => source.to_string(),
            _ => why.to_string(),
        };
        Failure { what: "failure-publish-environment", at: target.to_string(), why: told(&text) }
    }

    /// The failure that a user sees.
    pub(super) fn failure(&self, target: &PublishTarget) -> Failure {
        let Self::Store(why) = self else {
            return Failure::plain("failure-publish-slow", target.to_string());
        };
        let text = chain(why);
        let code = code(&text);
        let what = match (known(&text), why) {
            (Some(answer), _) => answer.failure,
            (None, Error::NotFound { .. }) => "failure-publish-bucket",
            (None, Error::PermissionDenied { .. }) => "failure-publish-forbidden",
            (None, Error::Unauthenticated { .. }) => "failure-publish-refused",
            (None, Error::NotImplemented { .. } | Error::NotSupported { .. }) => "failure-publish-conditions",
            _ if is_misconfigured(&text) => "failure-publish-environment",
            _ if is_unreachable(&text) => "failure-publish-network",
            _ => "failure-publish-server",
        };
        let why = code.map_or_else(|| told(&innermost(why)), str::to_owned);
        Failure { what, at: target.to_string(), why }
    }
}

/// What the code of an answer means.
#[derive(Clone, Copy, Debug)]
struct KnownAnswer {
    code: &'static str,
    failure: &'static str,
    /// Whether another answer may come when asked again.
    may_pass: bool,
}

const fn settled(code: &'static str, failure: &'static str) -> KnownAnswer {
    KnownAnswer { code, failure, may_pass: false }
}

const ANSWERS: &[KnownAnswer] = &[
    settled("RequestTimeTooSkewed", "failure-publish-clock"),
    KnownAnswer { code: "RequestExpired", failure: "failure-publish-clock", may_pass: true },
    settled("NoSuchBucket", "failure-publish-bucket"),
    settled("InvalidBucketName", "failure-publish-bucket"),
    settled("ContainerNotFound", "failure-publish-bucket"),
    settled("PermanentRedirect", "failure-publish-region"),
    settled("AuthorizationHeaderMalformed", "failure-publish-region"),
    settled("IllegalLocationConstraintException", "failure-publish-region"),
    settled("InvalidAccessKeyId", "failure-publish-refused"),
    settled("SignatureDoesNotMatch", "failure-publish-refused"),
    settled("AuthenticationFailed", "failure-publish-refused"),
    settled("ExpiredToken", "failure-publish-refused"),
    settled("NotSignedUp", "failure-publish-refused"),
];

/// What the code in a text means, if it is known.
fn known(text: &str) -> Option<&'static KnownAnswer> {
    let code = code(text)?;
    ANSWERS.iter().find(|answer| answer.code == code)
}

/// Whether the request could not even be made: an address without a host, a file with a token that is not there.
fn is_misconfigured(text: &str) -> bool {
    ["builder error", "URL scheme is not allowed", "token file"].iter().any(|sign| text.contains(sign))
}

/// Whether no server was reached.
fn is_unreachable(text: &str) -> bool {
    [
        "dns error",
        "Connection refused",
        "connect error",
        "tcp connect",
        "error sending request",
        "Network is unreachable",
    ]
    .iter()
    .any(|sign| text.contains(sign))
}

/// The texts of an error and of its causes.
fn chain(why: &Error) -> String {
    let mut text = why.to_string();
    let mut cause = why.source();
    while let Some(next) = cause {
        text.push('\n');
        text.push_str(&next.to_string());
        cause = next.source();
    }
    text
}

/// The last cause.
fn innermost(why: &Error) -> String {
    let mut cause: &dyn std::error::Error = why;
    while let Some(next) = cause.source() {
        cause = next;
    }
    cause.to_string()
}

/// What is told of an error text: without credentials, and without the answer of a server, which follows after its status.
fn told(text: &str) -> String {
    told_without(text, &credentials())
}

/// Credentials go before the text is cut, since half of one would not be found.
fn told_without(text: &str, credentials: &[String]) -> String {
    let mut text = text.to_owned();
    for value in credentials {
        text = text.replace(value, "…");
    }
    let line = text.lines().next().unwrap_or_default();
    // A signature may stand behind `?` of an address.
    let line = line
        .split_once('?')
        .map(|(before, _)| before)
        .filter(|before| before.contains("://"))
        .unwrap_or(line);
    line.chars().take(200).collect()
}

/// The values of variables that hold credentials, the longest first: one may be the beginning of another.
fn credentials() -> Vec<String> {
    let mut values = Vec::new();
    for (name, value) in std::env::vars_os() {
        let name = name.to_string_lossy();
        let is_secret = ["AWS_", "AZURE_", "GOOGLE_"].iter().any(|begin| name.starts_with(begin))
            && ["KEY", "TOKEN", "SECRET", "SAS", "ACCOUNT"].iter().any(|part| name.contains(part));
        values.extend(value.into_string().ok().filter(|value| is_secret && value.len() > 3));
    }
    values.sort_by_key(|value| std::cmp::Reverse(value.len()));
    values
}

/// The code of an answer: S3 and Azure write `<Code>`.
fn code(text: &str) -> Option<&str> {
    let (_, rest) = text.split_once("<Code>")?;
    let (code, _) = rest.split_once("</Code>")?;
    code.chars().all(|letter| letter.is_ascii_alphanumeric()).then_some(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn failure(text: &str) -> Failure {
        let why = Error::Generic { store: "S3", source: text.to_owned().into() };
        Trouble::Store(why).failure(&PublishTarget::parse("s3://b/a").unwrap())
    }

    #[test]
    fn the_code_of_a_server_decides_and_is_all_that_is_told() {
        for (code, what) in [
            ("RequestTimeTooSkewed", "failure-publish-clock"),
            ("NoSuchBucket", "failure-publish-bucket"),
            ("SignatureDoesNotMatch", "failure-publish-refused"),
            ("InternalError", "failure-publish-server"),
        ] {
            let told =
                failure(&format!("status 4xx: <Error><Code>{code}</Code><Key>AKIASECRET</Key></Error>"));
            assert_eq!((told.what, told.why.as_str()), (what, code));
        }
    }

    #[test]
    fn what_cannot_pass_is_not_asked_again() {
        let may_pass = |text: &str| {
            Trouble::Store(Error::Generic { store: "S3", source: text.to_owned().into() }).may_pass()
        };
        for code in [
            "ExpiredToken",
            "AuthorizationHeaderMalformed",
            "IllegalLocationConstraintException",
            "ContainerNotFound",
            "InvalidBucketName",
        ] {
            assert!(!may_pass(&format!("status 400: <Error><Code>{code}</Code></Error>")), "{code}");
        }
        assert!(may_pass("status 500: <Error><Code>InternalError</Code></Error>"));
        assert!(may_pass("status 403: <Error><Code>RequestExpired</Code></Error>"));
        assert!(may_pass("error sending request: NoSuchBucket is no code here"));
        assert!(!may_pass("builder error"));
        assert_eq!(failure("builder error").what, "failure-publish-environment");
    }

    #[test]
    fn a_key_is_removed_before_the_text_is_cut() {
        let keys = ["a".repeat(20) + "\nsecret", "secret-key".to_owned()];
        let told = told_without(&format!("{}secret-key", "x".repeat(195)), &keys);
        assert_eq!(told, format!("{}…", "x".repeat(195)));
        assert_eq!(told_without(&format!("no {} here\n<Key>", keys[0]), &keys), "no … here");
    }

    #[test]
    fn an_address_loses_its_signature() {
        let told = failure("error sending request for url https://a.example/b?sig=secret");
        assert_eq!(told.what, "failure-publish-network");
        assert!(!told.why.contains("secret"), "{}", told.why);
    }
}
