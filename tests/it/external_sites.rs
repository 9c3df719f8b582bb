//! Web sites on ports of this machine that show every behaviour a site can have.
use super::support::RandomNumbers;
use std::io::{ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, sleep};
use std::time::{Duration, Instant};

/// A request as received.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    /// When it came.
    pub(crate) at: Instant,
    /// `HEAD /path`
    pub(crate) line: String,
    /// The whole head.
    pub(crate) text: String,
}

/// What all connections to a site share.
#[derive(Debug, Default)]
struct Shared {
    stopped: AtomicBool,
    connections: AtomicUsize,
    requests: Mutex<Vec<Request>>,
    busy: AtomicUsize,
    most_busy: AtomicUsize,
    sent: AtomicU64,
    other: Mutex<String>,
}

/// A site, which runs until it is dropped.
#[derive(Debug)]
pub(crate) struct ExternalSite {
    /// Its address.
    pub(crate) at: SocketAddr,
    shared: Arc<Shared>,
}

/// How a site handles a connection.
pub(crate) type Manner = fn(&Line<'_>, TcpStream);

/// What a connection can use of its site.
#[derive(Debug)]
pub(crate) struct Line<'a> {
    at: SocketAddr,
    shared: &'a Shared,
}

impl ExternalSite {
    /// Starts a site.
    pub(crate) fn open(manner: Manner) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let at = listener.local_addr().expect("the port has a number");
        let shared = Arc::new(Shared::default());
        let ours = Arc::clone(&shared);
        thread::spawn(move || {
            for stream in listener.incoming() {
                if ours.stopped.load(Ordering::SeqCst) {
                    return;
                }
                let Ok(stream) = stream else { continue };
                ours.connections.fetch_add(1, Ordering::SeqCst);
                let ours = Arc::clone(&ours);
                thread::spawn(move || manner(&Line { at, shared: &ours }, stream));
            }
        });
        Self { at, shared }
    }

    /// The URL of a path on the site.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.at)
    }

    /// Sets the site that redirects lead to.
    pub(crate) fn leads_to(&self, other: &Self) {
        other.at.to_string().clone_into(&mut self.shared.other.lock().expect("no test has failed"));
    }

    /// How many connections were opened.
    pub(crate) fn connections(&self) -> usize {
        self.shared.connections.load(Ordering::SeqCst)
    }

    /// The requests so far.
    pub(crate) fn requests(&self) -> Vec<Request> {
        self.shared.requests.lock().expect("no test has failed").clone()
    }

    /// The request lines so far.
    pub(crate) fn lines(&self) -> Vec<String> {
        self.requests().into_iter().map(|request| request.line).collect()
    }

    /// The most requests that were open at the same time.
    pub(crate) fn most_busy(&self) -> usize {
        self.shared.most_busy.load(Ordering::SeqCst)
    }

    /// How many bytes of bodies were read.
    pub(crate) fn sent(&self) -> u64 {
        self.shared.sent.load(Ordering::SeqCst)
    }
}

impl Drop for ExternalSite {
    fn drop(&mut self) {
        self.shared.stopped.store(true, Ordering::SeqCst);
        // One more connection, so that the listener sees the end.
        drop(TcpStream::connect(self.at));
    }
}

/// Closes the connection at once.
pub(crate) fn rude(_: &Line<'_>, stream: TcpStream) {
    drop(stream);
}

/// Reads the head of a request.
pub(crate) fn request(stream: &mut impl Read) -> String {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") && head.len() < 65_536 {
        match stream.read(&mut byte) {
            Ok(1) => head.push(byte[0]),
            Err(why) if why.kind() == ErrorKind::Interrupted => {}
            _ => break,
        }
    }
    String::from_utf8_lossy(&head).into_owned()
}

/// Behaves as the path says.
pub(crate) fn any(line: &Line<'_>, mut stream: TcpStream) {
    let busy = line.shared.busy.fetch_add(1, Ordering::SeqCst) + 1;
    line.shared.most_busy.fetch_max(busy, Ordering::SeqCst);
    let text = request(&mut stream);
    let first = text.lines().next().unwrap_or_default().trim_end_matches(" HTTP/1.1").to_owned();
    let before = {
        let mut all = line.shared.requests.lock().expect("no test has failed");
        all.push(Request { at: Instant::now(), line: first.clone(), text });
        all.iter().filter(|request| request.line == first).count()
    };
    // Long enough for requests to one site to overlap, if several are open.
    sleep(Duration::from_millis(30));
    line.shared.busy.fetch_sub(1, Ordering::SeqCst);
    let (method, path) = first.split_once(' ').unwrap_or_default();
    // The client may have closed the connection, which is no error here.
    respond(line, &mut stream, method, path, before).unwrap_or_default();
}

fn respond(
    line: &Line<'_>,
    stream: &mut TcpStream,
    method: &str,
    path: &str,
    before: usize,
) -> std::io::Result<()> {
    let other = line.shared.other.lock().expect("no test has failed").clone();
    let other_port = other.rsplit(':').next().unwrap_or_default();
    let here = line.at;
    let to = |status: u16, place: &str| format!("{status} R\r\nLocation: {place}");
    let is_head = method == "HEAD";
    let head = match path {
        "/head-501" if is_head => "501 No".to_owned(),
        "/head-404" if is_head => "404 No".to_owned(),
        "/head-hangs-up" if is_head => return Ok(()),
        "/204" => "204 Empty".to_owned(),
        "/301" => to(301, "/fine"),
        "/301-chain" => to(301, "/308"),
        "/302" => to(302, "/fine"),
        "/303" => to(303, "/fine"),
        "/307" => to(307, "/fine"),
        "/308" => to(308, "/fine?x=1"),
        "/302-then-301" => to(302, "/301"),
        "/301-then-404" => to(301, "/404"),
        "/301-home" => to(301, "/"),
        "/loop" => to(302, "/loop-back"),
        "/loop-back" => to(302, "/loop"),
        "/self" => to(301, "/self"),
        "/no-location" => "302 R".to_owned(),
        "/deep/relative" => to(302, "../fine"),
        "/ftp" => to(302, "ftp://exemple.fr/x"),
        "/file" => to(302, "file:///etc/passwd"),
        "/private" => to(302, "http://10.0.0.1/"),
        "/metadata" => to(302, "http://169.254.169.254/latest/meta-data/"),
        "/other-port" => to(302, &format!("http://{other}/")),
        "/mapped" => to(302, &format!("http://[::ffff:127.0.0.1]:{other_port}/")),
        "/by-name" => to(302, &format!("http://localhost:{other_port}/")),
        "/as-number" => to(302, &format!("http://2130706433:{other_port}/")),
        "/unspecified" => to(302, &format!("http://0.0.0.0:{other_port}/")),
        "/name-of-here" => to(302, &format!("http://localhost:{}/fine", here.port())),
        "/secret" => to(302, &format!("http://anna:secret@{here}/fine")),
        "/wall" => "403 No\r\nCF-Mitigated: challenge".to_owned(),
        "/429-date" if before == 1 => {
            let moment = std::time::SystemTime::now() + Duration::from_secs(1);
            format!("429 R\r\nRetry-After: {}", httpdate::fmt_http_date(moment))
        }
        "/429-seconds" if before == 1 => "429 R\r\nRetry-After: 1".to_owned(),
        "/503-seconds" if before == 1 => "503 R\r\nRetry-After: 0".to_owned(),
        "/429-hour" => "429 R\r\nRetry-After: 3600".to_owned(),
        "/429-ever" => "429 R\r\nRetry-After: 1".to_owned(),
        _ if path.starts_with("/random-") => return stream.write_all(&random(path)),
        "/interim" => return response(stream, "103 Early\r\nLink: </a.css>\r\n\r\nHTTP/1.1 200 Fine"),
        "/101" => "101 Switch\r\nUpgrade: x".to_owned(),
        "/silent" => return wait_until_closed(stream),
        "/slow-head" => return send_slowly(stream, b"HTTP/1.1 200 Fine\r\nX-Slow: "),
        "/slow-body" if !is_head => return send_slowly(stream, b"HTTP/1.1 200 Fine\r\n\r\n"),
        "/endless-head" => {
            return send_without_end(line, stream, b"HTTP/1.1 200 Fine\r\n", b"X-More: and more\r\n");
        }
        "/endless-line" => {
            return send_without_end(line, stream, b"HTTP/1.1 200 Fine\r\nX-More: ", &[b'x'; 1024]);
        }
        "/ten-gigabytes" if !is_head => {
            let head = b"HTTP/1.1 200 Fine\r\nContent-Length: 10737418240\r\n\r\n";
            return send_without_end(line, stream, head, &[0; 8192]);
        }
        "/chunks" if !is_head => {
            let head = b"HTTP/1.1 200 Fine\r\nTransfer-Encoding: chunked\r\n\r\n";
            return send_without_end(line, stream, head, b"5\r\nhello\r\n");
        }
        "/bomb" if !is_head => {
            let head = b"HTTP/1.1 200 Fine\r\nContent-Encoding: gzip\r\n\r\n\x1f\x8b\x08\0\0\0\0\0\0\x03";
            return send_without_end(line, stream, head, &[0; 8192]);
        }
        "/head-405" | "/ten-gigabytes" | "/chunks" | "/bomb" | "/slow-body" | "/cut-body" if is_head => {
            "405 No".to_owned()
        }
        "/cut-body" => {
            return stream.write_all(b"HTTP/1.1 200 Fine\r\nContent-Length: 1000\r\n\r\nhello");
        }
        "/empty" => return Ok(()),
        "/garbage" => return stream.write_all(b"SSH-2.0-OpenSSH_9.2\r\n\r\n\r\n"),
        "/http-0.9" => return stream.write_all(b"<html><title>Bonjour</title></html>"),
        "/half-a-line" => return stream.write_all(b"HTTP/1.1 20"),
        "/escape" => return response(stream, "404 \x1b[31mrouge\r\nX: \x1b]0;titre\x07"),
        "/escape-target" => to(301, "ftp://exemple.fr/\u{9b}31m\u{202e}"),
        _ => match (path.strip_prefix("/step-"), path[1..].parse::<u16>()) {
            (Some(step), _) => to(302, &format!("/step-{}", step.parse::<u32>().unwrap_or_default() + 1)),
            (None, Ok(status)) => format!("{status} As asked"),
            (None, Err(_)) => "200 Fine".to_owned(),
        },
    };
    response(stream, &head)
}

/// A response with some bytes changed; always the same for a path.
fn random(path: &str) -> Vec<u8> {
    let seed = path.bytes().fold(0, |seed, byte| seed * 31 + u64::from(byte));
    let mut random = RandomNumbers::new(seed);
    let plain = "HTTP/1.1 301 Moved\r\nLocation: /fine\r\nRetry-After: 0\r\nContent-Length: 5\r\n\r\nhello";
    let mut bytes = plain.as_bytes().to_vec();
    for _ in 0..=random.below(6) {
        let at = random.below(bytes.len());
        match random.below(4) {
            0 => bytes.truncate(at.max(1)),
            1 => bytes[at] = u8::try_from(random.below(256)).expect("it is below 256"),
            2 => bytes.insert(at, *random.pick(b"\r\n\0: \x1b\xff9")),
            _ => bytes[at] ^= 1 << random.below(8),
        }
    }
    bytes
}

fn response(stream: &mut TcpStream, head: &str) -> std::io::Result<()> {
    write!(stream, "HTTP/1.1 {head}\r\nConnection: close\r\n\r\n")
}

/// Sends a byte now and then until the client closes the connection.
fn send_slowly(stream: &mut TcpStream, head: &[u8]) -> std::io::Result<()> {
    stream.write_all(head)?;
    loop {
        sleep(Duration::from_millis(50));
        stream.write_all(b"x")?;
    }
}

/// Sends without end until the client closes the connection.
fn send_without_end(
    line: &Line<'_>,
    stream: &mut TcpStream,
    head: &[u8],
    more: &[u8],
) -> std::io::Result<()> {
    stream.write_all(head)?;
    loop {
        stream.write_all(more)?;
        line.shared.sent.fetch_add(more.len() as u64, Ordering::SeqCst);
    }
}

fn wait_until_closed(stream: &mut TcpStream) -> std::io::Result<()> {
    stream.read(&mut [0]).map(drop)
}

/// Answers over TLS with a certificate of `tests/external`.
pub(crate) fn secure(mut stream: TcpStream, certificate: &str) {
    let file = |name: &str| {
        let path = crate::support::package_root().join("tests/external").join(name);
        std::fs::read(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()))
    };
    let key = rustls::pki_types::PrivatePkcs8KeyDer::from(file("leaf.key.der"));
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("the versions are ours")
        .with_no_client_auth()
        .with_single_cert(vec![file(certificate).into()], key.into())
        .expect("certificate and key belong together");
    let mut connection = rustls::ServerConnection::new(Arc::new(config)).expect("the configuration holds");
    let mut stream = rustls::Stream::new(&mut connection, &mut stream);
    if request(&mut stream).starts_with("HEAD / ") {
        stream.write_all(b"HTTP/1.1 200 Fine\r\nConnection: close\r\n\r\n").unwrap_or_default();
        stream.flush().unwrap_or_default();
    }
}
