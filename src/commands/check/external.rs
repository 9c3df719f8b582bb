//! `jalon check --external`: checks addresses on other sites, with a line of progress and a table of hosts.
use crate::cli::context::{CommandContext, Volume};
use crate::cli::guide::BuiltGuide;
use crate::cli::terminal;
use crate::external::{self, Network, Progress, Tally, Verdict};
use crate::failure::Failure;
use crate::model::{Arg, Date};
use crate::{messages, pipeline};
use core::net::SocketAddr;
use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::io::{self, IsTerminal as _};
use std::time::SystemTime;

/// Checks the addresses and adds the diagnostics to the guide; gives the table of hosts.
pub(super) fn check(
    context: &CommandContext,
    guide: &mut BuiltGuide,
    today: Date,
) -> Result<String, Failure> {
    let network = Network { allowed: allowed(|name| env::var(name).ok())?, ..Network::default() };
    let now = moment(today, SystemTime::now());
    let Some(site) = &guide.build.site else { return Ok(String::new()) };
    let is_terminal = io::stderr().is_terminal() && context.volume != Volume::Quiet;
    let mut on_progress = |progress: &Progress<'_>| {
        if is_terminal {
            let counts = [
                ("done", Arg::from(progress.done)),
                ("all", Arg::from(progress.all)),
                ("host", Arg::from(progress.host)),
            ];
            terminal::print_error(&format!("\r\u{1b}[K{}", context.sentence("hosts-working", &counts)));
        }
    };
    let checked = external::check(
        site,
        &guide.build.parsed,
        &guide.sources,
        context.root()?,
        &network,
        now,
        &mut on_progress,
    );
    if is_terminal {
        terminal::print_error("\r\u{1b}[K");
    }
    let checked = checked?;
    for trouble in &checked.cache_errors {
        let args = [("at", Arg::from(trouble.at.as_str())), ("why", Arg::from(trouble.why.as_str()))];
        context.warn(trouble.what, &args);
    }
    guide.build = pipeline::with_external(std::mem::take(&mut guide.build), checked.diagnostics);
    Ok(table(context, &checked.hosts))
}

/// IP addresses and ports that may be contacted although they are not public. Only tests, which have a server of their
/// own, need this, so it is no option of the command line.
fn allowed(get: impl Fn(&str) -> Option<String>) -> Result<Vec<SocketAddr>, Failure> {
    let text = get("JALON_EXTERNAL_ALLOW").unwrap_or_default();
    let addresses = text.split(',').filter(|address| !address.is_empty());
    addresses
        .map(|address| address.parse().map_err(|_| Failure::plain("failure-external-allow", address)))
        .collect()
}

/// The day of the command line at the time of the clock, in seconds since 1970.
fn moment(today: Date, clock: SystemTime) -> i64 {
    let seconds = clock.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_secs();
    today.unix_seconds() + i64::try_from(seconds % 86_400).unwrap_or_default()
}

/// One line per host: the number of addresses, of those checked now, and of each verdict. A column without any number is
/// left out.
fn table(context: &CommandContext, hosts: &BTreeMap<String, Tally>) -> String {
    if hosts.is_empty() {
        return format!("{}\n", context.sentence("hosts-none", &[]));
    }
    let verdicts: BTreeSet<&Verdict> = hosts.values().flat_map(|tally| tally.verdicts.keys()).collect();
    let heads = ["hosts-host", "hosts-all", "hosts-asked"].into_iter();
    let heads = heads.chain(verdicts.iter().map(|verdict| word(**verdict)));
    let mut rows = vec![heads.map(|head| context.sentence(head, &[])).collect()];
    for (host, tally) in hosts {
        let mut row =
            vec![messages::visible(host).into_owned(), tally.all.to_string(), tally.asked.to_string()];
        let count =
            |verdict: &&Verdict| tally.verdicts.get(verdict).map_or_else(String::new, usize::to_string);
        row.extend(verdicts.iter().map(count));
        rows.push(row);
    }
    let widths: Vec<usize> = (0..rows[0].len())
        .map(|column| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default())
        .collect();
    let line = |row: &Vec<String>| {
        let numbers = row.iter().zip(&widths).skip(1).map(|(cell, width)| format!("  {cell:>width$}"));
        let line = format!("{:<width$}{}", row[0], numbers.collect::<String>(), width = widths[0]);
        format!("{}\n", line.trim_end())
    };
    rows.iter().map(line).chain(["\n".to_owned()]).collect()
}

fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Ok => "hosts-ok",
        Verdict::Moved => "hosts-moved",
        Verdict::Gone => "hosts-gone",
        Verdict::Blocked => "hosts-blocked",
        Verdict::Flaky => "hosts-flaky",
        Verdict::Unreachable => "hosts-unreachable",
        Verdict::Refused => "hosts-refused",
        Verdict::Skipped => "hosts-skipped",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn only_exact_addresses_are_allowed() {
        let read = |text: &str| allowed(|_| Some(text.to_owned()));
        assert_eq!(read("").unwrap(), []);
        assert_eq!(read("127.0.0.1:80,[::1]:81").unwrap().len(), 2);
        for bad in ["127.0.0.1", "localhost:80", "127.0.0.0/8", "*"] {
            assert_eq!(read(bad).unwrap_err().what, "failure-external-allow", "{bad}");
        }
        assert_eq!(allowed(|_| None).unwrap(), []);
    }

    #[test]
    fn the_moment_is_the_given_day_at_the_time_of_the_clock() {
        let clock = SystemTime::UNIX_EPOCH + Duration::from_secs(5 * 86_400 + 77);
        assert_eq!(moment(Date::parse("1970-01-03").unwrap(), clock), 2 * 86_400 + 77);
    }
}
