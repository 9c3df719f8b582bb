//! `jalon build`: load, build, print diagnostics, publish.
use crate::cli::arguments::BuildArgs;
use crate::cli::context::{CommandContext, path_arg};
use crate::cli::guide::{self, Findings, SizesOnly};
use crate::cli::terminal;
use crate::failure::Failure;
use crate::language;
use crate::model::{Arg, FileStore, Language, Options};
use crate::pipeline::{Build, CheckedGuide};
use crate::write::record::{self, BuildRecord};
use crate::write::{self, PublishSummary, SiteContent, StagingStore, precompressed, unchanged};
use std::mem::ManuallyDrop;
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// Publishes the site, unless there is an error; then the last good site stays. Where nothing has changed since it was
/// published, all is said again and nothing built.
pub(super) fn run(context: &CommandContext, args: &BuildArgs) -> Result<ExitCode, Failure> {
    let begun = Instant::now();
    let root = context.root()?;
    let out = args.out.clone().unwrap_or_else(|| root.join("public"));
    let options = Options { portable: args.portable, ..args.reading.options()? };
    // The process ends with this command: freeing a large guide piece by piece would take as long as parsing it.
    let read = ManuallyDrop::new(guide::load(context)?);
    let from = record::stamp(&read.value, &read.diagnostics, options);
    let command = BuildCommand { context, args, out: &out, begun };
    if let Some(known) = from.and_then(|from| record::read(root, from))
        && let Some(summary) = unchanged::summary(&out, known.files, args.force)
    {
        let findings = Findings::of_published(&known.diagnostics, &read.value);
        let published = command.finish(&findings, known.pages, || Ok(summary))?;
        return Ok(ExitCode::from(if published.is_some() { 0 } else { findings.status(args.strict) }));
    }
    let mut staging = Staging::Held;
    let staged = &mut staging;
    let guide = guide::build_loaded(context, ManuallyDrop::into_inner(read), options, |guide| {
        *staged = Staging::of(guide, &out);
        staged.store()
    })?;
    let guide = ManuallyDrop::new(guide);
    let findings = guide.findings();
    let pages = guide.build.site.as_ref().map_or(0, |site| site.pages.len());
    if findings.status(args.strict) != 0 {
        // Gives the staging folder up.
        staging = Staging::Nowhere(None);
    }
    let publish = || staging.publish(&guide.build, &out, args.force);
    let Some(published) = command.finish(&findings, pages, publish)? else {
        return Ok(ExitCode::from(findings.status(args.strict)));
    };
    if let Some(from) = from {
        let diagnostics = guide.build.diagnostics.clone();
        record::keep(root, &BuildRecord { from, files: published.list, pages, diagnostics });
    }
    Ok(ExitCode::SUCCESS)
}

/// Where the files of a build go while they are made.
enum Staging {
    /// Into memory.
    Held,
    /// Into the staging folder.
    Folder(Box<StagingStore>),
    /// Nowhere: the site will not be published, because of an error or because the system refused the folder.
    Nowhere(Option<Failure>),
}

impl Staging {
    /// Opens the staging folder, unless the guide has errors.
    fn of(guide: &CheckedGuide, out: &Path) -> Self {
        if guide.has_errors {
            return Self::Nowhere(None);
        }
        match StagingStore::open(out) {
            Ok(Some(store)) => Self::Folder(Box::new(store)),
            Ok(None) => Self::Held,
            Err(failure) => Self::Nowhere(Some(failure)),
        }
    }

    fn store(&self) -> Option<&dyn FileStore> {
        match self {
            Self::Held => None,
            Self::Folder(store) => Some(&**store),
            Self::Nowhere(_) => Some(&SizesOnly),
        }
    }

    /// Publishes what was made, with compressed copies if the settings ask for some.
    fn publish(self, build: &Build, out: &Path, force: bool) -> Result<PublishSummary, Failure> {
        let store = if let Self::Folder(store) = &self { Some(&**store) } else { None };
        let codings = build.site.as_ref().map_or(&[][..], |site| &site.settings.precompress);
        let with_copies = match codings {
            [] => None,
            codings => Some(precompressed::with_copies(codings, &build.files, &build.stored, store)?),
        };
        let (held, staged) =
            with_copies.as_ref().map_or((&build.files, &*build.stored), |(held, stored)| (held, stored));
        let content = SiteContent { held, staged };
        match self {
            Self::Held => write::publish(content, out, force, None),
            Self::Folder(store) => write::publish(content, out, force, Some(*store)),
            Self::Nowhere(failure) => Err(failure.expect("because a guide with errors is not published")),
        }
    }
}

/// What the end of a build is told by.
struct BuildCommand<'a> {
    context: &'a CommandContext,
    args: &'a BuildArgs,
    out: &'a Path,
    begun: Instant,
}

impl BuildCommand<'_> {
    /// Says what is wrong and publishes; none if the site must not be published.
    fn finish(
        &self,
        findings: &Findings<'_>,
        pages: usize,
        publish: impl FnOnce() -> Result<PublishSummary, Failure>,
    ) -> Result<Option<PublishSummary>, Failure> {
        let Self { context, args, out, .. } = self;
        findings.print(context, context.style(&args.printing))?;
        if findings.status(args.strict) != 0 {
            // A build that was killed may have left the last good site in pieces.
            write::recover(out)?;
            terminal::print_error(&self.refusal(findings));
            return Ok(None);
        }
        let published = context.step("step-publish", publish)?;
        context.tell(&self.summary(findings, pages, &published));
        context.notify("build-done", &[("out", path_arg(out))]);
        if published.one_by_one {
            context.notify("build-one-by-one", &[("out", path_arg(out))]);
        }
        Ok(Some(published))
    }

    fn refusal(&self, findings: &Findings<'_>) -> String {
        let Self { context, out, .. } = self;
        let mut lines = vec![findings.count(context)];
        if !findings.has_errors() {
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
    fn summary(&self, findings: &Findings<'_>, pages: usize, published: &PublishSummary) -> String {
        let context = self.context;
        let count = |key: &str, count: usize| context.sentence(key, &[("count", Arg::from(count))]);
        let mut changes = vec![count("written", published.written), count("kept", published.kept)];
        if published.removed > 0 {
            changes.push(count("removed", published.removed));
        }
        let files = format!("{} ({})", count("files", published.files), changes.join(", "));
        let mut parts = vec![count("pages", pages), files];
        if !findings.is_empty() {
            parts.push(findings.count(context));
        }
        let took = Arg::from(seconds(context.language, self.begun.elapsed()));
        parts.push(context.sentence("seconds", &[("seconds", took)]));
        parts.join(", ")
    }
}

fn seconds(language: Language, took: Duration) -> String {
    let text = format!("{:.2}", took.as_secs_f64());
    text.replace('.', &language::of(language).decimal_mark.to_string())
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
