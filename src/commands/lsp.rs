//! `jalon lsp`: the language server for text editors. `lsp` does the work.
use crate::cli::arguments::LspArgs;
use crate::cli::context::CommandContext;
use crate::cli::machine;
use crate::failure::Failure;
use crate::lsp::{self, ServerConfig};
use crate::model::Language;
use std::process::ExitCode;

/// Serves until the text editor ends the session.
pub(super) fn run(
    context: &CommandContext,
    language: Option<Language>,
    args: LspArgs,
) -> Result<ExitCode, Failure> {
    machine::start_threads()?;
    // A day that cannot be read is told before the session begins.
    args.reading.options()?;
    let options = Box::new(move || args.reading.options());
    let status = lsp::serve(ServerConfig { options, language, fallback: context.language })?;
    Ok(ExitCode::from(status))
}
