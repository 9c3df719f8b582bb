//! `jalon publish`: sends the site that `jalon build` made to where it lives. With the feature `publish`.
use crate::cli::arguments::{GuideOptions, PublishArgs};
use crate::cli::context::{CommandContext, Volume};
use crate::cli::{guide, terminal};
use crate::failure::Failure;
use crate::messages::{self, Detail, Style};
use crate::model::{Arg, Settings, Severity};
use crate::publish::{self, PublishJob, PublishProgress, PublishTarget, Published};
use crate::write::built::BuiltSite;
use std::io::{self, IsTerminal as _};
use std::process::ExitCode;

/// Publishes what the output folder holds, and builds nothing: what was looked at is what readers get, and a site without
/// its guide can be published too.
pub(super) fn run(context: &CommandContext, args: &PublishArgs) -> Result<ExitCode, Failure> {
    let address = match &args.target {
        Some(address) => address.clone(),
        None => address_of_settings(context)?,
    };
    let target = PublishTarget::parse(&address)?;
    let folder = match &args.from {
        Some(folder) => folder.clone(),
        None => context.root()?.join("public"),
    };
    target.refuse_inside_project(&folder)?;
    let site = BuiltSite::open(&folder)?;
    let parallel = usize::from(args.parallel);
    let job = PublishJob { site: &site, target: &target, parallel, force: args.force, dry_run: args.dry_run };
    let is_terminal = io::stderr().is_terminal() && context.volume != Volume::Quiet;
    let mut report = |progress: PublishProgress| {
        if is_terminal {
            terminal::print_error(&format!("\r\u{1b}[K{}", line(context, progress)));
        }
    };
    let published = publish::publish(&job, &mut report);
    if is_terminal {
        terminal::print_error("\r\u{1b}[K");
    }
    let published = published?;
    if args.dry_run {
        terminal::print(list(context, &published))?;
    }
    say(context, &target, &published);
    Ok(ExitCode::SUCCESS)
}

fn address_of_settings(context: &CommandContext) -> Result<String, Failure> {
    let root = context.root()?;
    let guide = guide::understand(context, GuideOptions::default().options()?)?;
    if let Some(address) = &guide.understood.site.settings.publish_to {
        return Ok(address.clone());
    }
    // An address that could not be read is told where it stands.
    let mut diagnostics = guide.understood.diagnostics();
    diagnostics.retain(|one| one.severity == Severity::Error && one.span.file == Settings::file());
    let style = Style::Human(context.colour, Detail::All);
    terminal::print_error(&messages::render(&diagnostics, &guide.sources, &context.words, style));
    Err(Failure::plain("failure-publish-nowhere", root.display().to_string()))
}

fn line(context: &CommandContext, progress: PublishProgress) -> String {
    match progress {
        PublishProgress::Waiting => context.sentence("publish-waiting", &[]),
        PublishProgress::Sent { done, all } => {
            context.sentence("publish-working", &[("done", Arg::from(done)), ("all", Arg::from(all))])
        }
    }
}

/// What would be sent and removed, a line for each file, in the order in which it is done.
fn list(context: &CommandContext, published: &Published) -> String {
    let plan = &published.plan;
    let sent = plan.waves.iter().flatten().map(|path| ("publish-would-send", path));
    let removed = plan.removed.iter().map(|path| ("publish-would-remove", path));
    let mut out = String::new();
    for (key, path) in sent.chain(removed) {
        out.push_str(&context.sentence(key, &[]));
        out.push(' ');
        out.push_str(&messages::visible(path));
        out.push('\n');
    }
    out
}

fn say(context: &CommandContext, target: &PublishTarget, published: &Published) {
    let (sent, removed) = (published.plan.sent(), published.plan.removed.len());
    let key = match (sent + removed, published.is_done) {
        (0, _) => "publish-unchanged",
        (_, true) => "publish-done",
        (_, false) => "publish-would-do",
    };
    let at = messages::visible(&target.to_string()).into_owned();
    context.notify(
        key,
        &[
            ("at", Arg::from(at)),
            ("files", Arg::from(published.files)),
            ("sent", Arg::from(sent)),
            ("removed", Arg::from(removed)),
        ],
    );
}
