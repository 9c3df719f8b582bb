//! The report: what editors have to do, in words.
//!
//! 1. `agenda` gathers it.
//! 2. [`Report`] gives each part in the reader's language.
//! 3. `plain`, `csv`, `ics`, `json` and `html` write one format each; `html` is the page that `serve` shows.
pub(crate) mod csv;
mod html;
pub(crate) mod ics;
pub(crate) mod json;
pub(crate) mod plain;

pub(crate) use html::page;

use crate::agenda;
use crate::messages::{self, LineIndex};
use crate::model::{Agenda, AgendaGroup, AgendaItem, Arg, Parsed, Site, Sources};
use crate::words::Words;

/// JSON Schema of `jalon report --format json`.
pub(crate) const REPORT_SCHEMA: &str = include_str!("report.schema.json");

/// What editors have to do, with its words and lines.
pub(crate) struct Report<'a> {
    site: &'a Site,
    agenda: Agenda,
    words: &'a Words,
    lines: LineIndex<'a>,
}

impl<'a> Report<'a> {
    /// Gathers what is due today and within so many days.
    pub(crate) fn new(
        site: &'a Site,
        parsed: &Parsed,
        sources: &'a Sources,
        words: &'a Words,
        within: u32,
    ) -> Self {
        let agenda = agenda::gather(site, parsed, within);
        let items = agenda.groups.iter().flat_map(|(_, items)| items);
        let files = items.filter_map(|item| sources.get_key_value(&item.span.file)).map(|(path, _)| path);
        let lines = LineIndex::new(sources, files);
        Self { site, agenda, words, lines }
    }

    fn sentence(&self, key: &str, args: &[(&str, Arg)]) -> String {
        messages::sentence(self.words, key, args)
    }

    /// The title, with the name of the guide and the day.
    fn title(&self) -> String {
        let guide = Arg::from(self.site.settings.title.as_str());
        self.sentence("report-title", &[("guide", guide), ("date", Arg::from(self.agenda.today))])
    }

    /// How many tasks there are, or that there are none.
    fn summary(&self) -> String {
        match self.agenda.count() {
            0 => self.sentence("report-nothing", &[("days", Arg::Number(self.agenda.within.into()))]),
            count => self.sentence("report-count", &[("count", Arg::from(count))]),
        }
    }

    fn heading(&self, group: AgendaGroup) -> String {
        let days = Arg::Number(self.agenda.within.into());
        self.sentence(&format!("report-{}", group.name()), &[("days", days)])
    }

    /// What is to be done, in a sentence without a full stop.
    fn what(&self, item: &AgendaItem) -> String {
        let key = match (item.task.name(), item.task.text()) {
            ("complete", None) => "chore-complete-something".to_owned(),
            (name, _) => format!("chore-{name}"),
        };
        let text = item.task.text().unwrap_or_default();
        self.sentence(&key, &[("name", Arg::from(item.name.as_str())), ("text", Arg::from(text))])
    }

    /// `guide/a.md:14`
    fn location(&self, item: &AgendaItem) -> String {
        let path = messages::visible(item.span.file.as_str());
        match self.position(item) {
            Some((line, _)) => format!("{path}:{line}"),
            None => path.into_owned(),
        }
    }

    fn position(&self, item: &AgendaItem) -> Option<(usize, usize)> {
        self.lines.range(&item.span).map(|range| (range.start.line, range.start.column))
    }

    /// The day, and in or since how many days.
    fn when(&self, item: &AgendaItem) -> Option<String> {
        let day = item.day?;
        let days = day.days_since(self.agenda.today);
        let key = match days {
            ..0 => "report-late",
            0 => "report-today",
            _ => "report-soon",
        };
        Some(self.sentence(key, &[("date", Arg::from(day)), ("days", Arg::Number(days.abs().into()))]))
    }
}

/// Who is responsible.
fn owner(item: &AgendaItem) -> Option<String> {
    item.owner.as_deref().map(|owner| messages::visible(owner).into_owned())
}
