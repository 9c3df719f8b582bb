//! A text editor that a test plays: it starts `jalon lsp`, speaks the protocol, and keeps what it is told.
use crate::support::TODAY;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

/// How long the server may take for anything.
const PATIENCE: Duration = Duration::from_mins(1);

/// A session with the server.
pub(crate) struct Client {
    child: Child,
    input: Option<ChildStdin>,
    messages: Receiver<Value>,
    requests: i64,
    /// Answers that nobody has taken yet, by the id of their request.
    answers: BTreeMap<String, Value>,
    /// What was last told of each file.
    pub(crate) published: BTreeMap<String, Value>,
    /// Other messages of the server.
    pub(crate) others: Vec<Value>,
}

/// The address of a file.
pub(crate) fn uri(path: &Path) -> String {
    format!("file://{}", path.display().to_string().replace(' ', "%20"))
}

fn read(mut output: BufReader<ChildStdout>, send: &dyn Fn(Value) -> bool) {
    loop {
        let mut length = 0;
        loop {
            let mut line = String::new();
            if output.read_line(&mut line).unwrap_or(0) == 0 {
                return;
            }
            let line = line.trim_end();
            if line.is_empty() {
                break;
            }
            length =
                line.strip_prefix("Content-Length: ").map_or(length, |text| text.parse().expect("a number"));
        }
        let mut bytes = vec![0; length];
        if output.read_exact(&mut bytes).is_err() {
            return;
        }
        if !send(serde_json::from_slice(&bytes).expect("a message is JSON")) {
            return;
        }
    }
}

impl Client {
    /// Starts the server without a word to it.
    pub(crate) fn silent() -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_jalon"));
        command.args(["lsp", "--stdio", "--today", TODAY, "--lang", "en"]);
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let (input, output) = (child.stdin.take(), child.stdout.take().expect("there is a pipe"));
        let (sender, messages) = channel();
        thread::spawn(move || read(BufReader::new(output), &|message| sender.send(message).is_ok()));
        let (answers, published, others) = (BTreeMap::new(), BTreeMap::new(), Vec::new());
        Self { child, input, messages, requests: 0, answers, published, others }
    }

    /// Begins a session with these parameters.
    pub(crate) fn with(params: &Value) -> Self {
        let mut client = Self::silent();
        client.result("initialize", params);
        client.notify("initialized", &json!({}));
        client
    }

    /// Begins a session in a folder.
    pub(crate) fn in_folder(root: &Path) -> Self {
        Self::with(&json!({
            "processId": std::process::id(),
            "capabilities": {},
            "workspaceFolders": [{"uri": uri(root), "name": "guide"}],
        }))
    }

    /// Writes bytes to the server.
    pub(crate) fn write(&mut self, bytes: &[u8]) {
        let input = self.input.as_mut().expect("the server is spoken to");
        input.write_all(bytes).and_then(|()| input.flush()).expect("the server reads");
    }

    /// Sends a message.
    pub(crate) fn send(&mut self, message: &Value) {
        let text = message.to_string();
        self.write(format!("Content-Length: {}\r\n\r\n{text}", text.len()).as_bytes());
    }

    pub(crate) fn notify(&mut self, method: &str, params: &Value) {
        self.send(&json!({"jsonrpc": "2.0", "method": method, "params": params}));
    }

    /// Sends a request; gives its id.
    pub(crate) fn ask(&mut self, method: &str, params: &Value) -> i64 {
        self.requests += 1;
        let id = self.requests;
        self.send(&json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params}));
        id
    }

    /// The answer to a request.
    pub(crate) fn answer(&mut self, id: &Value) -> Value {
        let key = id.to_string();
        self.wait(&format!("an answer to {key}"), |client| client.answers.remove(&key))
    }

    /// The answer to a new request.
    pub(crate) fn request(&mut self, method: &str, params: &Value) -> Value {
        let id = self.ask(method, params);
        self.answer(&json!(id))
    }

    /// The result of a new request, which must have one.
    pub(crate) fn result(&mut self, method: &str, params: &Value) -> Value {
        let answer = self.request(method, params);
        assert!(answer.get("error").is_none(), "{method}: {answer}");
        answer["result"].clone()
    }

    /// Waits until something is there.
    pub(crate) fn wait<T>(&mut self, what: &str, mut found: impl FnMut(&mut Self) -> Option<T>) -> T {
        let begun = Instant::now();
        loop {
            if let Some(found) = found(self) {
                return found;
            }
            let left = PATIENCE.checked_sub(begun.elapsed());
            let left =
                left.unwrap_or_else(|| panic!("{what}: not within {PATIENCE:?}; {:#?}", self.published));
            match self.messages.recv_timeout(left) {
                Ok(message) => self.take(message),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => panic!("{what}: the server has ended"),
            }
        }
    }

    fn take(&mut self, message: Value) {
        if message["method"] == "textDocument/publishDiagnostics" {
            let uri = message["params"]["uri"].as_str().expect("a file has an address").to_owned();
            self.published.insert(uri, message["params"].clone());
        } else if message.get("method").is_none() {
            self.answers.insert(message["id"].to_string(), message);
        } else {
            self.others.push(message);
        }
    }

    /// Opens a text.
    pub(crate) fn open(&mut self, uri: &str, text: &str) {
        let item = json!({"uri": uri, "languageId": "markdown", "version": 1, "text": text});
        self.notify("textDocument/didOpen", &json!({"textDocument": item}));
    }

    /// Replaces an open text.
    pub(crate) fn rewrite(&mut self, uri: &str, version: i64, text: &str) {
        self.change(uri, version, &json!([{"text": text}]));
    }

    /// Changes an open text.
    pub(crate) fn change(&mut self, uri: &str, version: i64, changes: &Value) {
        let document = json!({"uri": uri, "version": version});
        self.notify("textDocument/didChange", &json!({"textDocument": document, "contentChanges": changes}));
    }

    /// The codes told of a file, each with its line and its first and last character, once they are as expected.
    pub(crate) fn expect(&mut self, uri: &str, version: Option<i64>, expected: &[&str]) {
        self.wait(&format!("{expected:?} in {uri}"), |client| {
            let told = client.published.get(uri)?;
            let is_wanted = version.is_none_or(|version| told["version"] == json!(version));
            (is_wanted && codes(told) == expected).then_some(())
        });
    }

    /// Closes the end of the server.
    pub(crate) fn hang_up(&mut self) {
        self.input = None;
    }

    /// The exit status, once the server has ended.
    pub(crate) fn status(&mut self) -> Option<i32> {
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            if let Some(status) = self.child.try_wait().expect("it is a child") {
                return status.code();
            }
            thread::sleep(Duration::from_millis(10));
        }
        panic!("the server does not end");
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        // It may have ended already.
        if self.child.kill().is_ok() {
            self.child.wait().expect("it ends");
        }
    }
}

/// `link/missing-page 3:5-3:14` for each diagnostic that was told.
fn codes(told: &Value) -> Vec<String> {
    let place = |position: &Value| format!("{}:{}", position["line"], position["character"]);
    let one = |diagnostic: &Value| {
        let range = &diagnostic["range"];
        let code = diagnostic["code"].as_str().expect("a diagnostic has a code");
        format!("{code} {}-{}", place(&range["start"]), place(&range["end"]))
    };
    told["diagnostics"].as_array().expect("there is a list").iter().map(one).collect()
}
