//! `jalon check`: load, build, report; nothing is published, and nothing is written unless mends are asked for.
use super::fix;
use super::guide::Guide;
use super::here::Here;
use super::terminal;
use crate::failure::Failure;
use crate::report;
use std::mem::ManuallyDrop;
use std::process::ExitCode;

/// Says what is wrong, after mending what is certain if that is asked for.
pub(super) fn run(here: &Here, mend: bool) -> Result<ExitCode, Failure> {
    // The process ends with this command: taking a large build apart piece by piece would cost as much as parsing it.
    let guide = ManuallyDrop::new(if mend { fix::run(here)? } else { Guide::build(here)? });
    guide.report(here)?;
    terminal::remark(&format!("{}\n", report::count(&guide.build.notes, &here.words)));
    Ok(ExitCode::from(guide.status(here)))
}
