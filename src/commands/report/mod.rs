//! `jalon report`: what waits for the editors, as text, data, table or calendar; for `serve`, as a page.
//!
//! The words are those of the command's language: the report goes to whoever asks for it.
mod csv;
mod html;
mod ics;
mod json;
mod plain;

pub(super) use html::page;

use super::arguments::Format;
use super::guide;
use super::here::Here;
use super::{REFUSED, terminal};
use crate::agenda;
use crate::failure::Failure;
use crate::messages::{self, Places};
use crate::model::{Agenda, Arg, Group, Item, Parsed, Site, SourcePath, Sources};
use crate::words::Words;
use std::process::ExitCode;

/// JSON Schema of what `--format json` prints.
pub(super) const REPORT_SCHEMA: &str = include_str!("report.schema.json");

/// How many days ahead the page of `serve` looks.
const AHEAD: u32 = 60;

/// Prints the report; also of a guide with errors, as far as it was understood.
pub(super) fn run(here: &Here, within: u32) -> Result<ExitCode, Failure> {
    let guide = guide::understand(here, here.options()?)?;
    let findings = guide.findings();
    if findings.status(here) == REFUSED {
        findings.print(here)?;
        return Ok(ExitCode::from(REFUSED));
    }
    let report = Report::new(&guide.site, &guide.parsed, &guide.sources, &here.words, within);
    if findings.has_errors() {
        let args = [("count", Arg::from(findings.count(here)))];
        terminal::diagnostic(&format!("{}\n", here.say("report-errors", &args)));
    }
    let printed = match here.format {
        Format::Json => json::object(&report),
        Format::Csv => csv::table(&report),
        Format::Ics => {
            let Some(calendar) = ics::calendar(&report) else {
                let days = Arg::from(usize::try_from(within).unwrap_or(usize::MAX));
                terminal::diagnostic(&format!("{}\n", here.say("report-no-days", &[("days", days)])));
                return Ok(ExitCode::SUCCESS);
            };
            calendar
        }
        _ => plain::text(&report),
    };
    terminal::print(&printed)?;
    Ok(ExitCode::SUCCESS)
}

/// What waits, its words, and where its places are.
struct Report<'a> {
    site: &'a Site,
    agenda: Agenda,
    words: &'a Words,
    places: Places<'a>,
}

impl<'a> Report<'a> {
    fn new(site: &'a Site, parsed: &Parsed, sources: &'a Sources, words: &'a Words, within: u32) -> Self {
        let agenda = agenda::gather(site, parsed, within);
        let wanted: Vec<&SourcePath> = {
            let items = agenda.groups.iter().flat_map(|(_, items)| items);
            items.filter_map(|item| sources.get_key_value(&item.span.file)).map(|(path, _)| path).collect()
        };
        let places = Places::new(sources, wanted);
        Self { site, agenda, words, places }
    }

    fn say(&self, key: &str, args: &[(&str, Arg)]) -> String {
        messages::sentence(self.words, key, args)
    }

    /// The first line.
    fn title(&self) -> String {
        let guide = Arg::from(self.site.settings.title.as_str());
        self.say("report-title", &[("guide", guide), ("date", Arg::from(self.agenda.today))])
    }

    /// How much waits; that nothing does.
    fn summary(&self) -> String {
        match self.agenda.count() {
            0 => {
                let days = Arg::from(usize::try_from(self.agenda.within).unwrap_or(usize::MAX));
                self.say("report-nothing", &[("days", days)])
            }
            count => self.say("report-count", &[("count", Arg::from(count))]),
        }
    }

    /// The heading of a group.
    fn heading(&self, group: Group) -> String {
        let days = Arg::from(usize::try_from(self.agenda.within).unwrap_or(usize::MAX));
        self.say(&format!("report-{}", group.name()), &[("days", days)])
    }

    /// What is to be done, in a sentence without a dot.
    fn what(&self, item: &Item) -> String {
        let key = match (item.task.name(), item.task.text()) {
            ("complete", None) => "chore-complete-something".to_owned(),
            (name, _) => format!("chore-{name}"),
        };
        let text = item.task.text().unwrap_or_default();
        self.say(&key, &[("name", Arg::from(item.name.as_str())), ("text", Arg::from(text))])
    }

    /// `guide/a.md:14`
    fn place(&self, item: &Item) -> String {
        let path = messages::visible(item.span.file.as_str());
        match self.line(item) {
            Some((line, _)) => format!("{path}:{line}"),
            None => path.into_owned(),
        }
    }

    /// Line and column.
    fn line(&self, item: &Item) -> Option<(usize, usize)> {
        self.places.of(&item.span).map(|place| (place.line, place.column))
    }

    /// The day and how far it is.
    fn when(&self, item: &Item) -> Option<String> {
        let day = item.day?;
        let days = day.days_since(self.agenda.today);
        let key = match days {
            ..0 => "report-late",
            0 => "report-today",
            _ => "report-soon",
        };
        let days = usize::try_from(days.unsigned_abs()).unwrap_or(usize::MAX);
        Some(self.say(key, &[("date", Arg::from(day)), ("days", Arg::from(days))]))
    }
}

/// Who answers for it.
fn owner(item: &Item) -> Option<String> {
    item.owner.as_deref().map(|owner| messages::visible(owner).into_owned())
}
