//! One checklist by itself, in each format that `jalon checklist` prints except PDF.
//!
//! 1. `schedule` turns delays into dates.
//! 2. [`DatedSheet::rows`] puts the tasks in a row.
//! 3. `plain`, `csv`, `ics` and `json` write one format each.
pub(crate) mod csv;
pub(crate) mod ics;
pub(crate) mod json;
pub(crate) mod plain;
mod schedule;

pub(crate) use schedule::Schedule;

use crate::messages;
use crate::model::{Arg, Sheet, SheetTask};

/// A sheet, the dates of its tasks, and the words around it.
pub(crate) struct DatedSheet<'a> {
    pub(crate) sheet: &'a Sheet,
    pub(crate) schedule: Schedule<'a>,
}

impl DatedSheet<'_> {
    fn sentence(&self, key: &str, args: &[(&str, Arg)]) -> String {
        messages::sentence(self.schedule.words, key, args)
    }

    /// Every task in order, subtasks right after their task.
    fn rows(&self) -> Vec<SheetRow<'_>> {
        fn walk<'a>(
            list: (&'a str, Option<&'a str>),
            above: &str,
            tasks: &'a [SheetTask],
            rows: &mut Vec<SheetRow<'a>>,
        ) {
            for (task, at) in tasks.iter().zip(1..) {
                let at = task.number.unwrap_or(at);
                let number = if above.is_empty() { at.to_string() } else { format!("{above}.{at}") };
                let depth = number.matches('.').count();
                rows.push(SheetRow { list: list.0, url: list.1, task, depth, number: number.clone() });
                walk(list, &number, &task.tasks, rows);
            }
        }
        let mut rows = Vec::new();
        for section in &self.sheet.sections {
            let title = if section.title.is_empty() { &self.sheet.title } else { &section.title };
            walk((title, section.url.as_deref()), "", &section.tasks, &mut rows);
        }
        rows
    }
}

/// A task on its own line.
struct SheetRow<'a> {
    /// The title of its section.
    list: &'a str,
    /// The address of its section.
    url: Option<&'a str>,
    task: &'a SheetTask,
    /// How many tasks it stands below.
    depth: usize,
    /// `2`, `2.1`.
    number: String,
}
