//! The port, and one task for each connection, with bounds on how long and how large a request may be.
use super::handler::{Reply, Shown, answer, guards};
use crate::failure::Failure;
use axum::body::Body;
use axum::http::{Request, Response};
use axum::response::IntoResponse;
use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::stream;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use std::convert::Infallible;
use std::io;
use std::net::{SocketAddr, TcpListener, ToSocketAddrs};
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpStream;
use tokio::sync::{Semaphore, watch};
use tokio::time::{sleep, timeout};

/// How many ports are tried after the one wished for.
const PORTS: u16 = 50;

/// How many connections are open at once; the next ones wait.
const CONNECTIONS: usize = 1024;

/// How long a request may take to name what it wants.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long a connection lives. Event streams come back by themselves; a reader that never reads lets go.
const LIFE: Duration = Duration::from_mins(10);

/// The most bytes of a request's head.
const HEAD: usize = 64 << 10;

/// How soon a browser asks again for news when the server went away.
const RETRY: Duration = Duration::from_millis(500);

/// What is shown now, and news of it.
pub(super) type Showing = watch::Receiver<Arc<Shown>>;

/// Takes the port, or the next one that is free.
pub(super) fn bind(host: &str, port: u16) -> Result<TcpListener, Failure> {
    let name = if host.eq_ignore_ascii_case("localhost") { "127.0.0.1" } else { host };
    let failed = |why: &io::Error| Failure {
        what: "failure-listen",
        at: format!("{host}:{port}"),
        why: why.to_string(),
    };
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

/// Answers for ever, on threads of its own.
pub(super) fn open(listener: TcpListener, showing: Showing, allowed: Vec<String>) -> io::Result<()> {
    listener.set_nonblocking(true)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    std::thread::Builder::new().name("handler".to_owned()).spawn(move || {
        runtime.block_on(accept(listener, showing, allowed));
    })?;
    Ok(())
}

async fn accept(listener: TcpListener, showing: Showing, allowed: Vec<String>) {
    let listener =
        tokio::net::TcpListener::from_std(listener).expect("the runtime that runs this has its I/O on");
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    loop {
        let place = Arc::clone(&places).acquire_owned().await.expect("the semaphore is never closed");
        match listener.accept().await {
            Ok((stream, _)) => {
                let (showing, allowed) = (showing.clone(), allowed.clone());
                drop(tokio::spawn(async move {
                    connection(stream, showing, allowed).await;
                    drop(place);
                }));
            }
            // Too many open files, a connection that ended before it began: neither ends the handler.
            Err(_) => sleep(Duration::from_millis(50)).await,
        }
    }
}

async fn connection(stream: TcpStream, showing: Showing, mut allowed: Vec<String>) {
    // Whoever reached this machine by a number, not by a name, was not led here by somebody else's name.
    allowed.extend(stream.local_addr().map(|local| number(&local)));
    let service = service_fn(|ask: Request<hyper::body::Incoming>| {
        let answer = respond(&showing, &allowed, ask);
        async move { Ok::<_, Infallible>(answer) }
    });
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(PATIENCE).max_buf_size(HEAD);
    match timeout(LIFE, http.serve_connection(TokioIo::new(stream), service)).await {
        // Broken pipes, malformed heads, patience at its end: the connection is closed, and that is all.
        Ok(Ok(()) | Err(_)) | Err(_) => {}
    }
}

/// How a `Host` header writes the number of an address.
fn number(address: &SocketAddr) -> String {
    match address {
        SocketAddr::V4(four) => four.ip().to_string(),
        SocketAddr::V6(six) => format!("[{}]", six.ip()),
    }
}

fn respond(showing: &Showing, allowed: &[String], ask: Request<hyper::body::Incoming>) -> Response<Body> {
    let shown = Arc::clone(&showing.borrow());
    let (ask, _) = ask.into_parts();
    match answer(&shown, allowed, &ask) {
        Reply::Whole(whole) => whole.map(Body::from),
        Reply::Events(page) => events(showing.clone(), page),
    }
}

/// Tells at once how the page stands, then after each change.
fn events(mut showing: Showing, page: String) -> Response<Body> {
    showing.mark_changed();
    let news = stream::unfold((showing, page), |(mut showing, page)| async move {
        // The sender goes away only when the program ends.
        showing.changed().await.ok()?;
        let shown = Arc::clone(&showing.borrow_and_update());
        let state = serde_json::json!({ "stamp": shown.stamp(&page), "problems": shown.problems });
        let event = Event::default().event("state").retry(RETRY).data(state.to_string());
        Some((Ok::<_, Infallible>(event), (showing, page)))
    });
    let mut answer = Sse::new(news).keep_alive(KeepAlive::default()).into_response();
    answer.headers_mut().extend(guards());
    answer
}
