//! `jalon urls`: what became of the addresses that were published once; `--accept` writes down those of today.
use super::arguments::{Format, Urls};
use super::guide::{self, Understood};
use super::here::Here;
use super::{FINDINGS, terminal};
use crate::failure::Failure;
use crate::model::{Arg, Options, Severity, UrlLock, codes};
use crate::urls::{
    Change, ChangeKind, Difference, LostAddress, PublishedTarget, PublishedUrls, find_lost, print,
};
use crate::write;
use serde::Serialize;
use std::process::ExitCode;

/// An address in the form of `--format json`.
#[derive(Serialize)]
struct Record<'a> {
    change: &'a str,
    address: &'a str,
    to: &'a [String],
}

/// Compares, and writes the lock when asked to.
pub(super) fn run(here: &Here, asked: &Urls) -> Result<ExitCode, Failure> {
    // Drafts are nobody's address yet.
    let guide = guide::understand(here, Options { drafts: false, ..here.options()? })?;
    let (site, parsed) = (&*guide.site, &guide.parsed);
    let kept = parsed.urls.as_ref().map(|kept| &kept.value.value);
    let empty = UrlLock::default();
    let lock = kept.unwrap_or(&empty);
    let published = PublishedUrls::new(site);
    let difference = Difference::new(lock, &published, site, parsed);
    let lost = find_lost(lock, &published, site, parsed);
    if here.format == Format::Json {
        terminal::print(&records(&difference))?;
    } else if kept.is_some() {
        terminal::print(&lines(here, &difference))?;
    }
    if kept.is_some_and(|lock| !lock.whole) {
        return Err(Failure::plain("failure-broken-lock", UrlLock::file().as_str()));
    }
    if asked.accept {
        return accept(here, &guide, asked.gone.as_deref(), (lock, &published, &lost));
    }
    let count = |kind| Arg::from(difference.count(kind));
    if kept.is_some() {
        let counts = [
            ("new", count(ChangeKind::New)),
            ("moved", count(ChangeKind::Moved)),
            ("reworded", count(ChangeKind::Reworded)),
            ("vanished", count(ChangeKind::Vanished)),
        ];
        terminal::diagnostic(&format!("{}\n", here.say("urls-counts", &counts)));
    } else {
        let all = published.sorted().len();
        terminal::diagnostic(&format!("{}\n", here.say("urls-none", &[("count", Arg::from(all))])));
    }
    if lost.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    terminal::diagnostic(&format!("{}\n", here.say("urls-ways", &[])));
    Ok(ExitCode::from(FINDINGS))
}

/// Writes the lock, unless something would be lost with nobody saying why, or the site could not be published.
fn accept(
    here: &Here,
    guide: &Understood,
    gone: Option<&str>,
    (lock, published, lost): (&UrlLock, &PublishedUrls<'_>, &[LostAddress<'_>]),
) -> Result<ExitCode, Failure> {
    let reason = gone.map(one_line).unwrap_or_default();
    let open = if reason.is_empty() { lost.len() } else { 0 };
    let vanished =
        [codes::ADDRESS_VANISHED_PAGE, codes::ADDRESS_VANISHED_ANCHOR, codes::ADDRESS_VANISHED_FILE];
    let wrong = guide.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
    let others = wrong.filter(|diagnostic| !vanished.contains(&diagnostic.code)).count();
    if open > 0 || others > 0 {
        let (key, count) = if open > 0 { ("urls-refused", open) } else { ("urls-refused-errors", others) };
        terminal::diagnostic(&format!("{}\n", here.say(key, &[("count", Arg::from(count))])));
        return Ok(ExitCode::from(FINDINGS));
    }
    let head =
        crate::messages::sentence(&crate::messages::words(guide.site.settings.language), "urls-head", &[]);
    let text = print(&head, published, &guide.parsed, lock, lost, &reason);
    let before = guide.sources.get(&UrlLock::file()).map(|source| source.bytes.clone());
    let text = if before.as_ref().is_some_and(|bytes| bytes.windows(2).any(|two| two == b"\r\n")) {
        text.replace('\n', "\r\n")
    } else {
        text
    };
    if before.as_deref() != Some(text.as_bytes()) {
        let path = here.root()?.join(UrlLock::file().as_str());
        write::source::replace(&path, before.as_deref(), text.as_bytes())?;
    }
    let count =
        published.sorted().iter().filter(|(_, answer)| !matches!(answer, PublishedTarget::Gone(_))).count();
    let done = [("at", Arg::from(UrlLock::file().as_str())), ("count", Arg::from(count))];
    terminal::diagnostic(&format!("{}\n", here.say("urls-done", &done)));
    Ok(ExitCode::SUCCESS)
}

/// A reason as one line of the lock.
fn one_line(reason: &str) -> String {
    reason.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn records(difference: &Difference) -> String {
    let record = |change: &Change| {
        let record = Record { change: name(change.kind), address: &change.address, to: &change.to };
        serde_json::to_string(&record).expect("texts have a JSON form") + "\n"
    };
    difference.changes.iter().map(record).collect()
}

fn lines(here: &Here, difference: &Difference) -> String {
    let line = |change: &Change| {
        let word = here.say(&format!("urls-{}", name(change.kind)), &[]);
        let address = crate::messages::visible(&change.address);
        let to: Vec<_> = change.to.iter().map(|to| crate::messages::visible(to)).collect();
        let arrow = match change.kind {
            ChangeKind::Vanished if !to.is_empty() => format!(" → {} ?", to.join(", ")),
            _ if !to.is_empty() => format!(" → {}", to.join(", ")),
            _ => String::new(),
        };
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
