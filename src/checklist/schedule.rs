//! Delays as dates. A date on which nobody works moves to the working day before, and the reason is given.
use crate::language;
use crate::messages;
use crate::model::workday::{self, Holiday, Rest};
use crate::model::{Date, Language, Run, Sheet, SheetTask};
use crate::words::Words;

/// From which day delays are counted, and by which calendar.
pub(crate) struct Schedule<'a> {
    /// The day to count from; without it delays stay words.
    pub(crate) start: Option<Date>,
    /// Whether the public holidays of France apply.
    pub(crate) in_france: bool,
    pub(crate) words: &'a Words,
}

pub(super) struct TaskDate {
    pub(super) day: Date,
    /// The day that the delay gives if nobody works on it, and why.
    pub(super) moved: Option<(Date, Rest)>,
}

impl Schedule<'_> {
    /// The date of a task, if it has a delay and there is a day to count from.
    pub(super) fn date_of(&self, task: &SheetTask) -> Option<TaskDate> {
        let due = task.delay?.from(self.start?);
        let moved = workday::rest(due, self.in_france).map(|rest| (due, rest));
        Some(TaskDate { day: workday::at_or_before(due, self.in_france), moved })
    }

    /// The sheet with dates instead of delays; the reason of a moved date stands below its task.
    pub(crate) fn applied_to(&self, sheet: &Sheet) -> Sheet {
        let mut sheet = sheet.clone();
        let language = sheet.language;
        for section in &mut sheet.sections {
            section.tasks.iter_mut().for_each(|task| self.set_date(task, language));
        }
        sheet
    }

    fn set_date(&self, task: &mut SheetTask, language: Language) {
        if let Some(date) = self.date_of(task) {
            task.due = Some(language::date(language, date.day));
            let reason = self.reason(&date, language);
            if !reason.is_empty() {
                task.help.insert(0, vec![Run::Text(reason)]);
            }
        }
        task.tasks.iter_mut().for_each(|below| self.set_date(below, language));
    }

    /// Why a date is not the one that the delay gives; empty if it is.
    pub(super) fn reason(&self, date: &TaskDate, language: Language) -> String {
        let Some((due, rest)) = date.moved else { return String::new() };
        let why = messages::sentence(self.words, key(rest), &[]);
        let date = language::date(language, due);
        messages::sentence(self.words, "checklist-moved", &[("date", date.into()), ("why", why.into())])
    }
}

fn key(rest: Rest) -> &'static str {
    match rest {
        Rest::Saturday => "rest-saturday",
        Rest::Sunday => "rest-sunday",
        Rest::Holiday(holiday) => match holiday {
            Holiday::NewYear => "holiday-new-year",
            Holiday::EasterMonday => "holiday-easter-monday",
            Holiday::Labour => "holiday-labour",
            Holiday::Victory => "holiday-victory",
            Holiday::Ascension => "holiday-ascension",
            Holiday::WhitMonday => "holiday-whit-monday",
            Holiday::National => "holiday-national",
            Holiday::Assumption => "holiday-assumption",
            Holiday::AllSaints => "holiday-all-saints",
            Holiday::Armistice => "holiday-armistice",
            Holiday::Christmas => "holiday-christmas",
        },
    }
}
