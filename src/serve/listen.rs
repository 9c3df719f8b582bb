//! The port, and one task for each connection, with limits on the duration and size of a request.
use super::connections::{ConnectionUse, Connections, UseMark};
use super::edit::{EDIT, Editing};
use super::handler::{Reply, handle, security_headers};
use super::looked_at::LookedAt;
use super::request;
use super::site::ServedSite;
use crate::failure::Failure;
use bytes::Bytes;
use futures_util::stream;
use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyExt as _, Full, StreamBody};
use hyper::body::Frame;
use hyper::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::{TokioIo, TokioTimer};
use std::convert::Infallible;
use std::io;
use std::net::{SocketAddr, TcpListener, ToSocketAddrs};
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio::time::{sleep, timeout};

/// How many ports are tried after the wanted one.
const PORTS: u16 = 50;

/// How many connections may be open at once; a new one closes the least needed.
pub(super) const CONNECTIONS: usize = 1024;

/// How long a request may take to send its head.
const HEAD_TIMEOUT: Duration = Duration::from_secs(10);

/// How long a connection may live, so that a client that never reads is dropped. Event streams reconnect.
const LIFE: Duration = Duration::from_mins(10);

/// How soon a browser reconnects to the event stream.
const RETRY: Duration = Duration::from_millis(500);

/// How long an event stream may be silent before a comment is sent, so that no proxy closes it.
const SILENCE: Duration = Duration::from_secs(15);

/// The body of a response: whole, or a stream of events.
type ResponseBody = UnsyncBoxBody<Bytes, Infallible>;

/// What is served now; it changes after each build.
pub(super) type SiteReceiver = watch::Receiver<Arc<ServedSite>>;

/// What answers are made from, and what they leave a trace in.
#[derive(Clone)]
pub(super) struct OpenSite {
    pub(super) served: SiteReceiver,
    pub(super) looked_at: LookedAt,
    /// The desk of `jalon edit`.
    pub(super) editing: Option<Arc<Editing>>,
}

/// Takes the port, or the next one that is free.
pub(super) fn bind(host: &str, port: u16) -> Result<TcpListener, Failure> {
    let name = if host.eq_ignore_ascii_case("localhost") { "127.0.0.1" } else { host };
    let failed = |why: &io::Error| Failure::at("failure-listen", format!("{host}:{port}").as_ref(), why);
    let bare = name.trim_start_matches('[').trim_end_matches(']');
    let address = (bare, port).to_socket_addrs().map_err(|why| failed(&why))?.next();
    let mut address: SocketAddr = address.ok_or_else(|| failed(&io::ErrorKind::AddrNotAvailable.into()))?;
    let mut tried = 0;
    loop {
        match TcpListener::bind(address) {
            Ok(listener) => return Ok(listener),
            Err(why)
                if why.kind() == io::ErrorKind::AddrInUse && tried < PORTS && address.port() < u16::MAX =>
            {
                tried += 1;
                address.set_port(address.port() + 1);
            }
            Err(why) => return Err(failed(&why)),
        }
    }
}

/// Accepts connections on threads of their own, so many at once, until the process ends.
pub(super) fn open(
    listener: TcpListener,
    site: OpenSite,
    allowed: Vec<String>,
    most: usize,
) -> io::Result<()> {
    listener.set_nonblocking(true)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    std::thread::Builder::new().name("handler".to_owned()).spawn(move || {
        runtime.block_on(accept(listener, site, allowed, most));
    })?;
    Ok(())
}

async fn accept(listener: TcpListener, site: OpenSite, allowed: Vec<String>, most: usize) {
    let listener =
        tokio::net::TcpListener::from_std(listener).expect("the runtime that runs this has its I/O on");
    let connections = Connections::default();
    for number in 0.. {
        if connections.count() >= most {
            connections.forget_ended();
        }
        if connections.count() >= most {
            connections.close_one();
        }
        if let Ok((stream, _)) = listener.accept().await {
            let mark = UseMark::default();
            let task = tokio::spawn(serve_connection(stream, site.clone(), allowed.clone(), mark.clone()));
            connections.add(number, mark, task.abort_handle());
        } else {
            // Too many open files, or a connection that was closed at once: try again a little later.
            connections.forget_ended();
            connections.close_one();
            sleep(Duration::from_millis(5)).await;
        }
    }
}

async fn serve_connection(stream: TcpStream, site: OpenSite, mut allowed: Vec<String>, mark: UseMark) {
    // DNS rebinding needs a name: a browser that connected to an IP address may name this address as its host.
    allowed.extend(stream.local_addr().map(|local| ip_as_host(&local)));
    let service = service_fn(|request: Request<hyper::body::Incoming>| {
        let (site, allowed, mark) = (&site, &allowed, &mark);
        async move { Ok::<_, Infallible>(respond(site, allowed, request, mark).await) }
    });
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(HEAD_TIMEOUT).max_buf_size(request::LARGEST_HEAD);
    match timeout(LIFE, http.serve_connection(TokioIo::new(stream), service)).await {
        // After a broken pipe, a malformed head or a timeout there is nothing to do but close the connection.
        Ok(Ok(()) | Err(_)) | Err(_) => {}
    }
}

/// An IP address as a `Host` header writes it.
fn ip_as_host(address: &SocketAddr) -> String {
    match address {
        SocketAddr::V4(four) => four.ip().to_string(),
        SocketAddr::V6(six) => format!("[{}]", six.ip()),
    }
}

async fn respond(
    open: &OpenSite,
    allowed: &[String],
    request: Request<hyper::body::Incoming>,
    mark: &UseMark,
) -> Response<ResponseBody> {
    let site = Arc::clone(&open.served.borrow());
    let (parts, body) = request.into_parts();
    let editing = open.editing.as_deref();
    if let Some(editing) = editing.filter(|_| parts.uri.path().starts_with(EDIT)) {
        mark.set(ConnectionUse::Answered);
        let answer = editing.answer(site.read.clone(), allowed, &parts, body).await;
        return answer.map(|body| Full::new(body).boxed_unsync());
    }
    let desk = editing.and_then(|editing| editing.mark(&parts));
    match handle(&site, allowed, &parts, desk.as_ref()) {
        Reply::Whole(whole) => {
            mark.set(ConnectionUse::Answered);
            if whole.status().is_success() {
                open.looked_at.asked(&request::decode(parts.uri.path()).unwrap_or_default());
            }
            whole.map(|body| Full::new(body).boxed_unsync())
        }
        Reply::Events(page) => {
            mark.set(ConnectionUse::Streaming);
            events(open, page)
        }
    }
}

/// Sends the state of a page at once, then after each build.
fn events(open: &OpenSite, page: String) -> Response<ResponseBody> {
    let mut receiver = open.served.clone();
    receiver.mark_changed();
    let open_page = open.looked_at.open(&page);
    let states = stream::unfold((receiver, page, open_page), |(mut receiver, page, open_page)| async move {
        let text = match timeout(SILENCE, receiver.changed()).await {
            Ok(changed) => {
                // The sender is dropped only when the process ends.
                changed.ok()?;
                let site = Arc::clone(&receiver.borrow_and_update());
                let state = site.state(&page);
                format!("event: state\nretry: {}\ndata: {state}\n\n", RETRY.as_millis()).into()
            }
            Err(_) => Bytes::from_static(b":\n\n"),
        };
        Some((Ok(Frame::data(text)), (receiver, page, open_page)))
    });
    let mut response = Response::new(StreamBody::new(states).boxed_unsync());
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/event-stream"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.extend(security_headers());
    response
}
