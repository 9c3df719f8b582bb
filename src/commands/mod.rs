//! The command line: one file a verb. The only module that reads the environment, and with `serve` the only one
//! that knows the pipeline.
//!
//! Standard output carries what was asked for (diagnostics, schemas, explanations); diagnostics on the way, closing
//! lines and failures go to standard error. Exit status: 0 clean, 1 findings at the failing level, 2 wrong usage,
//! unreadable settings or a refusal of the system, 101 a bug of ours.
#![expect(clippy::disallowed_methods, reason = "commands read the disk, the environment and the clock")]

mod arguments;
mod bug;
mod build;
mod check;
mod checklist;
mod completions;
mod entry;
mod explain;
mod export;
mod external;
mod fix;
mod guide;
mod here;
mod init;
mod page;
mod report;
mod schema;
mod search;
mod serve;
mod terminal;
mod urls;
mod usage;

pub use arguments::{Arguments, Verb};

use crate::failure::Failure;
use arguments::{Export, New};
use clap::Parser as _;
use here::Here;
use std::process::ExitCode;

/// Findings at the failing level.
const FINDINGS: u8 = 1;
/// Wrong usage, unreadable settings, or the system refused.
const REFUSED: u8 = 2;

/// Runs what the command line asks for.
pub fn run() -> ExitCode {
    bug::announce();
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(answer) => {
            return match usage::failure(&answer) {
                Some(failure) => Here::find(usage::language(std::env::args_os())).refuse(&failure),
                None => terminal::usage(&answer),
            };
        }
    };
    let here = Here::find(arguments.global);
    if !here.format.fits(&arguments.verb) {
        return here.refuse(&Failure::plain("failure-format-of-lists", here.format.name()));
    }
    let done = match arguments.verb {
        Verb::Build => build::run(&here),
        Verb::Check(checking) => check::run(&here, &checking),
        Verb::Urls(asked) => urls::run(&here, &asked),
        Verb::Serve(serving) => serve::run(&here, serving),
        Verb::Init { folder } => init::run(&here, &folder),
        Verb::New { what: New::Page { path, title } } => page::run(&here, &path, &title),
        Verb::New { what: New::Contact { id } } => entry::run(&here, crate::model::Kind::Contact, &id),
        Verb::New { what: New::Tool { id } } => entry::run(&here, crate::model::Kind::Tool, &id),
        Verb::Checklist { name, start } => checklist::run(&here, name.as_deref(), start),
        Verb::Report { within } => report::run(&here, within),
        Verb::Schema { what } => schema::run(&what),
        Verb::Export { what: Export::Search } => export::run(&here),
        Verb::Search(searching) => search::run(&here, &searching),
        Verb::Explain { code } => explain::run(&here, code.as_deref()),
        Verb::Completions { shell } => completions::run(shell),
    };
    done.unwrap_or_else(|failure| here.refuse(&failure))
}

#[cfg(test)]
mod tests;
