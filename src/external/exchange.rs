//! Sends one request and reads the head of the response.
#![expect(clippy::disallowed_methods, reason = "a host names the moment when it may be asked again")]

use super::dial::{self, Connection};
use super::limits::{Network, RequestLimits};
use super::probe::{Method, Probe};
use super::reply::{self, HostReply, ReplyHead};
use super::verdict::{Reason, Verdict};
use hyper::client::conn::http1;
use hyper::header::{ACCEPT, CONNECTION, HOST, LOCATION, RETRY_AFTER, USER_AGENT};
use hyper::rt::{Read, Write};
use hyper::{Request, Response, body::Incoming};
use hyper_util::rt::TokioIo;
use std::borrow::Cow;
use std::time::{SystemTime, UNIX_EPOCH};
use tokio::task::JoinSet;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;

/// Sends the next request for an address. Ends within the time limits, whatever the host does.
pub(super) async fn exchange(probe: &Probe, network: &Network, trust: &TlsConnector) -> HostReply {
    let Some(request) = request(probe) else {
        return HostReply::Failed(Verdict::Unreachable, Reason::TooLong);
    };
    let reply = async {
        let line = dial::dial(&probe.at, network, trust).await?;
        let ends = line.certificate_ends();
        let response = match line {
            Connection::Plain(stream) => send(request, TokioIo::new(stream), &network.limits).await,
            Connection::Secure(stream) => send(request, TokioIo::new(stream), &network.limits).await,
        };
        response.map(|response| head(&response, ends)).map_err(|why| verdict_of(&why))
    };
    match timeout(network.limits.per_request, reply).await {
        Ok(Ok(head)) => HostReply::Head(head),
        Ok(Err((verdict, why))) => HostReply::Failed(verdict, why),
        Err(_) => HostReply::Failed(Verdict::Flaky, Reason::Timeout),
    }
}

/// The request; none if the address is too long for one, the only thing that can be wrong with an address that was
/// parsed.
fn request(probe: &Probe) -> Option<Request<String>> {
    let request = Request::builder()
        .method(if probe.method == Method::Head { "HEAD" } else { "GET" })
        .uri(probe.at.target())
        .header(HOST, probe.at.authority())
        .header(USER_AGENT, AGENT)
        .header(ACCEPT, "text/html,application/xhtml+xml,*/*;q=0.8")
        .header(CONNECTION, "close");
    request.body(String::new()).ok()
}

/// Sends the request and waits for the head of the response. The connection is closed before any body.
async fn send<S>(
    request: Request<String>,
    stream: S,
    limits: &RequestLimits,
) -> hyper::Result<Response<Incoming>>
where
    S: Read + Write + Unpin + Send + 'static,
{
    let (mut sender, connection) = http1::Builder::new()
        .max_buf_size(limits.head)
        .max_headers(MOST_HEADERS)
        .handshake::<_, String>(stream)
        .await?;
    // Dropped at the end of this function, which closes the connection.
    let mut driver = JoinSet::new();
    driver.spawn(connection);
    sender.send_request(request).await
}

const MOST_HEADERS: usize = 256;

const AGENT: &str = concat!("Mozilla/5.0 (compatible; Jalon/", env!("CARGO_PKG_VERSION"), "; link check)");

fn head(response: &Response<Incoming>, certificate_ends: Option<i64>) -> ReplyHead {
    let header = |name| response.headers().get(name).map(|value| String::from_utf8_lossy(value.as_bytes()));
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let mut texts =
        response.headers().iter().map(|(name, value)| (name.as_str(), value.to_str().unwrap_or_default()));
    ReplyHead {
        status: response.status().as_u16(),
        location: header(LOCATION).map(Cow::into_owned),
        retry_after: header(RETRY_AFTER).and_then(|text| reply::retry_after(&text, now)),
        is_wall: texts.any(|(name, value)| reply::is_wall(name, value)),
        certificate_ends,
    }
}

/// The verdict on a response that could not be read.
fn verdict_of(why: &hyper::Error) -> (Verdict, Reason) {
    let garbage = why.is_parse() || why.is_parse_too_large();
    (Verdict::Flaky, if garbage { Reason::Garbage } else { Reason::Closed })
}
