//! `jalon check`: load, build, perhaps ask other sites, report; nothing is published.
use super::arguments::Checking;
use super::guide::Guide;
use super::here::Here;
use super::{external, terminal};
use crate::failure::Failure;
use crate::report;
use std::mem::ManuallyDrop;
use std::process::ExitCode;

/// Says what is wrong.
pub(super) fn run(here: &Here, checking: &Checking) -> Result<ExitCode, Failure> {
    // The process ends with this command: taking a large build apart piece by piece would cost as much as parsing it.
    let mut guide = ManuallyDrop::new(Guide::build(here)?);
    let hosts = if checking.external { external::ask(here, &mut guide)? } else { String::new() };
    guide.report(here)?;
    terminal::remark(&hosts);
    terminal::remark(&format!("{}\n", report::count(&guide.build.notes, &here.words)));
    Ok(ExitCode::from(guide.status(here)))
}
