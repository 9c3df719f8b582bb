//! One request and the head of its answer.
#![expect(clippy::disallowed_methods, reason = "a host names the moment when it may be asked again")]

use super::answer::{self, Answer, Head};
use super::ask::{Ask, Method};
use super::dial::{self, Line};
use super::limits::{Limits, Network};
use super::verdict::{Verdict, Why};
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

/// Makes the next request of an address. Whatever the host does, it ends in the time that the limits give.
pub(super) async fn exchange(ask: &Ask, network: &Network, trust: &TlsConnector) -> Answer {
    let Some(request) = request(ask) else { return Answer::Trouble(Verdict::Unreachable, Why::TooLong) };
    let answer = async {
        let line = dial::dial(&ask.at, network, trust).await?;
        let ends = line.certificate_ends();
        let response = match line {
            Line::Plain(stream) => send(request, TokioIo::new(stream), &network.limits).await,
            Line::Secure(stream) => send(request, TokioIo::new(stream), &network.limits).await,
        };
        response.map(|response| head(&response, ends)).map_err(|why| judged(&why))
    };
    match timeout(network.limits.whole, answer).await {
        Ok(Ok(head)) => Answer::Head(head),
        Ok(Err((verdict, why))) => Answer::Trouble(verdict, why),
        Err(_) => Answer::Trouble(Verdict::Flaky, Why::Timeout),
    }
}

/// The request; none where the address is longer than requests can be, which is the only thing that a parsed address
/// may have wrong.
fn request(ask: &Ask) -> Option<Request<String>> {
    let method = match ask.method {
        Method::Head => "HEAD",
        Method::Get => "GET",
    };
    let request = Request::builder()
        .method(method)
        .uri(ask.at.target())
        .header(HOST, ask.at.authority())
        .header(USER_AGENT, AGENT)
        .header(ACCEPT, "text/html,application/xhtml+xml,*/*;q=0.8")
        .header(CONNECTION, "close");
    request.body(String::new()).ok()
}

/// Sends the request and waits for the head of the answer; then the connection is closed, whatever would follow.
async fn send<S>(request: Request<String>, stream: S, limits: &Limits) -> hyper::Result<Response<Incoming>>
where
    S: Read + Write + Unpin + Send + 'static,
{
    let (mut sender, connection) = http1::Builder::new()
        .max_buf_size(limits.head)
        .max_headers(MOST_HEADERS)
        .handshake::<_, String>(stream)
        .await?;
    // Ends with this function.
    let mut driver = JoinSet::new();
    driver.spawn(connection);
    sender.send_request(request).await
}

/// How many headers an answer may have.
const MOST_HEADERS: usize = 256;

/// How we present ourselves.
const AGENT: &str = concat!("Mozilla/5.0 (compatible; Jalon/", env!("CARGO_PKG_VERSION"), "; link check)");

fn head(response: &Response<Incoming>, certificate_ends: Option<i64>) -> Head {
    let header = |name| response.headers().get(name).map(|value| String::from_utf8_lossy(value.as_bytes()));
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let mut headers = response.headers().iter();
    Head {
        status: response.status().as_u16(),
        location: header(LOCATION).map(Cow::into_owned),
        retry_after: header(RETRY_AFTER).and_then(|text| answer::retry_after(&text, now)),
        is_wall: headers
            .any(|(name, value)| answer::is_wall(name.as_str(), value.to_str().unwrap_or_default())),
        certificate_ends,
    }
}

/// What an answer that is none comes to.
fn judged(why: &hyper::Error) -> (Verdict, Why) {
    let garbage = why.is_parse() || why.is_parse_too_large();
    (Verdict::Flaky, if garbage { Why::Garbage } else { Why::Closed })
}
