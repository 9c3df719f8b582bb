//! Asks a store again where an answer is missing, late or a passing refusal, each time after a longer pause.
use super::trouble::Trouble;
use std::time::Duration;
use tokio::time::{sleep, timeout};

/// How often a request is made.
const ATTEMPTS: u32 = 8;

/// The first pause. Each one after it is twice as long, up to the longest.
const FIRST_PAUSE: Duration = Duration::from_millis(100);
const LONGEST_PAUSE: Duration = Duration::from_secs(5);

/// How long a request without a large body may take.
pub(super) const SHORT: Duration = Duration::from_secs(15);

/// How many bytes arrive in a second at the least.
const SLOWEST: u64 = 50_000;

/// How long sending so many bytes may take.
pub(super) fn patience(size: u64) -> Duration {
    SHORT + Duration::from_secs(size / SLOWEST)
}

/// Makes a request until it succeeds or there is no hope.
pub(super) async fn persistently<T, Request>(
    patience: Duration,
    mut request: impl FnMut() -> Request,
) -> Result<T, Trouble>
where
    Request: Future<Output = object_store::Result<T>>,
{
    let mut pause = FIRST_PAUSE;
    let mut attempt = 1;
    loop {
        let trouble = match timeout(patience, request()).await {
            Ok(Ok(value)) => return Ok(value),
            Ok(Err(why)) => Trouble::Store(why),
            Err(_) => Trouble::Timeout,
        };
        if attempt == ATTEMPTS || !trouble.may_pass() {
            return Err(trouble);
        }
        attempt += 1;
        sleep(pause).await;
        pause = (pause * 2).min(LONGEST_PAUSE);
    }
}
