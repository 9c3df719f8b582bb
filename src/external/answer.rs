//! What one request came to, and what its headers mean.
use super::verdict::{Verdict, Why};
use std::time::{Duration, UNIX_EPOCH};

/// What one request came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// The head of an answer. What follows it is never read.
    Head(Head),
    /// None.
    Trouble(Verdict, Why),
}

/// The part of an answer's head that counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) status: u16,
    /// Where it leads.
    pub(super) location: Option<String>,
    /// How long the host wants to be left alone.
    pub(super) retry_after: Option<Duration>,
    /// Whether it says itself that only people are let through.
    pub(super) is_wall: bool,
    /// The last second of the host's certificate, in seconds since 1970.
    pub(super) certificate_ends: Option<i64>,
}

/// Reads `Retry-After`: seconds, or a moment of HTTP, which is in the past or counted from `now` (since 1970).
pub(super) fn retry_after(text: &str, now: Duration) -> Option<Duration> {
    let text = text.trim();
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        // So many digits that no number holds them still mean "very long".
        return Some(Duration::from_secs(text.parse().unwrap_or(u64::from(u32::MAX))));
    }
    let moment = httpdate::parse_http_date(text).ok()?;
    Some(moment.duration_since(UNIX_EPOCH).unwrap_or_default().saturating_sub(now))
}

/// Whether a header says that a robot was taken for what it is.
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
