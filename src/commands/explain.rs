//! `jalon explain`: what a diagnostic means, why it matters, how to fix it.
use super::here::Here;
use super::terminal;
use crate::failure::Failure;
use crate::messages;
use std::process::ExitCode;

/// Explains one code, or lists them all.
pub(super) fn run(here: &Here, code: Option<&str>) -> Result<ExitCode, Failure> {
    let text = match code {
        None => messages::catalogue(&here.words),
        Some(code) => {
            messages::explain(code, &here.words).map_err(|_| Failure::plain("failure-unknown-code", code))?
        }
    };
    terminal::print(&text)?;
    Ok(ExitCode::SUCCESS)
}
