//! The command line with the words of `--help` in the reader's language.
//!
//! The English words are the doc comments of [`Arguments`]. A language that has words of its own gives them for each command,
//! option and value, and for what clap says itself.
use super::arguments::Arguments;
use super::context::CommandContext;
use super::usage;
use crate::language;
use crate::model::Language;
use crate::words::Words;
use clap::builder::PossibleValue;
use clap::error::ErrorKind;
use clap::{Arg, ArgAction, Command, CommandFactory as _};
use std::ffi::OsString;

/// What clap gives instead of arguments: help in the reader's language, anything else as it is.
pub(crate) fn of(error: clap::Error) -> clap::Error {
    let arguments = || std::env::args_os();
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let language = CommandContext::new(&usage::language(arguments())).language;
            in_language(language, arguments()).unwrap_or(error)
        }
        _ => error,
    }
}

/// The command line in a language.
pub(crate) fn command(language: Language) -> Command {
    if let Some(words) = words(language) {
        return translated(Arguments::command(), &words);
    }
    let mut command = Arguments::command();
    command.build();
    command
}

/// The help that a command line asks for. None where the language has no words of its own, or the command line asks for none.
fn in_language(language: Language, arguments: impl Iterator<Item = OsString>) -> Option<clap::Error> {
    let words = words(language)?;
    translated(Arguments::command(), &words).try_get_matches_from(arguments).err()
}

/// The words of a language; none where the doc comments are.
fn words(language: Language) -> Option<Words> {
    let mut words = Words::new(language);
    words.add(language::of(language).help?);
    Some(words)
}

/// The command and all below it, in these words.
fn translated(mut command: Command, words: &Words) -> Command {
    // Adds what clap has by itself: `help`, `--help`, `--version`, and the options of every command.
    command.build();
    Translator { words, path: String::new() }.command(command)
}

/// Puts words into a command.
struct Translator<'a> {
    words: &'a Words,
    /// The names of the commands down to this one, each with a hyphen before it.
    path: String,
}

impl Translator<'_> {
    fn command(&self, command: Command) -> Command {
        let heading = |key: &str| self.say(key).unwrap_or_default();
        let about = match command.get_name() {
            "help" => self.say("command-help"),
            _ => self.say(&format!("help{}", self.path)),
        };
        let usage = heading("heading-usage");
        let template = format!(
            "{{before-help}}{{about-with-newline}}\n\u{1b}[1m\u{1b}[4m{usage}\u{1b}[0m {{usage}}\n\n{{all-args}}{{after-help}}"
        );
        let command = match about {
            Some(about) => command.long_about(about.clone()).about(about),
            None => command,
        };
        command
            .help_template(template)
            .subcommand_help_heading(heading("heading-commands"))
            .subcommand_value_name(heading("name-command"))
            .mut_args(|arg| self.argument(arg))
            .mut_subcommands(|below| {
                // What the command `help` lists is the commands again.
                let path = match below.get_name() {
                    "help" => self.path.clone(),
                    name => format!("{}-{name}", self.path),
                };
                Translator { words: self.words, path }.command(below)
            })
    }

    fn argument(&self, arg: Arg) -> Arg {
        let id = arg.get_id().to_string();
        let Some(text) = self.of_argument(&id) else { return arg };
        let is_value = matches!(arg.get_action(), ArgAction::Set | ArgAction::Append);
        let values = if is_value { arg.get_possible_values() } else { Vec::new() };
        let names: Vec<_> = values.iter().map(PossibleValue::get_name).collect();
        let default = arg.get_default_values().first().filter(|_| is_value);
        let default = default.map(|value| self.marked("mark-default", &value.to_string_lossy()));
        let listed = (!names.is_empty()).then(|| self.marked("mark-values", &names.join(", ")));
        let short =
            [Some(text.clone()), default.clone(), listed].into_iter().flatten().collect::<Vec<_>>().join(" ");
        let explained = (!names.is_empty()).then(|| self.values(&id, &names));
        let long = [Some(text), explained, default].into_iter().flatten().collect::<Vec<_>>().join("\n\n");
        let heading = match arg.get_help_heading() {
            Some(_) => "heading-every",
            None if arg.is_positional() => "heading-arguments",
            None => "heading-options",
        };
        let name = arg.get_value_names().filter(|_| is_value).and_then(|names| {
            let name = names.first()?;
            self.say(&format!("name-{}", key_of(name)))
        });
        let arg = match name {
            Some(name) => arg.value_name(name),
            None => arg,
        };
        arg.help(short)
            .long_help(long)
            .help_heading(self.say(heading).unwrap_or_default())
            .hide_default_value(true)
            .hide_possible_values(true)
    }

    /// `[default: 4000]`
    fn marked(&self, mark: &str, what: &str) -> String {
        format!("[{} {what}]", self.say(mark).unwrap_or_default())
    }

    /// The values that an argument may have, a line each.
    fn values(&self, id: &str, names: &[&str]) -> String {
        let colon = self.say("mark-colon").unwrap_or_default();
        let line = |name: &&str| match self.of_argument(&format!("{id}-{name}")) {
            Some(about) => format!("- {name}{colon}{about}"),
            None => format!("- {name}"),
        };
        let head = self.say("heading-values").unwrap_or_default();
        std::iter::once(head).chain(names.iter().map(line)).collect::<Vec<_>>().join("\n")
    }

    /// The words for an argument of this command, else for all arguments of that name.
    fn of_argument(&self, id: &str) -> Option<String> {
        let id = key_of(id);
        self.say(&format!("help{}-{id}", self.path)).or_else(|| self.say(&format!("option-{id}")))
    }

    fn say(&self, key: &str) -> Option<String> {
        self.words.say(key, None, &[])
    }
}

/// A name as part of a key.
fn key_of(name: &str) -> String {
    name.to_lowercase().replace(|letter: char| !letter.is_ascii_alphanumeric(), "-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// The keys of all words that the command line needs, each with the English ones.
    fn needed(command: &Command, path: &str, found: &mut Vec<(String, String)>) {
        let about = command.get_about().map(ToString::to_string).unwrap_or_default();
        if command.get_name() == "help" {
            return found.push(("command-help".to_owned(), about));
        }
        found.push((format!("help{path}"), about));
        for arg in command.get_arguments() {
            let id = key_of(arg.get_id().as_str());
            found.push((
                format!("help{path}-{id}"),
                arg.get_help().map(ToString::to_string).unwrap_or_default(),
            ));
            for value in arg.get_possible_values() {
                // A switch has values too, without words.
                if let Some(help) = value.get_help() {
                    found.push((format!("help{path}-{id}-{}", key_of(value.get_name())), help.to_string()));
                }
            }
        }
        for below in command.get_subcommands() {
            needed(below, &format!("{path}-{}", below.get_name()), found);
        }
    }

    #[test]
    fn every_word_of_help_is_translated() {
        let words = words(Language::French).expect("French has words");
        let mut command = Arguments::command();
        command.build();
        let mut all = Vec::new();
        needed(&command, "", &mut all);
        let keys: BTreeSet<&str> = words.keys().iter().map(String::as_str).collect();
        let mut used = BTreeSet::new();
        let mut missing = Vec::new();
        for (key, english) in &all {
            // The options of all commands are written once.
            let shared = |key: &str| {
                let tail = |from: usize| format!("option-{}", &key[from..]);
                key.match_indices('-').map(|(at, _)| tail(at + 1)).find(|key| keys.contains(key.as_str()))
            };
            match keys.get(key.as_str()).map(|key| (*key).to_owned()).or_else(|| shared(key)) {
                Some(key) => drop(used.insert(key)),
                None => missing.push(format!("{key} = {english}")),
            }
        }
        assert!(missing.is_empty(), "without French words:\n{}", missing.join("\n"));
        let fixed = ["heading-", "name-", "mark-"];
        let unused = keys
            .iter()
            .filter(|key| !used.contains(**key) && !fixed.iter().any(|start| key.starts_with(start)));
        assert_eq!(unused.collect::<Vec<_>>(), Vec::<&&str>::new());
    }

    #[test]
    fn french_help_has_no_english_words_of_clap() {
        for line in [
            "jalon --help",
            "jalon build -h",
            "jalon build --help",
            "jalon new page --help",
            "jalon help check",
        ] {
            let help =
                in_language(Language::French, line.split(' ').map(OsString::from)).expect("help").to_string();
            for english in [
                "Usage:",
                "Options:",
                "Commands:",
                "Arguments:",
                "[default",
                "[possible",
                "Possible values",
                "Print ",
            ] {
                assert!(!help.contains(english), "{line}: {english}\n{help}");
            }
        }
    }
}
