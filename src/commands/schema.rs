//! `jalon schema`: JSON Schemas for editors and programs.
use crate::cli::terminal;
use crate::failure::Failure;
use crate::messages::DIAGNOSTICS_SCHEMA;
use crate::parse::schema;
use crate::report::REPORT_SCHEMA;
use std::process::ExitCode;

pub(super) fn run(name: &str) -> Result<ExitCode, Failure> {
    let text = match schema::schema(name) {
        Some(schema) => format!("{schema:#}\n"),
        None if name == "diagnostics" => DIAGNOSTICS_SCHEMA.to_owned(),
        None if name == "report" => REPORT_SCHEMA.to_owned(),
        None => {
            let known = [&schema::names()[..], &["diagnostics", "report"]].concat().join(", ");
            return Err(Failure { what: "failure-unknown-schema", at: name.to_owned(), why: known });
        }
    };
    terminal::print(&text).map(|()| ExitCode::SUCCESS)
}
