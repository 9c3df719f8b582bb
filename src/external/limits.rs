//! How hard other sites may be asked, and what may be reached.
use core::net::SocketAddr;
use std::time::Duration;

/// How hard other sites are asked.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Least time between the beginnings of two requests to one host.
    pub between: Duration,
    /// Requests to one host at a time.
    pub of_a_host: usize,
    /// Requests at a time.
    pub at_once: usize,
    /// Longest wait for one connection.
    pub connect: Duration,
    /// Longest time of one request, from looking up the name to the end of the answer's head.
    pub whole: Duration,
    /// Longest time that a host may make us wait in one run, all its `Retry-After` together.
    pub patience: Duration,
    /// Most redirects in a row.
    pub redirects: usize,
    /// After how many requests without any answer a host is left alone.
    pub silences: usize,
    /// Bytes of an answer's head.
    pub head: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            between: Duration::from_secs(1),
            of_a_host: 2,
            at_once: 16,
            connect: Duration::from_secs(10),
            whole: Duration::from_secs(20),
            patience: Duration::from_mins(1),
            redirects: 10,
            silences: 3,
            head: 64 << 10,
        }
    }
}

/// What the network is, for a run.
#[derive(Clone, Debug, Default)]
pub struct Network {
    /// How hard it is asked.
    pub limits: Limits,
    /// Numbers with their ports that may be dialled although they are not public; for tests.
    pub also: Vec<SocketAddr>,
    /// Certificates (DER) to trust besides those that browsers trust; for tests.
    pub roots: Vec<Vec<u8>>,
}
