//! What the command line accepts.
use crate::model::{Date, Language};
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Publish guides that hold: pages, checklists, a checked registry of contacts and tools.
#[derive(Debug, Parser)]
#[command(name = "jalon", version, propagate_version = true)]
pub struct Arguments {
    /// Options that every verb accepts.
    #[command(flatten)]
    pub global: Global,
    /// What to do.
    #[command(subcommand)]
    pub verb: Verb,
}

/// Options that every verb accepts.
#[derive(Debug, Default, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
#[command(next_help_heading = "Options of every command")]
pub struct Global {
    /// Project root: the folder that holds guide/jalon.yaml [default: the nearest one upwards]
    #[arg(long, global = true, value_name = "DIR")]
    pub root: Option<PathBuf>,
    /// Where the site goes [default: public/ in the project root]
    #[arg(long, global = true, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Language of messages [default: the environment's, else the guide's]
    #[arg(long, global = true, value_enum)]
    pub lang: Option<Lang>,
    /// The day that "past" and "overdue" are measured from [default: the environment's `SOURCE_DATE_EPOCH`, else today in UTC]
    #[arg(long, global = true, value_name = "YYYY-MM-DD", value_parser = day)]
    pub today: Option<Date>,
    /// Let warnings stop publication, too
    #[arg(long, global = true)]
    pub strict: bool,
    /// How diagnostics, a checklist or the report are printed [default: human, and github in a workflow of GitHub]
    #[arg(long, global = true, value_enum)]
    pub format: Option<Format>,
    /// Publish drafts, too
    #[arg(long, global = true)]
    pub drafts: bool,
    /// Name index.html in links, so that the site can be read from a disk without a server
    #[arg(long, global = true)]
    pub portable: bool,
    /// Publish into a folder that holds files of others; they are left as they are
    #[arg(long, global = true)]
    pub force: bool,
    /// When to use colours; `NO_COLOR` is respected
    #[arg(long, global = true, value_enum, default_value_t)]
    pub color: When,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Build the site and publish it into public/
    Build,
    /// Say what is wrong, publish nothing
    Check(Checking),
    /// Say what became of the addresses that were published once
    Urls(Urls),
    /// Show the site while it is being written
    Serve(Serving),
    /// Start a small guide that builds
    Init {
        /// Where to start it
        #[arg(value_name = "DIR", default_value = ".")]
        folder: PathBuf,
    },
    /// Add a page or an entry of the registry
    New {
        /// What to add.
        #[command(subcommand)]
        what: New,
    },
    /// Print one checklist, by itself; without a name, say which there are
    Checklist {
        /// A role, or a list by its name
        #[arg(value_name = "ROLE|LIST")]
        name: Option<String>,
        /// The day everything is about: delays become dates
        #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
        start: Option<Date>,
    },
    /// Say what waits for the editors: placeholders, late and coming reviews, contacts to verify
    Report {
        /// How many days ahead to look
        #[arg(long, value_name = "DAYS", default_value_t = 60, value_parser = clap::value_parser!(u32).range(..=3660))]
        within: u32,
    },
    /// Print the JSON Schema of settings, front matter, a registry kind, the diagnostics or the report
    Schema {
        /// settings, page, contacts, tools, resources, roles, organisations, terms, diagnostics or report
        what: String,
    },
    /// Search the guide, as its readers do
    Search(Searching),
    /// Write what the search knows for a search engine of your own
    Export {
        /// What to export.
        #[command(subcommand)]
        what: Export,
    },
    /// Explain a diagnostic, or list them all
    Explain {
        /// Its code, for instance link/missing-page
        code: Option<String>,
    },
    /// Print a completion script for a shell
    Completions {
        /// Which shell
        shell: Shell,
    },
}

/// What `check` accepts beyond the options of every command.
#[derive(Debug, Args)]
pub struct Checking {
    /// Ask the addresses on other sites, too; nothing else ever touches the network
    #[arg(long)]
    pub external: bool,
    /// Mend what can only be meant in one way, and say what was mended
    #[arg(long)]
    pub fix: bool,
}

/// What `serve` accepts beyond the options of every command.
#[derive(Debug, Args)]
pub struct Serving {
    /// Port; a taken one gives the next
    #[arg(long, default_value_t = 4000)]
    pub port: u16,
    /// Address to listen on
    #[arg(long, default_value = "localhost")]
    pub host: String,
    /// Host names to answer besides localhost
    #[arg(long, value_name = "NAME")]
    pub allowed_host: Vec<String>,
    /// Open the browser
    #[arg(long)]
    pub open: bool,
    /// Look at the files instead of waiting for events, for network folders
    #[arg(long)]
    pub poll: bool,
}

/// What `search` accepts beyond the options of every command.
#[derive(Debug, Args)]
pub struct Searching {
    /// What to look for
    #[arg(required_unless_present = "queries")]
    pub words: Vec<String>,
    /// Answer each line of this file instead
    #[arg(long, value_name = "FILE", conflicts_with = "words")]
    pub queries: Option<PathBuf>,
    /// How many results at most
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub limit: usize,
}

/// What `urls` accepts beyond the options of every command.
#[derive(Debug, Args)]
pub struct Urls {
    /// Write the addresses of today into guide/urls.lock
    #[arg(long)]
    pub accept: bool,
    /// Give up the addresses that have vanished, for this reason
    #[arg(long, value_name = "REASON", requires = "accept")]
    pub gone: Option<String>,
}

/// What can be exported.
#[derive(Debug, Subcommand)]
pub enum Export {
    /// One JSON record a line for each section and each entry
    Search,
}

/// What can be added.
#[derive(Debug, Subcommand)]
pub enum New {
    /// Add a page: guide/PATH.md
    Page {
        /// Where, below guide/, for instance 1-hiring/4-arrival.md
        path: String,
        /// Its title
        #[arg(long)]
        title: String,
    },
    /// Add a contact at the end of guide/registry/contacts.yaml
    Contact {
        /// Its id, for instance payroll-support
        id: String,
    },
    /// Add a tool at the end of guide/registry/tools.yaml
    Tool {
        /// Its id, for instance intranet
        id: String,
    },
}

/// A language as the command line names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Lang {
    /// French
    Fr,
    /// English
    En,
}

impl From<Lang> for Language {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::Fr => Self::French,
            Lang::En => Self::English,
        }
    }
}

/// How diagnostics are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// With the line itself and the way out
    #[default]
    Human,
    /// One line each
    Short,
    /// One JSON object a line; of a checklist or the report, one object
    #[value(alias = "ndjson")]
    Json,
    /// Diagnostics as annotations of a GitHub workflow
    Github,
    /// Diagnostics as a code quality report of GitLab
    Gitlab,
    /// Diagnostics as SARIF 2.1.0
    Sarif,
    /// Diagnostics as test results in XML
    Junit,
    /// A checklist or the report as a table
    Csv,
    /// A checklist or the report as calendar entries
    Ics,
    /// A checklist to print and to fill in
    Pdf,
}

impl Format {
    /// Whether a command prints something in it.
    pub fn fits(self, verb: &Verb) -> bool {
        match self {
            Self::Csv | Self::Ics => matches!(verb, Verb::Checklist { .. } | Verb::Report { .. }),
            Self::Pdf => matches!(verb, Verb::Checklist { .. }),
            _ => true,
        }
    }

    /// Its name on the command line.
    pub fn name(self) -> String {
        self.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }
}

/// When to use colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum When {
    /// On a terminal, unless `NO_COLOR` is set
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// Shells that can be completed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Shell {
    /// Bash
    Bash,
    /// Zsh
    Zsh,
    /// Fish
    Fish,
    /// `PowerShell`
    Powershell,
}

fn day(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| "a day of the calendar is expected, YYYY-MM-DD".to_owned())
}
