//! `jalon check`: report what is wrong; nothing is published.
//!
//! 1. Load and build the guide; what is wrong with a page may only be known once it is made.
//! 2. With `--external`, check addresses on other sites (`external`).
//! 3. With `--fix`, apply the certain fixes and begin again (`fix`).
//! 4. With `--only`, forget the diagnostics of other codes, before anything is fixed or printed.
//! 5. Print the diagnostics, or with `--summary` a line for each code.
mod external;
mod fix;

use crate::cli::arguments::CheckArgs;
use crate::cli::context::CommandContext;
use crate::cli::guide;
use crate::failure::Failure;
use crate::model::Arg;
use std::mem::ManuallyDrop;
use std::process::ExitCode;

/// Prints what is wrong, after fixing what is certain if that is asked for.
pub(super) fn run(context: &CommandContext, args: &CheckArgs) -> Result<ExitCode, Failure> {
    let options = args.reading.options()?;
    let mut hosts = String::new();
    let mut not_selected = 0;
    let mut build = || {
        let mut guide = guide::build(context, options)?;
        if args.external {
            hosts = external::check(context, &mut guide, options.today)?;
        }
        if !args.view.only.is_empty() {
            not_selected =
                guide.keep_only(|code| args.view.only.iter().any(|selection| selection.holds(code)));
        }
        Ok(guide)
    };
    let guide = if args.fix { fix::run(context, build)? } else { build()? };
    // The process ends with this command: freeing a large build piece by piece would take as long as parsing it.
    let guide = ManuallyDrop::new(guide);
    let findings = guide.findings();
    if args.view.summary {
        findings.print_summary(context)?;
    } else {
        findings.print(context, context.style(&args.printing))?;
    }
    if !hosts.is_empty() {
        context.tell(hosts.trim_end_matches('\n'));
    }
    context.tell(&findings.count(context));
    if not_selected > 0 {
        context.notify("count-others", &[("count", Arg::from(not_selected))]);
    }
    Ok(ExitCode::from(findings.status(args.strict)))
}
