//! `jalon explain`: what a diagnostic means, why it matters, how to fix it.
use crate::cli::context::CommandContext;
use crate::cli::terminal;
use crate::failure::Failure;
use crate::messages;
use std::process::ExitCode;

/// Explains one code, or lists them all.
pub(super) fn run(context: &CommandContext, code: Option<&str>) -> Result<ExitCode, Failure> {
    let text = match code {
        None => messages::catalogue(&context.words),
        Some(code) => messages::explain(code, &context.words)
            .ok_or_else(|| Failure::plain("failure-unknown-code", code))?,
    };
    terminal::print(&text).map(|()| ExitCode::SUCCESS)
}
