//! `jalon report`: what editors have to do, in the language of the command.
use crate::cli::arguments::{DiagnosticOptions, ReportArgs};
use crate::cli::context::CommandContext;
use crate::cli::format::{DiagnosticFormat, ReportFormat};
use crate::cli::{REFUSED, guide, terminal};
use crate::failure::Failure;
use crate::model::Arg;
use crate::report::{Report, csv, ics, json, plain};
use std::process::ExitCode;

/// Prints the report. A guide with errors has one too, as far as it is understood.
pub(super) fn run(context: &CommandContext, args: &ReportArgs) -> Result<ExitCode, Failure> {
    let guide = guide::understand(context, args.reading.options()?)?;
    let findings = guide.check();
    if findings.status(false) == REFUSED {
        let format = (args.format == ReportFormat::Json).then_some(DiagnosticFormat::Json);
        findings.print(context, context.style(&DiagnosticOptions { format, all: false }))?;
        return Ok(ExitCode::from(REFUSED));
    }
    if findings.has_errors() {
        context.warn("report-errors", &[("count", Arg::from(findings.count(context)))]);
    }
    let report = Report::new(
        &guide.understood.site,
        &guide.understood.parsed,
        &guide.sources,
        &context.words,
        args.within,
    );
    let text = match args.format {
        ReportFormat::Human => plain::text(&report),
        ReportFormat::Json => json::object(&report),
        ReportFormat::Csv => csv::table(&report),
        ReportFormat::Ics => {
            let Some(calendar) = ics::calendar(&report) else {
                context.notify("report-no-days", &[("days", Arg::Number(args.within.into()))]);
                return Ok(ExitCode::SUCCESS);
            };
            calendar
        }
    };
    terminal::print(&text).map(|()| ExitCode::SUCCESS)
}
