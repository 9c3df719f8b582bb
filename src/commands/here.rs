//! Where a command runs: language, day, colours, project root; from the command line, else the environment.
use super::arguments::{Format, Global, When};
use super::{REFUSED, terminal};
use crate::failure::Failure;
use crate::load;
use crate::messages::{self, Colour, Style};
use crate::model::{Arg, Date, Language, Options};
use crate::words::Words;
use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::SystemTime;

/// What a command knows before it begins.
#[derive(Debug)]
pub(super) struct Here {
    /// Language of what is said.
    pub language: Language,
    /// Its words.
    pub words: Words,
    /// How diagnostics are printed.
    pub style: Style,
    /// What was asked for by name.
    pub format: Format,
    /// Colours of diagnostics.
    pub colour: Colour,
    /// Whether warnings stop publication.
    pub strict: bool,
    /// Whether files of others in the output folder are accepted.
    pub force: bool,
    global: Global,
    root: Option<PathBuf>,
    looked_from: PathBuf,
}

impl Here {
    /// Looks around.
    pub(super) fn find(global: Global) -> Self {
        let looked_from =
            global.root.clone().or_else(|| env::current_dir().ok()).unwrap_or_else(|| ".".into());
        let root = match &global.root {
            Some(root) => root.join(SETTINGS).is_file().then(|| root.clone()),
            None => load::find_root(&looked_from),
        };
        let language = (global.lang.map(Language::from))
            .or_else(|| environment_language(|name| env::var(name).ok()))
            .or_else(|| guide_language(root.as_deref()?))
            .unwrap_or_default();
        let always = global.color == When::Always;
        let colour = match global.color {
            When::Always => Colour::On,
            When::Auto if env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()) => Colour::On,
            When::Auto | When::Never => Colour::Off,
        };
        let in_workflow = || env::var_os("GITHUB_ACTIONS").is_some_and(|value| value == "true");
        let default = || if in_workflow() { Format::Github } else { Format::Human };
        let format = global.format.unwrap_or_else(default);
        let style = match format {
            Format::Human if always || terminal::is_terminal() => Style::Human(colour),
            Format::Human | Format::Csv | Format::Ics | Format::Pdf => Style::Human(Colour::Off),
            Format::Short => Style::Short,
            Format::Json => Style::Json,
            Format::Github => Style::Github,
            Format::Gitlab => Style::Gitlab,
            Format::Sarif => Style::Sarif,
            Format::Junit => Style::Junit,
        };
        Self {
            language,
            words: messages::words(language),
            style,
            format,
            colour: terminal::remark_colour(colour, always),
            strict: global.strict,
            force: global.force,
            global,
            root,
            looked_from,
        }
    }

    /// Inputs of a build that are not files.
    pub(super) fn options(&self) -> Result<Options, Failure> {
        let today = self.global.today.map_or_else(|| today(|name| env::var(name).ok()), Ok)?;
        Ok(Options {
            today,
            drafts: self.global.drafts,
            portable: self.global.portable,
            whole: true,
            last: true,
        })
    }

    /// The project root, or that there is no guide.
    pub(super) fn root(&self) -> Result<&Path, Failure> {
        let nowhere = || Failure::plain("failure-no-guide", self.looked_from.display().to_string());
        self.root.as_deref().ok_or_else(nowhere)
    }

    /// The output folder.
    pub(super) fn out(&self) -> Result<PathBuf, Failure> {
        match &self.global.out {
            Some(out) => Ok(out.clone()),
            None => Ok(self.root()?.join("public")),
        }
    }

    /// A sentence in the language of this command.
    pub(super) fn say(&self, key: &str, args: &[(&str, Arg)]) -> String {
        messages::sentence(&self.words, key, args)
    }

    /// Prints a failure; the status of it.
    pub(super) fn refuse(&self, failure: &Failure) -> ExitCode {
        terminal::diagnostic(&messages::failure(failure, &self.words, self.colour));
        ExitCode::from(REFUSED)
    }
}

/// The file that makes a folder a guide.
const SETTINGS: &str = "guide/jalon.yaml";

/// The language of the environment, by the rule of POSIX: the first of three variables that says something decides.
/// `C` and `POSIX` are no language.
fn environment_language(get: impl Fn(&str) -> Option<String>) -> Option<Language> {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"];
    Language::from_tag(&names.into_iter().filter_map(get).find(|value| !value.is_empty())?)
}

/// The language of the guide, glanced at before anything is read properly: what is said about settings that
/// cannot be read is then said in the guide's language, too.
fn guide_language(root: &Path) -> Option<Language> {
    let settings = std::fs::read_to_string(root.join(SETTINGS)).ok()?;
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
    fn the_environment_gives_the_language_unless_it_is_none() {
        assert_eq!(language(&[("LANG", "fr_FR.UTF-8")]), Some(Language::French));
        assert_eq!(language(&[("LANG", "fr_FR.UTF-8"), ("LC_ALL", "en_GB.UTF-8")]), Some(Language::English));
        assert_eq!(language(&[("LC_ALL", ""), ("LC_MESSAGES", "fr")]), Some(Language::French));
        for none in ["C", "POSIX", "C.UTF-8", "de_DE.UTF-8"] {
            assert_eq!(language(&[("LC_ALL", none), ("LANG", "fr_FR.UTF-8")]), None, "{none}");
        }
        assert_eq!(language(&[]), None);
    }

    #[test]
    fn the_epoch_gives_the_day() {
        let on = |text: &str| today(|_| Some(text.to_owned()));
        assert_eq!(on("0").unwrap().to_string(), "1970-01-01");
        assert_eq!(on("soon").unwrap_err().what, "failure-bad-epoch");
        assert_eq!(on("").unwrap(), clock());
    }
}
