//! `jalon move`: another path for a page or a folder.
use super::rename::{Manner, change};
use crate::cli::change_arguments::MoveArgs;
use crate::cli::context::CommandContext;
use crate::failure::Failure;
use crate::refactor::relocate;
use std::process::ExitCode;

/// Moves a page or a folder, with all that names it.
pub(super) fn run(context: &CommandContext, args: &MoveArgs) -> Result<ExitCode, Failure> {
    let manner = Manner { dry_run: args.dry_run, today: args.today };
    change(context, manner, |guide| relocate(guide, &args.from, &args.to))
}
