//! `jalon doctor`: what this machine and this guide lack, each with its remedy.
use crate::cli::arguments::GuideOptions;
use crate::cli::context::{CommandContext, path_arg};
use crate::cli::guide::{self, UnpublishedGuide};
use crate::cli::{FINDINGS, terminal};
use crate::failure::Failure;
use crate::messages::visible;
use crate::model::{Arg, Date, Severity, SourcePath, UrlLock};
use crate::serve;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, SystemTime};
use std::{env, fs};

/// Prints what was looked at, a line each, and below what is missing the remedy. The exit status says whether something
/// keeps a command from working.
pub(super) fn run(context: &CommandContext) -> Result<ExitCode, Failure> {
    let mut answers = vec![program()];
    answers.extend(locale(|name| env::var(name).ok()));
    match context.root() {
        Err(failure) => answers
            .push(Answer::stops("doctor-no-guide", &[("at", visible(&failure.at).into_owned().into())])),
        Ok(root) => {
            let root = &std::path::absolute(root).unwrap_or_else(|_| root.to_path_buf());
            let guide = guide::understand(context, GuideOptions::default().options()?)?;
            answers.extend(of_guide(&guide, root));
            answers.extend(of_folder(&guide, root));
        }
    }
    let mut out = String::new();
    for answer in &answers {
        out += &answer.lines(context);
    }
    terminal::print(out)?;
    let is_stopped = answers.iter().any(|answer| answer.health == Health::Stops);
    Ok(ExitCode::from(if is_stopped { FINDINGS } else { 0 }))
}

/// How wide the marks are, in characters.
const WIDTH: usize = 8;

/// How well something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Health {
    Good,
    /// It could be better.
    Lacks,
    /// A command does not work.
    Stops,
}

/// What was found about one thing.
#[derive(Clone, Debug, PartialEq)]
struct Answer {
    health: Health,
    /// The key of the message; its attribute `help` is the remedy.
    key: &'static str,
    args: Vec<(&'static str, Arg)>,
}

impl Answer {
    fn new(health: Health, key: &'static str, args: &[(&'static str, Arg)]) -> Self {
        Self { health, key, args: args.to_vec() }
    }

    fn good(key: &'static str, args: &[(&'static str, Arg)]) -> Self {
        Self::new(Health::Good, key, args)
    }

    fn lacks(key: &'static str, args: &[(&'static str, Arg)]) -> Self {
        Self::new(Health::Lacks, key, args)
    }

    fn stops(key: &'static str, args: &[(&'static str, Arg)]) -> Self {
        Self::new(Health::Stops, key, args)
    }

    fn lines(&self, context: &CommandContext) -> String {
        let mark = context.sentence(
            match self.health {
                Health::Good => "doctor-good",
                Health::Lacks => "doctor-lacks",
                Health::Stops => "doctor-stops",
            },
            &[],
        );
        let said = context.sentence(self.key, &self.args);
        let Some(help) = context.words.say(self.key, Some("help"), &self.args) else {
            return format!("{mark:<WIDTH$} {said}\n");
        };
        format!("{mark:<WIDTH$} {said}\n  = {} {help}\n", context.sentence("help-word", &[]))
    }
}

fn program() -> Answer {
    let version = ("version", Arg::from(env!("CARGO_PKG_VERSION")));
    if cfg!(feature = "pdf") {
        Answer::good("doctor-program", &[version])
    } else {
        Answer::lacks("doctor-program-without-pdf", &[version])
    }
}

/// Whether the terminal is told that texts are UTF-8. None where nothing is told.
fn locale(get: impl Fn(&str) -> Option<String>) -> Option<Answer> {
    let value = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().filter_map(get).find(|value| !value.is_empty())?;
    let folded = value.to_lowercase().replace('-', "");
    (!folded.contains("utf8"))
        .then(|| Answer::lacks("doctor-locale", &[("value", visible(&value).into_owned().into())]))
}

/// What the guide says of itself.
fn of_guide(guide: &UnpublishedGuide, root: &Path) -> Vec<Answer> {
    let site = &guide.understood.site;
    let diagnostics = guide.understood.diagnostics();
    let errors = diagnostics.iter().filter(|one| one.severity == Severity::Error).count();
    let at = path_arg(root);
    let pages = ("count", Arg::from(site.pages.len()));
    let mut answers = vec![if errors > 0 {
        Answer::stops("doctor-guide-errors", &[("at", at), ("count", Arg::from(errors))])
    } else {
        Answer::good("doctor-guide", &[("at", at), pages])
    }];
    if site.settings.base_url.is_none() {
        answers.push(Answer::lacks("doctor-no-address", &[]));
    }
    if !guide.sources.contains_key(&UrlLock::file()) {
        answers.push(Answer::lacks("doctor-no-lock", &[]));
    }
    answers
}

/// What the folder and the machine allow.
fn of_folder(guide: &UnpublishedGuide, root: &Path) -> Vec<Answer> {
    let mut answers = rights(root);
    answers.extend(clock(root, guide, SystemTime::now()));
    answers.push(match root.ancestors().find(|folder| folder.join(".git").exists()) {
        Some(_) => Answer::good("doctor-git", &[]),
        None => Answer::lacks("doctor-no-git", &[]),
    });
    let folders: BTreeSet<&str> = guide.sources.keys().map(SourcePath::folder).collect();
    answers.push(match serve::unreliable_file_system(root) {
        Some(name) => Answer::lacks("doctor-polling", &[("name", name.into())]),
        None => {
            watches(folders.len(), |name| fs::read_to_string(format!("/proc/sys/fs/inotify/{name}")).ok())
        }
    });
    answers
}

/// Whether the site can be written.
fn rights(root: &Path) -> Vec<Answer> {
    let public = root.join("public");
    let folders = [Some(root), Some(public.as_path()).filter(|folder| folder.exists())];
    let refused = folders.into_iter().flatten().filter(|folder| !is_writable(folder));
    refused.map(|folder| Answer::stops("doctor-no-rights", &[("at", path_arg(folder))])).collect()
}

#[cfg(unix)]
fn is_writable(folder: &Path) -> bool {
    rustix::fs::access(folder, rustix::fs::Access::WRITE_OK | rustix::fs::Access::EXEC_OK).is_ok()
}

#[cfg(not(unix))]
fn is_writable(folder: &Path) -> bool {
    fs::metadata(folder).is_ok_and(|data| !data.permissions().readonly())
}

/// How far a clock may be behind the time of a file: clocks of two machines differ.
const TOLERANCE: Duration = Duration::from_hours(1);

/// Whether a file of the guide is from the future: dates are checked against the clock.
fn clock(root: &Path, guide: &UnpublishedGuide, now: SystemTime) -> Option<Answer> {
    let times =
        guide.sources.keys().filter_map(|path| fs::metadata(root.join(path.as_str())).ok()?.modified().ok());
    let newest = times.max()?;
    let seconds = |time: SystemTime| {
        let since = time.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
    };
    let day = |time| Date::from_unix_seconds(seconds(time)).map_or_else(String::new, |day| day.to_string());
    let args = [("now", Arg::from(day(now))), ("newest", Arg::from(day(newest)))];
    Some(if newest > now + TOLERANCE {
        Answer::lacks("doctor-clock", &args)
    } else {
        Answer::good("doctor-clock-good", &args)
    })
}

/// Whether the system lets `jalon serve` watch so many folders, where it has a limit (Linux, inotify).
fn watches(folders: usize, limit: impl Fn(&str) -> Option<String>) -> Answer {
    let number = |name| limit(name).and_then(|text| text.trim().parse::<usize>().ok());
    let folders_arg = ("folders", Arg::from(folders));
    match (number("max_user_watches"), number("max_user_instances")) {
        (Some(most), _) if most < folders.saturating_mul(2) => Answer::lacks(
            "doctor-few-watches",
            &[folders_arg, ("most", Arg::from(most)), ("wanted", Arg::from(folders * 4))],
        ),
        (_, Some(most)) if most < 2 => Answer::lacks("doctor-no-watches", &[]),
        _ => Answer::good("doctor-watches", &[folders_arg]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_of_the_system_are_compared_with_the_guide() {
        let of = |watches_: &'static str, instances: &'static str| {
            watches(1_000, move |name| {
                Some(if name == "max_user_watches" { watches_ } else { instances }.to_owned())
            })
        };
        assert_eq!(of("524288\n", "128\n").key, "doctor-watches");
        assert_eq!(of("1500\n", "128\n").key, "doctor-few-watches");
        assert_eq!(of("524288\n", "1\n").key, "doctor-no-watches");
        assert_eq!(watches(1_000, |_| None).health, Health::Good);
    }

    #[test]
    fn a_locale_without_utf8_is_told() {
        let of = |value: &'static str| locale(move |name| (name == "LANG").then(|| value.to_owned()));
        assert_eq!((of("fr_FR.UTF-8"), of("en_GB.utf8"), of("")), (None, None, None));
        assert_eq!(of("fr_FR.ISO-8859-1").map(|answer| answer.health), Some(Health::Lacks));
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_that_may_not_be_written_stops_a_build() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(rights(folder.path()), []);
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o555)).unwrap();
        // The superuser may write everywhere.
        let expected = usize::from(!rustix::process::geteuid().is_root());
        assert_eq!(rights(folder.path()).len(), expected);
    }
}
