//! Where a command runs: project root, language, day, colours; from the command line, else the environment.
use super::arguments::{DiagnosticOptions, Global, GuideOptions};
use super::choice::When;
use super::format::DiagnosticFormat;
use super::{REFUSED, terminal};
use crate::failure::Failure;
use crate::load;
use crate::messages::{self, Colour, Detail, Style};
use crate::model::{Arg, Date, Language, Options};
use crate::words::Words;
use std::env;
use std::io::{self, IsTerminal as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Instant, SystemTime};

/// What a command knows before it begins.
#[derive(Debug)]
pub(crate) struct CommandContext {
    pub language: Language,
    pub words: Arc<Words>,
    /// Colours on standard error.
    pub colour: Colour,
    /// Colours of diagnostics on standard output.
    pub output_colour: Colour,
    /// How much is said besides diagnostics and failures.
    pub volume: Volume,
    root: Option<PathBuf>,
    /// Where the search for the root began.
    searched_from: PathBuf,
}

/// How much a command says besides diagnostics and failures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Volume {
    /// Nothing.
    Quiet,
    /// What was done, and the step that takes long.
    Normal,
    /// Each step too, with the time that it took.
    Verbose,
}

impl CommandContext {
    /// Reads the options of every command, and the environment.
    pub(crate) fn new(global: &Global) -> Self {
        let searched_from =
            global.root.clone().or_else(|| env::current_dir().ok()).unwrap_or_else(|| ".".into());
        let root = match &global.root {
            Some(root) => root.join(load::SETTINGS).is_file().then(|| root.clone()),
            None => load::find_root(&searched_from),
        };
        let language = global
            .lang
            .or_else(|| environment_language(|name| env::var(name).ok()))
            .or_else(|| guide_language(root.as_deref()?))
            .unwrap_or_default();
        let always = global.color == When::Always;
        let colour = match global.color {
            When::Always => Colour::On,
            When::Auto if env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()) => Colour::On,
            When::Auto | When::Never => Colour::Off,
        };
        let on = |terminal: bool| if always || terminal { colour } else { Colour::Off };
        Self {
            language,
            words: Arc::new(messages::words(language)),
            colour: on(io::stderr().is_terminal()),
            output_colour: on(io::stdout().is_terminal()),
            volume: match (global.quiet, global.verbose) {
                (true, _) => Volume::Quiet,
                (_, true) => Volume::Verbose,
                _ => Volume::Normal,
            },
            root,
            searched_from,
        }
    }

    /// How diagnostics are printed: as asked, else as a GitHub workflow wants them, else for people.
    pub(crate) fn style(&self, options: &DiagnosticOptions) -> Style {
        let in_workflow = || env::var_os("GITHUB_ACTIONS").is_some_and(|value| value == "true");
        let detail = if options.all { Detail::All } else { Detail::Limited };
        match options.format {
            None if in_workflow() => Style::Github,
            None | Some(DiagnosticFormat::Human) => Style::Human(self.output_colour, detail),
            Some(DiagnosticFormat::Short) => Style::Short,
            Some(DiagnosticFormat::Json) => Style::Json,
            Some(DiagnosticFormat::Github) => Style::Github,
            Some(DiagnosticFormat::Gitlab) => Style::Gitlab,
            Some(DiagnosticFormat::Sarif) => Style::Sarif,
            Some(DiagnosticFormat::Junit) => Style::Junit,
        }
    }

    /// The project root, or that there is no guide.
    pub(crate) fn root(&self) -> Result<&Path, Failure> {
        let nowhere = || Failure::plain("failure-no-guide", self.searched_from.display().to_string());
        self.root.as_deref().ok_or_else(nowhere)
    }

    /// A message in the language of this command.
    pub(crate) fn sentence(&self, key: &str, args: &[(&str, Arg)]) -> String {
        messages::sentence(&self.words, key, args)
    }

    /// Prints a message and a line end to standard error, unless nothing is to be said.
    pub(crate) fn notify(&self, key: &str, args: &[(&str, Arg)]) {
        self.tell(&self.sentence(key, args));
    }

    /// Prints a message that must be read: what was refused, failed or is missing.
    pub(crate) fn warn(&self, key: &str, args: &[(&str, Arg)]) {
        terminal::print_error(&format!("{}\n", self.sentence(key, args)));
    }

    /// Prints a line to standard error, unless nothing is to be said.
    pub(crate) fn tell(&self, line: &str) {
        if self.volume != Volume::Quiet {
            terminal::print_error(&format!("{line}\n"));
        }
    }

    /// Does a step of a command, which this message names.
    pub(crate) fn step<T>(&self, key: &str, work: impl FnOnce() -> T) -> T {
        let name = self.sentence(key, &[]);
        let begun = Instant::now();
        let done = match self.volume {
            Volume::Quiet => work(),
            Volume::Normal | Volume::Verbose => terminal::with_progress(&name, work),
        };
        if self.volume == Volume::Verbose {
            let millis = i64::try_from(begun.elapsed().as_millis()).unwrap_or(i64::MAX);
            self.notify("step-done", &[("step", Arg::from(name)), ("millis", Arg::Number(millis))]);
        }
        done
    }

    /// Prints a failure; gives the exit status.
    pub(crate) fn refuse(&self, failure: &Failure) -> ExitCode {
        terminal::print_error(&messages::failure(failure, &self.words, self.colour));
        ExitCode::from(REFUSED)
    }
}

impl GuideOptions {
    /// Inputs of a build that are not files.
    pub(crate) fn options(&self) -> Result<Options, Failure> {
        let today = self.today.map_or_else(|| today(|name| env::var(name).ok()), Ok)?;
        Ok(Options { drafts: self.drafts, whole: true, last: true, ..Options::on(today) })
    }
}

/// A path as an argument of a message.
pub(crate) fn path_arg(path: &Path) -> Arg {
    Arg::from(messages::visible(&path.display().to_string()).into_owned())
}

/// The language of the environment. As POSIX says, the first of three variables that is not empty decides; `C` and
/// `POSIX` name no language.
fn environment_language(get: impl Fn(&str) -> Option<String>) -> Option<Language> {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"];
    Language::from_tag(&names.into_iter().filter_map(get).find(|value| !value.is_empty())?)
}

/// The language that the settings name, read before they are parsed: a message about settings that cannot be parsed
/// is in the guide's language too.
fn guide_language(root: &Path) -> Option<Language> {
    let settings = std::fs::read_to_string(root.join(load::SETTINGS)).ok()?;
    let value = settings.lines().find_map(|line| line.strip_prefix("language:"))?;
    Language::from_tag(value.trim().trim_matches(['"', '\'']))
}

/// The day of `SOURCE_DATE_EPOCH`, else the clock's, in UTC.
fn today(get: impl Fn(&str) -> Option<String>) -> Result<Date, Failure> {
    let Some(text) = get("SOURCE_DATE_EPOCH").filter(|text| !text.is_empty()) else { return Ok(clock()) };
    let day = text.parse().ok().and_then(Date::from_unix_seconds);
    day.ok_or_else(|| Failure::plain("failure-bad-epoch", text))
}

fn clock() -> Date {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    let seconds = i64::try_from(since.as_secs()).unwrap_or_default();
    Date::from_unix_seconds(seconds).expect("the clock shows a day between the years 1 and 9999")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(variables: &[(&str, &str)]) -> Option<Language> {
        environment_language(|wanted| {
            variables.iter().find(|(name, _)| *name == wanted).map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn the_environment_decides_the_language() {
        assert_eq!(language(&[("LANG", "fr_FR.UTF-8")]), Some(Language::French));
        assert_eq!(language(&[("LANG", "fr_FR.UTF-8"), ("LC_ALL", "en_GB.UTF-8")]), Some(Language::English));
        assert_eq!(language(&[("LC_ALL", ""), ("LC_MESSAGES", "fr")]), Some(Language::French));
        for none in ["C", "POSIX", "C.UTF-8", "de_DE.UTF-8"] {
            assert_eq!(language(&[("LC_ALL", none), ("LANG", "fr_FR.UTF-8")]), None, "{none}");
        }
        assert_eq!(language(&[]), None);
    }

    #[test]
    fn source_date_epoch_decides_the_day() {
        let on = |text: &str| today(|_| Some(text.to_owned()));
        assert_eq!(on("0").unwrap().to_string(), "1970-01-01");
        assert_eq!(on("soon").unwrap_err().what, "failure-bad-epoch");
        assert_eq!(on("").unwrap(), clock());
    }
}
