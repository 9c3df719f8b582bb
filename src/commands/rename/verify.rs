//! Whether a change would leave more errors than there are.
use crate::cli::context::CommandContext;
use crate::cli::guide::UnpublishedGuide;
use crate::cli::{FINDINGS, terminal};
use crate::failure::Failure;
use crate::messages;
use crate::model::{Arg, Code, Diagnostic, Severity, Sources};
use crate::pipeline::Understood;
use std::collections::{BTreeMap, BTreeSet};
use std::process::ExitCode;

/// Prints the errors that the guide would have more than it has; gives the exit status if there are any.
pub(super) fn refuse(
    context: &CommandContext,
    before: &UnpublishedGuide,
    sources: &Sources,
    after: &Understood,
) -> Result<Option<ExitCode>, Failure> {
    let old = errors(&before.understood);
    let new = more(&old, errors(after));
    if new.is_empty() {
        return Ok(None);
    }
    let style = messages::Style::Human(context.output_colour, messages::Detail::Limited);
    terminal::print(messages::render(&new, sources, &context.words, style))?;
    context.warn("refactor-refused", &[("count", Arg::from(new.len()))]);
    Ok(Some(ExitCode::from(FINDINGS)))
}

fn errors(understood: &Understood) -> Vec<Diagnostic> {
    let is_error = |diagnostic: &Diagnostic| diagnostic.severity == Severity::Error;
    understood.diagnostics().into_iter().filter(is_error).collect()
}

/// The errors of codes that have more than before, without those that were there.
fn more(before: &[Diagnostic], after: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let count = |diagnostics: &[Diagnostic]| {
        let mut counts: BTreeMap<Code, usize> = BTreeMap::new();
        for one in diagnostics {
            *counts.entry(one.code).or_default() += 1;
        }
        counts
    };
    let (old, new) = (count(before), count(&after));
    let known: BTreeSet<_> = before.iter().map(|one| (one.code, &one.args)).collect();
    let has_more = |code: Code| new.get(&code) > old.get(&code);
    after.into_iter().filter(|one| has_more(one.code) && !known.contains(&(one.code, &one.args))).collect()
}
