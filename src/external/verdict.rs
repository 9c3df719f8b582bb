//! What is thought of an address once it was asked.
use serde::{Deserialize, Serialize};

/// What is thought of an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// It answers.
    Ok,
    /// It answers at another address, for good.
    Moved,
    /// It says that there is nothing any more.
    Gone,
    /// It does not answer to programs, perhaps to people.
    Blocked,
    /// It answers with a trouble of its own, or not in time.
    Flaky,
    /// There is no way to it.
    Unreachable,
    /// It leads to where nobody outside may look.
    Refused,
    /// The settings say not to ask.
    Skipped,
}

/// Why, where the verdict alone does not tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Why {
    /// The status tells.
    Status,
    /// The host wants us to wait longer than we do.
    Wait,
    /// A page that only lets people through.
    Wall,
    /// Not in time.
    Timeout,
    /// Closed before an answer came.
    Closed,
    /// The answer is not one of the web.
    Garbage,
    /// Redirects go in a circle.
    Circle,
    /// Too many redirects.
    TooMany,
    /// A redirect that does not say where to.
    NoTarget,
    /// Nobody knows the name of the host.
    Name,
    /// Longer than a request can be.
    TooLong,
    /// The host takes no connection.
    Connect,
    /// The host was silent several times; this address was not asked.
    Silent,
    /// The certificate is over.
    Expired,
    /// The certificate is for another host, or nobody trusts it.
    Certificate,
    /// No encrypted connection comes about.
    Tls,
    /// An address of a private network.
    Private,
    /// A redirect to something that is not the web.
    Scheme,
}

impl Why {
    /// The word that the diagnostics choose their sentence by.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Status => "status",
            Self::Wait => "wait",
            Self::Wall => "wall",
            Self::Timeout => "timeout",
            Self::Closed => "closed",
            Self::Garbage => "garbage",
            Self::Circle => "circle",
            Self::TooMany => "too-many",
            Self::NoTarget => "no-target",
            Self::Name => "name",
            Self::TooLong => "too-long",
            Self::Connect => "connect",
            Self::Silent => "silent",
            Self::Expired => "expired",
            Self::Certificate => "certificate",
            Self::Tls => "tls",
            Self::Private => "private",
            Self::Scheme => "scheme",
        }
    }
}

/// What came of asking one address.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(super) struct Outcome {
    pub(super) verdict: Verdict,
    pub(super) why: Why,
    /// The last status that was heard.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) status: Option<u16>,
    /// Where it leads for good; where it leads and may not be followed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) to: Option<String>,
    /// The last second of the host's certificate, in seconds since 1970.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) certificate_ends: Option<i64>,
}

impl Outcome {
    pub(super) fn new(verdict: Verdict, why: Why) -> Self {
        Self { verdict, why, status: None, to: None, certificate_ends: None }
    }
}
