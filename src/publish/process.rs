//! Which process publishes, and whether it still runs: so that a publication that was killed can be finished at once.
use super::state::Owner;
use crate::model::Date;
use crate::stamp::Stamp;
use std::fs;
use std::io;
use std::time::{SystemTime, UNIX_EPOCH};

/// This process.
pub(super) fn this() -> Owner {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let seconds = since.as_secs();
    let day = i64::try_from(seconds).ok().and_then(Date::from_unix_seconds);
    let day = day.map_or_else(String::new, |day| day.to_string());
    let process = machine()
        .and_then(|machine| Some(format!("{machine}-{}", numbered(std::process::id())?)))
        .unwrap_or_default();
    let token = format!("{process} {}", since.as_nanos());
    Owner {
        since: format!("{day} {:02}:{:02} UTC", seconds / 3600 % 24, seconds / 60 % 60),
        token: Stamp::of_bytes(token.as_bytes()).to_hex(),
        process,
    }
}

/// Whether a publisher certainly does not run any more. Of processes of other machines nothing is known.
pub(super) fn is_gone(owner: &Owner) -> bool {
    let Some(machine) = machine() else { return false };
    let Some(rest) = owner.process.strip_prefix(&format!("{machine}-")) else { return false };
    let Some(number) = rest.split('-').next().and_then(|number| number.parse().ok()) else { return false };
    match stat(number) {
        Ok(line) => {
            began(&line).is_some_and(|(is_dead, began)| is_dead || format!("{number}-{began}") != rest)
        }
        // Where processes of others are hidden, a missing one says nothing.
        Err(why) => why.kind() == io::ErrorKind::NotFound && stat(1).is_ok(),
    }
}

/// A fingerprint of this run of this machine, or of this container on it.
fn machine() -> Option<String> {
    let boot = fs::read_to_string("/proc/sys/kernel/random/boot_id").ok()?;
    let space = fs::read_link("/proc/self/ns/pid").ok()?;
    Some(Stamp::of_bytes(format!("{boot}{}", space.display()).as_bytes()).short())
}

/// The number of a process, and when it began: numbers are used again.
fn numbered(process: u32) -> Option<String> {
    let line = stat(process).ok()?;
    began(&line).map(|(_, began)| format!("{process}-{began}"))
}

/// What the system tells of a process.
fn stat(process: u32) -> io::Result<String> {
    // A name need not be UTF-8.
    fs::read(format!("/proc/{process}/stat")).map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}

/// Whether a process is dead, and when it began.
fn began(line: &str) -> Option<(bool, &str)> {
    // The name in brackets may hold anything; the state and nineteen numbers stand between it and the time.
    let mut fields = line.rsplit_once(')')?.1.split_whitespace();
    let is_dead = matches!(fields.next()?, "Z" | "X");
    Some((is_dead, fields.nth(18)?))
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn a_process_that_has_ended_is_known() {
        let me = this();
        assert!(!me.process.is_empty() && !is_gone(&me));
        let earlier = Owner { process: format!("{}0", me.process), ..me.clone() };
        assert!(is_gone(&earlier), "another process with this number");
        let machine = me.process.split('-').next().unwrap_or_default().to_owned();
        let of = |process: &str| Owner { process: format!("{machine}-{process}"), ..me.clone() };
        // No system counts so far.
        assert_eq!(is_gone(&of("4294967295-1")), stat(1).is_ok(), "no process with this number");
        assert!(!is_gone(&of("")) && !is_gone(&of("x-1")), "no number");
    }

    #[test]
    fn a_name_of_a_process_may_hold_anything() {
        let fields = " 0".repeat(18);
        assert_eq!(began(&format!("7 (a) Z) S{fields} 1234 5")), Some((false, "1234")));
        assert_eq!(began(&format!("7 (a) Z{fields} 1234 5")), Some((true, "1234")));
        assert_eq!(began("7 (a"), None);
    }

    #[test]
    fn of_another_machine_nothing_is_known() {
        let earlier = this();
        assert!(!is_gone(&Owner { process: "00000000-1-1".into(), ..earlier }), "another machine");
    }
}
