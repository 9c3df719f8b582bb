//! How many requests other sites get, and which addresses may be connected to.
use core::net::SocketAddr;
use std::time::Duration;

/// Limits on requests.
#[derive(Clone, Debug)]
pub struct RequestLimits {
    /// The least time between the starts of two requests to one host.
    pub between: Duration,
    /// The most requests to one host at a time.
    pub per_host: usize,
    /// The most requests at a time.
    pub in_total: usize,
    /// The longest wait for a connection.
    pub connect: Duration,
    /// The longest time of one request, from name resolution to the head of the response.
    pub per_request: Duration,
    /// The longest time that a host may make us wait in one run, by all its `Retry-After` headers together.
    pub patience: Duration,
    /// The most redirects in a row.
    pub redirects: usize,
    /// After how many requests in a row without a response a host gets no more.
    pub unanswered: usize,
    /// The largest head of a response, in bytes.
    pub head: usize,
}

impl Default for RequestLimits {
    fn default() -> Self {
        Self {
            between: Duration::from_secs(1),
            per_host: 2,
            in_total: 16,
            connect: Duration::from_secs(10),
            per_request: Duration::from_secs(20),
            patience: Duration::from_mins(1),
            redirects: 10,
            unanswered: 3,
            head: 64 << 10,
        }
    }
}

/// The network as the check may use it.
#[derive(Clone, Debug, Default)]
pub struct Network {
    /// The limits on requests.
    pub limits: RequestLimits,
    /// IP addresses with ports that may be connected to although they are not public. For tests.
    pub allowed: Vec<SocketAddr>,
    /// Certificates (DER) to trust besides Mozilla's. For tests.
    pub roots: Vec<Vec<u8>>,
}
