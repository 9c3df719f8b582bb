//! `jalon checklist`: one checklist, as text, table, calendar, data or PDF.
//!
//! A checklist goes to the readers of the guide, so its words are in the guide's language. Messages about the command
//! are in the language of the command.
use crate::checklist::{DatedSheet, Schedule, csv, ics, json, plain};
use crate::cli::arguments::{ChecklistArgs, DiagnosticOptions};
use crate::cli::context::CommandContext;
use crate::cli::format::{ChecklistFormat, DiagnosticFormat};
use crate::cli::guide::{self, UnpublishedGuide};
use crate::cli::{FINDINGS, terminal};
use crate::failure::Failure;
use crate::model::{Arg, Sheet};
use crate::text::nearest::nearest;
use crate::{messages, output};
use std::process::ExitCode;
use std::sync::Arc;

/// Prints a checklist, or the names of all.
pub(super) fn run(context: &CommandContext, args: &ChecklistArgs) -> Result<ExitCode, Failure> {
    let options = args.reading.options()?;
    let guide = guide::understand(context, options)?;
    let findings = guide.check();
    let status = findings.status(false);
    if status != 0 {
        let format = (args.format == ChecklistFormat::Json).then_some(DiagnosticFormat::Json);
        findings.print(context, context.style(&DiagnosticOptions { format, all: false }))?;
        terminal::print_error(&format!("{}\n", findings.count(context)));
        return Ok(ExitCode::from(status));
    }
    let engine = output::Engine::default();
    let sheets = output::sheets(&guide.understood.site, &guide.understood.parsed, &guide.sources, &engine);
    let Some(name) = &args.name else {
        return terminal::print(catalogue(context, &sheets)).map(|()| ExitCode::SUCCESS);
    };
    let sheet = find(&sheets, name)?;
    let words = messages::words(sheet.language);
    let in_france = guide.understood.site.settings.country == "FR";
    let schedule = Schedule { start: args.start, in_france, words: &words };
    let dated = DatedSheet { sheet, schedule };
    let text = match args.format {
        ChecklistFormat::Human => plain::text(&dated),
        ChecklistFormat::Csv => csv::table(&dated),
        ChecklistFormat::Json => json::object(&dated),
        ChecklistFormat::Ics => {
            let calendar = ics::calendar(&dated, options.today)?;
            if calendar.left_out > 0 {
                context.warn("checklist-left-out", &[("count", Arg::from(calendar.left_out))]);
            }
            calendar.text
        }
        ChecklistFormat::Pdf => return print_pdf(context, &guide, &dated, name),
    };
    terminal::print(&text).map(|()| ExitCode::SUCCESS)
}

fn print_pdf(
    context: &CommandContext,
    guide: &UnpublishedGuide,
    dated: &DatedSheet<'_>,
    name: &str,
) -> Result<ExitCode, Failure> {
    let sheet = dated.schedule.applied_to(dated.sheet);
    let made = output::sheet_pdf(&guide.understood.site, &guide.sources, &output::Engine::default(), &sheet)
        .ok_or_else(|| Failure::plain("failure-no-pdf", name))?;
    let style = context.style(&DiagnosticOptions::default());
    terminal::print_error(&messages::render(&made.diagnostics, &guide.sources, &context.words, style));
    match made.value {
        Some(file) => terminal::print(&file).map(|()| ExitCode::SUCCESS),
        None => Ok(ExitCode::from(FINDINGS)),
    }
}

/// The sheet with that name, or the only one whose name ends with it.
fn find<'a>(sheets: &'a [Arc<Sheet>], name: &str) -> Result<&'a Sheet, Failure> {
    if let Some(sheet) = sheets.iter().find(|sheet| sheet.id == name) {
        return Ok(sheet);
    }
    let ending = format!("-{name}");
    let mut ends = sheets.iter().filter(|sheet| sheet.id.ends_with(&ending));
    if let (Some(only), None) = (ends.next(), ends.next()) {
        return Ok(only);
    }
    let near = nearest(name, sheets.iter().map(|sheet| sheet.id.as_str()));
    let what = if near.is_some() { "failure-no-such-list-near" } else { "failure-no-such-list" };
    Err(Failure { what, at: name.to_owned(), why: near.unwrap_or_default().to_owned() })
}

/// One line per checklist: its name, number of tasks and title.
fn catalogue(context: &CommandContext, sheets: &[Arc<Sheet>]) -> String {
    if sheets.is_empty() {
        return context.sentence("checklist-none", &[]) + "\n";
    }
    let width = sheets.iter().map(|sheet| sheet.id.len()).max().unwrap_or_default();
    let lines = sheets.iter().map(|sheet| {
        let count: usize = sheet.sections.iter().map(|section| section.tasks.len()).sum();
        let count = context.sentence("checklist-tasks", &[("count", Arg::from(count))]);
        format!("{:width$}  {count}  {}\n", sheet.id, sheet.title)
    });
    lines.collect()
}
