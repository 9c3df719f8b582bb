//! `jalon build`: load, build, print diagnostics, publish.
use crate::cli::arguments::BuildArgs;
use crate::cli::context::CommandContext;
use crate::cli::guide::{self, BuiltGuide};
use crate::cli::terminal;
use crate::failure::Failure;
use crate::language;
use crate::messages;
use crate::model::{Arg, Language, Options};
use crate::write::{self, PublishSummary};
use std::mem::ManuallyDrop;
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// Publishes the site, unless there is an error; then the last good site stays.
pub(super) fn run(context: &CommandContext, args: &BuildArgs) -> Result<ExitCode, Failure> {
    let begun = Instant::now();
    let out = match &args.out {
        Some(out) => out.clone(),
        None => context.root()?.join("public"),
    };
    let options = Options { portable: args.portable, ..args.reading.options()? };
    // The process ends with this command: freeing a large build piece by piece would take as long as parsing it.
    let guide = ManuallyDrop::new(guide::build(context, options)?);
    guide.findings().print(context, context.style(&args.printing))?;
    let status = guide.findings().status(args.strict);
    if status != 0 {
        // A build that was killed may have left the last good site in pieces.
        write::recover(&out)?;
        terminal::print_error(&refusal(context, &guide, &out));
        return Ok(ExitCode::from(status));
    }
    let published = write::publish(&guide.build.files, &out, args.force)?;
    terminal::print_error(&summary(context, &guide, &published, begun.elapsed()));
    context.notify("build-done", &[("out", path_arg(&out))]);
    if published.one_by_one {
        context.notify("build-one-by-one", &[("out", path_arg(&out))]);
    }
    Ok(ExitCode::SUCCESS)
}

fn refusal(context: &CommandContext, guide: &BuiltGuide, out: &Path) -> String {
    let mut lines = vec![guide.findings().count(context)];
    if !guide.findings().has_errors() {
        lines.push(context.sentence("build-strict", &[]));
    }
    lines.push(if out.join("index.html").is_file() {
        context.sentence("build-refused-kept", &[("out", path_arg(out))])
    } else {
        context.sentence("build-refused", &[])
    });
    lines.join("\n") + "\n"
}

/// `12 pages, 96 files (3 written, 93 unchanged), 2 warnings, 0.12 s`.
fn summary(
    context: &CommandContext,
    guide: &BuiltGuide,
    published: &PublishSummary,
    took: Duration,
) -> String {
    let count = |key: &str, count: usize| context.sentence(key, &[("count", Arg::from(count))]);
    let mut changes = vec![count("written", published.written), count("kept", published.kept)];
    if published.removed > 0 {
        changes.push(count("removed", published.removed));
    }
    let pages = guide.build.site.as_ref().map_or(0, |site| site.pages.len());
    let files = format!("{} ({})", count("files", published.files), changes.join(", "));
    let mut parts = vec![count("pages", pages), files];
    if !guide.findings().is_empty() {
        parts.push(guide.findings().count(context));
    }
    parts.push(context.sentence("seconds", &[("seconds", Arg::from(seconds(context.language, took)))]));
    parts.join(", ") + "\n"
}

fn seconds(language: Language, took: Duration) -> String {
    let text = format!("{:.2}", took.as_secs_f64());
    text.replace('.', &language::of(language).decimal_mark.to_string())
}

fn path_arg(path: &Path) -> Arg {
    Arg::from(messages::visible(&path.display().to_string()).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_are_written_as_in_the_language() {
        let took = Duration::from_millis(123);
        assert_eq!(
            (seconds(Language::French, took), seconds(Language::English, took)),
            ("0,12".into(), "0.12".into())
        );
    }
}
