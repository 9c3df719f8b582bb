//! `jalon check --external`: what other sites answer, with a line about how far it is and a table at the end.
use super::guide::Built;
use super::here::Here;
use super::terminal;
use crate::external::{self, Network, Progress, Tally, Verdict};
use crate::failure::Failure;
use crate::model::{Arg, Date};
use crate::{messages, pipeline};
use core::net::SocketAddr;
use std::collections::BTreeMap;
use std::env;
use std::time::SystemTime;

/// Asks, and adds what came of it to the diagnostics; the table of hosts.
pub(super) fn ask(here: &Here, guide: &mut Built) -> Result<String, Failure> {
    let network = Network { also: also(|name| env::var(name).ok())?, ..Network::default() };
    let now = moment(here.options()?.today, SystemTime::now());
    let Some(site) = &guide.build.site else { return Ok(String::new()) };
    let seen = terminal::remarks_are_seen();
    let mut progress = |at: &Progress<'_>| {
        if seen {
            let counts =
                [("done", Arg::from(at.done)), ("all", Arg::from(at.all)), ("host", Arg::from(at.host))];
            terminal::diagnostic(&format!("\r\u{1b}[K{}", here.say("hosts-working", &counts)));
        }
    };
    let checked = external::check(
        site,
        &guide.build.parsed,
        &guide.sources,
        here.root()?,
        &network,
        now,
        &mut progress,
    );
    if seen {
        terminal::diagnostic("\r\u{1b}[K");
    }
    let checked = checked?;
    for trouble in &checked.troubles {
        let args = [("at", Arg::from(trouble.at.as_str())), ("why", Arg::from(trouble.why.as_str()))];
        terminal::diagnostic(&format!("{}\n", here.say(trouble.what, &args)));
    }
    guide.build = pipeline::with_external(std::mem::take(&mut guide.build), checked.diagnostics);
    Ok(table(here, &checked.hosts))
}

/// Numbers with their ports that may be dialled although they are not public. Tests ask a server of their own; nobody
/// else has a reason to, so no option of the command line says so.
fn also(get: impl Fn(&str) -> Option<String>) -> Result<Vec<SocketAddr>, Failure> {
    let text = get("JALON_EXTERNAL_ALLOW").unwrap_or_default();
    let numbers = text.split(',').filter(|number| !number.is_empty());
    numbers
        .map(|number| number.parse().map_err(|_| Failure::plain("failure-external-allow", number)))
        .collect()
}

/// The day that the command line gives, at the time that the clock shows; in seconds since 1970.
fn moment(today: Date, clock: SystemTime) -> i64 {
    let seconds = clock.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_secs();
    today.unix_seconds() + i64::try_from(seconds % 86_400).unwrap_or_default()
}

/// One line a host: how many addresses, how many of them asked now, and what became of them. Columns without a number
/// are left out.
fn table(here: &Here, hosts: &BTreeMap<String, Tally>) -> String {
    let verdicts: Vec<Verdict> = COLUMNS
        .into_iter()
        .filter(|verdict| hosts.values().any(|tally| tally.verdicts.contains_key(verdict)))
        .collect();
    let mut heads =
        vec![here.say("hosts-host", &[]), here.say("hosts-all", &[]), here.say("hosts-asked", &[])];
    heads.extend(verdicts.iter().map(|verdict| here.say(word(*verdict), &[])));
    let mut rows = vec![heads];
    for (host, tally) in hosts {
        let mut row =
            vec![messages::visible(host).into_owned(), tally.all.to_string(), tally.asked.to_string()];
        let count = |verdict| tally.verdicts.get(verdict).map_or_else(String::new, ToString::to_string);
        row.extend(verdicts.iter().map(count));
        rows.push(row);
    }
    if hosts.is_empty() {
        return format!("{}\n", here.say("hosts-none", &[]));
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

/// The columns in their order.
const COLUMNS: [Verdict; 8] = [
    Verdict::Ok,
    Verdict::Moved,
    Verdict::Gone,
    Verdict::Blocked,
    Verdict::Flaky,
    Verdict::Unreachable,
    Verdict::Refused,
    Verdict::Skipped,
];

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
    fn exceptions_are_exact_or_nothing() {
        let read = |text: &str| also(|_| Some(text.to_owned()));
        assert_eq!(read("").unwrap(), []);
        assert_eq!(read("127.0.0.1:80,[::1]:81").unwrap().len(), 2);
        for bad in ["127.0.0.1", "localhost:80", "127.0.0.0/8", "*"] {
            assert_eq!(read(bad).unwrap_err().what, "failure-external-allow", "{bad}");
        }
        assert_eq!(also(|_| None).unwrap(), []);
    }

    #[test]
    fn the_day_is_given_and_the_time_is_the_clocks() {
        let clock = SystemTime::UNIX_EPOCH + Duration::from_secs(5 * 86_400 + 77);
        assert_eq!(moment(Date::parse("1970-01-03").unwrap(), clock), 2 * 86_400 + 77);
    }
}
