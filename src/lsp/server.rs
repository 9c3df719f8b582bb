//! The loop: takes the messages that have come, changes texts, answers requests, and tells what is wrong once nothing waits.
use super::ServerConfig;
use super::checker::{Checker, WholeResult};
use super::lifecycle::{self, Client, Phase};
use super::notices;
use super::requests;
use super::session::Session;
use super::wire::{self, ErrorCode, Incoming, Outgoing, RequestError};
use super::workspace::Workspace;
use crate::failure::Failure;
use crate::messages::{self, Colour};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::io::{self, BufRead, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread::Builder;
use std::time::{Duration, Instant};

/// How long nothing is typed before guides are checked as a whole.
const QUIET: Duration = Duration::from_millis(300);
/// How often to see whether the program that started this one still runs.
const PULSE: Duration = Duration::from_secs(3);

/// Something that happened.
#[derive(Debug)]
enum Event {
    Incoming(Incoming),
    /// The client has closed its end.
    Closed,
    Checked(WholeResult),
}

/// The server and its client.
struct LanguageServer {
    config: ServerConfig,
    session: Session,
    phase: Phase,
    out: Outgoing,
    checker: Option<Checker>,
    /// When to check guides as a whole.
    check_at: Option<Instant>,
    /// The states that were checked or are being checked.
    asked: BTreeMap<PathBuf, u64>,
}

/// Serves a client until it ends; gives the exit status.
pub(super) fn run(
    config: ServerConfig,
    mut input: impl BufRead + Send + 'static,
    output: Box<dyn Write>,
) -> Result<u8, Failure> {
    let (sender, events) = channel();
    let results = sender.clone();
    let checker = Checker::start(move |result| drop(results.send(Event::Checked(result))));
    let read = move || {
        // What cannot be read any more has ended.
        while let Ok(Some(incoming)) = wire::read(&mut input) {
            if sender.send(Event::Incoming(incoming)).is_err() {
                return;
            }
        }
        drop(sender.send(Event::Closed));
    };
    Builder::new().name("read".to_owned()).spawn(read).map_err(Failure::because("failure-threads", ""))?;
    let words = messages::words(config.language.unwrap_or(config.fallback));
    let mut server = LanguageServer {
        config,
        session: Session { client: Client::default(), workspace: Workspace::default(), words },
        phase: Phase::New,
        out: Outgoing::new(output),
        checker: checker.ok(),
        check_at: None,
        asked: BTreeMap::new(),
    };
    // A client that reads no more has gone.
    Ok(server.serve(&events).unwrap_or_else(|_| server.phase.status()))
}

impl LanguageServer {
    fn serve(&mut self, events: &Receiver<Event>) -> io::Result<u8> {
        let mut queue = VecDeque::new();
        let mut cancelled = BTreeSet::new();
        loop {
            if queue.is_empty() {
                self.settle()?;
                match events.recv_timeout(self.patience()) {
                    Ok(event) => queue.push_back(event),
                    Err(RecvTimeoutError::Timeout) if self.session.client.is_gone() => return Ok(1),
                    Err(RecvTimeoutError::Timeout) => {}
                    Err(RecvTimeoutError::Disconnected) => return Ok(self.phase.status()),
                }
                self.check_when_quiet();
            }
            queue.extend(events.try_iter());
            if queue.len() > 1 {
                note_cancelled(&queue, &mut cancelled);
            }
            match queue.pop_front() {
                Some(Event::Incoming(Incoming::Message(message))) => {
                    if let Some(status) = self.take(message, &mut cancelled)? {
                        return Ok(status);
                    }
                }
                Some(Event::Incoming(Incoming::Broken(why))) => {
                    self.out.answer(&Value::Null, Err(ErrorCode::PARSE_ERROR.because(why)))?;
                }
                Some(Event::Checked(result)) => self.take_check(result)?,
                Some(Event::Closed) => return Ok(self.phase.status()),
                None => {}
            }
        }
    }

    /// How long to wait for the next event.
    fn patience(&self) -> Duration {
        let until = self.check_at.map(|at| at.saturating_duration_since(Instant::now()));
        until.unwrap_or(PULSE).min(PULSE)
    }

    /// Takes one message; gives the exit status if it is the last one.
    fn take(&mut self, message: Value, cancelled: &mut BTreeSet<String>) -> io::Result<Option<u8>> {
        let Value::Object(mut message) = message else {
            let refusal = ErrorCode::INVALID_REQUEST.because("a message is an object");
            self.out.answer(&Value::Null, Err(refusal))?;
            return Ok(None);
        };
        let id = message.remove("id");
        let params = message.remove("params").unwrap_or_default();
        let Some(Value::String(method)) = message.remove("method") else {
            // An answer to what was asked of the client, or no message at all.
            if !message.contains_key("result") && !message.contains_key("error") {
                let refusal = ErrorCode::INVALID_REQUEST.because("a message without a method");
                self.out.answer(&id.unwrap_or_default(), Err(refusal))?;
            }
            return Ok(None);
        };
        match id {
            Some(id) => {
                let result = if cancelled.remove(&id.to_string()) {
                    Err(ErrorCode::REQUEST_CANCELLED.because("cancelled"))
                } else {
                    guarded(|| self.request(&method, &params))
                };
                self.out.answer(&id, result)?;
            }
            None if method == "exit" => return Ok(Some(self.phase.status())),
            None if self.phase == Phase::Running => {
                if let Err(refusal) = guarded(|| self.notice(&method, &params)) {
                    self.log(&refusal.message)?;
                }
            }
            None => {}
        }
        Ok(None)
    }

    fn request(&mut self, method: &str, params: &Value) -> Result<Value, RequestError> {
        match (self.phase, method) {
            (Phase::New, "initialize") => {
                self.session.client = Client::read(params);
                let language =
                    self.config.language.or(self.session.client.language).unwrap_or(self.config.fallback);
                self.session.words = messages::words(language);
                self.session.workspace.encoding = self.session.client.encoding;
                self.phase = Phase::Running;
                Ok(lifecycle::capabilities(&self.session.client))
            }
            (Phase::New, _) => Err(ErrorCode::NOT_INITIALIZED.because("initialize comes first")),
            (Phase::Running, "shutdown") => {
                self.phase = Phase::ShutDown;
                Ok(Value::Null)
            }
            (Phase::Running, "initialize") | (Phase::ShutDown, _) => {
                Err(ErrorCode::INVALID_REQUEST.because(format!("no time for {method}")))
            }
            (Phase::Running, _) => {
                // What is asked is asked of the texts as they are.
                self.build();
                requests::answer(&self.session, method, params)
            }
        }
    }

    fn notice(&mut self, method: &str, params: &Value) -> Result<(), RequestError> {
        if method == "initialized" {
            self.session.client.watches(&mut self.out).map_err(|why| unsaid(&why))?;
        }
        let done = notices::take(&mut self.session, method, params)?;
        for root in self.session.workspace.forget() {
            self.asked.remove(&root);
            if let Some(checker) = &self.checker {
                checker.forget(root.clone());
            }
            self.publish(&root).map_err(|why| unsaid(&why))?;
        }
        done.map_err(|failure| {
            ErrorCode::INTERNAL_ERROR.because(messages::failure(&failure, &self.session.words, Colour::Off))
        })
    }

    /// Builds what changed, and tells what is wrong with it.
    fn settle(&mut self) -> io::Result<()> {
        let built = guarded(|| {
            self.build();
            Ok(())
        });
        if let Err(refusal) = built {
            self.log(&refusal.message)?;
        }
        for root in self.session.workspace.untold() {
            self.publish(&root)?;
        }
        Ok(())
    }

    /// Builds what changed. The day may be another one since.
    fn build(&mut self) {
        if let Ok(options) = (self.config.options)()
            && self.session.workspace.update(options)
        {
            let is_first = self.asked.len() < self.session.workspace.guides.len();
            let now = Instant::now();
            self.check_at = Some(if is_first { now } else { now + QUIET });
        }
    }

    fn publish(&mut self, root: &Path) -> io::Result<()> {
        for params in self.session.workspace.publications(root, &self.session.words) {
            self.out.notify("textDocument/publishDiagnostics", &params)?;
        }
        Ok(())
    }

    /// Checks guides as a whole, if nothing was typed for a while.
    fn check_when_quiet(&mut self) {
        let Some(checker) =
            self.checker.as_ref().filter(|_| self.check_at.is_some_and(|at| at <= Instant::now()))
        else {
            return;
        };
        self.check_at = None;
        for job in self.session.workspace.jobs() {
            if self.asked.insert(job.root.clone(), job.revision) != Some(job.revision) {
                checker.check(job);
            }
        }
    }

    fn take_check(&mut self, result: WholeResult) -> io::Result<()> {
        let root = result.root.clone();
        if result.diagnostics.is_none() {
            self.log("a bug in Jalon broke off the check of the whole guide")?;
        }
        if self.session.workspace.take_check(result) { self.publish(&root) } else { Ok(()) }
    }

    fn log(&mut self, text: &str) -> io::Result<()> {
        self.out.notify("window/logMessage", &json!({"type": 1, "message": text.trim_end()}))
    }
}

/// Does some work; a bug of ours breaks it off, and not the program.
fn guarded<T>(work: impl FnOnce() -> Result<T, RequestError>) -> Result<T, RequestError> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| {
        let text = panic.downcast_ref::<String>().map(String::as_str);
        let text = text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or_default();
        Err(ErrorCode::INTERNAL_ERROR.because(format!("a bug in Jalon: {text}")))
    })
}

fn unsaid(why: &io::Error) -> RequestError {
    ErrorCode::INTERNAL_ERROR.because(why.to_string())
}

/// Adds the requests that wait and are cancelled.
fn note_cancelled(queue: &VecDeque<Event>, cancelled: &mut BTreeSet<String>) {
    let messages = || {
        queue.iter().filter_map(|event| match event {
            Event::Incoming(Incoming::Message(message)) => Some(message),
            _ => None,
        })
    };
    for message in messages().filter(|message| message["method"] == "$/cancelRequest") {
        let id = &message["params"]["id"];
        if messages().any(|request| request.get("id") == Some(id) && request.get("method").is_some()) {
            cancelled.insert(id.to_string());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bug_of_ours_is_an_answer() {
        let refused = guarded::<()>(|| panic!("because {}", 1));
        assert_eq!(refused, Err(ErrorCode::INTERNAL_ERROR.because("a bug in Jalon: because 1")));
        assert_eq!(guarded(|| Ok(1)), Ok(1));
    }

    #[test]
    fn a_request_that_waits_can_be_cancelled_and_no_other() {
        let event = |message: Value| Event::Incoming(Incoming::Message(message));
        let cancel = |id: Value| event(json!({"method": "$/cancelRequest", "params": {"id": id}}));
        let queue = VecDeque::from([
            event(json!({"id": 1, "method": "a"})),
            event(json!({"id": "x", "method": "a"})),
            event(json!({"id": 3, "result": null})),
            cancel(json!("x")),
            cancel(json!(3)),
            cancel(json!(4)),
            cancel(Value::Null),
        ]);
        let mut cancelled = BTreeSet::new();
        note_cancelled(&queue, &mut cancelled);
        assert_eq!(cancelled, BTreeSet::from(["\"x\"".to_owned()]));
    }
}
