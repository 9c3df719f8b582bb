//! `jalon checklist`: one list by itself, as text, table, calendar or data.
//!
//! The words are those of the guide's language, because the list goes to its readers; what is said about the command
//! itself is in the language of the command.
mod csv;
mod ics;
mod json;
mod plain;
mod plan;

use super::arguments::Format;
use super::guide;
use super::here::Here;
use super::{FINDINGS, terminal};
use crate::failure::Failure;
use crate::model::{Arg, Date, Sheet, SheetTask};
use crate::text::nearest::nearest;
use crate::words::Words;
use crate::{messages, output};
use plan::Plan;
use std::process::ExitCode;
use std::sync::Arc;

/// Prints a list, or which lists there are.
pub(super) fn run(here: &Here, name: Option<&str>, start: Option<Date>) -> Result<ExitCode, Failure> {
    let guide = guide::understand(here, here.options()?)?;
    let status = guide.findings().status(here);
    if status != 0 {
        guide.findings().print(here)?;
        terminal::diagnostic(&format!("{}\n", guide.findings().count(here)));
        return Ok(ExitCode::from(status));
    }
    let (site, engine) = (&*guide.site, output::Engine::default());
    let sheets = output::sheets(site, &guide.parsed, &guide.sources, &engine);
    let Some(name) = name else {
        terminal::print(&catalogue(here, &sheets))?;
        return Ok(ExitCode::SUCCESS);
    };
    let sheet = find(&sheets, name)?;
    let words = messages::words(sheet.language);
    let in_france = site.settings.country == "FR";
    let list = List { sheet, words: &words, plan: Plan { start, in_france, words: &words } };
    let printed = match here.format {
        Format::Human | Format::Short | Format::Github | Format::Gitlab | Format::Sarif | Format::Junit => {
            plain::list(&list)
        }
        Format::Csv => csv::table(&list),
        Format::Json => json::object(&list),
        Format::Ics => {
            let calendar = ics::calendar(&list, here.options()?.today)?;
            if calendar.left_out > 0 {
                let count = Arg::from(calendar.left_out);
                terminal::diagnostic(&format!("{}\n", here.say("checklist-left-out", &[("count", count)])));
            }
            calendar.text
        }
        Format::Pdf => {
            let dated = list.plan.dated(sheet);
            let made = output::sheet_pdf(site, &guide.sources, &engine, &dated)
                .ok_or_else(|| Failure::plain("failure-no-pdf", name))?;
            let words = &here.words;
            terminal::diagnostic(&messages::render(&made.diagnostics, &guide.sources, words, here.style));
            return match made.value {
                Some(file) => terminal::print_bytes(&file).map(|()| ExitCode::SUCCESS),
                None => Ok(ExitCode::from(FINDINGS)),
            };
        }
    };
    terminal::print(&printed)?;
    Ok(ExitCode::SUCCESS)
}

/// A list, its words, and how its delays become dates.
struct List<'a> {
    sheet: &'a Sheet,
    words: &'a Words,
    plan: Plan<'a>,
}

impl List<'_> {
    fn say(&self, key: &str, args: &[(&str, Arg)]) -> String {
        messages::sentence(self.words, key, args)
    }

    /// Every task in order, those below a task after it: the title of its list, its address, how deep it stands.
    fn rows(&self) -> Vec<Row<'_>> {
        fn walk<'a>(row: &Row<'a>, tasks: &'a [SheetTask], depth: usize, rows: &mut Vec<Row<'a>>) {
            for (task, at) in tasks.iter().zip(1..) {
                let number = if depth == 0 { at.to_string() } else { format!("{}.{at}", row.number) };
                let row = Row { task: Some(task), depth, number, ..row.clone() };
                rows.push(row.clone());
                walk(&row, &task.tasks, depth + 1, rows);
            }
        }
        let mut rows = Vec::new();
        for section in &self.sheet.sections {
            let title = if section.title.is_empty() { &self.sheet.title } else { &section.title };
            let url = section.url.as_deref();
            let row = Row { list: title, url, task: None, depth: 0, number: String::new() };
            walk(&row, &section.tasks, 0, &mut rows);
        }
        rows
    }
}

/// A task on its own line.
#[derive(Clone)]
struct Row<'a> {
    list: &'a str,
    url: Option<&'a str>,
    task: Option<&'a SheetTask>,
    depth: usize,
    /// `2`, `2.1`.
    number: String,
}

/// The list of that name; of an ending that only one name has.
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

/// One line a list: its name, how many tasks, its title.
fn catalogue(here: &Here, sheets: &[Arc<Sheet>]) -> String {
    if sheets.is_empty() {
        return here.say("checklist-none", &[]) + "\n";
    }
    let width = sheets.iter().map(|sheet| sheet.id.len()).max().unwrap_or_default();
    let lines = sheets.iter().map(|sheet| {
        let count: usize = sheet.sections.iter().map(|section| section.tasks.len()).sum();
        let count = here.say("checklist-tasks", &[("count", Arg::from(count))]);
        format!("{:width$}  {count}  {}\n", sheet.id, sheet.title)
    });
    lines.collect()
}
