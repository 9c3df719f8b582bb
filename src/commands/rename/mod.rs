//! `jalon rename`: another text for a heading, another id for an entry, with all that names it; and what it shares with
//! `jalon move`.
//!
//! 1. Understand the guide as readers see it, without drafts.
//! 2. Ask `refactor` for the changes.
//! 3. Understand the guide with them, and refuse if it would have more errors than it has (`verify`).
//! 4. With `--dry-run`, print each change (`print`); otherwise write them all, or none.
mod print;
mod verify;

use crate::cli::arguments::GuideOptions;
use crate::cli::change_arguments::RenameArgs;
use crate::cli::context::CommandContext;
use crate::cli::guide::{self, UnpublishedGuide};
use crate::cli::{REFUSED, terminal};
use crate::failure::Failure;
use crate::model::{Arg, Date, Options, Sources};
use crate::pipeline::{self, Build, Understood};
use crate::refactor::{GuideChanges, Refusal, UnderstoodGuide, rename};
use crate::write::source_set::{SourceChange, change_all};
use std::process::ExitCode;

/// How a command changes the guide.
#[derive(Clone, Copy)]
pub(super) struct Manner {
    pub dry_run: bool,
    pub today: Option<Date>,
}

/// Renames a heading or an entry, with all that names it.
pub(super) fn run(context: &CommandContext, args: &RenameArgs) -> Result<ExitCode, Failure> {
    let manner = Manner { dry_run: args.dry_run, today: args.today };
    change(context, manner, |guide| rename(guide, &args.what, &args.name))
}

/// Asks for changes, and makes them.
pub(super) fn change(
    context: &CommandContext,
    manner: Manner,
    ask: impl Fn(UnderstoodGuide<'_>) -> Result<GuideChanges, Refusal>,
) -> Result<ExitCode, Failure> {
    let options = GuideOptions { today: manner.today, drafts: false }.options()?;
    let guide = guide::understand(context, options)?;
    let again = |sources: &Sources| {
        let understood = understand(sources, options);
        (understood.site, understood.parsed)
    };
    let (site, parsed) = (&*guide.understood.site, &guide.understood.parsed);
    let start = UnderstoodGuide { sources: &guide.sources, site, parsed, again: &again };
    let changes = match ask(start) {
        Ok(changes) => changes,
        Err(refusal) => {
            context.warn(refusal.key, &refusal.args);
            return Ok(ExitCode::from(REFUSED));
        }
    };
    let after = changes.applied(&guide.sources);
    if let Some(status) = verify::refuse(context, &guide, &after, &understand(&after, options))? {
        return Ok(status);
    }
    if manner.dry_run {
        terminal::print(print::lines(context, &changes, &guide.sources))?;
        print::count(context, "refactor-would", &changes);
        return Ok(ExitCode::SUCCESS);
    }
    write(context, &changes, &guide)?;
    print::count(context, "refactor-done", &changes);
    Ok(ExitCode::SUCCESS)
}

fn understand(sources: &Sources, options: Options) -> Understood {
    pipeline::understand(sources, &[], options, &Build::default())
}

/// Writes the changes, all or none.
fn write(context: &CommandContext, changes: &GuideChanges, guide: &UnpublishedGuide) -> Result<(), Failure> {
    let root = context.root()?;
    let mut all = Vec::new();
    for change in &changes.files {
        let source = &guide.sources[&change.file];
        let (path, before, after) =
            (root.join(change.file.as_str()), source.bytes().into_owned(), change.bytes(source));
        let Some(to) = &change.to else {
            all.push(SourceChange { path, before: Some(before), after: Some(after), like: None });
            continue;
        };
        // What the same move wrote before it was interrupted stays.
        let there = guide.sources.get(to).filter(|there| *there.bytes() == after);
        if there.is_none() {
            let new = SourceChange {
                path: root.join(to.as_str()),
                before: None,
                after: Some(after),
                like: Some(path.clone()),
            };
            all.push(new);
        }
        all.push(SourceChange { path, before: Some(before), after: None, like: None });
    }
    change_all(&all).map_err(|interrupted| {
        for path in &interrupted.standing {
            context.warn("refactor-standing", &[("at", Arg::from(path.display().to_string()))]);
        }
        interrupted.failure
    })
}
