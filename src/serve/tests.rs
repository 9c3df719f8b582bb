//! Requests without a network, one real connection, and the loop over a real folder.
use super::door::{Reply, Shown, answer};
use super::*;
use crate::model::{Date, Diagnostic, Files, Noted, OutPath, Source, Span, codes};
use crate::stamp::{Made, Stamp};
use axum::body::Bytes;
use axum::http::{Request, Response};
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};

const POLICY: &str = "default-src 'none'; script-src 'self'";

fn files(list: &[(&str, &str)]) -> Files {
    let made =
        |text: &str| Made { from: Stamp::of(text), value: Arc::new(Noted::clean(text.as_bytes().into())) };
    list.iter().map(|(path, text)| (OutPath::new(*path), made(text))).collect()
}

fn site() -> Shown {
    let page = format!(
        "<html><head><meta http-equiv=\"Content-Security-Policy\" content=\"{}\"></head><body>a</BODY></html>",
        POLICY.replace('\'', "&#39;")
    );
    let list = [
        ("index.html", "<p>home</p>"),
        ("a/index.html", &page),
        ("404.html", "<body>none</body>"),
        ("a/été.pdf", "%PDF"),
        ("style.css", "p {}"),
        ("a/plan.svg", "<svg/>"),
    ];
    Shown::new(files(&list), None)
}

fn ask(method: &str, target: &str, headers: &[(&str, &str)]) -> Reply {
    let mut request = Request::builder().method(method).uri(target);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    answer(&site(), &["guide.example".to_owned()], &request.body(()).unwrap().into_parts().0)
}

fn get(target: &str) -> Response<Bytes> {
    match ask("GET", target, &[("host", "localhost:4000")]) {
        Reply::Whole(answer) => answer,
        Reply::Events(_) => panic!("a stream"),
    }
}

fn status(reply: Reply) -> u16 {
    match reply {
        Reply::Whole(answer) => answer.status().as_u16(),
        Reply::Events(_) => 200,
    }
}

fn header<'a>(answer: &'a Response<Bytes>, name: &str) -> &'a str {
    answer.headers().get(name).map_or("", |value| value.to_str().unwrap())
}

#[test]
fn pages_and_files_are_answered() {
    let page = get("/a/");
    let text = String::from_utf8(page.body().to_vec()).unwrap();
    assert_eq!((page.status().as_u16(), header(&page, "content-type")), (200, "text/html; charset=utf-8"));
    assert_eq!(header(&page, "content-security-policy"), POLICY);
    assert!(text.contains("<body>a<script src=\"/_jalon/reload.js\" data-stamp=\""), "{text}");
    assert!(text.ends_with("\"></script></BODY></html>"), "{text}");
    for (target, kind) in [
        ("/style.css", "text/css; charset=utf-8"),
        ("/a/%C3%A9t%C3%A9.pdf", "application/pdf"),
        ("/a%2Fplan.svg", "image/svg+xml"),
        ("/_jalon/reload.js", "text/javascript; charset=utf-8"),
        ("/", "text/html; charset=utf-8"),
        ("/?q=1", "text/html; charset=utf-8"),
    ] {
        let answer = get(target);
        assert_eq!((answer.status().as_u16(), header(&answer, "content-type")), (200, kind), "{target}");
        assert_eq!(header(&answer, "x-content-type-options"), "nosniff");
        assert_eq!(header(&answer, "cross-origin-resource-policy"), "same-origin");
        assert_eq!(header(&answer, "cache-control"), "no-store");
    }
    let missing = get("/nowhere/");
    assert_eq!(missing.status().as_u16(), 404);
    assert!(missing.body().starts_with(b"<body>none<script"));
    let moved = get("/a?x=1");
    assert_eq!((moved.status().as_u16(), header(&moved, "location")), (302, "/a/?x=1"));
}

#[test]
fn only_our_names_are_answered() {
    let host = |host: &str| status(ask("GET", "/", &[("host", host)]));
    for name in [
        "localhost",
        "LOCALHOST:1",
        "guide.localhost",
        "127.0.0.1:80",
        "[::1]:80",
        "localhost.",
        "guide.example",
    ] {
        assert_eq!(host(name), 200, "{name}");
    }
    for name in
        ["evil.example", "localhost.evil.example", "evillocalhost", "127.0.0.1.nip.io", "10.0.0.1", "[::2]"]
    {
        assert_eq!(host(name), 403, "{name}");
    }
    for name in ["", "a b", "x@localhost", "local\u{e9}"] {
        assert_eq!(host(name), 400, "{name}");
    }
    assert_eq!(status(ask("GET", "/", &[])), 400);
    assert_eq!(status(ask("GET", "/", &[("host", "localhost"), ("host", "localhost")])), 400);
    assert_eq!(status(ask("GET", "http://evil.example/", &[("host", "localhost")])), 403);
}

#[test]
fn odd_requests_are_refused() {
    let local = [("host", "localhost")];
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "BREW"] {
        assert_eq!(status(ask(method, "/", &local)), 405, "{method}");
    }
    for target in [
        "/%00",
        "/a\\b",
        "/%5c",
        "/../x",
        "/a/%2e%2e/x",
        "/%2E/x",
        "/%ff",
        "/%c3%28",
        "/%",
        "/%4",
        "/%zz",
        "/%0d%0aX: y",
    ] {
        match Request::builder().uri(target).body(()) {
            Ok(_) => assert_eq!(status(ask("GET", target, &local)), 400, "{target}"),
            Err(_) => assert!(target.contains(['\\', ' ']), "{target}"),
        }
    }
    assert_eq!(status(ask("GET", &format!("/{}", "a".repeat(9000)), &local)), 414);
    assert_eq!(status(ask("GET", "//evil.example", &local)), 404);
    assert_eq!(status(ask("HEAD", "/", &local)), 200);
}

#[test]
fn news_are_for_our_pages() {
    let stream = |more: &[(&str, &str)]| {
        let headers: Vec<_> = [("host", "localhost:4000")].iter().chain(more).copied().collect();
        ask("GET", "/_jalon/events?page=%2Fa%2F", &headers)
    };
    assert!(matches!(stream(&[]), Reply::Events(page) if page == "/a/"));
    assert!(matches!(stream(&[("origin", "http://localhost:4000")]), Reply::Events(_)));
    assert!(matches!(stream(&[("sec-fetch-site", "same-origin")]), Reply::Events(_)));
    for other in ["http://localhost:5000", "https://localhost:4000", "null", "http://evil.example"] {
        assert_eq!(status(stream(&[("origin", other)])), 403, "{other}");
    }
    assert_eq!(status(stream(&[("sec-fetch-site", "cross-site")])), 403);
    assert_eq!(status(ask("GET", "/_jalon/events", &[("host", "localhost")])), 400);
}

#[test]
fn a_page_s_stamp_changes_with_the_page_and_its_looks() {
    let stamp = |list: &[(&str, &str)]| Shown::new(files(list), None).stamp("/a/");
    let base = [("a/index.html", "a"), ("b/index.html", "b"), ("s.css", "s"), ("search.json", "1")];
    let with = |at: usize, text| {
        let mut list = base;
        list[at].1 = text;
        stamp(&list)
    };
    assert_ne!(with(0, "x"), stamp(&base));
    assert_eq!(with(1, "x"), stamp(&base));
    assert_ne!(with(2, "x"), stamp(&base));
    assert_eq!(with(3, "x"), stamp(&base));
}

/// One page a source file; an empty text is an error, `panic` is our fault.
fn make(sources: &Sources, _: Options, _: &Build) -> Build {
    let mut build = Build::default();
    for (path, Source { bytes, stamp }) in sources.iter().filter(|(path, _)| path.extension() == "md") {
        assert!(**bytes != *b"panic", "a bug");
        if bytes.starts_with(b"error") {
            build.notes.push(Diagnostic::new(codes::LINK_EMPTY, Span::start_of(path)));
        }
        let name = path.in_guide().unwrap().replace(".md", ".html");
        let value = Arc::new(Noted::clean(Arc::clone(bytes)));
        build.files.insert(OutPath::new(name), Made { from: *stamp, value });
    }
    build
}

/// The loop over a folder of its own, until dropped.
struct Served {
    root: tempfile::TempDir,
    port: u16,
    said: Receiver<String>,
    stop: Arc<AtomicBool>,
    thread: Option<std::thread::JoinHandle<Result<(), Failure>>>,
}

impl Served {
    fn start(poll: bool) -> Self {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join("guide")).unwrap();
        fs::write(root.path().join("guide/jalon.yaml"), "title: G").unwrap();
        fs::write(root.path().join("guide/index.md"), "one").unwrap();
        let (tell, said) = channel();
        let tell = Mutex::new(tell);
        let config = Config {
            root: root.path().to_path_buf(),
            host: "localhost".to_owned(),
            port: 0,
            open: false,
            options: Options { today: Date::new(2026, 11, 23).unwrap(), drafts: false, portable: false },
            poll,
            allowed_hosts: Vec::new(),
            say: Box::new(move |said| {
                let text = match said {
                    Said::Ready { url, .. } => (*url).to_owned(),
                    Said::Rebuilt(round) => {
                        let changed: Vec<_> = round.changed.iter().map(SourcePath::as_str).collect();
                        format!(
                            "{} {} {} {}",
                            changed.join(","),
                            round.made,
                            round.gone,
                            round.count(Severity::Error)
                        )
                    }
                    Said::Bug { text } => format!("bug {text}"),
                    Said::Failed(failure) => failure.what.to_owned(),
                    Said::Polling { .. } => return,
                    other => format!("{other:?}"),
                };
                // The listener is gone at the end of a test.
                drop(tell.lock().unwrap().send(text));
            }),
            words: Box::new(|build, _| format!("{} <b>", build.notes[0].code.name)),
        };
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = Arc::clone(&stop);
        let goes_on = move || !stopped.load(Ordering::Relaxed);
        let thread = Some(std::thread::spawn(move || serve_with(config, make, goes_on)));
        let url = said.recv_timeout(Duration::from_secs(10)).unwrap();
        let port = url.trim_end_matches('/').rsplit(':').next().unwrap().parse().unwrap();
        Self { root, port, said, stop, thread }
    }

    fn path(&self, path: &str) -> PathBuf {
        self.root.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        fs::write(self.path(path), text).unwrap();
    }

    fn hear(&self) -> String {
        self.said.recv_timeout(Duration::from_secs(10)).unwrap()
    }

    fn send(&self, head: &str) -> BufReader<TcpStream> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        stream.write_all(head.as_bytes()).unwrap();
        BufReader::new(stream)
    }

    fn get(&self, path: &str) -> String {
        let head =
            format!("GET {path} HTTP/1.1\r\nHost: localhost:{}\r\nConnection: close\r\n\r\n", self.port);
        let mut text = String::new();
        self.send(&head).read_to_string(&mut text).unwrap();
        text
    }

    /// The next state that a stream tells.
    fn state(stream: &mut BufReader<TcpStream>) -> serde_json::Value {
        loop {
            let mut line = String::new();
            assert_ne!(stream.read_line(&mut line).unwrap(), 0, "the stream ended");
            if let Some(data) = line.strip_prefix("data: ") {
                return serde_json::from_str(data).unwrap();
            }
        }
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        // Wakes the loop.
        drop(fs::write(self.path("guide/end.md"), "end"));
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}

#[test]
fn a_real_connection_is_answered() {
    let served = Served::start(false);
    let page = served.get("/");
    assert!(page.starts_with("HTTP/1.1 200 OK\r\n") && page.contains("one<script"), "{page}");
    let mut head = String::new();
    served
        .send("HEAD / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        .read_to_string(&mut head)
        .unwrap();
    assert!(head.starts_with("HTTP/1.1 200 OK\r\n") && head.ends_with("\r\n\r\n"), "{head}");
    let refused = |head: &str| {
        let mut line = String::new();
        served.send(head).read_line(&mut line).unwrap();
        line
    };
    assert!(refused("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n").contains("403"));
    assert!(refused("GET /\u{0} HTTP/1.1\r\nHost: localhost\r\n\r\n").contains("400"));
    assert!(refused("nonsense\r\n\r\n").contains("400"));
    let huge = format!("GET / HTTP/1.1\r\nHost: localhost\r\nX: {}", "x".repeat(70 << 10));
    let mut stream = TcpStream::connect(("127.0.0.1", served.port)).unwrap();
    // The other side may hang up before it has read all of it.
    drop(stream.write_all(huge.as_bytes()));
    let mut line = String::new();
    if BufReader::new(stream).read_line(&mut line).is_ok() {
        assert!(line.is_empty() || line.contains("431"), "{line}");
    }
    assert!(served.get("/").contains("one<script"), "still there");
}

#[test]
fn a_save_is_built_and_told() {
    let served = Served::start(false);
    let head = format!("GET /_jalon/events?page=/ HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", served.port);
    let mut news = served.send(&head);
    let first = Served::state(&mut news);
    assert!(served.get("/").contains(first["stamp"].as_str().unwrap()), "the page carries its stamp");

    served.write("guide/index.md", "two");
    assert_eq!(served.hear(), "guide/index.md 1 0 0");
    let second = Served::state(&mut news);
    assert_ne!(second["stamp"], first["stamp"]);
    assert!(served.get("/").contains("two<script"));

    // An error keeps the last good site, and says so over it.
    served.write("guide/index.md", "error");
    assert_eq!(served.hear(), "guide/index.md 1 0 1");
    let third = Served::state(&mut news);
    assert_eq!((&third["stamp"], third["problems"].as_str().unwrap()), (&second["stamp"], "link/empty <b>"));
    assert!(served.get("/").contains("two<script"));

    // So does a bug of ours.
    served.write("guide/index.md", "panic");
    assert_eq!(served.hear(), "bug a bug");
    assert!(served.get("/").contains("two<script"));
    served.write("guide/index.md", "three");
    assert_eq!(served.hear(), "guide/index.md 1 0 0");
    assert!(served.get("/").contains("three<script"));
}

/// The ways in which editors and other programs save.
fn saves(served: &Served) {
    let page = "guide/index.md";
    // By renaming a new file over the old one.
    served.write("guide/index.md.tmp", "renamed");
    fs::rename(served.path("guide/index.md.tmp"), served.path(page)).unwrap();
    assert_eq!(served.hear(), "guide/index.md 1 0 0");
    // As vim does: the old file moves away, a new one is written.
    fs::rename(served.path(page), served.path("guide/index.md~")).unwrap();
    served.write(page, "vim");
    assert_eq!(served.hear(), "guide/index.md 1 0 0");
    // Truncated, then written a little later.
    served.write(page, "");
    std::thread::sleep(Duration::from_millis(30));
    served.write(page, "written");
    assert_eq!(served.hear(), "guide/index.md 1 0 0");
    // Same size, same date.
    let date = fs::metadata(served.path(page)).unwrap().modified().unwrap();
    served.write(page, "nettirw");
    fs::OpenOptions::new().write(true).open(served.path(page)).unwrap().set_modified(date).unwrap();
    assert_eq!(served.hear(), "guide/index.md 1 0 0");
    // A new folder with a file at once, moved away, and back.
    fs::create_dir_all(served.path("guide/a/b")).unwrap();
    served.write("guide/a/b/c.md", "c");
    assert_eq!(served.hear(), "guide/a/b/c.md 1 0 0");
    fs::rename(served.path("guide/a"), served.path("away")).unwrap();
    assert_eq!(served.hear(), "guide/a/b/c.md 0 1 0");
    fs::rename(served.path("away"), served.path("guide/a")).unwrap();
    assert_eq!(served.hear(), "guide/a/b/c.md 1 0 0");
    // The whole guide removed and restored: the site stays.
    fs::rename(served.path("guide"), served.path("away")).unwrap();
    assert_eq!(served.hear(), "failure-no-guide");
    assert!(served.get("/").contains("nettirw<script"));
    fs::rename(served.path("away"), served.path("guide")).unwrap();
    std::thread::sleep(Duration::from_millis(100));
    served.write("guide/a/b/c.md", "d");
    assert_eq!(served.hear(), "guide/a/b/c.md 1 0 0");
    // Touched, and nothing else: nothing to say.
    served.write(page, "nettirw");
    // Many files at once are one build.
    for number in 0..300 {
        served.write(&format!("guide/{number}.md"), "x");
    }
    assert!(served.hear().ends_with(" 300 0 0"), "one build");
    assert!(served.said.recv_timeout(Duration::from_millis(300)).is_err(), "and no other");
}

#[test]
fn no_save_is_missed_with_events() {
    saves(&Served::start(false));
}

#[test]
fn no_save_is_missed_without_events() {
    saves(&Served::start(true));
}

#[test]
fn a_taken_port_gives_the_next() {
    let first = listen::bind("localhost", 0).unwrap();
    let port = first.local_addr().unwrap().port();
    let second = listen::bind("127.0.0.1", port).unwrap();
    assert!(second.local_addr().unwrap().port() > port);
    assert_eq!(listen::bind("no such host", 1).unwrap_err().what, "failure-listen");
    assert_eq!(url("localhost", first.local_addr().unwrap()), format!("http://localhost:{port}/"));
}

#[test]
fn no_guide_ends_at_once() {
    let root = tempfile::tempdir().unwrap();
    assert!(
        Watching::start(&Path::new("/nonexistent").join(root.path().file_name().unwrap()), false)
            .polling_because
            .is_some()
    );
}
