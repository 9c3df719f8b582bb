//! The response to one request, reduced to what the check needs, and how its headers are read.
use super::verdict::{Reason, Verdict};
use std::time::{Duration, UNIX_EPOCH};

/// The result of one request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum HostReply {
    /// The head of a response. The body is never read.
    Head(ReplyHead),
    /// There was no response.
    Failed(Verdict, Reason),
}

/// The parts of a response's head that matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ReplyHead {
    pub(super) status: u16,
    /// The `Location` header.
    pub(super) location: Option<String>,
    /// How long the host asks us to wait.
    pub(super) retry_after: Option<Duration>,
    /// Whether the response says that it is a page which lets only people through.
    pub(super) is_wall: bool,
    /// When the host's certificate expires, in seconds since 1970.
    pub(super) certificate_ends: Option<i64>,
}

/// Reads `Retry-After`: a number of seconds, or an HTTP date, which is compared with `now` (since 1970) and may be
/// past.
pub(super) fn retry_after(text: &str, now: Duration) -> Option<Duration> {
    let text = text.trim();
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        // A number too large for the type still means "very long".
        return Some(Duration::from_secs(text.parse().unwrap_or(u64::from(u32::MAX))));
    }
    let moment = httpdate::parse_http_date(text).ok()?;
    Some(moment.duration_since(UNIX_EPOCH).unwrap_or_default().saturating_sub(now))
}

/// Whether a header says that a service in front of the site has stopped a robot.
pub(super) fn is_wall(name: &str, value: &str) -> bool {
    match name {
        "cf-mitigated" => true,
        "x-amzn-waf-action" => matches!(value, "challenge" | "captcha"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_of_waiting() {
        // Sun, 06 Nov 1994 08:49:37 GMT
        let now = Duration::from_secs(784_111_777);
        let wait = |text: &str| retry_after(text, now).map(|wait| wait.as_secs());
        assert_eq!(
            (wait("120"), wait(" 0 "), wait("99999999999999999999")),
            (Some(120), Some(0), Some(4_294_967_295))
        );
        assert_eq!(wait("Sun, 06 Nov 1994 08:50:37 GMT"), Some(60));
        assert_eq!(wait("Sun, 06 Nov 1994 08:00:00 GMT"), Some(0));
        for bad in ["", "-1", "soon", "1.5", "Sun, 99 Nov 1994 08:50:37 GMT"] {
            assert_eq!(wait(bad), None, "{bad}");
        }
    }

    #[test]
    fn walls_that_say_so() {
        assert!(is_wall("cf-mitigated", "challenge") && is_wall("x-amzn-waf-action", "captcha"));
        assert!(!is_wall("server", "cloudflare"));
    }
}
