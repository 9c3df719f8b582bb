//! The language server: what is wrong with a guide while it is typed in any text editor, by the Language Server Protocol (3.17)
//! over standard input and output.
//!
//! 1. `wire` reads and writes messages; `server` is the loop; `lifecycle` begins and ends a `session`.
//! 2. `notices` takes what the client tells. `workspace` holds the open texts and finds their guides by `uri`; a `guide` builds
//!    the files of the disk with the open texts over them; `text` counts characters as the client does.
//! 3. `diagnostics` tells what is wrong. `checker` finds beside the edits what only the whole guide shows.
//! 4. `requests` answers questions. `named` finds what stands at a place; `places` where it is written and mentioned, `hover`
//!    what is known of it. `symbols` lists what a file or a guide holds, `folding` its parts; `actions` applies fixes, and
//!    `tables` aligns the pipes of tables. `completion` proposes what can be written: `complete_text` in the text
//!    of a page, `complete_yaml` elsewhere.
#![expect(
    clippy::disallowed_methods,
    reason = "this module looks at the clock, and through `load` at the disk"
)]

mod actions;
mod checker;
mod complete_text;
mod complete_yaml;
mod completion;
mod diagnostics;
mod folding;
mod guide;
mod hover;
mod lifecycle;
mod named;
mod notices;
mod places;
mod requests;
mod server;
mod session;
mod symbols;
mod tables;
mod text;
mod uri;
mod wire;
mod workspace;

#[cfg(test)]
mod tests;

use crate::failure::Failure;
use crate::model::{Language, Options};
use std::io::{self, BufReader};

/// What the command line says.
pub(crate) struct ServerConfig {
    /// The day and the drafts of a check, asked for at each build: a session may last over midnight.
    pub options: Box<dyn Fn() -> Result<Options, Failure>>,
    /// The language of messages, if it was asked for.
    pub language: Option<Language>,
    /// The language where the client names none either.
    pub fallback: Language,
}

/// Serves the text editor at standard input and output until it ends the session; gives the exit status.
pub(crate) fn serve(config: ServerConfig) -> Result<u8, Failure> {
    server::run(config, BufReader::new(io::stdin()), Box::new(io::stdout()))
}
