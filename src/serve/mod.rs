//! The development server: wait for a change, read, build, serve, again and again.
//!
//! 1. `watch` waits for a change, and says where it was.
//! 2. `state` has `reader` read it, builds the guide, and holds what is served: the only mutable state of the program.
//! 3. `last_good` decides what is served while there are errors, `overlay` what pages show of them. `site` is what is
//!    served between two builds, `parts` the files that pages load, `editor` opens a source file.
//!    Pages that somebody has open are `looked_at`: they are made and served before the others.
//! 4. `listen` accepts `connections`, `request` refuses what must not be answered, and `handler` answers from memory,
//!    with pages that are made on request, and with the types of `mime`.
//! 5. `keys` are what the author presses, in a `terminal` that is given back as it was.
//! 6. In `jalon edit`, pages have a button that opens the `desk`. `edit` answers its requests, in sessions of `access`.
//! 7. `lazy_files` makes the search index and PDFs when a browser asks for them.
#![expect(clippy::disallowed_methods, reason = "this module reads the clock and the disk, and opens a port")]

mod access;
mod connections;
mod desk;
mod edit;
mod editor;
mod handler;
mod keys;
mod last_good;
mod lazy_files;
mod listen;
mod looked_at;
mod mime;
mod overlay;
mod parts;
mod reader;
mod request;
mod site;
mod state;
#[cfg(unix)]
mod terminal;
mod watch;

#[cfg(test)]
mod edit_fixture;
#[cfg(test)]
mod edit_tests;
#[cfg(test)]
mod handler_tests;
#[cfg(test)]
mod last_good_tests;
#[cfg(test)]
mod tests;

use crate::failure::Failure;
use crate::model::{Diagnostic, Options, SourcePath, Sources};
use crate::pipeline::{self, Build, First};
pub(crate) use desk::DeskConfig;
use edit::Editing;
pub(crate) use editor::link as editor_link;
use keys::{Key, Keys};
pub(crate) use overlay::OverlayRequest;
use overlay::PrintOverlay;
use serde_json::Value;
use state::State;
use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::Arc;
use watch::FolderWatcher;
pub(crate) use watch::unreliable as unreliable_file_system;

pub(crate) type OnEvent = Box<dyn Fn(&ServeEvent<'_>) + Send + Sync>;

type PrintBuild = dyn Fn(&Build, &Sources) -> String + Send + Sync;

/// What the command line says about serving.
pub(crate) struct Config {
    /// The folder that holds `guide/`.
    pub root: PathBuf,
    /// The name or address to listen on; `localhost` unless other machines may see the site.
    pub host: String,
    /// The port to try first; 0 for any.
    pub port: u16,
    /// Whether to open the browser.
    pub open: bool,
    /// Inputs of the build that are not files.
    pub options: Options,
    /// Whether to read keys, if there is a terminal.
    pub keys: bool,
    /// Whether to poll the files instead of waiting for events.
    pub poll: bool,
    /// Host names to answer to, besides those of this machine.
    pub allowed_hosts: Vec<String>,
    /// Called for each event.
    pub on_event: OnEvent,
    /// What is wrong with a guide, to show over a page.
    pub overlay: Arc<PrintOverlay>,
    /// A bug of ours, to show over all pages.
    pub bug: Box<dyn Fn(&str) -> Value + Send + Sync>,
    /// The report for editors as an HTML page, made when it is opened.
    pub report: Arc<PrintBuild>,
    /// What the desk of `jalon edit` needs; without it nothing is ever written.
    pub desk: Option<DeskConfig>,
}

/// Something that happened while serving.
#[derive(Debug)]
pub(crate) enum ServeEvent<'a> {
    PortTaken {
        wanted: u16,
        given: u16,
    },
    /// Other machines can see the site at this IP address and port.
    OpenToNetwork {
        at: String,
    },
    /// Files are polled although that was not asked for, because of an error of the system or the file system.
    Polling {
        why: &'a str,
    },
    /// The site is served at this address, after the first build.
    Ready {
        url: &'a str,
        rebuild: Rebuild<'a>,
    },
    /// At this address, which is good for one use, the guide can be edited.
    Desk {
        url: &'a str,
    },
    /// Which keys do something.
    Keys,
    /// The site was built again.
    Rebuilt(Rebuild<'a>),
    /// Everything was read and built again, because the author asked for it.
    RebuiltAll(Rebuild<'a>),
    /// The author asks what is wrong.
    Check {
        build: &'a Build,
        sources: &'a Sources,
    },
    /// A bug of ours broke the build with this message; the last good site stays.
    Bug {
        text: &'a str,
    },
    /// The guide cannot be read; the last good site stays.
    Failed(&'a Failure),
    /// The browser could not be opened.
    NoBrowser {
        why: String,
    },
}

/// One build and how it differs from the one before.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rebuild<'a> {
    /// Sources that were changed, added or removed.
    pub changed: &'a [SourcePath],
    /// How many published files are new or different.
    pub made: usize,
    /// How many published files are gone.
    pub gone: usize,
    /// From finding the change to serving the site.
    pub millis: u128,
    pub build: &'a Build,
    pub sources: &'a Sources,
    /// The diagnostics of the build before; none for the first build.
    pub known: Option<&'a [Diagnostic]>,
    /// Source files with an error, of which an earlier state is served.
    pub held: &'a BTreeSet<SourcePath>,
}

/// How a site is built; tests use a simpler function.
type BuildFn = fn(&Sources, &[Diagnostic], Options, &Build, Option<First<'_>>) -> Build;

/// Serves the guide until the author ends it, or the process. Gives the signal that ended it, where one did.
pub(crate) fn serve(config: Config) -> Result<Option<u8>, Failure> {
    serve_with(config, pipeline::build_showing, || true)
}

fn serve_with(
    mut config: Config,
    build: BuildFn,
    mut is_running: impl FnMut() -> bool,
) -> Result<Option<u8>, Failure> {
    // Watch before reading, so that a change in between is noticed.
    let mut watcher = FolderWatcher::start(&config.root, config.poll);
    let desk = config.desk.take();
    let mut state = State::read(config, build)?;
    let server = open(&state, desk, &watcher)?;
    if state.config.open {
        open_browser(&server.address()?, &state.config.on_event);
    }
    let keys = Keys::start(state.config.keys, watcher.waker());
    if keys.are_read() {
        (state.config.on_event)(&ServeEvent::Keys);
    }
    while is_running() {
        let mut hints = watcher.wait(state.reader.next_look());
        while let Some(key) = keys.next() {
            match key {
                Key::Open => open_browser(&server.address()?, &state.config.on_event),
                Key::Rebuild => state.rebuild_all(),
                Key::Check => state.report_check(),
                Key::Quit => return Ok(None),
                Key::Signal(number) => return Ok(Some(number)),
            }
        }
        hints.everything |= watcher.follow();
        state.look(hints, &mut watcher);
    }
    Ok(None)
}

/// Where a browser begins.
struct ServerAddress {
    home: String,
    editing: Option<Arc<Editing>>,
}

impl ServerAddress {
    /// The address of the site; one that opens a session, where the guide can be edited.
    fn address(&self) -> Result<String, Failure> {
        self.editing.as_ref().map_or_else(|| Ok(self.home.clone()), |editing| editing.address(&self.home))
    }
}

/// Opens the port and says where the site is, and what is not as it was asked for.
fn open(state: &State, desk: Option<DeskConfig>, watcher: &FolderWatcher) -> Result<ServerAddress, Failure> {
    let config = &state.config;
    let listener = listen::bind(&config.host, config.port)?;
    let address = listener.local_addr().map_err(Failure::because("failure-listen", &config.host))?;
    let home = url(&config.host, address);
    let editing = desk.map(|desk| Editing::new(&config.root, desk, config.options, address.port()));
    let server = ServerAddress { home, editing: editing.transpose()?.map(Arc::new) };
    let mut allowed = config.allowed_hosts.clone();
    allowed.push(config.host.clone());
    listen::open(listener, state.open_site(server.editing.clone()), allowed, listen::CONNECTIONS)
        .map_err(Failure::because("failure-listen", &config.host))?;

    if config.port != 0 && address.port() != config.port {
        (config.on_event)(&ServeEvent::PortTaken { wanted: config.port, given: address.port() });
    }
    if !address.ip().is_loopback() {
        (config.on_event)(&ServeEvent::OpenToNetwork { at: address.to_string() });
    }
    if let Some(why) = watcher.polling_because.as_deref() {
        (config.on_event)(&ServeEvent::Polling { why });
    }
    state.report_ready(&server.home);
    if server.editing.is_some() {
        (config.on_event)(&ServeEvent::Desk { url: &server.address()? });
    }
    Ok(server)
}

fn url(host: &str, address: SocketAddr) -> String {
    let name = if address.ip().is_loopback() || address.ip().is_unspecified() { "localhost" } else { host };
    let name =
        if name.contains(':') && !name.starts_with('[') { format!("[{name}]") } else { name.to_owned() };
    format!("http://{name}:{}/", address.port())
}

/// Asks the desktop to show the address, without waiting for the result.
fn open_browser(url: &str, on_event: &OnEvent) {
    let (program, args): (&str, &[&str]) = match std::env::consts::OS {
        "macos" => ("open", &[]),
        "windows" => ("cmd", &["/C", "start", ""]),
        _ => ("xdg-open", &[]),
    };
    let mut command = Command::new(program);
    command.args(args).arg(url).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    match command.spawn() {
        // A child that nobody waits for stays in the process table.
        Ok(mut child) => drop(std::thread::Builder::new().spawn(move || child.wait())),
        Err(why) => on_event(&ServeEvent::NoBrowser { why: why.to_string() }),
    }
}
