//! `jalon serve`: wait, look, build, show, for ever.
//!
//! * `watch` says when to look, `current` looks and builds: the only mutable state of the program.
//! * `listen` holds the port, `request` decides what is answered at all, `handler` answers.
//! * `finder` makes the search's index when it is asked for, `reporter` the page for editors.
#![expect(clippy::disallowed_methods, reason = "this module reads the clock and the disk, and opens a port")]

mod current;
mod finder;
mod handler;
mod listen;
mod mime;
mod reporter;
mod request;
mod watch;

#[cfg(test)]
mod handler_tests;
#[cfg(test)]
mod tests;

use crate::failure::Failure;
use crate::model::{Diagnostic, Options, Severity, SourcePath, Sources};
use crate::pipeline::{self, Build};
use current::Current;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;
use watch::Watching;

/// How soon to look again after a change, because a second one within a tick of the disk's clock leaves no
/// trace in its dates.
const AFTERTHOUGHT: Duration = Duration::from_millis(60);

/// Prints what happened.
pub type Say = Box<dyn Fn(&Said<'_>) + Send + Sync>;

/// Puts the diagnostics of a build in words, as plain text; they are laid over the pages.
pub type Words = Box<dyn Fn(&Build, &Sources) -> String + Send + Sync>;

/// Makes the page that says what waits for the editors, as HTML.
pub type Report = dyn Fn(&Build, &Sources) -> String + Send + Sync;

/// What the command line says about serving.
pub struct Config {
    /// The folder that holds `guide/`.
    pub root: PathBuf,
    /// The name or number to listen at; `localhost` unless the user wants others to see the site.
    pub host: String,
    /// The port wished for; 0 for any.
    pub port: u16,
    /// Whether to open the browser.
    pub open: bool,
    /// Inputs of the build that are not files.
    pub options: Options,
    /// Whether to look from time to time instead of waiting for events.
    pub poll: bool,
    /// Host names to answer to, besides those of this machine.
    pub allowed_hosts: Vec<String>,
    /// Called for each thing worth a line.
    pub say: Say,
    /// Called for each build with errors.
    pub words: Words,
    /// Called when somebody opens the report.
    pub report: Arc<Report>,
}

impl std::fmt::Debug for Config {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Config").field("root", &self.root).field("host", &self.host).finish_non_exhaustive()
    }
}

/// What happened, for `report` to put in words.
#[derive(Debug)]
pub enum Said<'a> {
    /// The port wished for was taken.
    PortTaken {
        /// The one wished for.
        wanted: u16,
        /// The one that was free.
        given: u16,
    },
    /// Other machines can see the site.
    OpenToNetwork {
        /// Where, number and port.
        at: String,
    },
    /// Changes are looked for from time to time although nobody asked for it.
    Polling {
        /// The system's words, or the name of the file system.
        why: &'a str,
    },
    /// The site is there.
    Ready {
        /// Its address.
        url: &'a str,
        /// The first build and how it went.
        round: Round<'a>,
    },
    /// The site was built again.
    Rebuilt(Round<'a>),
    /// The build went wrong by our own fault; the last good site stays.
    Bug {
        /// What the program said when it gave up.
        text: &'a str,
    },
    /// The guide cannot be read; the last good site stays.
    Failed(&'a Failure),
    /// The browser could not be opened.
    NoBrowser {
        /// The system's words.
        why: String,
    },
}

/// One build.
#[derive(Clone, Copy, Debug)]
pub struct Round<'a> {
    /// Sources that changed, came or went.
    pub changed: &'a [SourcePath],
    /// How many published files are new or different.
    pub made: usize,
    /// How many published files are gone.
    pub gone: usize,
    /// From the look that found the change to the site being there.
    pub millis: u128,
    /// The build; its notes hold those made while reading too.
    pub build: &'a Build,
    /// What it was made from.
    pub sources: &'a Sources,
}

impl Round<'_> {
    /// How many diagnostics of this severity there are.
    pub fn count(&self, severity: Severity) -> usize {
        self.build.diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count()
    }
}

/// How a site is made; another one in tests.
type Make = fn(&Sources, &[Diagnostic], Options, &Build) -> Build;

/// Serves the guide until the process ends. Comes back only if it cannot begin.
pub fn serve(config: Config) -> Result<(), Failure> {
    serve_with(config, pipeline::build, || true)
}

fn serve_with(config: Config, make: Make, mut goes_on: impl FnMut() -> bool) -> Result<(), Failure> {
    // Watched before it is read: what changes meanwhile is seen by the first look.
    let mut watching = Watching::start(&config.root, config.poll);
    let mut current = Current::read(config, make)?;
    let config = &current.config;
    let listener = listen::bind(&config.host, config.port)?;
    let failed = |why: std::io::Error| Failure {
        what: "failure-listen",
        at: config.host.clone(),
        why: why.to_string(),
    };
    let address = listener.local_addr().map_err(failed)?;
    let url = url(&config.host, address);
    let mut allowed = config.allowed_hosts.clone();
    allowed.push(config.host.clone());
    listen::open(listener, current.showing(), allowed).map_err(failed)?;

    if config.port != 0 && address.port() != config.port {
        (config.say)(&Said::PortTaken { wanted: config.port, given: address.port() });
    }
    if !address.ip().is_loopback() {
        (config.say)(&Said::OpenToNetwork { at: address.to_string() });
    }
    if let Some(why) = watching.polling_because.as_deref() {
        (config.say)(&Said::Polling { why });
    }
    current.first(&url);
    if config.open {
        open_browser(&url, &config.say);
    }
    while goes_on() {
        watching.wait(current.is_fresh().then_some(AFTERTHOUGHT));
        watching.follow();
        current.look(&mut watching);
    }
    Ok(())
}

fn url(host: &str, address: SocketAddr) -> String {
    let name = if address.ip().is_loopback() || address.ip().is_unspecified() { "localhost" } else { host };
    let name =
        if name.contains(':') && !name.starts_with('[') { format!("[{name}]") } else { name.to_owned() };
    format!("http://{name}:{}/", address.port())
}

/// Asks the desktop to show the address. The answer is not waited for.
fn open_browser(url: &str, say: &Say) {
    let mut command = if cfg!(target_os = "macos") {
        Command::new("open")
    } else if cfg!(windows) {
        let mut command = Command::new("cmd");
        command.args(["/C", "start", ""]);
        command
    } else {
        Command::new("xdg-open")
    };
    command.arg(url).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    match command.spawn() {
        // Somebody must wait for it, or it stays in the system's table when it is done.
        Ok(mut child) => drop(std::thread::spawn(move || child.wait())),
        Err(why) => say(&Said::NoBrowser { why: why.to_string() }),
    }
}
