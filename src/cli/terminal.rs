//! All printing. A reader that closes the pipe early (`jalon explain | head`) is no failure.
use super::REFUSED;
use crate::failure::Failure;
use std::io::{self, ErrorKind, IsTerminal as _, Write as _};
use std::process::ExitCode;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

/// Prints text or bytes to standard output.
pub(crate) fn print(content: impl AsRef<[u8]>) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(content.as_ref()).and_then(|()| out.flush()) {
        Err(why) if why.kind() != ErrorKind::BrokenPipe => {
            Err(Failure::at("failure-print", "".as_ref(), &why))
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

/// How long a command may be silent.
const PATIENCE: Duration = Duration::from_secs(1);

/// Does a piece of work. On a terminal, `text` appears when it takes longer than a second, with the seconds that have passed,
/// and goes when it is done.
pub(crate) fn with_progress<T>(text: &str, work: impl FnOnce() -> T) -> T {
    if !io::stderr().is_terminal() {
        return work();
    }
    let (done, waiting) = channel::<()>();
    std::thread::scope(|scope| {
        let shown = std::thread::Builder::new().spawn_scoped(scope, move || {
            let mut passed = Duration::ZERO;
            while waiting.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
                passed += PATIENCE;
                print_error(&format!("\r\u{1b}[K{text} {} s", passed.as_secs()));
            }
            if !passed.is_zero() {
                print_error("\r\u{1b}[K");
            }
        });
        // Where the system starts no thread, the work is done without a word.
        let _is_shown = shown.is_ok();
        // Dropped when the work is done or has panicked, which ends the thread.
        let _done = done;
        work()
    })
}
