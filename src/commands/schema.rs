//! `jalon schema`: JSON Schemas for editors and programs.
use super::report::REPORT_SCHEMA;
use super::terminal;
use crate::failure::Failure;
use crate::messages::DIAGNOSTICS_SCHEMA;
use crate::parse::schema;
use std::process::ExitCode;

/// Prints a schema.
pub(super) fn run(what: &str) -> Result<ExitCode, Failure> {
    let text = match schema::schema(what) {
        Some(schema) => format!("{schema:#}\n"),
        None if what == "diagnostics" => DIAGNOSTICS_SCHEMA.to_owned(),
        None if what == "report" => REPORT_SCHEMA.to_owned(),
        None => {
            let known = [&schema::names()[..], &["diagnostics", "report"]].concat().join(", ");
            return Err(Failure { what: "failure-unknown-schema", at: what.to_owned(), why: known });
        }
    };
    terminal::print(&text)?;
    Ok(ExitCode::SUCCESS)
}
