//! The result of checking an address.
use serde::{Deserialize, Serialize};

/// What the check concludes about an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// It works.
    Ok,
    /// It has moved to another address permanently.
    Moved,
    /// The host says that it does not exist any more.
    Gone,
    /// The host turns programs away; people may get through.
    Blocked,
    /// The host has an error of its own, or is too slow.
    Flaky,
    /// The host cannot be reached.
    Unreachable,
    /// It leads into a private network or to another scheme, which is never requested.
    Refused,
    /// The settings exclude it.
    Skipped,
}

/// Why, where the verdict alone does not say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Reason {
    /// The status code.
    Status,
    /// The host asks for a longer wait than the limits allow.
    Wait,
    /// A page that lets only people through.
    Wall,
    /// The time limit.
    Timeout,
    /// The connection was closed before a response came.
    Closed,
    /// The response is not HTTP.
    Garbage,
    /// The redirects form a loop.
    Circle,
    /// There are too many redirects.
    TooMany,
    /// A redirect without a usable target.
    NoTarget,
    /// The name of the host cannot be resolved.
    Name,
    /// The address is too long for a request.
    TooLong,
    /// The host accepts no connection.
    Connect,
    /// The host did not respond several times, so this address was not requested.
    Silent,
    /// The certificate has expired.
    Expired,
    /// The certificate is for another host, or not trusted.
    Certificate,
    /// The TLS handshake failed.
    Tls,
    /// The host has an IP address of a private network.
    Private,
    /// A redirect to a scheme other than `http` and `https`.
    Scheme,
}

/// The result of checking one address.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(super) struct CheckResult {
    pub(super) verdict: Verdict,
    pub(super) why: Reason,
    /// The last status code received.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) status: Option<u16>,
    /// The address it moved to permanently, or the redirect that was not followed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) to: Option<String>,
    /// When the host's certificate expires, in seconds since 1970.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) certificate_ends: Option<i64>,
}

impl CheckResult {
    pub(super) fn new(verdict: Verdict, why: Reason) -> Self {
        Self { verdict, why, status: None, to: None, certificate_ends: None }
    }
}
