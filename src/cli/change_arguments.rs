//! The command line of the commands that change what a guide says: `move` and `rename`. The doc comments are the text of
//! `--help`.
//!
//! Drafts have no address yet: these commands look at the guide without them, and change their text all the same.
use super::arguments::day;
use crate::model::Date;
use clap::Args;

#[derive(Debug, Args)]
pub(crate) struct MoveArgs {
    /// The page or the folder, below guide/
    #[arg(value_name = "PATH")]
    pub from: String,
    /// Where it goes: another path below guide/, or a folder that is there
    #[arg(value_name = "NEW-PATH")]
    pub to: String,
    /// Print each change, write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// The day that counts as today [default: `SOURCE_DATE_EPOCH`, else today in UTC]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub today: Option<Date>,
}

#[derive(Debug, Args)]
pub(crate) struct RenameArgs {
    /// A heading by its page and anchor, or an entry by its id: contact:payroll
    #[arg(value_name = "FILE#ANCHOR|ID")]
    pub what: String,
    /// Its new text, or its new id
    #[arg(value_name = "NAME")]
    pub name: String,
    /// Print each change, write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// The day that counts as today [default: `SOURCE_DATE_EPOCH`, else today in UTC]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub today: Option<Date>,
}
