//! `jalon edit`: the site with a desk to edit its pages in the browser. It is served as `jalon serve` does, to this machine
//! alone.
use crate::cli::arguments::{EditArgs, ServeArgs};
use crate::cli::context::CommandContext;
use crate::failure::Failure;
use crate::import;
use crate::messages::{self, Colour};
use crate::serve::DeskConfig;
use std::process::ExitCode;
use std::sync::Arc;

/// Serves until it is interrupted.
pub(super) fn run(context: &CommandContext, args: EditArgs) -> Result<ExitCode, Failure> {
    let [finding_words, failure_words] = [&context.words; 2].map(Arc::clone);
    let desk = DeskConfig {
        room: u64::from(args.history) << 20,
        words: messages::desk_words(&context.words),
        finding: Box::new(move |diagnostic| messages::desk_finding(diagnostic, &finding_words)),
        paste: import::pasted,
        failure: Box::new(move |failure| messages::failure(failure, &failure_words, Colour::Off)),
    };
    let EditArgs { port, open, poll, reading, printing, .. } = args;
    let host = "localhost".to_owned();
    let args = ServeArgs { port, host, allowed_host: Vec::new(), open, poll, reading, printing };
    super::serve::run(context, args, Some(desk))
}
