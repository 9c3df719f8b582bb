//! `jalon urls`: what became of the addresses in `guide/urls.lock`.
//!
//! 1. Understand the guide as readers see it, without drafts.
//! 2. Compare its addresses with the lock, and print the differences.
//! 3. With `--accept`, write the addresses of today into the lock.
use crate::cli::arguments::{GuideOptions, UrlsArgs};
use crate::cli::context::CommandContext;
use crate::cli::format::ResultFormat;
use crate::cli::guide::{self, UnpublishedGuide};
use crate::cli::{FINDINGS, terminal};
use crate::failure::Failure;
use crate::messages;
use crate::model::{Arg, Severity, UrlLock, codes};
use crate::urls::{
    Change, ChangeKind, Difference, LostAddress, PublishedTarget, PublishedUrls, find_lost, print,
};
use crate::write;
use serde::Serialize;
use std::process::ExitCode;

/// An address as `--format json` prints it.
#[derive(Serialize)]
struct AddressRecord<'a> {
    change: &'a str,
    address: &'a str,
    to: &'a [String],
}

/// Prints the differences; with `--accept`, writes the lock.
pub(super) fn run(context: &CommandContext, args: &UrlsArgs) -> Result<ExitCode, Failure> {
    let reading = GuideOptions { today: args.today, drafts: false };
    let guide = guide::understand(context, reading.options()?)?;
    let (site, parsed) = (&*guide.understood.site, &guide.understood.parsed);
    let kept = parsed.urls.as_ref().map(|kept| &kept.value.value);
    let empty = UrlLock::default();
    let lock = kept.unwrap_or(&empty);
    let published = PublishedUrls::new(site);
    let difference = Difference::new(lock, &published, site, parsed);
    let lost = find_lost(lock, &published, site, parsed);
    if args.format == ResultFormat::Json {
        terminal::print(records(&difference))?;
    } else if kept.is_some() {
        terminal::print(lines(context, &difference))?;
    }
    if kept.is_some_and(|lock| !lock.whole) {
        return Err(Failure::plain("failure-broken-lock", UrlLock::file().as_str()));
    }
    if args.accept {
        return accept(context, &guide, args.gone.as_deref(), (lock, &published, &lost));
    }
    if kept.is_some() {
        let kinds = [ChangeKind::New, ChangeKind::Moved, ChangeKind::Reworded, ChangeKind::Vanished];
        let counts = kinds.map(|kind| (name(kind), Arg::from(difference.count(kind))));
        context.notify("urls-counts", &counts);
    } else {
        context.notify("urls-none", &[("count", Arg::from(published.sorted().len()))]);
    }
    if lost.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    context.notify("urls-ways", &[]);
    Ok(ExitCode::from(FINDINGS))
}

/// Writes the lock, unless an address would be lost without a reason or the guide has other errors.
fn accept(
    context: &CommandContext,
    guide: &UnpublishedGuide,
    gone: Option<&str>,
    (lock, published, lost): (&UrlLock, &PublishedUrls<'_>, &[LostAddress<'_>]),
) -> Result<ExitCode, Failure> {
    // One line, as the lock needs it.
    let reason = gone.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
    let open = if reason.is_empty() { lost.len() } else { 0 };
    let vanished =
        [codes::ADDRESS_VANISHED_PAGE, codes::ADDRESS_VANISHED_ANCHOR, codes::ADDRESS_VANISHED_FILE];
    let diagnostics = guide.understood.diagnostics();
    let wrong = diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
    let others = wrong.filter(|diagnostic| !vanished.contains(&diagnostic.code)).count();
    if open > 0 || others > 0 {
        let (key, count) = if open > 0 { ("urls-refused", open) } else { ("urls-refused-errors", others) };
        context.warn(key, &[("count", Arg::from(count))]);
        return Ok(ExitCode::from(FINDINGS));
    }
    let head =
        messages::sentence(&messages::words(guide.understood.site.settings.language), "urls-head", &[]);
    let mut text = print(&head, published, &guide.understood.parsed, lock, lost, &reason);
    let before = guide.sources.get(&UrlLock::file()).map(|source| source.bytes());
    if before.as_ref().is_some_and(|bytes| bytes.windows(2).any(|two| two == b"\r\n")) {
        text = text.replace('\n', "\r\n");
    }
    if before.as_deref() != Some(text.as_bytes()) {
        let path = context.root()?.join(UrlLock::file().as_str());
        write::source::replace(&path, before.as_deref(), text.as_bytes())?;
    }
    let count =
        published.sorted().iter().filter(|(_, answer)| !matches!(answer, PublishedTarget::Gone(_))).count();
    let done = [("at", Arg::from(UrlLock::file().as_str())), ("count", Arg::from(count))];
    context.notify("urls-done", &done);
    Ok(ExitCode::SUCCESS)
}

fn records(difference: &Difference) -> String {
    let record = |change: &Change| {
        let record = AddressRecord { change: name(change.kind), address: &change.address, to: &change.to };
        serde_json::to_string(&record).expect("texts have a JSON form") + "\n"
    };
    difference.changes.iter().map(record).collect()
}

fn lines(context: &CommandContext, difference: &Difference) -> String {
    let line = |change: &Change| {
        let word = context.sentence(&format!("urls-{}", name(change.kind)), &[]);
        let address = messages::visible(&change.address);
        let to: Vec<_> = change.to.iter().map(|to| messages::visible(to)).collect();
        let doubt = if change.kind == ChangeKind::Vanished { " ?" } else { "" };
        let arrow = if to.is_empty() { String::new() } else { format!(" → {}{doubt}", to.join(", ")) };
        format!("{word} {address}{arrow}\n")
    };
    difference.changes.iter().map(line).collect()
}

fn name(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::New => "new",
        ChangeKind::Moved => "moved",
        ChangeKind::Reworded => "reworded",
        ChangeKind::Vanished => "vanished",
    }
}
