//! The only place that prints. A reader who leaves early (`jalon explain | head`) is no failure.
use super::REFUSED;
use crate::failure::Failure;
use crate::messages::Colour;
use std::io::{self, ErrorKind, IsTerminal as _, Write as _};
use std::process::ExitCode;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

/// Prints what was asked for.
pub(super) fn print(text: &str) -> Result<(), Failure> {
    print_bytes(text.as_bytes())
}

/// Prints a file that was asked for.
pub(super) fn print_bytes(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(why) if why.kind() != ErrorKind::BrokenPipe => {
            Err(Failure { what: "failure-print", at: String::new(), why: why.to_string() })
        }
        _ => Ok(()),
    }
}

/// Prints a diagnostic. Where even that fails there is nobody left to tell.
pub(super) fn diagnostic(text: &str) {
    let mut out = io::stderr().lock();
    if out.write_all(text.as_bytes()).is_ok() {
        out.flush().unwrap_or_default();
    }
}

/// Prints what clap has to say: help and version on request, else what is wrong with the command line.
pub(super) fn usage(answer: &clap::Error) -> ExitCode {
    match answer.print() {
        Err(why) if why.kind() != ErrorKind::BrokenPipe => ExitCode::from(REFUSED),
        _ if answer.use_stderr() => ExitCode::from(REFUSED),
        _ => ExitCode::SUCCESS,
    }
}

/// Whether standard output is a terminal.
pub(super) fn is_terminal() -> bool {
    io::stdout().is_terminal()
}

/// Whether diagnostics go to a terminal.
pub(super) fn remarks_are_seen() -> bool {
    io::stderr().is_terminal()
}

/// Whether diagnostics are coloured, when standard output is.
pub(super) fn remark_colour(colour: Colour, always: bool) -> Colour {
    if always || remarks_are_seen() { colour } else { Colour::Off }
}

/// How long a build may be silent.
const PATIENCE: Duration = Duration::from_secs(1);

/// Does a piece of work; on a terminal a line says so once it takes more than a second, and goes when it is done.
pub(super) fn while_saying<T>(words: String, work: impl FnOnce() -> T) -> T {
    if !remarks_are_seen() {
        return work();
    }
    let (done, waiting) = channel::<()>();
    let line = std::thread::spawn(move || {
        if waiting.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
            diagnostic(&words);
            // The sender is dropped when the work is done or has panicked.
            if waiting.recv().is_err() {
                diagnostic("\r\u{1b}[K");
            }
        }
    });
    let _line = Line { done: Some(done), line: Some(line) };
    work()
}

/// The line about work in progress; gone when dropped.
struct Line {
    done: Option<Sender<()>>,
    line: Option<JoinHandle<()>>,
}

impl Drop for Line {
    fn drop(&mut self) {
        drop(self.done.take());
        if let Some(line) = self.line.take() {
            line.join().unwrap_or_default();
        }
    }
}
