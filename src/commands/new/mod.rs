//! `jalon new`: a page (`page`) or a registry entry (`entry`) to complete.
mod entry;
mod page;

use crate::cli::arguments::NewArgs;
use crate::cli::context::CommandContext;
use crate::failure::Failure;
use crate::model::Kind;
use std::process::ExitCode;

pub(super) fn run(context: &CommandContext, what: &NewArgs) -> Result<ExitCode, Failure> {
    match what {
        NewArgs::Page { path, title } => page::run(context, path, title),
        NewArgs::Contact { id } => entry::run(context, Kind::Contact, id),
        NewArgs::Tool { id } => entry::run(context, Kind::Tool, id),
    }
}
