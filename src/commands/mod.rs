//! The commands: one file a verb.
//!
//! [`run`] reads the command line, finds out where it runs, and gives the verb to its file. What verbs share is in
//! `cli`; checklists and the report in their formats are in `checklist` and `report`.
//!
//! Exit status: 0 clean, 1 diagnostics at the failing level, 2 wrong usage, unreadable settings or a refusal of the
//! system, 101 a bug of ours.
#![expect(clippy::disallowed_methods, reason = "commands read and write files and measure time")]

mod book;
mod build;
mod check;
mod checklist;
mod completions;
mod doctor;
mod edit;
mod explain;
mod export;
mod import;
mod init;
mod lsp;
mod man;
mod r#move;
mod new;
#[cfg(feature = "publish")]
mod publish;
mod rename;
mod report;
mod schema;
mod search;
mod serve;
mod urls;

use crate::cli::arguments::{Arguments, Verb};
use crate::cli::context::CommandContext;
use crate::cli::{help, machine, panic, terminal, usage};
#[cfg(not(feature = "publish"))]
use crate::failure::Failure;
use clap::Parser as _;
use std::process::ExitCode;

/// Runs the command that the command line names.
pub fn run() -> ExitCode {
    if let Err(failure) = machine::try_random_numbers() {
        return CommandContext::new(&usage::language(std::env::args_os())).refuse(&failure);
    }
    panic::install_hook();
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            return match usage::failure(&error) {
                Some(failure) => CommandContext::new(&usage::language(std::env::args_os())).refuse(&failure),
                None => terminal::print_usage(&help::of(error)),
            };
        }
    };
    let context = CommandContext::new(&arguments.global);
    let done = match arguments.verb {
        Verb::Build(args) => build::run(&context, &args),
        #[cfg(feature = "publish")]
        Verb::Publish(args) => publish::run(&context, &args),
        #[cfg(not(feature = "publish"))]
        Verb::Publish(_) => Err(Failure::plain("failure-publish-feature", "")),
        Verb::Check(args) => check::run(&context, &args),
        Verb::Urls(args) => urls::run(&context, &args),
        Verb::Serve(args) => serve::run(&context, args, None),
        Verb::Edit(args) => edit::run(&context, args),
        Verb::Init(args) => init::run(&context, &args),
        Verb::Import(args) => import::run(&context, &args),
        Verb::Move(args) => r#move::run(&context, &args),
        Verb::Rename(args) => rename::run(&context, &args),
        Verb::New { what } => new::run(&context, &what),
        Verb::Checklist(args) => checklist::run(&context, &args),
        Verb::Book(args) => book::run(&context, &args),
        Verb::Report(args) => report::run(&context, &args),
        Verb::Schema { name } => schema::run(&name),
        Verb::Search(args) => search::run(&context, &args),
        Verb::Export { what } => export::run(&context, &what),
        Verb::Explain { code } => explain::run(&context, code.as_deref()),
        Verb::Lsp(args) => lsp::run(&context, arguments.global.lang, args),
        Verb::Doctor => doctor::run(&context),
        Verb::Man { folder } => man::run(&context, &folder),
        Verb::Completions { shell } => completions::run(shell),
    };
    done.unwrap_or_else(|failure| context.refuse(&failure))
}

#[cfg(test)]
mod tests;
