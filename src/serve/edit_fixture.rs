//! A running `jalon edit` over a folder of its own, and requests to it, for tests.
use super::*;
use crate::model::Date;
use crate::stamp::Stamp;
use serde_json::json;
use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// The home page of the guide.
pub(super) const PAGE: &str = "# Accueil\n\nBonjour, cliquez [ici](nulle-part.md).\n";

/// An answer: status, head and body.
pub(super) struct Got {
    pub(super) status: u16,
    pub(super) head: String,
    pub(super) body: Value,
}

/// A running `jalon edit` over a folder, until dropped.
pub(super) struct Edited {
    pub(super) root: PathBuf,
    pub(super) port: u16,
    pub(super) cookie: String,
    pub(super) told: Receiver<String>,
    stop: Arc<AtomicBool>,
    thread: Option<std::thread::JoinHandle<Result<Option<u8>, Failure>>>,
}

/// A small guide, and a file beside it that is none of its own.
pub(super) fn guide() -> tempfile::TempDir {
    let root = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| {
        let path = root.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("guide/jalon.yaml", "title: Guide\nlanguage: fr\n");
    write("guide/index.md", PAGE);
    write("guide/a.md", "# La page A\n\nUn texte.\n");
    write("guide/urls.lock", "");
    write("guide/.secret.md", "secret");
    write("guide/registry/contacts.yaml", "paie:\n  name: La paie\n  email: paie@example.org\n");
    write("secret.md", "secret");
    root
}

/// What the desk needs, with words that are their own names.
pub(super) fn desk() -> DeskConfig {
    let words = ["edit", "changed", "gone", "nothing", "spent", "too-large", "refused", "not-text"];
    DeskConfig {
        room: 1 << 20,
        words: words
            .iter()
            .map(|word| ((*word).to_owned(), json!(word)))
            .collect::<serde_json::Map<_, _>>()
            .into(),
        finding: Box::new(|diagnostic| json!(diagnostic.code.name)),
        paste: |html, _| html.to_uppercase(),
        failure: Box::new(ToString::to_string),
    }
}

impl Edited {
    pub(super) fn start(root: &Path, desk: Option<DeskConfig>) -> Self {
        let (sender, told) = channel();
        let sender = Mutex::new(sender);
        let is_edited = desk.is_some();
        let config = Config {
            root: root.to_path_buf(),
            host: "localhost".to_owned(),
            port: 0,
            open: false,
            keys: false,
            options: Options { last: false, ..Options::on(Date::new(2026, 11, 23).unwrap()) },
            poll: false,
            allowed_hosts: Vec::new(),
            on_event: Box::new(move |event| {
                let text = match event {
                    ServeEvent::Ready { url, .. } => format!("ready {url}"),
                    ServeEvent::Desk { url } => format!("desk {url}"),
                    ServeEvent::Rebuilt(rebuild) => {
                        let changed: Vec<_> = rebuild.changed.iter().map(SourcePath::as_str).collect();
                        format!("rebuilt {}", changed.join(","))
                    }
                    _ => return,
                };
                drop(sender.lock().unwrap().send(text));
            }),
            overlay: Arc::new(|_| Value::Null),
            bug: Box::new(|why| why.into()),
            report: Arc::new(|_, _| String::new()),
            desk,
        };
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = Arc::clone(&stop);
        let is_running = move || !stopped.load(Ordering::Relaxed);
        let thread =
            Some(std::thread::spawn(move || serve_with(config, pipeline::build_showing, is_running)));
        let ready = told.recv_timeout(Duration::from_secs(20)).unwrap();
        let port = ready.trim_end_matches('/').rsplit(':').next().unwrap().parse().unwrap();
        let mut edited = Self { root: root.to_path_buf(), port, cookie: String::new(), told, stop, thread };
        if is_edited {
            let entered = edited.enter();
            let cookie = entered.split("set-cookie: ").nth(1).unwrap().split(';').next().unwrap();
            edited.cookie = cookie.to_owned();
        }
        edited
    }

    /// Opens the address with a token; gives the head of the answer.
    fn enter(&self) -> String {
        let url = self.told.recv_timeout(Duration::from_secs(20)).unwrap();
        let target = url.split(&format!(":{}", self.port)).nth(1).unwrap().to_owned();
        let got =
            self.send(&format!("GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), b"");
        assert_eq!(got.status, 303, "{}", got.head);
        for header in
            ["location: /\r\n", "referrer-policy: no-referrer\r\n", "; Path=/; HttpOnly; SameSite=Strict"]
        {
            assert!(got.head.contains(header), "{}", got.head);
        }
        let token = target.split("token=").nth(1).unwrap();
        assert!(!got.head.contains(token), "the cookie is another secret");
        let again =
            self.send(&format!("GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), b"");
        assert_eq!((again.status, again.head.contains("set-cookie")), (403, false), "a token is good once");
        got.head
    }

    pub(super) fn send(&self, head: &str, body: &[u8]) -> Got {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        stream.write_all(head.as_bytes()).unwrap();
        // The other side may hang up before it has read all of it.
        drop(stream.write_all(body));
        let mut bytes = Vec::new();
        drop(stream.read_to_end(&mut bytes));
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
        let status = head.split(' ').nth(1).map_or(0, |status| status.parse().unwrap());
        let body = serde_json::from_str(body).unwrap_or_else(|_| body.into());
        Got { status, head: format!("{head}\r\n"), body }
    }

    /// A request as a page of the session makes it, with some headers in place of its own.
    pub(super) fn request(&self, action: &str, headers: &[(&str, &str)], body: &[u8]) -> Got {
        let own = [
            ("Host", format!("localhost:{}", self.port)),
            ("Origin", format!("http://localhost:{}", self.port)),
            ("Cookie", self.cookie.clone()),
            ("Content-Type", "application/json".to_owned()),
            ("Content-Length", body.len().to_string()),
        ];
        let mut all: BTreeMap<&str, String> = own.into();
        all.extend(headers.iter().map(|(name, value)| (*name, (*value).to_owned())));
        let named = all.iter().filter(|(_, value)| !value.is_empty());
        let lines: Vec<_> = named.map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        let lines = lines.concat();
        let head = format!("POST /_jalon/edit/{action} HTTP/1.1\r\n{lines}Connection: close\r\n\r\n");
        self.send(&head, body)
    }

    pub(super) fn ask(&self, action: &str, wanted: &Value) -> Got {
        self.request(action, &[], wanted.to_string().as_bytes())
    }

    pub(super) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.root.join(path)).unwrap()
    }

    pub(super) fn save(&self, text: &str, base: &str) -> Got {
        let stamp = Stamp::of_bytes(base.as_bytes()).to_hex();
        self.ask("save", &json!({ "source": "guide/index.md", "text": text, "base": base, "stamp": stamp }))
    }

    pub(super) fn undo(&self, now: &str) -> Got {
        let stamp = Stamp::of_bytes(now.as_bytes()).to_hex();
        self.ask("undo", &json!({ "source": "guide/index.md", "stamp": stamp }))
    }

    /// Every file below the root with its bytes, but the history.
    pub(super) fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut folders = vec![self.root.clone()];
        let mut files = BTreeMap::new();
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                let kind = fs::symlink_metadata(&path).unwrap().file_type();
                if kind.is_dir() {
                    folders.push(path);
                } else if kind.is_file() {
                    let bytes = fs::read(&path).unwrap();
                    files.insert(path, bytes);
                }
            }
        }
        files
    }
}

impl Drop for Edited {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        // Wakes the server.
        drop(fs::write(self.root.join("guide/end.md"), "end"));
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}
