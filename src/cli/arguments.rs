//! The command line. The doc comments are the text of `--help`.
use super::change_arguments::{MoveArgs, RenameArgs};
use super::choice::{Forge, Shell, Split, When};
use super::format::{ChecklistFormat, DiagnosticFormat, ExportFormat, ReportFormat, ResultFormat};
use crate::language;
use crate::model::{ALL_CODES, Code, Date, Family, ForeignKind, Language, SearchEngine};
use clap::builder::PossibleValue;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Publish guides you can rely on: pages, checklists, and a checked registry of contacts and tools.
#[derive(Debug, Parser)]
#[command(name = "jalon", version, propagate_version = true)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub verb: Verb,
}

/// Options of every command.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Options of every command")]
pub(crate) struct Global {
    /// Project root: the folder that holds guide/jalon.yaml [default: the nearest one upwards]
    #[arg(long, global = true, value_name = "DIR")]
    pub root: Option<PathBuf>,
    /// Language of messages [default: the environment's, else the guide's]
    #[arg(long, global = true, value_enum)]
    pub lang: Option<Language>,
    /// When to use colours; `NO_COLOR` is respected
    #[arg(long, global = true, value_enum, default_value_t)]
    pub color: When,
    /// Print only what is wrong and what was asked for
    #[arg(long, short, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    /// Print each step and how long it took
    #[arg(long, short, global = true)]
    pub verbose: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Verb {
    /// Build the site and publish it into public/
    Build(BuildArgs),
    /// Send the built site to where it lives: an object store or a folder
    Publish(PublishArgs),
    /// Report what is wrong, publish nothing
    Check(CheckArgs),
    /// Show what became of the addresses published so far
    Urls(UrlsArgs),
    /// Show the site while you write
    Serve(ServeArgs),
    /// Show the site and edit its pages in the browser
    Edit(EditArgs),
    /// Start a small guide
    Init(InitArgs),
    /// Make a guide of the files of another program, in a new folder
    Import(ImportArgs),
    /// Move a page or a folder, with all that leads to it
    Move(MoveArgs),
    /// Rename a heading or a registry entry, with all that leads to it
    Rename(RenameArgs),
    /// Add a page or a registry entry
    New {
        #[command(subcommand)]
        what: NewArgs,
    },
    /// Print one checklist; without a name, list them all
    Checklist(ChecklistArgs),
    /// Make one file of the whole guide: a book as PDF or EPUB
    Book(BookArgs),
    /// Show what editors have to do: placeholders, reviews, contacts to verify
    Report(ReportArgs),
    /// Print the JSON Schema of settings, front matter, a registry kind, the diagnostics or the report
    Schema {
        /// settings, page, contacts, tools, resources, roles, organisations, terms, diagnostics or report
        name: String,
    },
    /// Search the guide as its readers do
    Search(SearchArgs),
    /// Export what a search engine of your own needs
    Export {
        #[command(subcommand)]
        what: ExportArgs,
    },
    /// Explain a diagnostic; without a code, list them all
    Explain {
        /// Its code, for instance link/missing-page
        code: Option<String>,
    },
    /// Serve a text editor by the Language Server Protocol, over standard input and output
    Lsp(LspArgs),
    /// Say what this machine and this guide lack, each with its remedy
    Doctor,
    /// Write the manual pages of all commands (man), into a new folder
    Man {
        /// The new folder
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
    /// Print a completion script for a shell
    Completions {
        /// Which shell
        shell: Shell,
    },
}

/// How a command reads the guide.
#[derive(Debug, Default, Args)]
pub(crate) struct GuideOptions {
    /// The day that counts as today [default: `SOURCE_DATE_EPOCH`, else today in UTC]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub today: Option<Date>,
    /// Include drafts
    #[arg(long)]
    pub drafts: bool,
}

/// How a command prints diagnostics.
#[derive(Debug, Default, Args)]
pub(crate) struct DiagnosticOptions {
    /// How to print diagnostics [default: human, or github in a GitHub workflow]
    #[arg(long, value_enum)]
    pub format: Option<DiagnosticFormat>,
    /// Print every diagnostic in full, not only twenty of a code and 75 in all
    #[arg(long)]
    pub all: bool,
}

#[derive(Debug, Args)]
pub(crate) struct BuildArgs {
    /// Where the site goes [default: public/ in the project root]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Let warnings stop publication too
    #[arg(long)]
    pub strict: bool,
    /// Name index.html in links, so that the site can be read without a server
    #[arg(long)]
    pub portable: bool,
    /// Publish into a folder that holds other files; they are left alone
    #[arg(long)]
    pub force: bool,
    #[command(flatten)]
    pub reading: GuideOptions,
    #[command(flatten)]
    pub printing: DiagnosticOptions,
}

#[derive(Debug, Args)]
pub(crate) struct PublishArgs {
    /// `s3://BUCKET/PREFIX`, `gs://BUCKET/PREFIX`, `az://CONTAINER/PREFIX` or `file:///FOLDER` [default: publish.to of the settings]
    #[arg(value_name = "TARGET")]
    pub target: Option<String>,
    /// The folder that `jalon build` wrote [default: public/ in the project root]
    #[arg(long, value_name = "DIR")]
    pub from: Option<PathBuf>,
    /// Print what would be sent and removed, write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Replace files that Jalon did not put there, where the site has files of the same names, and send again what vanished
    #[arg(long)]
    pub force: bool,
    /// How many files are sent at once
    #[arg(long, value_name = "N", default_value_t = 16, value_parser = clap::value_parser!(u8).range(1..=128))]
    pub parallel: u8,
}

/// Which diagnostics `check` looks at, and whether it prints them one by one.
#[derive(Debug, Args)]
pub(crate) struct CheckView {
    /// Print a line for each code: how many, in how many files, how many --fix corrects
    #[arg(long, conflicts_with_all = ["format", "all"])]
    pub summary: bool,
    /// Look only at these codes or families, for instance link/missing-page,date
    #[arg(long, value_name = "CODE|FAMILY", value_delimiter = ',', value_parser = selection)]
    pub only: Vec<CodeSelection>,
}

#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    /// Check addresses on other sites too; nothing else ever uses the network
    #[arg(long)]
    pub external: bool,
    /// Fix what is certain, and print each fix
    #[arg(long)]
    pub fix: bool,
    /// Exit with status 1 on warnings too
    #[arg(long)]
    pub strict: bool,
    #[command(flatten)]
    pub view: CheckView,
    #[command(flatten)]
    pub reading: GuideOptions,
    #[command(flatten)]
    pub printing: DiagnosticOptions,
}

#[derive(Debug, Args)]
pub(crate) struct ServeArgs {
    /// Port; if it is taken, the next free one
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
    #[command(flatten)]
    pub reading: GuideOptions,
    #[command(flatten)]
    pub printing: DiagnosticOptions,
}

#[derive(Debug, Args)]
pub(crate) struct LspArgs {
    /// Talk over standard input and output, which is the only way; many text editors ask for it
    #[arg(long)]
    pub stdio: bool,
    #[command(flatten)]
    pub reading: GuideOptions,
}

/// Options of `edit`. No other machine ever sees what it serves.
#[derive(Debug, Args)]
pub(crate) struct EditArgs {
    /// Port; if it is taken, the next free one
    #[arg(long, default_value_t = 4000)]
    pub port: u16,
    /// Open the browser
    #[arg(long)]
    pub open: bool,
    /// Look at the files instead of waiting for events, for network folders
    #[arg(long)]
    pub poll: bool,
    /// How many megabytes the former versions of pages may take, in .jalon/history/
    #[arg(long, value_name = "MB", default_value_t = 100)]
    pub history: u16,
    #[command(flatten)]
    pub reading: GuideOptions,
    #[command(flatten)]
    pub printing: DiagnosticOptions,
}

/// Options of `urls`. Drafts have no address yet.
#[derive(Debug, Args)]
pub(crate) struct UrlsArgs {
    /// Write today's addresses into guide/urls.lock
    #[arg(long)]
    pub accept: bool,
    /// Give up the addresses that have vanished, for this reason
    #[arg(long, value_name = "REASON", requires = "accept")]
    pub gone: Option<String>,
    /// The day that counts as today [default: `SOURCE_DATE_EPOCH`, else today in UTC]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub today: Option<Date>,
    /// How to print the addresses
    #[arg(long, value_enum, default_value_t)]
    pub format: ResultFormat,
}

#[derive(Debug, Args)]
pub(crate) struct InitArgs {
    /// Where to start it
    #[arg(value_name = "DIR", default_value = ".")]
    pub folder: PathBuf,
    /// Add the workflow of a forge: check on each change, publish from the main branch
    #[arg(long, value_enum, value_name = "FORGE")]
    pub ci: Option<Forge>,
}

#[derive(Debug, Args)]
pub(crate) struct ImportArgs {
    /// A folder of Markdown, or a document of a word processor (.docx, .odt)
    pub source: PathBuf,
    /// The new folder [default: named after the source, in the current folder]
    #[arg(value_name = "DIR")]
    pub folder: Option<PathBuf>,
    /// The program that the source was written for [default: what its files show]
    #[arg(long, value_enum)]
    pub from: Option<ForeignKind>,
    /// Language of the guide and of the report [default: the source's]
    #[arg(long, value_enum)]
    pub language: Option<Language>,
    /// Down to which level headings of a document become pages of their own
    #[arg(long, value_enum, default_value_t)]
    pub split: Split,
    /// The day that counts as today [default: `SOURCE_DATE_EPOCH`, else today in UTC]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub today: Option<Date>,
}

impl ValueEnum for ForeignKind {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()))
    }
}

#[derive(Debug, Args)]
pub(crate) struct ChecklistArgs {
    /// A role, or the name of a checklist
    #[arg(value_name = "ROLE|LIST")]
    pub name: Option<String>,
    /// The day to count from: delays become dates
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub start: Option<Date>,
    /// How to print the checklist
    #[arg(long, value_enum, default_value_t)]
    pub format: ChecklistFormat,
    #[command(flatten)]
    pub reading: GuideOptions,
}

#[derive(Debug, Args)]
pub(crate) struct BookArgs {
    /// The file to write, an e-book if its name ends with .epub [default: the name of the guide, in the current folder]
    #[arg(value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Make an e-book (EPUB 3)
    #[arg(long)]
    pub epub: bool,
    /// Replace a file that Jalon has not made
    #[arg(long)]
    pub force: bool,
    #[command(flatten)]
    pub reading: GuideOptions,
    #[command(flatten)]
    pub printing: DiagnosticOptions,
}

#[derive(Debug, Args)]
pub(crate) struct ReportArgs {
    /// How many days to look ahead
    #[arg(long, value_name = "DAYS", default_value_t = 60, value_parser = clap::value_parser!(u32).range(..=3660))]
    pub within: u32,
    /// How to print the report
    #[arg(long, value_enum, default_value_t)]
    pub format: ReportFormat,
    #[command(flatten)]
    pub reading: GuideOptions,
}

#[derive(Debug, Args)]
pub(crate) struct SearchArgs {
    /// What to look for
    #[arg(required_unless_present = "queries")]
    pub words: Vec<String>,
    /// Answer each line of this file instead
    #[arg(long, value_name = "FILE", conflicts_with = "words")]
    pub queries: Option<PathBuf>,
    /// How many results at most
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub limit: usize,
    /// How to print the results
    #[arg(long, value_enum, default_value_t)]
    pub format: ResultFormat,
    #[command(flatten)]
    pub reading: GuideOptions,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ExportArgs {
    /// One JSON object per line for each section and each entry
    Search {
        /// How to print the records
        #[arg(long, value_enum, default_value_t)]
        format: ExportFormat,
        /// Write the records as this engine loads them, and its settings
        #[arg(long, value_enum, value_name = "ENGINE", requires = "out")]
        to: Option<SearchEngine>,
        /// The new folder for the files of the engine
        #[arg(long, value_name = "DIR", requires = "to")]
        out: Option<PathBuf>,
        #[command(flatten)]
        reading: GuideOptions,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum NewArgs {
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

impl ValueEnum for Language {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.tag()).help(language::of(*self).name))
    }
}

/// A code, or all codes of a family.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CodeSelection {
    Code(Code),
    Family(Family),
}

impl CodeSelection {
    /// Whether it holds a code.
    pub(crate) fn holds(self, code: Code) -> bool {
        match self {
            Self::Code(selected) => selected == code,
            Self::Family(family) => family == code.family,
        }
    }
}

fn selection(text: &str) -> Result<CodeSelection, String> {
    let family = || ALL_CODES.iter().map(|code| code.family).find(|family| family.name() == text);
    Code::named(text)
        .map(CodeSelection::Code)
        .or_else(|| family().map(CodeSelection::Family))
        .ok_or_else(|| "no code and no family has this name, `jalon explain` lists them".to_owned())
}

pub(super) fn day(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| "a day of the calendar is expected, YYYY-MM-DD".to_owned())
}
