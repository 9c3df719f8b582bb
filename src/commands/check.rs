//! `jalon check`: load, build, perhaps ask other sites, report; nothing is published, and nothing is written unless fixes
//! are asked for.
use super::arguments::Checking;
use super::guide;
use super::here::Here;
use super::{external, fix, terminal};
use crate::failure::Failure;
use std::mem::ManuallyDrop;
use std::process::ExitCode;

/// Says what is wrong, after mending what is certain if that is asked for.
pub(super) fn run(here: &Here, checking: &Checking) -> Result<ExitCode, Failure> {
    let mut hosts = String::new();
    let mut look = || {
        let mut guide = guide::build(here)?;
        if checking.external {
            hosts = external::ask(here, &mut guide)?;
        }
        Ok(guide)
    };
    let guide = if checking.fix { fix::run(here, look)? } else { look()? };
    // The process ends with this command: taking a large build apart piece by piece would cost as much as parsing it.
    let guide = ManuallyDrop::new(guide);
    guide.findings().print(here)?;
    terminal::diagnostic(&hosts);
    terminal::diagnostic(&format!("{}\n", guide.findings().count(here)));
    Ok(ExitCode::from(guide.findings().status(here)))
}
