//! All printing. A reader that closes the pipe early (`jalon explain | head`) is no failure.
use super::REFUSED;
use crate::failure::Failure;
use std::io::{self, ErrorKind, IsTerminal as _, Write as _};
use std::process::ExitCode;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

/// Prints text to standard output.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    print_bytes(text.as_bytes())
}

/// Prints bytes to standard output.
pub(crate) fn print_bytes(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(why) if why.kind() != ErrorKind::BrokenPipe => {
            Err(Failure { what: "failure-print", at: String::new(), why: why.to_string() })
        }
        _ => Ok(()),
    }
}

/// Prints text to standard error. If that fails, there is nowhere left to report it.
pub(crate) fn print_error(text: &str) {
    let mut out = io::stderr().lock();
    if out.write_all(text.as_bytes()).is_ok() {
        out.flush().unwrap_or_default();
    }
}

/// Prints help or version, or what clap finds wrong with the command line; gives the exit status.
pub(crate) fn print_usage(error: &clap::Error) -> ExitCode {
    match error.print() {
        Err(why) if why.kind() != ErrorKind::BrokenPipe => ExitCode::from(REFUSED),
        _ if error.use_stderr() => ExitCode::from(REFUSED),
        _ => ExitCode::SUCCESS,
    }
}

/// Whether standard output is a terminal.
pub(crate) fn stdout_is_terminal() -> bool {
    io::stdout().is_terminal()
}

/// Whether standard error is a terminal.
pub(crate) fn stderr_is_terminal() -> bool {
    io::stderr().is_terminal()
}

/// How long a command may be silent.
const PATIENCE: Duration = Duration::from_secs(1);

/// Does a piece of work. On a terminal, `text` appears when it takes longer than a second and goes when it is done.
pub(crate) fn with_progress<T>(text: String, work: impl FnOnce() -> T) -> T {
    if !stderr_is_terminal() {
        return work();
    }
    let (done, waiting) = channel::<()>();
    let thread = std::thread::spawn(move || {
        if waiting.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
            print_error(&text);
            // The sender is dropped when the work is done or has panicked.
            if waiting.recv().is_err() {
                print_error("\r\u{1b}[K");
            }
        }
    });
    let _line = ProgressLine { done: Some(done), thread: Some(thread) };
    work()
}

/// The line about work in progress; erased when dropped.
struct ProgressLine {
    done: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Drop for ProgressLine {
    fn drop(&mut self) {
        drop(self.done.take());
        if let Some(thread) = self.thread.take() {
            thread.join().unwrap_or_default();
        }
    }
}
