//! `jalon serve`: the site while it is being written.
use super::arguments::Serving;
use super::here::Here;
use crate::failure::Failure;
use crate::serve::{self, Config};
use std::process::ExitCode;

/// Serves until it is interrupted.
pub(super) fn run(here: &Here, serving: Serving) -> Result<ExitCode, Failure> {
    serve::serve(Config {
        root: here.root()?.to_owned(),
        out: here.out()?,
        options: here.options()?,
        language: here.language,
        host: serving.host,
        port: serving.port,
        allowed_hosts: serving.allowed_host,
        open: serving.open,
        poll: serving.poll,
    })?;
    Ok(ExitCode::SUCCESS)
}
