//! `jalon check`: load, build, report; nothing is published.
use super::guide::Guide;
use super::here::Here;
use super::terminal;
use crate::failure::Failure;
use crate::report;
use std::process::ExitCode;

/// Says what is wrong.
pub(super) fn run(here: &Here) -> Result<ExitCode, Failure> {
    let guide = Guide::build(here)?;
    guide.report(here)?;
    terminal::remark(&format!("{}\n", report::count(&guide.notes, &here.words)));
    Ok(ExitCode::from(guide.status(here)))
}
