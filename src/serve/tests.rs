//! The server over a real folder, with real connections.
use super::listen::OpenSite;
use super::looked_at::LookedAt;
use super::*;
use crate::model::{Date, Noted, OutPath, Span, codes};
use crate::stamp::Made;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// One page per source file. A text that begins with `error` has an error, `panic` panics.
fn build(sources: &Sources, read: &[Diagnostic], _: Options, _: &Build, _: Option<First<'_>>) -> Build {
    let mut build = Build::default();
    build.diagnostics.extend_from_slice(read);
    for (path, source) in sources.iter().filter(|(path, _)| path.extension() == "md") {
        let bytes = source.bytes();
        assert!(*bytes != *b"panic", "a bug");
        if bytes.starts_with(b"error") {
            build.diagnostics.push(Diagnostic::new(codes::LINK_EMPTY, Span::start_of(path)));
        }
        let name = path.in_guide().unwrap().replace(".md", ".html");
        let value = Arc::new(Noted::clean(bytes.into_owned().into()));
        build.files.insert(OutPath::new(name), Made { from: source.stamp, value });
    }
    build
}

/// A server over a folder of its own, until dropped.
struct Served {
    root: tempfile::TempDir,
    port: u16,
    events: Receiver<String>,
    stop: Arc<AtomicBool>,
    thread: Option<std::thread::JoinHandle<Result<Option<u8>, Failure>>>,
}

impl Served {
    fn start(poll: bool) -> Self {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join("guide")).unwrap();
        fs::write(root.path().join("guide/jalon.yaml"), "title: G").unwrap();
        fs::write(root.path().join("guide/index.md"), "one").unwrap();
        let (sender, events) = channel();
        let sender = Mutex::new(sender);
        let config = Config {
            root: root.path().to_path_buf(),
            host: "localhost".to_owned(),
            port: 0,
            open: false,
            keys: false,
            options: Options::on(Date::new(2026, 11, 23).unwrap()),
            poll,
            allowed_hosts: Vec::new(),
            on_event: Box::new(move |event| {
                let text = match event {
                    ServeEvent::Ready { url, .. } => (*url).to_owned(),
                    ServeEvent::Rebuilt(rebuild) => {
                        let changed: Vec<_> = rebuild.changed.iter().map(SourcePath::as_str).collect();
                        let errors = rebuild.build.diagnostics.len();
                        format!("{} {} {} {errors}", changed.join(","), rebuild.made, rebuild.gone)
                    }
                    ServeEvent::Bug { text } => format!("bug {text}"),
                    ServeEvent::Failed(failure) => failure.what.to_owned(),
                    ServeEvent::Polling { .. } => return,
                    other => format!("{other:?}"),
                };
                // The listener is gone at the end of a test.
                drop(sender.lock().unwrap().send(text));
            }),
            overlay: Arc::new(|request| format!("{} <b>", request.build.diagnostics[0].code.name).into()),
            bug: Box::new(|why| why.into()),
            report: Arc::new(|build, sources| format!("{} of {}", build.files.len(), sources.len())),
            desk: None,
        };
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = Arc::clone(&stop);
        let is_running = move || !stopped.load(Ordering::Relaxed);
        let thread = Some(std::thread::spawn(move || serve_with(config, build, is_running)));
        let url = events.recv_timeout(Duration::from_secs(10)).unwrap();
        let port = url.trim_end_matches('/').rsplit(':').next().unwrap().parse().unwrap();
        Self { root, port, events, stop, thread }
    }

    fn path(&self, path: &str) -> PathBuf {
        self.root.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        fs::write(self.path(path), text).unwrap();
    }

    fn next_event(&self) -> String {
        self.events.recv_timeout(Duration::from_secs(10)).unwrap()
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

    /// The next state in a stream of events.
    fn state(stream: &mut BufReader<TcpStream>) -> Value {
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
        // Wakes the server.
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
    let report = served.get("/_jalon/report/");
    assert!(report.starts_with("HTTP/1.1 200 OK\r\n") && report.contains("\r\n\r\n1 of "), "{report}");
    assert!(served.get("/_jalon/report").starts_with("HTTP/1.1 302 Found\r\n"));
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
    let large = format!("GET / HTTP/1.1\r\nHost: localhost\r\nX: {}\r\n\r\n", "x".repeat(65 << 10));
    assert!(refused(&large).contains("431"));
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
fn a_save_is_built_and_announced() {
    let served = Served::start(false);
    let head = format!("GET /_jalon/events?page=/ HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", served.port);
    let mut stream = served.send(&head);
    let first = Served::state(&mut stream);
    assert!(served.get("/").contains(first["stamp"].as_str().unwrap()), "the page carries its stamp");

    served.write("guide/index.md", "two");
    assert_eq!(served.next_event(), "guide/index.md 1 0 0");
    let second = Served::state(&mut stream);
    assert_ne!(second["stamp"], first["stamp"]);
    assert!(served.get("/").contains("two<script"));

    // With an error the last good page stays, and the error is shown over it.
    served.write("guide/index.md", "error");
    assert_eq!(served.next_event(), "guide/index.md 0 0 1");
    let third = Served::state(&mut stream);
    assert_eq!((&third["stamp"], third["overlay"].as_str().unwrap()), (&second["stamp"], "link/empty <b>"));
    assert!(served.get("/").contains("two<script"));

    // After a bug of ours it stays too.
    served.write("guide/index.md", "panic");
    assert_eq!(served.next_event(), "bug a bug");
    assert!(served.get("/").contains("two<script"));
    served.write("guide/index.md", "three");
    assert_eq!(served.next_event(), "guide/index.md 1 0 0");
    assert!(served.get("/").contains("three<script"));
}

/// The ways in which editors and other programs save files.
fn saves(served: &Served) {
    let page = "guide/index.md";
    // By renaming a new file over the old one.
    served.write("guide/index.md.tmp", "renamed");
    fs::rename(served.path("guide/index.md.tmp"), served.path(page)).unwrap();
    assert_eq!(served.next_event(), "guide/index.md 1 0 0");
    // As vim does: the old file moves away, a new one is written.
    fs::rename(served.path(page), served.path("guide/index.md~")).unwrap();
    served.write(page, "vim");
    assert_eq!(served.next_event(), "guide/index.md 1 0 0");
    // Truncated, then written a little later.
    served.write(page, "");
    std::thread::sleep(Duration::from_millis(30));
    served.write(page, "written");
    assert_eq!(served.next_event(), "guide/index.md 1 0 0");
    // Same size, same date.
    let date = fs::metadata(served.path(page)).unwrap().modified().unwrap();
    served.write(page, "nettirw");
    fs::OpenOptions::new().write(true).open(served.path(page)).unwrap().set_modified(date).unwrap();
    assert_eq!(served.next_event(), "guide/index.md 1 0 0");
    // A new folder with a file at once, moved away, and back.
    fs::create_dir_all(served.path("guide/a/b")).unwrap();
    served.write("guide/a/b/c.md", "c");
    assert_eq!(served.next_event(), "guide/a/b/c.md 1 0 0");
    fs::rename(served.path("guide/a"), served.path("away")).unwrap();
    assert_eq!(served.next_event(), "guide/a/b/c.md 0 1 0");
    fs::rename(served.path("away"), served.path("guide/a")).unwrap();
    assert_eq!(served.next_event(), "guide/a/b/c.md 1 0 0");
    // The whole guide removed and restored: the site stays.
    fs::rename(served.path("guide"), served.path("away")).unwrap();
    assert_eq!(served.next_event(), "failure-no-guide");
    assert!(served.get("/").contains("nettirw<script"));
    fs::rename(served.path("away"), served.path("guide")).unwrap();
    std::thread::sleep(Duration::from_millis(100));
    served.write("guide/a/b/c.md", "d");
    assert_eq!(served.next_event(), "guide/a/b/c.md 1 0 0");
    // Written with the same content: no event.
    served.write(page, "nettirw");
    // Many files at once are one build.
    for number in 0..300 {
        served.write(&format!("guide/{number}.md"), "x");
    }
    assert!(served.next_event().ends_with(" 300 0 0"), "one build");
    assert!(served.events.recv_timeout(Duration::from_millis(300)).is_err(), "and no other");
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
fn silent_connections_do_not_delay_a_page() {
    let sender = tokio::sync::watch::Sender::new(Arc::new(site::ServedSite::default()));
    let listener = listen::bind("localhost", 0).unwrap();
    let port = listener.local_addr().unwrap().port();
    let site = OpenSite { served: sender.subscribe(), looked_at: LookedAt::default(), editing: None };
    listen::open(listener, site, Vec::new(), 16).unwrap();
    let connect = || TcpStream::connect(("127.0.0.1", port)).unwrap();
    let silent: Vec<_> = (0..100).map(|_| connect()).collect();
    let mut stream = connect();
    stream.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
    stream.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
    let mut first = String::new();
    let mut answer = BufReader::new(&stream);
    answer.read_line(&mut first).unwrap();
    assert!(first.contains("404"), "{first}");
    // The connection that was answered stays while silent ones can go.
    let more: Vec<_> = (0..40).map(|_| connect()).collect();
    (&stream).write_all(b"GET /again HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
    let mut rest = [0; 4096];
    assert!(answer.get_mut().read(&mut rest).unwrap() > 0);
    drop((silent, more));
}

#[test]
fn a_taken_port_gives_the_next_one() {
    let first = listen::bind("localhost", 0).unwrap();
    let port = first.local_addr().unwrap().port();
    let second = listen::bind("127.0.0.1", port).unwrap();
    assert!(second.local_addr().unwrap().port() > port);
    assert_eq!(listen::bind("no such host", 1).unwrap_err().what, "failure-listen");
    assert_eq!(url("localhost", first.local_addr().unwrap()), format!("http://localhost:{port}/"));
}

#[test]
fn a_folder_that_cannot_be_watched_is_polled() {
    let root = tempfile::tempdir().unwrap();
    let watcher = FolderWatcher::start(&root.path().join("nonexistent"), false);
    assert!(watcher.polling_because.is_some());
}
